"use client";

import type { ReactNode } from "react";

import type { Span } from "../../lib/domain/card/card";
import { useWords } from "../words/words-provider";
import { useMarkName } from "./use-mark-name";

export interface SpansProps {
  readonly spans: readonly Span[];
  /** They are a command's: a flag goes to the next line whole, not broken at its hyphens. */
  readonly flags?: boolean;
}

/**
 * Runs of text, each isolated, so that no value can reorder its neighbours. What was added or removed says so to those
 * who cannot see it; a character that nobody would see stands as a visible mark.
 */
export function Spans({ spans, flags = false }: SpansProps) {
  return spans.map((span, index) => <Run key={index} span={span} flags={flags} />);
}

function Run({ span, flags }: { readonly span: Span; readonly flags: boolean }) {
  switch (span.type) {
    case "text":
      return <bdi className="verbatim">{flags ? whole(span.text) : span.text}</bdi>;
    case "value":
      return <bdi className="value verbatim">{flags ? whole(span.text) : span.text}</bdi>;
    case "removed":
      return (
        <del className="verbatim">
          <Said change="removed" />
          <bdi>{span.text}</bdi>
          <span className="sr-only">, </span>
        </del>
      );
    case "added":
      return (
        <ins className="verbatim">
          <Said change="added" />
          <bdi>{span.text}</bdi>
          <span className="sr-only">, </span>
        </ins>
      );
    case "mark":
      return <HiddenMark codePoint={span.codePoint} name={span.name} />;
  }
}

/** Each flag in a box of its own, which breaks only where it is longer than a line. */
function whole(text: string): readonly ReactNode[] {
  return text.split(/(?<!\S)(-\S+)/u).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <span key={at} className="inline-block max-w-full">
        {part}
      </span>
    ),
  );
}

/** Only what changed asks for words: most runs of a card are none. */
function Said({ change }: { readonly change: "removed" | "added" }) {
  const t = useWords("ui");
  return <span className="sr-only">{t(`span.${change}`)} </span>;
}

/** Stands for a character that draws nothing or reorders what is drawn. */
function HiddenMark({ codePoint, name }: { readonly codePoint: string; readonly name: string }) {
  const called = `${useMarkName(codePoint, name)} ${codePoint}`.trim();
  return (
    <span
      translate="no"
      title={called}
      className="mx-px rounded-[3px] border border-removed/50 bg-failed-ground px-0.5 font-mono text-[0.8em] font-medium whitespace-nowrap text-removed"
    >
      <span aria-hidden="true">⟨{codePoint}⟩</span>
      <span className="sr-only">{called}</span>
    </span>
  );
}

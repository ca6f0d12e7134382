"use client";

import type { Span } from "../../lib/domain/card/card";
import { useWords } from "../words/words-provider";
import { useMarkName } from "./use-mark-name";

export interface SpansProps {
  readonly spans: readonly Span[];
}

/**
 * Runs of text, each isolated, so that no value can reorder its neighbours. What was added or removed says so to those
 * who cannot see it; a character that nobody would see stands as a visible mark.
 */
export function Spans({ spans }: SpansProps) {
  return spans.map((span, index) => <Run key={index} span={span} />);
}

function Run({ span }: { readonly span: Span }) {
  switch (span.type) {
    case "text":
      return <bdi className="verbatim">{span.text}</bdi>;
    case "value":
      return <bdi className="value verbatim">{span.text}</bdi>;
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

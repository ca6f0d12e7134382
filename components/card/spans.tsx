"use client";

import type { ReactNode } from "react";

import type { Span } from "../../lib/domain/card/card";
import { useWords } from "../words/words-provider";
import { useMarkName } from "./use-mark-name";

export interface SpansProps {
  readonly spans: readonly Span[];
  /** They name something: a name is read as one, so it is not broken at its hyphens. */
  readonly names?: boolean;
}

/**
 * Runs of text, each isolated, so that no value can reorder its neighbours. What was added or removed says so to those
 * who cannot see it; a character that nobody would see stands as a visible mark.
 */
export function Spans({ spans, names = false }: SpansProps) {
  return spans.map((span, index) => <Run key={index} span={span} names={names} />);
}

function Run({ span, names }: { readonly span: Span; readonly names: boolean }) {
  switch (span.type) {
    case "text":
    case "value":
      return (
        <bdi className={span.type === "text" ? "verbatim" : "value verbatim"}>{names ? wholeNames(span.text) : span.text}</bdi>
      );
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
      return <Mark {...span} />;
  }
}

/**
 * A flag of a command, a part of a path with its slash, and any other word with a hyphen. Each is looked for where a word or a part begins, and nowhere
 * else: a long text without any would otherwise be gone through once for each of its letters.
 */
const NAME = /((?<!\S)-\S+|(?:(?<!\S)\/*|(?<=\/))[^\s/]*(?:-[^\s/]*\/*|[^\s\d/]\/+))/u;

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * Each name in a box of its own, which goes to the next line whole and breaks only where it is longer than a line. Beside letters that are written
 * from right to left boxes would change places, and with them what the text says.
 */
export function wholeNames(text: string): readonly ReactNode[] {
  if (RIGHT_TO_LEFT.test(text)) return [text];
  return text.split(NAME).map((part, at) =>
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

/** Stands for a character that draws nothing or reorders what is drawn, and around letters that pass for others. */
function Mark({ codePoint, name, letters = codePoint }: Extract<Span, { type: "mark" }>) {
  const called = `${useMarkName(codePoint, name)} ${codePoint}`.trim();
  return (
    <span
      translate="no"
      title={called}
      className="mx-px rounded-[3px] border border-removed/50 bg-failed-ground px-0.5 font-mono text-[0.8em] font-medium whitespace-nowrap text-removed"
    >
      <span aria-hidden="true">⟨{letters}⟩</span>
      <span className="sr-only">{called}</span>
    </span>
  );
}

"use client";

import clsx from "clsx";

import type { TextLine } from "../../lib/domain/card/card";
import { useWords } from "../words/words-provider";
import { spansIn } from "./said-in";
import { Spans } from "./spans";

export interface TextDiffProps {
  readonly lines: readonly TextLine[];
  readonly technical: boolean;
  /** The language tag of its prose; null where it is not known. */
  readonly language: string | null;
}

const GLYPH: Record<TextLine["change"], string> = { same: "", added: "+", removed: "−", changed: "~" };
const GROUND: Record<TextLine["change"], string> = {
  same: "text-ink-2",
  added: "bg-added-ground/35 text-ink",
  removed: "bg-removed-ground/35 text-ink",
  changed: "text-ink",
};

/** Prose or code, line by line, each with its glyph in the margin. Wraps: nothing lies beyond an edge. */
export function TextDiff({ lines, technical, language }: TextDiffProps) {
  const t = useWords("card");
  const f = useWords("face");
  return (
    <ol
      className={clsx(
        "mt-1.5 overflow-hidden rounded-control border border-rule py-1",
        technical ? "font-mono text-small" : "text-body",
      )}
    >
      {lines.map((line, index) => (
        <li key={index} data-line={line.change} className={clsx("flex py-px pe-3", GROUND[line.change])}>
          <span aria-hidden="true" className={clsx("w-7 shrink-0 text-center font-mono select-none", glyphInk(line.change))}>
            {GLYPH[line.change]}
          </span>
          <span className="min-w-0 flex-1">
            {line.change !== "same" && <span className="sr-only">{t(`line.${line.change}`)}: </span>}
            {line.spans.length === 0 ? (
              <br />
            ) : (
              <span lang={language ?? undefined}>
                <Spans spans={spansIn(f, line.spans)} />
              </span>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

function glyphInk(change: TextLine["change"]): string {
  if (change === "added") return "text-added";
  return change === "removed" ? "text-removed" : "text-ink-3";
}

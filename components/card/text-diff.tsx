import clsx from "clsx";

import type { TextLine } from "../../lib/domain/card/card";
import { Spans } from "./spans";

export interface TextDiffProps {
  readonly lines: readonly TextLine[];
  readonly technical: boolean;
}

const GLYPH: Record<TextLine["change"], string> = { same: "", added: "+", removed: "−", changed: "~" };
const SAID: Record<TextLine["change"], string> = {
  same: "",
  added: "new line: ",
  removed: "removed line: ",
  changed: "changed line: ",
};
const GROUND: Record<TextLine["change"], string> = {
  same: "text-ink-2",
  added: "bg-added-ground/35 text-ink",
  removed: "bg-removed-ground/35 text-ink",
  changed: "text-ink",
};

/** Prose or code, line by line, each with its glyph in the margin. Wraps: nothing lies beyond an edge. */
export function TextDiff({ lines, technical }: TextDiffProps) {
  return (
    <ol
      className={clsx(
        "mt-1.5 overflow-hidden rounded-control border border-rule py-1",
        technical ? "font-mono text-small" : "text-body",
      )}
    >
      {lines.map((line, index) => (
        <li key={index} data-line={line.change} className={clsx("flex py-px pr-3", GROUND[line.change])}>
          <span aria-hidden="true" className={clsx("w-7 shrink-0 text-center font-mono select-none", glyphInk(line.change))}>
            {GLYPH[line.change]}
          </span>
          <span className="min-w-0 flex-1">
            <span className="sr-only">{SAID[line.change]}</span>
            {line.spans.length === 0 ? <br /> : <Spans spans={line.spans} />}
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

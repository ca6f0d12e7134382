import { hasInvisible, markInvisible } from "../invisible";
import { invisibleName } from "../invisible-name";
import type { Span } from "./card";

/** Runs of plain text and visible marks that together stand for every code point of `text`; nothing is dropped. */
export function plain(text: string): readonly Span[] {
  return spansAs("text", text);
}

/** As {@link plain}, with the text set as a value: what a reviewer has to read. */
export function valued(text: string): readonly Span[] {
  return spansAs("value", text);
}

/** As {@link plain}, with the text set as added by this action. */
export function added(text: string): readonly Span[] {
  return spansAs("added", text);
}

/** As {@link plain}, with the text set as removed by this action. */
export function removed(text: string): readonly Span[] {
  return spansAs("removed", text);
}

/** Plain text in which every hidden character is spelled out: for labels, which carry no spans. */
export function visible(text: string): string {
  return plain(text)
    .map((span) => (span.type === "mark" ? `⟨${span.codePoint}⟩` : span.text))
    .join("");
}

/** True when `text` holds a character that nobody would see. */
export function hidesCharacters(text: string): boolean {
  return hasInvisible(text, { lines: true });
}

/** Line breaks and tabs are layout here: cards set text in lines. */
function spansAs(type: "text" | "value" | "added" | "removed", text: string): readonly Span[] {
  return markInvisible(text, { as: type, lines: true, nameOf: invisibleName });
}

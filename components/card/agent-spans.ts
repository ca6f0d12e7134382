import type { Span } from "../../lib/domain/card/card";
import { markInvisible } from "../../lib/domain/invisible";

/*
 * An agent's words as runs and marks, as lib/domain/card/spans.ts makes them, but for the names of the marks: few texts need any, so the card is
 * there without, and {@link import("./spans").Spans} asks for those that it shows.
 */

export function agentSpans(text: string): readonly Span[] {
  return markInvisible(text, { lines: true });
}

/** The same where there is room for text alone, as in a label. */
export function agentText(text: string): string {
  return agentSpans(text)
    .map((span) => (span.type === "mark" ? `⟨${span.codePoint}⟩` : span.text))
    .join("");
}

import type { Span } from "../../lib/domain/card/card";
import { saidWith, type Said } from "../../lib/domain/card/said";
import type { Words } from "../words/make-words";

/** What a card says in one place, in the language of whoever reads. */
export function saidIn(f: Words<"face">, said: Said): string {
  return saidWith(f.sentence, said);
}

/** Spans with what is our own in the language of whoever reads. */
export function spansIn(f: Words<"face">, spans: readonly Span[]): readonly Span[] {
  return spans.map((span) => ("words" in span ? { type: span.type, text: saidIn(f, span.words) } : span));
}

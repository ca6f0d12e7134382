import type { Fact, Span } from "./card";
import { saidOf, type FaceKey, type SaidPart, type Saying } from "./said";
import { saidInEnglish } from "./said-in-english";

interface FactMore extends Partial<Pick<Fact, "hero" | "alarming" | "technical">> {
  readonly note?: Saying | null;
}

/** A fact at its usual place: not the hero, not alarming, no second line unless given. */
export function fact(label: FaceKey | SaidPart, value: readonly Span[], { note = null, ...more }: FactMore = {}): Fact {
  const words = { label: typeof label === "string" ? { key: label } : label, note: note === null ? null : saidOf(note) };
  return {
    label: saidInEnglish(words.label),
    value,
    note: words.note === null ? null : saidInEnglish(words.note),
    ...{ hero: false, alarming: false, technical: false, ...more },
    words,
  };
}

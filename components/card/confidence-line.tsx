"use client";

import type { Risk } from "../../lib/domain/risk";
import { useWords } from "../words/words-provider";
import type { Observed } from "./confidence-words";
import { declaredWords, observedWords, worthWords } from "./confidence-words";

export interface ConfidenceLineProps {
  readonly confidence: Risk["confidence"];
  /** Null while it may not be told, or where nothing was kept. */
  readonly observed: Observed | null;
}

/** How far to trust it, in counts (design: review §3.1 rule 4): what was seen first, then what the agent declares. Unknown says so, and raises nothing. */
export function ConfidenceLine({ confidence, observed }: ConfidenceLineProps) {
  const t = useWords("card");
  const seen = observedWords(t, observed);
  const rest = [declaredWords(t, confidence.declared), worthWords(t, confidence)].filter((words) => words !== null);
  return (
    <p className="tabular mt-3 text-note text-ink-2">
      {seen !== null && <span className="font-semibold text-ink">{seen} </span>}
      {rest.join(" ")}
    </p>
  );
}

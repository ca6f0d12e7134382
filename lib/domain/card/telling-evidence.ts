import type { Payload } from "../proposal";

/** How agents label what they or their tools said: never nearer to the case than what somebody asked for. */
const OWN_WORDS: ReadonlySet<string> = new Set(["assistant", "agent", "ai", "model", "system", "tool", "function"]);

/**
 * The piece of evidence that stands on a card without a reason: the last that somebody else than the agent said, often a customer's own yes,
 * otherwise the last of all; null where there is none. Labels are the agent's word: this chooses what is quoted and proves nothing.
 */
export function tellingEvidence<Item extends Pick<Payload["evidence"][number], "label">>(evidence: readonly Item[]): Item | null {
  return evidence.findLast(({ label }) => !OWN_WORDS.has(label.trim().toLowerCase())) ?? evidence.at(-1) ?? null;
}

import type { ReturnCause } from "./rollout";

const WORDS: Readonly<Record<ReturnCause, string>> = {
  severe: "something that it judged did harm",
  lots: "audits of what it let run kept failing",
  sequential_test: "too much of what it let run was wrong",
  blocked: "audits of what it let run kept failing",
};
const BY_TEXT: ReadonlyMap<string, string> = new Map(Object.entries(WORDS));

/** Why a version was returned by itself, after "because". */
export function returnWords(because: string): string {
  return BY_TEXT.get(because) ?? because;
}

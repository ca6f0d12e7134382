import type { Kind } from "../words";
import type { RejectReason } from "./card";

/** The presets of each kind, in the order of their keys `1`–`6` (design: review §3.2). Codes go back to the agent and are never reworded. */
const LABELS: Record<Kind, readonly string[]> = {
  email: ["wrong person", "wrong fact", "tone", "promise not allowed", "leaks data", "not needed"],
  payment: ["wrong amount", "wrong payee", "duplicate", "outside policy", "suspected fraud", "needs proof"],
  sql: ["too many rows", "wrong filter", "wrong environment", "no backup", "not needed"],
  code: ["scope too wide", "wrong approach", "missing tests", "security", "style"],
  post: ["wrong account", "wrong fact", "tone", "bad timing", "not needed"],
  record: ["wrong record", "wrong value", "overwrites human", "unsupported", "outside policy"],
  file: ["wrong files", "too many files", "no copy kept", "wrong access", "not needed"],
  command: ["wrong environment", "too broad", "not reversible", "bad timing", "not needed"],
  tool: ["wrong tool", "wrong value", "wrong target", "outside policy", "not needed"],
};

/** Made once: every card of a kind has the same. */
const REASONS: ReadonlyMap<string, readonly RejectReason[]> = new Map(
  Object.entries(LABELS).map(([kind, labels]) => [
    kind,
    labels.map((label) => ({
      code: label.replaceAll(" ", "_"),
      label: label.charAt(0).toUpperCase() + label.slice(1),
    })),
  ]),
);

/** Four to six preset reasons for rejecting a card of `kind`, most used first. */
export function rejectReasons(kind: Kind): readonly RejectReason[] {
  return REASONS.get(kind) ?? [];
}

import { ASK_AGENT } from "../question";
import type { Kind } from "../words";
import type { RejectReason } from "./card";
import { REASON_TEXTS, type RejectCode } from "./reject-texts";

/** The presets of each kind, in the order of their keys `1`–`6` (design: review §3.2). A question to the agent stands apart: it is always written. */
const CODES: Record<Kind, readonly RejectCode[]> = {
  email: ["wrong_person", "wrong_fact", "tone", "promise_not_allowed", "leaks_data", "not_needed"],
  payment: ["wrong_amount", "wrong_payee", "duplicate", "outside_policy", "suspected_fraud", "needs_proof"],
  sql: ["too_many_rows", "wrong_filter", "wrong_environment", "no_backup", "not_needed"],
  code: ["scope_too_wide", "wrong_approach", "missing_tests", "security", "style"],
  post: ["wrong_account", "wrong_fact", "tone", "bad_timing", "not_needed"],
  record: ["wrong_record", "wrong_value", "overwrites_human", "unsupported", "outside_policy"],
  file: ["wrong_files", "too_many_files", "no_copy_kept", "wrong_access", "not_needed"],
  command: ["wrong_environment", "too_broad", "not_reversible", "bad_timing", "not_needed"],
  tool: ["wrong_tool", "wrong_value", "wrong_target", "outside_policy", "not_needed"],
};

/** Every code there is, once. */
export const REJECT_CODES: readonly RejectCode[] = [...new Set<RejectCode>([...Object.values(CODES).flat(), ASK_AGENT])];

/** Made once: every card of a kind has the same. */
const REASONS: ReadonlyMap<string, readonly RejectReason[]> = new Map(
  Object.entries(CODES).map(([kind, codes]) => [kind, codes.map((code) => ({ code, label: REASON_TEXTS[`reason.${code}`] }))]),
);

/** Four to six preset reasons for rejecting a card of `kind`, most used first. */
export function rejectReasons(kind: Kind): readonly RejectReason[] {
  return REASONS.get(kind) ?? [];
}

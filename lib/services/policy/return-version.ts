import type { Steps, Transaction } from "../../../db/store/store";
import type { LedgerDraft } from "../../../db/store/types";
import type { PersonId } from "../../domain/ids";
import { returnWords } from "../../domain/policy/return-words";
import type { ReturnCause } from "../../domain/policy/rollout";
import { AppError } from "../app-error";
import { ledgerDraft } from "../ledger-draft";
import { inLedger } from "./in-ledger";
import type { RunningRollout } from "./rollout-setting";

/** Who returns a version, when, and why. */
export interface Returning {
  readonly by: PersonId | null;
  readonly actor: string;
  readonly because: ReturnCause | "person";
  readonly at: number;
}

/**
 * Puts the version before back into force as a new one, since history is never rewritten, and ends the roll-out: it is what judges the rest
 * already, so no second admin is asked. Answers the new version and the rows of the ledger that say so; the caller keeps what is to be kept of it.
 */
export function* returnVersion(
  tx: Transaction,
  { rollout: { next, before }, digest }: RunningRollout,
  { by, actor, because, at }: Returning,
): Steps<{ readonly version: number; readonly events: readonly [LedgerDraft, LedgerDraft] }> {
  const [latest, old] = [yield* tx.latestPolicyVersion(), yield* tx.policy(before.version)];
  if (latest !== next.version || old === null) {
    throw new AppError("policy_conflict", "the policy changed meanwhile: look at what is in force", {
      context: { version: latest ?? 0 },
    });
  }
  const why = because === "person" ? "" : `, because ${returnWords(because)}`;
  const note = `version ${String(next.version)} returned to version ${String(before.version)}${why}`;
  const version = latest + 1;
  yield* tx.insertPolicy({ version, text: old.text, by, at, note, basedOn: latest });
  const figures = { checked: next.evidence.checked, bad: next.evidence.bad, severe: next.evidence.severe };
  const body = { version: next.version, to: before.version, because, ...figures };
  const saved = { version, basedOn: latest, note, by, riskier: false, digest, document: inLedger(old.text) };
  return {
    version,
    events: [
      ledgerDraft(actor, at, { type: "policy.returned", subject: "policy", body }),
      ledgerDraft(actor, at, { type: "policy.saved", subject: "policy", body: saved }),
    ],
  };
}

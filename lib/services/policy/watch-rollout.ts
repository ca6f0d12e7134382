import type { Steps, Transaction } from "../../../db/store/store";
import type { LabelRecord, LedgerDraft } from "../../../db/store/types";
import type { Evidence } from "../../domain/measure/ladder";
import { withRolloutLabel, type ReturnCause } from "../../domain/policy/rollout";
import type { Assessment } from "../../domain/risk";
import type { RunningRollout } from "./rollout-setting";
import { rolloutInLock, saveRollout } from "./rollout-setting";
import { returnVersion } from "./return-version";

/** One label, and what was judged: when it was proposed and what came of it then. */
export interface JudgedLabel extends Omit<Evidence, "before" | "after" | "fingerprint"> {
  readonly before: LabelRecord | null;
  readonly after: LabelRecord;
  readonly assessment: Assessment;
}

/**
 * Counts a label for the version that judged its proposal, in the commit that made it, and returns the new version in that same commit where the
 * evidence asks for it: from then on nothing is judged by it. Answers the rows of the ledger that follow. What is not yet known costs nothing.
 */
export function* watchRollout(tx: Transaction, label: JudgedLabel): Steps<readonly LedgerDraft[]> {
  const { assessment, before, after, stakes, reviewers, proposedAt, at } = label;
  if (!saysSomething(label)) return [];
  const kept = yield* rolloutInLock(tx);
  if (kept?.type !== "running" || proposedAt < kept.rollout.startedAt) return [];
  const evidence = { before, after, stakes, reviewers, proposedAt, at };
  const { rollout, because } = withRolloutLabel(kept.rollout, assessment.policyVersion, evidence);
  if (because !== null) return yield* returnedByItself(tx, { ...kept, rollout }, because, at);
  if (rollout !== kept.rollout) yield* saveRollout(tx, { ...kept, rollout });
  return [];
}

/** What a version let run counts, right or wrong, and harm counts whoever looked. */
function saysSomething({ assessment: { treatment }, before, after }: JudgedLabel): boolean {
  if (after.severe) return true;
  if (treatment !== "auto" && treatment !== "audit") return false;
  return after.verdict !== "unknown" || (before !== null && before.verdict !== "unknown");
}

function* returnedByItself(
  tx: Transaction,
  running: RunningRollout,
  because: ReturnCause,
  at: number,
): Steps<readonly LedgerDraft[]> {
  const returned = yield* returnVersion(tx, running, { by: null, actor: "system:worker", because, at });
  const { version: to, events } = returned;
  const { rollout } = running;
  const [version, before] = [rollout.next.version, rollout.before.version];
  yield* saveRollout(tx, { type: "returned", version, before, to, at, because });
  return events;
}

"use server";

import type { Verification } from "../../../components/ledger/ledger-view";
import type { ActionResult } from "../../../lib/contract/action-result";
import { actingPerson } from "../../../lib/auth/current-person";
import { getRuntime } from "../../../lib/runtime";
import { verifyLedger } from "../../../lib/services/ledger/verify-ledger";
import { answerAction } from "../answer-action";

/** Recomputes the whole chain and says whether it holds. Changes nothing. */
export async function verifyLedgerAction(): Promise<ActionResult<Verification>> {
  return answerAction(async () => {
    const actor = await actingPerson("ledger.read");
    const { ctx } = await getRuntime();
    const began = performance.now();
    const verdict = await verifyLedger(ctx, actor);
    const tookMs = performance.now() - began;
    return verdict.ok
      ? { whole: true, count: verdict.count, hash: verdict.head.hash, tookMs }
      : { whole: false, seq: verdict.seq, why: verdict.why, tookMs };
  });
}

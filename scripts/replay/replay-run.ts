import type { Countersign, Proposal } from "../../sdk/src/index";
import { CountersignError } from "../../sdk/src/index";
import type { Pacer } from "./pacer";
import type { RecordedCall } from "./recorded-call";
import { proposalOf } from "./recorded-call";
import type { Tally } from "./tally";

export interface ReplayOptions {
  readonly tally: Tally;
  /** File a finding for a call labelled wrong once it ran. */
  readonly labels: boolean;
  /** Wait for people; otherwise a pending proposal is left in the queue and the run goes on. */
  readonly wait: boolean;
  /** Shared by all runs that are played side by side. */
  readonly pacer: Pacer;
}

/** Plays one run in order: propose, wait, verify, redeem, report. A call that is not let run does not stop the ones after it. */
export async function replayRun(client: Countersign, calls: readonly RecordedCall[], options: ReplayOptions): Promise<void> {
  for (const call of calls) {
    await options.pacer.turn();
    try {
      const key = `${call.domain}:${call.run}:${String(call.step)}`;
      const { proposal, replayed } = await client.proposeOnce(proposalOf(call), { key });
      options.tally.treated(call.write, proposal.treatment);
      const decided = proposal.status === "pending" && options.wait ? await client.wait(proposal.id) : proposal;
      await carryOut(client, call, decided, replayed, options);
    } catch (error) {
      options.tally.failed(`${call.run} step ${String(call.step)}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

async function carryOut(
  client: Countersign,
  call: RecordedCall,
  proposal: Proposal,
  replayed: boolean,
  { tally, labels }: ReplayOptions,
): Promise<void> {
  if (proposal.status !== "approved" || proposal.receipt === null) {
    tally.ended(proposal.status);
    return;
  }
  const { target } = proposalOf(call);
  await client.approvedArguments(proposal, target ?? null);
  const redemption = await redemptionOf(client, proposal, replayed);
  if (redemption === null) {
    tally.ended("already redeemed");
    return;
  }
  // The recorded world answered already: its refusals are outcomes here, learned only after the action ran.
  await client.report(
    proposal.id,
    redemption,
    call.failed ? "failed" : "succeeded",
    call.failed ? (call.result ?? undefined) : undefined,
  );
  tally.ended(call.failed ? "ran, failed" : "ran, succeeded");
  if (labels && call.label === "wrong") await client.fileFinding(proposal.id, "label", "wrong by the task’s ground truth");
}

async function redemptionOf(client: Countersign, proposal: Proposal, replayed: boolean): Promise<string | null> {
  if (proposal.redemption !== null) return replayed ? null : proposal.redemption;
  if (proposal.receipt === null) return null;
  try {
    return (await client.redeem(proposal.id, proposal.receipt)).redemption;
  } catch (error) {
    if (error instanceof CountersignError && error.code === "already_redeemed") return null;
    throw error;
  }
}

import { CountersignError } from "./errors.js";
import { pause } from "./http.js";
import type { JsonObject, OutcomeStatus, Proposal, ProposalInput } from "./types.js";

/** The part of the client that a guarded function calls. */
export interface GuardClient {
  proposeOnce(
    input: ProposalInput,
    options: { readonly signal?: AbortSignal; readonly key?: string },
  ): Promise<{ readonly proposal: Proposal; readonly replayed: boolean }>;
  wait(id: string, options: { readonly signal?: AbortSignal }): Promise<Proposal>;
  approvedArguments(proposal: Proposal, target: ProposalInput["target"] | null): Promise<JsonObject>;
  redeem(id: string, receipt: string): Promise<{ readonly redemption: string }>;
  report(id: string, redemption: string, status: OutcomeStatus, detail?: string): Promise<Proposal>;
}

/** What goes with each proposal of a guarded function. Functions are asked anew for every call. */
export interface GuardOptions<Args extends JsonObject> extends Omit<
  ProposalInput,
  "action" | "before" | "after" | "redeem" | "target"
> {
  readonly target?: NonNullable<ProposalInput["target"]>;
  /** The record as it is now: what the diff is drawn against. */
  readonly before?: (args: Args) => Promise<JsonObject | null> | JsonObject | null;
  readonly after?: (args: Args) => Promise<JsonObject | null> | JsonObject | null;
  /** The same key for the same intent: a restarted agent then waits for the proposal it had made, and never makes a second one. */
  readonly key?: (args: Args) => string;
  /** Told when the action ran and its outcome could not be reported, after the tries were used up. */
  readonly onUnreported?: (error: unknown, proposal: Proposal) => void;
}

export type Guarded<Args extends JsonObject, Result> = (
  args: Args,
  options?: { readonly signal?: AbortSignal },
) => Promise<Result>;

const REPORT_TRIES = 5;

/**
 * Wraps a function so that it runs only what was approved, with the approved arguments, at most once: proposes, waits, verifies the receipt
 * against the exact arguments, redeems it, runs, reports. Throws without running in every other case: at once where the server cannot be
 * reached to propose, and after `outageMs` where it stays away while people decide.
 */
export function guard<Args extends JsonObject, Result>(
  client: GuardClient,
  name: string,
  run: (args: Args) => Promise<Result> | Result,
  options: GuardOptions<Args>,
): Guarded<Args, Result> {
  const { before, after, key, onUnreported, target, ...fixed } = options;
  return async (given, { signal } = {}) => {
    const cancel = signal === undefined ? {} : { signal };
    // What travels is JSON: what JSON drops must not run either.
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- a round trip of what it was
    const args = JSON.parse(JSON.stringify(given)) as Args;
    const input: ProposalInput = {
      ...fixed,
      ...(target === undefined ? {} : { target }),
      action: { name, arguments: args },
      ...(before === undefined ? {} : { before: await before(args) }),
      ...(after === undefined ? {} : { after: await after(args) }),
      redeem: true,
    };
    // Answered once it is on disk: waiting, which goes on through an outage, is a call of its own.
    const { proposal: proposed, replayed } = await client.proposeOnce(input, {
      ...cancel,
      ...(key === undefined ? {} : { key: key(args) }),
    });
    // Redeemed in this very answer, and not in one that an earlier, perhaps crashed, run of ours had received.
    const fresh = !replayed && proposed.delivery === "redeemed" && proposed.decision?.source === "policy";
    const decided = proposed.status === "pending" ? await client.wait(proposed.id, cancel) : proposed;
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the server checked an edit against the schema
    const approved = (await client.approvedArguments(decided, target ?? null)) as Args;
    const redemption = fresh ? decided.redemption : await redeemOnce(client, decided);
    if (redemption === null) throw used(decided);
    return execute(client, decided, redemption, () => run(approved), onUnreported);
  };
}

async function redeemOnce(client: GuardClient, proposal: Proposal): Promise<string> {
  if (proposal.receipt === null) throw used(proposal);
  return (await client.redeem(proposal.id, proposal.receipt)).redemption;
}

function used(proposal: Proposal): CountersignError {
  return new CountersignError("already_redeemed", "this approval was used before: find out whether that run succeeded", {
    proposalId: proposal.id,
  });
}

async function execute<Result>(
  client: GuardClient,
  proposal: Proposal,
  redemption: string,
  run: () => Promise<Result> | Result,
  onUnreported: ((error: unknown, proposal: Proposal) => void) | undefined,
): Promise<Result> {
  const report = async (status: "succeeded" | "failed", detail?: string): Promise<void> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await client.report(proposal.id, redemption, status, detail);
        return;
      } catch (error) {
        if (attempt < REPORT_TRIES && error instanceof CountersignError && error.code === "unavailable") {
          await pause(500 * attempt);
          continue;
        }
        // eslint-disable-next-line no-console -- the action ran: someone must learn that its outcome is not on record
        if (onUnreported === undefined) console.warn(`countersign: the outcome of ${proposal.id} could not be reported`, error);
        else onUnreported(error, proposal);
        return;
      }
    }
  };
  let result: Result;
  try {
    result = await run();
  } catch (error) {
    await report("failed", error instanceof Error ? error.message : String(error));
    throw error;
  }
  await report("succeeded");
  return result;
}

import type { LedgerRow } from "../../db/store/types";
import { readEntry } from "../../lib/domain/ledger";
import { readEvent } from "../../lib/domain/ledger-event";
import type { Call } from "./linearizable";
import { linearization } from "./linearizable";
import type { Asked, Rules, Told } from "./proposal-register";
import { proposalRegister } from "./proposal-register";

/** What the record says that people signed: an approval that reached its agent, and by whom on the version that it is for. */
export interface Approval {
  readonly signers: readonly string[];
}

/**
 * What is wrong with one proposal's history, in words: nothing when some order of its calls explains every answer, and the ledger says what
 * the callers were told.
 */
export function faultsOf(calls: readonly Call<Asked, Told>[], rows: readonly LedgerRow[], rules: Rules): readonly string[] {
  const recorded = (type: string): number => rows.filter((row) => row.type === type).length;
  const told = (asked: readonly Asked["type"][], status?: string): number =>
    calls.filter(
      ({ input, output }) =>
        asked.includes(input.type) && output?.code === "accepted" && (status === undefined || output.status === status),
    ).length;
  const people = ["approve", "edit", "reject"] as const;
  const ends = recorded("proposal.released") + recorded("proposal.withdrawn") + recorded("proposal.expired");
  const unknown = calls.some(({ output }) => output === null);
  const agree = (one: number, other: number): boolean => unknown || one === other;
  const fewer = approvalsOf(rows).filter(({ signers }) => !suffices(signers, rules)).length;
  const checks: readonly (readonly [boolean, string])[] = [
    [linearization(calls, proposalRegister(rules)) !== null, "no order of the calls explains what they were told"],
    [rules.signatures === 1 ? ends === 1 : ends <= 1, `ended ${String(ends)} times`],
    [agree(told(people, "held"), recorded("proposal.decided")), "the decisions that people were told of are not those recorded"],
    [
      agree(told(people, "pending"), recorded("proposal.signed")),
      "the signatures that people were told of are not those recorded",
    ],
    [agree(told(["undo"]), recorded("proposal.undone")), "what people were told they took back is not what is recorded"],
    [agree(told(["withdraw"]), recorded("proposal.withdrawn")), "what the agent was told is not what is recorded"],
    [agree(told(["expire"]), recorded("proposal.expired")), "what the clock was told is not what is recorded"],
    [agree(told(["redeem"]), recorded("proposal.redeemed")), "what executors were told is not what is recorded"],
    [fewer === 0, "approved without the people it needs"],
  ];
  return checks.filter(([holds]) => !holds).map(([, fault]) => fault);
}

function suffices(signers: readonly string[], { signatures, owner }: Rules): boolean {
  const distinct = new Set(signers);
  return distinct.size >= signatures && (signatures === 1 || owner === null || !distinct.has(owner));
}

/** The approvals that reached their agent, with everybody whose signature stood on the version in force: counted from the events alone. */
export function approvalsOf(rows: readonly LedgerRow[]): readonly Approval[] {
  const approvals: Approval[] = [];
  let [version, signers]: [number, readonly string[]] = [1, []];
  for (const row of rows) {
    const entry = readEntry(row.entry);
    const event = entry === null ? null : readEvent(entry);
    if (event === null) continue;
    const signature = event.type === "proposal.signed" || event.type === "proposal.decided" ? event.signature : null;
    if (event.type === "proposal.edited") [version, signers] = [event.to.version, []];
    if (event.type === "proposal.undone") signers = signers.filter((signer) => signer !== event.by);
    if (signature?.version === version) signers = [...signers, signature.by];
    if (event.type === "proposal.released" && event.receipt !== null) approvals.push({ signers });
  }
  return approvals;
}

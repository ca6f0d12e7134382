import fc from "fast-check";
import type { Refusal } from "../lib/domain/error-codes";
import type { ReceiptId } from "../lib/domain/ids";
import type { Command } from "../lib/domain/lifecycle/commands";
import { decide } from "../lib/domain/lifecycle/decide";
import type { ProposalEvent } from "../lib/domain/lifecycle/events";
import { evolve } from "../lib/domain/lifecycle/evolve";
import type { ProposalState } from "../lib/domain/proposal";
import type { Result } from "../lib/domain/result";
import { START } from "./builders";
import type { Step } from "./proposal-commands";
import { proposeCommand, steps } from "./proposal-commands";

/** One command with the moment it came at and what followed. */
export interface Move {
  readonly command: Command;
  readonly now: number;
  readonly before: ProposalState | null;
  readonly answer: Result<readonly ProposalEvent[], Refusal>;
  /** Empty when refused. */
  readonly events: readonly ProposalEvent[];
  readonly after: ProposalState | null;
}

/** One proposal's life; printed as a list of commands when a claim fails. */
export interface Run {
  readonly moves: readonly Move[];
  readonly [fc.toStringMethod]: () => string;
}

/** One proposal under an arbitrary list of commands, from nothing on. */
export const proposalRuns: fc.Arbitrary<Run> = fc
  .record({
    workspace: fc.constantFrom("team" as const, "team" as const, "alone" as const),
    first: proposeCommand,
    rest: fc.array(steps, { maxLength: 36, size: "max" }),
  })
  .map(({ workspace, first, rest }) => {
    const moves = played(workspace, [[0, first], ...rest.flat()]);
    return { moves, [fc.toStringMethod]: () => moves.map(written).join("\n") };
  });

function written({ command, now, answer, after }: Move): string {
  const outcome = answer.ok ? answer.value.map(({ type }) => type).join(" ") : answer.error.code;
  return `+${String(now - START)} ms ${JSON.stringify(command)} -> ${outcome} (${after?.status ?? "nothing"})`;
}

function played(workspace: "team" | "alone", list: readonly Step[]): readonly Move[] {
  const moves: Move[] = [];
  const receipts: ReceiptId[] = [];
  let state: ProposalState | null = null;
  let now = START;
  for (const [index, [wait, make]] of list.entries()) {
    now += wait;
    const command: Command = make({ state, workspace, receipts, number: index + 1 });
    const before: ProposalState | null = state;
    const answer = decide(before, command, now);
    const events = answer.ok ? answer.value : [];
    for (const event of events) state = evolve(state, event);
    if (state?.receiptId && !receipts.includes(state.receiptId)) receipts.push(state.receiptId);
    moves.push({ command, now, before, answer, events, after: state });
  }
  return moves;
}

/** Holds the claim against every move of many arbitrary runs; `start` makes what the claim remembers from move to move. */
export function always<Memory>(start: () => Memory, claim: (move: Move, memory: Memory) => void): void {
  fc.assert(
    fc.property(proposalRuns, ({ moves }) => {
      const memory = start();
      for (const move of moves) claim(move, memory);
    }),
    { numRuns: 250 },
  );
}

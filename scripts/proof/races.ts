import path from "node:path";

import type { ProposalState } from "../../lib/domain/proposal";
import type { PersonActor } from "../../lib/services/actor";
import { verifyLedger } from "../../lib/services/ledger/verify-ledger";
import { propose } from "../../lib/services/propose";
import { redeem } from "../../lib/services/redeem";
import { runDueWork } from "../../lib/services/run-due-work";
import { Random } from "../demo/random";
import type { Extent, Proof } from "./proof";
import type { Answer, Race } from "./race-one";
import { CHOICES, codeOf, raceOne } from "./race-one";
import { agentNamed, COMMAND_LINE, inTemporaryFolder, openContext, reviewer, ticketNamed } from "./workspace";

const SLICE = 200;
const FULL = 10_000;
/** Proposals raced side by side. */
const BLOCK = 20;
const REDEEMERS = 8;
const UNDO_MS = 60_000;
/** What a caller that came too late may be told. Anything else is an anomaly. */
const LOST_CODES = new Set(["not_pending", "stale", "already_decided"]);

interface Arena extends Race {
  readonly tally: Tally;
  readonly pass: (ms: number) => void;
}

interface Tally {
  anomalies: number;
  readonly wins: Record<string, number>;
  readonly refusals: Record<string, number>;
  redeemed: number;
  readonly notes: string[];
}

/**
 * Eight callers on each proposal at once: three approve, two reject, one edits, the agent withdraws and the clock expires it (trust.md R3, B9);
 * then eight callers redeem each approval (B3). Checked against the answers that were given and against the ledger.
 */
export async function races({ full, progress }: Extent): Promise<readonly Proof[]> {
  const proposals = full ? FULL : SLICE;
  return inTemporaryFolder(async (folder) => {
    let now = Date.now();
    const ctx = await openContext(path.join(folder, "races.db"), () => now);
    const tally: Tally = { anomalies: 0, wins: {}, refusals: {}, redeemed: 0, notes: [] };
    try {
      const reviewers: PersonActor[] = [];
      for (const choice of CHOICES)
        reviewers.push(Object.assign(await reviewer(ctx), { name: `reviewer who would ${choice.type}` }));
      const pass = (ms: number): void => {
        now += ms;
      };
      const arena = { ctx, agent: await agentNamed(ctx, "races"), reviewers, random: new Random(now % 2 ** 31), tally, pass };
      for (let done = 0; done < proposals; done += BLOCK) {
        await raceBlock(arena, done);
        progress(`${String(done + BLOCK)} of ${String(proposals)} proposals`);
      }
      const ledger = await verifyLedger(ctx, COMMAND_LINE);
      return proofsOf(tally, proposals, ledger.ok);
    } finally {
      await ctx.store.close();
    }
  });
}

function proofsOf(tally: Tally, proposals: number, ledgerHolds: boolean): readonly Proof[] {
  const { anomalies, wins, refusals, redeemed, notes } = tally;
  const approvals = (wins["approve"] ?? 0) + (wins["edit"] ?? 0);
  // A race that one side always wins is not a race.
  const contested = Object.keys(wins).length >= 4;
  for (const note of notes.slice(0, 5)) process.stderr.write(`${note}\n`);
  return [
    {
      name: "races: each proposal ends exactly once",
      holds: anomalies === 0 && contested && ledgerHolds,
      proposals,
      callersEach: CHOICES.length + 2,
      anomalies,
      ended: inWords(wins),
      refusals: inWords(refusals),
      ledgerHolds,
    },
    {
      name: "races: each receipt is redeemed exactly once",
      holds: approvals > 0 && redeemed === approvals,
      approvals,
      callersEach: REDEEMERS,
      redeemedOnce: redeemed,
    },
  ];
}

function inWords(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => `${name} ${String(count)}`)
    .join(" · ");
}

async function raceBlock(arena: Arena, first: number): Promise<void> {
  const { ctx, agent, tally, pass } = arena;
  const states = await Promise.all(
    Array.from({ length: BLOCK }, async (_, index) => {
      const input = ticketNamed(String(first + index));
      return (await propose(ctx, agent, input, { idempotencyKey: null, raw: null })).found.record.state;
    }),
  );
  const answers = await Promise.all(states.map((state) => raceOne(arena, state)));
  // The undo windows end, and what is held reaches its agent.
  pass(UNDO_MS);
  await runDueWork(ctx);
  for (const [index, state] of states.entries()) await judge(arena, state, answers[index] ?? []);
  const approved = await Promise.all(states.map(({ id }) => ctx.store.read.proposal(id)));
  await Promise.all(
    approved.map(async (found) => {
      if (found?.record.state.status === "approved" && found.record.receipt !== null) {
        if (await redeemedOnce(arena, found.record.state.id, found.record.receipt)) tally.redeemed += 1;
      }
    }),
  );
}

/** Holds what each caller was told against the ledger's account of the same proposal. */
async function judge({ ctx, tally }: Arena, { id }: ProposalState, answers: readonly Answer[]): Promise<void> {
  const types = (await ctx.store.read.ledgerOf(id)).map((row) => row.type);
  const faults = faultsOf(types, answers);
  if (faults.length > 0) {
    tally.anomalies += 1;
    tally.notes.push(`${id}: ${faults.join("; ")}: ${JSON.stringify(answers)} ${types.join(" ")}`);
  }
  const accepted = answers.filter(({ code }) => code === "accepted").map(({ caller }) => caller);
  const winner = accepted.includes("withdraw") ? "withdraw" : (accepted[0] ?? "nobody");
  tally.wins[winner] = (tally.wins[winner] ?? 0) + 1;
  for (const { code } of answers) if (code !== "accepted") tally.refusals[code] = (tally.refusals[code] ?? 0) + 1;
}

function faultsOf(types: readonly string[], answers: readonly Answer[]): readonly string[] {
  const recorded = (type: string): number => types.filter((each) => each === type).length;
  const told = (of: (answer: Answer) => boolean): number => answers.filter((each) => each.code === "accepted" && of(each)).length;
  const withdrawn = told(({ caller }) => caller === "withdraw");
  const expired = told(({ caller }) => caller === "expire");
  const decided = told(({ caller }) => caller !== "withdraw" && caller !== "expire");
  // A decision that is still held has not reached its agent, who may withdraw: then it is decided, withdrawn and never released.
  const ends = recorded("proposal.released") + recorded("proposal.withdrawn") + recorded("proposal.expired");
  const checks: readonly (readonly [boolean, string])[] = [
    [ends === 1, `ended ${String(ends)} times`],
    [decided <= 1 && decided === recorded("proposal.decided"), "what people were told is not what is recorded"],
    [withdrawn === recorded("proposal.withdrawn"), "what the agent was told is not what is recorded"],
    [expired === recorded("proposal.expired"), "what the clock was told is not what is recorded"],
    [expired + decided <= 1, "decided and expired"],
    [answers.every(({ code }) => code === "accepted" || LOST_CODES.has(code)), "an answer that no rule gives"],
  ];
  return checks.filter(([holds]) => !holds).map(([, fault]) => fault);
}

async function redeemedOnce({ ctx, agent, tally }: Arena, id: string, receipt: string): Promise<boolean> {
  const calls = Array.from({ length: REDEEMERS }, () => codeOf(() => redeem(ctx, agent, id, receipt)));
  const codes = await Promise.all(calls);
  const accepted = codes.filter((code) => code === "accepted").length;
  const used = codes.filter((code) => code === "already_redeemed").length;
  const entries = (await ctx.store.read.ledgerOf(id)).filter((row) => row.type === "proposal.redeemed").length;
  const holds = accepted === 1 && used === REDEEMERS - 1 && entries === 1;
  if (!holds) tally.notes.push(`${id}: redeemed ${codes.join(" ")}, ${String(entries)} entries`);
  return holds;
}

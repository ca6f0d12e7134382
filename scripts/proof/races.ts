import path from "node:path";

import type { ProposalState } from "../../lib/domain/proposal";
import type { PersonActor } from "../../lib/services/actor";
import type { Context } from "../../lib/services/context";
import { verifyLedger } from "../../lib/services/ledger/verify-ledger";
import { propose } from "../../lib/services/propose";
import type { ProposeInput } from "../../lib/services/propose-input";
import { runDueWork } from "../../lib/services/run-due-work";
import { withdraw } from "../../lib/services/withdraw";
import { temporarySigningKeys } from "../../lib/signing-keys";
import { Random } from "../demo/random";
import { History } from "./linearizable";
import type { Extent, Proof } from "./proof";
import type { Asked, Told } from "./proposal-register";
import type { Arena, Record } from "./race-arena";
import { look } from "./race-arena";
import { DECIDERS, raceForOne, raceForTwo, raceToRedeem, REDEEMERS } from "./race-callers";
import { approvalsOf, faultsOf } from "./race-verdict";
import { agentNamed, COMMAND_LINE, contextAt, inTemporaryFolder, reviewer, ticketNamed, withPostgres } from "./workspace";

/** Proposals that one person decides and proposals that two sign, on each database. */
const SLICE = { one: 200, two: 50 };
const FULL = { one: 10_000, two: 10_000 };
/** Proposals raced side by side. */
const BLOCK = 20;
const UNDO_MS = 60_000;
const PEOPLE = 6;

/** What was counted over all proposals of one kind on one database. */
interface Tally {
  anomalies: number;
  /** Calls of which nobody can say whether they took effect. */
  unknown: number;
  calls: number;
  redeemed: number;
  approved: number;
  readonly ended: Map<string, number>;
  readonly refusals: Map<string, number>;
  readonly notes: string[];
}

/**
 * Eight callers on each proposal at once: three approve, two reject, one edits, the agent withdraws and the clock expires it (design: trust R3, B9);
 * then eight callers redeem each approval (B3). On others, which two people sign: signatures, double clicks, edits and signatures taken back
 * (B10, R19). On both databases, on PostgreSQL by two servers. What each was told must be what some order of the calls explains.
 */
export async function races({ full, progress }: Extent): Promise<readonly Proof[]> {
  const size = full ? FULL : SLICE;
  const embedded = await inTemporaryFolder((folder) =>
    racesOn("sqlite", [`file:${path.join(folder, "races.db")}`], size, progress),
  );
  const postgres = await withPostgres((url) => racesOn("postgres", [url, url], size, progress));
  return [...embedded, ...postgres];
}

async function racesOn(
  database: string,
  addresses: readonly string[],
  size: typeof SLICE,
  progress: (text: string) => void,
): Promise<readonly Proof[]> {
  let now = Date.now();
  const receipts = temporarySigningKeys();
  const servers: Context[] = [];
  try {
    for (const address of addresses) servers.push(await contextAt(address, { clock: () => now, receipts }));
    const [first] = servers;
    if (first === undefined) throw new Error("there is a server");
    const people: PersonActor[] = [];
    for (let person = 0; person < PEOPLE; person += 1) people.push(await reviewer(first));
    const owner = await reviewer(first);
    const agent = { ...(await agentNamed(first, "races")), ownerId: owner.personId };
    const pass = (ms: number): void => {
      now += ms;
    };
    const turn = database === "sqlite" ? fewTurns : () => first.store.read.ledgerHead();
    const arena: Arena = { servers, agent, owner, people, random: new Random(now % 2 ** 31), pass, turn };
    const one = await allRaces(arena, { count: size.one, signatures: 1 }, (done) =>
      progress(`${database}, one signature: ${done}`),
    );
    const two = await allRaces(arena, { count: size.two, signatures: 2 }, (done) =>
      progress(`${database}, two signatures: ${done}`),
    );
    const ledger = await verifyLedger(first, COMMAND_LINE);
    return proofsOf(database, { one, two, size, ledgerHolds: ledger.ok });
  } finally {
    await Promise.all(servers.map(({ store }) => store.close()));
  }
}

/** A read of the embedded database takes no turn of the event loop at all. */
async function fewTurns(): Promise<void> {
  for (let turns = 0; turns < 3; turns += 1) await new Promise((resolve) => setImmediate(resolve));
}

interface Kind {
  readonly count: number;
  readonly signatures: 1 | 2;
}

async function allRaces(arena: Arena, kind: Kind, progress: (done: string) => void): Promise<Tally> {
  const tally: Tally = {
    anomalies: 0,
    unknown: 0,
    calls: 0,
    redeemed: 0,
    approved: 0,
    ended: new Map(),
    refusals: new Map(),
    notes: [],
  };
  for (let done = 0; done < kind.count; done += BLOCK) {
    await raceBlock(arena, kind.signatures, Math.min(BLOCK, kind.count - done), tally);
    progress(`${String(done + BLOCK)} of ${String(kind.count)}`);
  }
  return tally;
}

async function raceBlock(arena: Arena, signatures: 1 | 2, count: number, tally: Tally): Promise<void> {
  const [first] = arena.servers;
  if (first === undefined) throw new Error("there is a server");
  const proposed = await Promise.all(Array.from({ length: count }, () => proposeOne(first, arena, signatures)));
  const races = proposed.map((state) => ({ state, history: new History<Asked, Told>() }));
  await Promise.all(races.map(({ state, history }) => (signatures === 1 ? raceForOne : raceForTwo)(arena, history, state)));
  // The undo windows end, and what is held reaches its agent.
  arena.pass(UNDO_MS);
  const due = runDueWork(first);
  await Promise.all(races.map(({ history }) => history.record({ type: "due" }, () => due.then(() => ({ code: "accepted" })))));
  await Promise.all(races.map((race) => redeemAndJudge(first, arena, { ...race, signatures }, tally)));
}

async function proposeOne(ctx: Context, { agent, owner }: Arena, signatures: 1 | 2): Promise<ProposalState> {
  const name = ctx.newId("proposal");
  const input: ProposeInput =
    signatures === 1
      ? ticketNamed(name)
      : { action: { name: "file.delete", arguments: { path: `exports/${name}.csv` } }, kind: "file" };
  // Whoever owns the key matters to two signatures only; with one they would be counted among the deciders.
  const actor = signatures === 1 ? { ...agent, ownerId: null } : { ...agent, ownerId: owner.personId };
  const { found } = await propose(ctx, actor, input, { idempotencyKey: null, raw: null });
  const { state } = found.record;
  if (state.treatment !== (signatures === 1 ? "review" : "two_person")) throw new Error(`policy says ${state.treatment}`);
  return state;
}

interface Race {
  readonly state: ProposalState;
  readonly history: Record;
  readonly signatures: 1 | 2;
}

async function redeemAndJudge(ctx: Context, arena: Arena, { state, history, signatures }: Race, tally: Tally): Promise<void> {
  const { id } = state;
  const found = await ctx.store.read.proposal(id);
  const receipt = found?.record.state.status === "approved" ? found.record.receipt : null;
  if (receipt !== null) await raceToRedeem(arena, history, { id, receipt });
  // Whatever anybody was told before must still be so.
  for (const server of arena.servers) await look(server, history, id);
  const rows = await ctx.store.read.ledgerOf(id);
  const faults = faultsOf(history.calls, rows, { signatures, owner: signatures === 2 ? arena.owner.personId : null });
  count(tally, history, found?.record.state.status ?? "gone");
  tally.approved += approvalsOf(rows).length;
  // Whatever still waits for a second person would reach the cap of its key.
  if (found?.record.state.status === "pending") await withdraw(ctx, arena.agent, id);
  tally.redeemed += rows.filter(({ type }) => type === "proposal.redeemed").length;
  if (faults.length === 0) return;
  tally.anomalies += 1;
  tally.notes.push(`${id}: ${faults.join("; ")}: ${JSON.stringify(history.calls)} ${rows.map(({ type }) => type).join(" ")}`);
}

function count(tally: Tally, { calls }: Record, status: string): void {
  tally.calls += calls.length;
  tally.ended.set(status, (tally.ended.get(status) ?? 0) + 1);
  for (const { output } of calls) {
    if (output === null) tally.unknown += 1;
    else if (output.code !== "accepted") tally.refusals.set(output.code, (tally.refusals.get(output.code) ?? 0) + 1);
  }
}

interface Counted {
  readonly one: Tally;
  readonly two: Tally;
  readonly size: typeof SLICE;
  readonly ledgerHolds: boolean;
}

function proofsOf(database: string, { one, two, size, ledgerHolds }: Counted): readonly Proof[] {
  for (const note of [...one.notes, ...two.notes].slice(0, 5)) process.stderr.write(`${note}\n`);
  // A race that one side always wins is not a race.
  const contested = one.ended.size >= 4;
  return [
    {
      name: `races: on ${database} each proposal ends exactly once, as some order of the calls explains`,
      holds: one.anomalies === 0 && contested && ledgerHolds,
      proposals: size.one,
      decidersEach: DECIDERS,
      ...figuresOf(one),
      ledgerHolds,
    },
    {
      name: `races: on ${database} each receipt is redeemed exactly once`,
      holds: one.approved + two.approved > 0 && one.redeemed === one.approved && two.redeemed === two.approved,
      approvals: one.approved + two.approved,
      executorsEach: REDEEMERS,
      redeemedOnce: one.redeemed + two.redeemed,
    },
    {
      name: `races: on ${database} nothing that two sign is approved by fewer than two`,
      holds: two.anomalies === 0 && two.approved > 0 && (two.refusals.get("stale") ?? 0) > 0,
      proposals: size.two,
      signersEach: DECIDERS,
      approved: two.approved,
      ...figuresOf(two),
    },
  ];
}

function figuresOf({ anomalies, unknown, calls, ended, refusals }: Tally) {
  return { calls, anomalies, unknown, ended: inWords(ended), refusals: inWords(refusals) };
}

function inWords(counts: ReadonlyMap<string, number>): string {
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, each]) => `${name} ${String(each)}`)
    .join(" · ");
}

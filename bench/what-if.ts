import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import type { LabelRecord } from "../db/store/types";
import { packColumns, unpackColumns } from "../lib/contract/what-if";
import { columnsOf } from "../lib/domain/measure/history-columns";
import { knobsOf } from "../lib/domain/measure/replay";
import { compare, count, type Figures } from "../lib/domain/measure/what-if";
import { prepare } from "../lib/domain/measure/what-if-parts";
import { ASSUMED_PRICES } from "../lib/domain/policy/prices";
import { DEFAULT_POLICY } from "../lib/domain/policy/default-policy";
import type { PolicyDocument } from "../lib/domain/policy/policy-document";
import type { ProposalId } from "../lib/domain/ids";
import type { AgentActor, PersonActor } from "../lib/services/actor";
import type { Context } from "../lib/services/context";
import { createPerson } from "../lib/services/people/create-person";
import { revertPolicy } from "../lib/services/policy/revert-policy";
import { savePolicy } from "../lib/services/policy/save-policy";
import { propose } from "../lib/services/propose";
import type { ProposeInput } from "../lib/services/propose-input";
import { readWorkspace } from "../lib/services/settings/workspace";
import { readWhatIf, recount, type PastReading } from "../lib/services/measure/recount";
import { Random } from "../scripts/demo/random";
import { agentNamed, COMMAND_LINE, openContext } from "../scripts/proof/workspace";
import type { Row } from "./row";
import { below, quantile } from "./row";

const ITEMS = 50_000;
const GROUP = 256;
const STEPS = 60;
const STEP_MS = 100;
const RULE_MS = 2_000;
const REVERT_MS = 5_000;
const DAYS = 90;
const ALL = { kind: null, agent: null };

/**
 * What a step of a slider costs over 50,000 past items, as a browser takes it, and what a changed rule costs on the server. A step counts only
 * if the server's recount of it is equal to the item.
 */
export async function whatIfRows(say: (text: string) => void): Promise<readonly Row[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "countersign-bench-"));
  const ctx = await openContext(path.join(folder, "past.db"));
  try {
    const admin = await anAdmin(ctx);
    await fill(ctx, say);
    say("reading the past");
    return [...(await stepRows(ctx, admin)), await ruleRow(ctx, admin), await revertRow(ctx, admin)];
  } finally {
    await ctx.store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function anAdmin(ctx: Context): Promise<PersonActor> {
  const person = { email: "bench@example.com", name: "Bench admin", role: "admin", password: "paper-lantern-42-river" } as const;
  const { id, name } = await createPerson(ctx, COMMAND_LINE, person);
  return { type: "person", personId: id, name, role: "admin", sessionId: ctx.newId("session"), authenticatedAt: 0 };
}

async function fill(ctx: Context, say: (text: string) => void): Promise<void> {
  ctx.live.pendingCap = 1_000_000;
  const random = new Random(7);
  const agents: AgentActor[] = [];
  for (let index = 0; index < 6; index += 1) agents.push(await agentNamed(ctx, `agent-${String(index)}`));
  for (let done = 0; done < ITEMS; done += GROUP) {
    const group = Array.from({ length: Math.min(GROUP, ITEMS - done) }, () => input(random));
    const made = await Promise.all(
      group.map((one) => propose(ctx, random.pick(agents), one, { idempotencyKey: null, raw: null })),
    );
    await label(
      ctx,
      made.map(({ found }) => found.record.state),
      random,
    );
    if (done % (GROUP * 20) === 0) say(`${String(done)} of ${String(ITEMS)} past items`);
  }
}

function input(random: Random): ProposeInput {
  const amount = (10 ** (random.next() * 4 + 0.5)).toFixed(2);
  const confidence = 0.5 + random.next() / 2;
  const action = random.pick([
    { name: "payment.refund", arguments: { order: "W2378156", amount, currency: "EUR" } },
    { name: "crm.get", arguments: { id: String(random.between(1, 9_999)) } },
    { name: "crm.update", arguments: { name: "Acme Ltd", stage: "trial", employees: random.between(1, 500) } },
    { name: "email.send", arguments: { to: "dana@example.com", subject: "Your order", body: "It is on its way." } },
  ]);
  return { action, confidence };
}

type State = Awaited<ReturnType<typeof propose>>["found"]["record"]["state"];

/** What people would have said of half of them: a past of decisions, without the hours that making them takes. */
function label(ctx: Context, states: readonly State[], random: Random): Promise<unknown> {
  return ctx.store.transact(function* (tx) {
    for (const state of states) {
      const wrong = random.chance(0.03);
      if (random.chance(0.5)) yield* tx.saveLabel(labelOf(state.id, state, wrong));
    }
    return { result: null, unchanged: true };
  });
}

function labelOf(proposalId: ProposalId, { agentId, actionName, kind, tier, createdAt }: State, wrong: boolean): LabelRecord {
  return {
    ...{ proposalId, agentId, actionName, kind, tier, fingerprint: "bench", at: createdAt },
    ...{ verdict: wrong ? "wrong" : "right", because: wrong ? "rejected" : "approved", ran: wrong ? "no" : "after_look" },
    ...{ excluded: null, weight: 1, missed: false, severe: false, failedOutside: false, edit: null, confidence: null },
  };
}

/** Documents as an admin moving a slider makes them, one a step. */
function draftAt(step: number): PolicyDocument {
  const floor = step / STEPS;
  const { thresholds, matrix } = DEFAULT_POLICY;
  const start = step % 2 === 0 ? "audit:0.2" : "review";
  return {
    ...DEFAULT_POLICY,
    matrix: { ...matrix, S2: { ...matrix.S2, R1: { ...matrix.S2.R1, start } } },
    thresholds: { ...thresholds, confidenceFloor: { default: floor }, amounts: [50 + step, 1_000 + step, 25_000] },
  };
}

async function stepRows(ctx: Context, admin: PersonActor): Promise<readonly Row[]> {
  const reading = await readWhatIf(ctx, admin, DAYS);
  const prepared = prepare(asSent(reading));
  const now = count({ prepared, knobs: knobsOf(DEFAULT_POLICY) }, ALL, ASSUMED_PRICES);
  const took: number[] = [];
  let unequal = prepared.columns.count === ITEMS ? 0 : 1;
  for (let step = 0; step < STEPS; step += 1) {
    const draft = draftAt(step);
    const started = performance.now();
    const here = compare(now, count({ prepared, knobs: knobsOf(draft) }, ALL, ASSUMED_PRICES));
    took.push(performance.now() - started);
    if (step % 10 === 0 && !equal(here, (await counted(ctx, admin, reading, draft)).figures)) unequal += 1;
  }
  const value = quantile(took, 0.95);
  return [
    below({ name: "what_if", value, unit: "ms" }, STEP_MS, "a step over 50,000 past items, p95"),
    below({ name: "what_if_unequal", value: unequal, unit: "steps" }, 0.5, "steps that the server counts differently"),
  ];
}

/** Through the wire's form and back, as a browser has it. */
function asSent({ past }: PastReading) {
  const columns = columnsOf(past.items);
  return unpackColumns({ ...packColumns(columns), items: columns.count, agents: columns.agents.map((id) => ({ id, name: id })) });
}

function counted(ctx: Context, admin: PersonActor, { past }: PastReading, draft: PolicyDocument) {
  return recount(ctx, admin, { text: JSON.stringify(draft), window: past.window, kind: null, agentId: null });
}

function equal(one: Figures, other: Figures): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

async function ruleRow(ctx: Context, admin: PersonActor): Promise<Row> {
  const reading = await readWhatIf(ctx, admin, DAYS);
  const rule = {
    id: "bench",
    match: "*",
    when: "has(derived.amount) && derived.amount > 200.0",
    then: { treatment: "two_person", reason: "dear" },
  } as const;
  const draft = { ...DEFAULT_POLICY, rules: [...DEFAULT_POLICY.rules, rule] };
  const started = performance.now();
  await counted(ctx, admin, reading, draft);
  const value = performance.now() - started;
  return below({ name: "what_if_rule", value, unit: "ms" }, RULE_MS, "a changed rule over 50,000 past items, on the server");
}

/** From the click that takes a version back until a proposal is judged by the one before, over the same past. */
async function revertRow(ctx: Context, admin: PersonActor): Promise<Row> {
  const agent = await agentNamed(ctx, "agent-0");
  const treated = async () => {
    const { found } = await propose(ctx, agent, input(new Random(1)), { idempotencyKey: null, raw: null });
    return found.record.state.policyVersion;
  };
  const before = await treated();
  const text = JSON.stringify(draftAt(1));
  await savePolicy(ctx, admin, { text, basedOn: before, note: "bench", confirmName: await workspaceName(ctx) });
  if ((await treated()) !== before + 1) throw new Error("the version that is taken back was never in force");
  const started = performance.now();
  await revertPolicy(ctx, admin, { to: before, basedOn: before + 1, confirmName: await workspaceName(ctx) });
  if ((await treated()) !== before + 2) throw new Error("the version before is not in force");
  const value = performance.now() - started;
  return below({ name: "revert", value, unit: "ms" }, REVERT_MS, "a version taken back until a proposal is judged without it");
}

async function workspaceName(ctx: Context): Promise<string> {
  return (await readWorkspace(ctx)).name;
}

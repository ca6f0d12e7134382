import { setTimeout as pause } from "node:timers/promises";

import type { CardFixture } from "../lib/domain/card/fixtures/card-fixture";
import { ALL_FIXTURES } from "../lib/domain/card/fixtures/all-fixtures";
import { DWELL_MS } from "../lib/domain/lifecycle/sign";
import { DEFAULT_POLICY } from "../lib/domain/policy/default-policy";
import type { ProposalState } from "../lib/domain/proposal";
import type { Kind } from "../lib/domain/words";
import { KINDS } from "../lib/domain/words";
import type { AgentActor, PersonActor } from "../lib/services/actor";
import type { Context } from "../lib/services/context";
import { savePolicy } from "../lib/services/policy/save-policy";
import { propose } from "../lib/services/propose";
import { decideProposal } from "../lib/services/triage/decide-proposal";
import { takeLease } from "../lib/services/triage/lease";
import { releaseNow } from "../lib/services/triage/release";
import { withdraw } from "../lib/services/withdraw";
import { COMMAND_LINE, update } from "./server-under-test";

/** Which kind each item is of, by its id. */
export type KindOf = ReadonlyMap<string, Kind>;

/** A typical payload of a kind, as the budget of its card is held against it. */
interface Typical {
  readonly kind: Kind;
  readonly fixture: CardFixture;
}

/**
 * Fills the queue with `count` typical items of all nine kinds, one kind after the other in the order of their age, so that from card to card
 * everything is drawn anew. Each is for one person to look at: whom or what an item is the first to reach asks for more, so that was approved before,
 * by somebody else than who is measured: their desk begins without anything decided.
 */
export async function fillNineKinds(ctx: Context, agent: AgentActor, approver: PersonActor, count: number): Promise<KindOf> {
  await saveLooks(ctx);
  await meet(ctx, agent, approver);
  const waiting = new Map<string, Kind>();
  const left = new Map(KINDS.map((kind) => [kind, [...typical(kind)]]));
  for (let turn = 0; waiting.size < count; turn += 1) {
    const kind = KINDS[turn % KINDS.length] ?? "tool";
    const fixtures = left.get(kind) ?? [];
    const at = Math.floor(turn / KINDS.length) % fixtures.length;
    const fixture = fixtures[at];
    if (fixture === undefined) throw new Error(`no item of the kind ${kind} is for one look`);
    const state = await proposed(ctx, agent, { kind, fixture });
    if (state.treatment === "review") waiting.set(state.id, kind);
    else {
      // A check fails on it, or its time has passed: it is nobody's typical item.
      await withdraw(ctx, agent, state.id);
      fixtures.splice(at, 1);
    }
  }
  return waiting;
}

function typical(kind: Kind): readonly CardFixture[] {
  return ALL_FIXTURES[kind].filter(({ of }) => of === "typical");
}

/** Always one look, whatever is at stake and however often the agent was right: what is measured must not change under way. */
async function saveLooks(ctx: Context): Promise<void> {
  const look = { start: "review", loosest: "start" };
  const looks = { R0: look, R1: look, R2: look, R3: look };
  const matrix = { S0: looks, S1: looks, S2: looks, S3: looks, S4: looks };
  const text = JSON.stringify({ ...DEFAULT_POLICY, matrix });
  const basedOn = ctx.live.policy?.version ?? 0;
  await savePolicy(ctx, COMMAND_LINE, { text, basedOn, note: "one look at everything", confirmName: "Bench" });
}

/** Approves what reaches somebody for the first time, and takes the rest back. */
async function meet(ctx: Context, agent: AgentActor, approver: PersonActor): Promise<void> {
  const first: ProposalState[] = [];
  for (const kind of KINDS) for (const fixture of typical(kind)) first.push(await proposed(ctx, agent, { kind, fixture }));
  const careful = first.filter(({ treatment }) => treatment === "confirm");
  for (const { id, version } of careful) await takeLease(ctx, approver, { proposal: id, version });
  await pause(DWELL_MS.confirm);
  for (const state of first) {
    if (!careful.includes(state)) {
      await withdraw(ctx, agent, state.id);
      continue;
    }
    const { id, version, digest } = state;
    const approval = { decision: { type: "approve" }, act: { type: "alternative" } } as const;
    const measured = { activeMs: DWELL_MS.confirm, device: "keyboard" } as const;
    await decideProposal(ctx, approver, { proposal: id, version, digest, ...approval, measured });
    await releaseNow(ctx, approver, { proposal: id });
  }
}

async function proposed(ctx: Context, agent: AgentActor, { kind, fixture }: Typical): Promise<ProposalState> {
  const { action, target, before, after } = fixture.input;
  const { rationale, evidence, confidence } = update(0);
  const said = { title: fixture.name, rationale, evidence, confidence };
  const sent = { kind, action, target: target ?? undefined, before: before ?? undefined, after: after ?? undefined, ...said };
  const { found } = await propose(ctx, agent, sent, { idempotencyKey: null, raw: null });
  return found.record.state;
}

import { toProposal } from "../../lib/contract/proposal-view";
import type { JsonObject } from "../../lib/domain/json";
import { issueReceipt, readReceipt } from "../../lib/domain/receipt";
import type { AgentActor, PersonActor } from "../../lib/services/actor";
import type { Context } from "../../lib/services/context";
import { propose } from "../../lib/services/propose";
import { getProposal } from "../../lib/services/read-proposal";
import { redeem } from "../../lib/services/redeem";
import { runDueWork } from "../../lib/services/run-due-work";
import { decideProposal } from "../../lib/services/triage/decide-proposal";
import { releaseNow, renewApproval } from "../../lib/services/triage/release";
import type { Proposal } from "../../sdk/src/index";
import { verifyReceipt } from "../../sdk/src/index";
import { claimsOf, forgeries } from "./mutations";
import type { Refusals } from "./refusals";
import { ticketNamed } from "./workspace";

/** Where the proof plays: one agent, another one, and a person who approves. */
export interface Scene {
  readonly ctx: Context;
  readonly clock: { now: number };
  readonly own: AgentActor;
  readonly other: AgentActor;
  readonly person: PersonActor;
}

/** An approval as its agent reads it, with the arguments it had proposed. */
export interface Ticket {
  readonly proposal: Proposal;
  readonly receipt: string;
  readonly proposed: JsonObject;
  readonly edited: boolean;
}

const TICKETS = 20;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Approvals of one agent; every other one was edited first, so that a version before it exists. */
export async function approvedTickets(scene: Scene): Promise<readonly Ticket[]> {
  const tickets: Ticket[] = [];
  for (let index = 0; index < TICKETS; index += 1) tickets.push(await approvedTicket(scene, scene.own, index));
  return tickets;
}

async function approvedTicket({ ctx, person }: Scene, agent: AgentActor, index: number): Promise<Ticket> {
  const input = ticketNamed(`b${String(index)}`);
  const { found } = await propose(ctx, agent, input, { idempotencyKey: null, raw: null });
  const { id, version, digest } = found.record.state;
  const edited = index % 2 === 1;
  const reason = { code: "wrong_amount", text: null };
  const changed = { ...input.action.arguments, tag: "shipping" };
  const decision = edited ? { type: "edit" as const, arguments: changed, reason } : { type: "approve" as const };
  await decideProposal(ctx, person, { proposal: id, version, digest, decision, act: { type: "hold" } });
  await releaseNow(ctx, person, { proposal: id });
  return { ...(await read(ctx, agent, id)), proposed: input.action.arguments, edited };
}

async function read(ctx: Context, agent: AgentActor, id: string): Promise<Pick<Ticket, "proposal" | "receipt">> {
  const { record, version } = await getProposal(ctx, agent, id, { recordDelivery: false });
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the view as it travels to the SDK, whose types its own tests hold to it
  const proposal = JSON.parse(JSON.stringify(toProposal({ record, version }, ctx.baseUrl))) as Proposal;
  if (proposal.receipt === null) throw new Error(`${id} is ${proposal.status}, and has no receipt`);
  return { proposal, receipt: proposal.receipt };
}

/** Every forgery of one receipt, at the server and in the SDK. */
export async function refuseForgeries(scene: Scene, tickets: readonly Ticket[], index: number, forged: Refusals): Promise<void> {
  const { ctx, own, clock } = scene;
  const ticket = tickets[index];
  if (ticket === undefined) throw new Error("there is a ticket for each round");
  const others = [tickets[index + 1], tickets[index + 2]].flatMap((other) =>
    other === undefined ? [] : [claimsOf(other.receipt)],
  );
  const audience = own.agentId;
  for (const { how, receipt } of forgeries(ticket.receipt, ctx.receipts, others)) {
    await forged.expect(`redeem, ${how}: ${receipt}`, () => redeem(ctx, own, ticket.proposal.id, receipt));
    await forged.expect(`SDK, ${how}: ${receipt}`, () =>
      verifyReceipt(receipt, { keys: publicKeys(ctx), audience, now: clock.now }),
    );
  }
}

/** The server's key set as the SDK takes it. */
export function publicKeys(ctx: Context): { kid: string; kty: string; crv: string; x: string }[] {
  return ctx.receipts.jwks.keys.map(({ kid = "", kty = "", crv = "", x = "" }) => ({ kid, kty, crv, x }));
}

/** Genuine receipts pass: verified by the SDK and redeemed. Answers how many did. */
export async function redeemGenuine({ ctx, own, clock }: Scene, tickets: readonly Ticket[]): Promise<number> {
  let passed = 0;
  for (const { proposal, receipt } of tickets) {
    const claims = await verifyReceipt(receipt, { keys: publicKeys(ctx), audience: own.agentId, now: clock.now });
    const { found } = await redeem(ctx, own, proposal.id, receipt);
    if (claims.sub === proposal.id && found.record.state.delivery === "redeemed") passed += 1;
  }
  return passed;
}

/** Signed by the server and still wrong: used, of another proposal, another agent's, of an earlier version, lapsed, renewed since, not approved. */
export async function refuseReplays(scene: Scene, tickets: readonly Ticket[], replayed: Refusals): Promise<void> {
  const { ctx, own, other, clock } = scene;
  for (const { proposal, receipt } of tickets) {
    await replayed.expect("used before", () => redeem(ctx, own, proposal.id, receipt));
    await replayed.expect("another agent", () => redeem(ctx, other, proposal.id, receipt));
    await replayed.expect("SDK of another agent", () =>
      verifyReceipt(receipt, { keys: publicKeys(ctx), audience: other.agentId, now: clock.now }),
    );
  }
  const fresh: Ticket[] = [];
  for (let index = 0; index < TICKETS; index += 1) fresh.push(await approvedTicket(scene, own, TICKETS + index));
  for (const { proposal } of fresh) {
    for (const { receipt } of [...tickets, ...fresh.filter((each) => each.proposal.id !== proposal.id)]) {
      await replayed.expect("another proposal's receipt", () => redeem(ctx, own, proposal.id, receipt));
    }
  }
  const foreign = await approvedTicket(scene, other, 2 * TICKETS);
  for (const { receipt } of fresh)
    await replayed.expect("another agent's receipt", () => redeem(ctx, other, foreign.proposal.id, receipt));
  await refuseVersions(scene, fresh, replayed);
  await refuseLapsed(scene, fresh, replayed);
}

/** What a signature on the version before the edit would have been: made with the server's own key. */
async function refuseVersions({ ctx, own, clock }: Scene, fresh: readonly Ticket[], replayed: Refusals): Promise<void> {
  for (const { proposal, receipt, edited } of fresh) {
    const genuine = readReceipt(receipt, { keys: ctx.receipts.verifiers, audience: own.agentId, now: clock.now });
    const first = (await ctx.store.read.proposal(genuine.ok ? genuine.value.sub : ctx.newId("proposal")))?.version;
    if (!genuine.ok || first === undefined) throw new Error("a genuine receipt is read");
    const versions = await ctx.store.read.versions(first.proposalId);
    for (const { version, digest } of versions) {
      if (version === proposal.version) continue;
      for (const claims of [{ version, digest }, { version }, { digest }]) {
        const stale = issueReceipt({ ...genuine.value, ...claims }, ctx.receipts);
        await replayed.expect("an earlier version", () => redeem(ctx, own, proposal.id, stale));
      }
    }
    if (edited !== versions.length > 1) throw new Error("an edit makes a version");
    const unknown = issueReceipt({ ...genuine.value, jti: ctx.newId("receipt") }, ctx.receipts);
    await replayed.expect("a receipt that is not in force", () => redeem(ctx, own, proposal.id, unknown));
  }
}

/** A day later all have lapsed; renewed, each has a new receipt, and the old one stays refused. */
async function refuseLapsed({ ctx, own, person, clock }: Scene, fresh: readonly Ticket[], replayed: Refusals): Promise<void> {
  const keys = publicKeys(ctx);
  clock.now += 2 * DAY_MS;
  await runDueWork(ctx);
  for (const { proposal, receipt } of fresh) {
    await replayed.expect("lapsed", () => redeem(ctx, own, proposal.id, receipt));
    await replayed.expect("lapsed, SDK", () => verifyReceipt(receipt, { keys, audience: own.agentId, now: clock.now }));
    await renewApproval(ctx, person, { proposal: proposal.id });
    await replayed.expect("renewed since", () => redeem(ctx, own, proposal.id, receipt));
    const renewed = await read(ctx, own, proposal.id);
    await redeem(ctx, own, proposal.id, renewed.receipt);
    await replayed.expect("used after it was renewed", () => redeem(ctx, own, proposal.id, renewed.receipt));
  }
}

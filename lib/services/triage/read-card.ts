import type { FindingRecord, LedgerRow, ProposalWithVersion, VersionRecord } from "../../../db/store/types";
import type { Card } from "../../domain/card/card";
import { can } from "../../domain/permissions";
import type { PersonId } from "../../domain/ids";
import { isId } from "../../domain/ids";
import { readEntry } from "../../domain/ledger";
import type { ProposalState } from "../../domain/proposal";
import { openLook, waitsForLook } from "../../domain/second-look";
import type { PersonActor } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { fingerprintOf } from "../fingerprint";
import { proposalId } from "../read-proposal";
import { cannotGiveOpinion } from "../second-look/give-opinion";
import { cardKey, cardOf, earlierThan } from "../weigh";
import { namesOf } from "./names-of";
import { peopleIn } from "./read-queue";
import { stepsBefore } from "./read-run";
import { withDecisive } from "./with-decisive";
import { areCommentsSealed, asSeenBy, BEFORE_IT_RAN, blind, isSealedFor } from "./withheld";

/** Everything one card needs. */
export interface CardReading {
  readonly row: ReturnType<typeof asSeenBy>;
  readonly found: ProposalWithVersion;
  readonly card: Card;
  /** How often what is like this was looked at, and was wrong; null where nothing is known, or would tell how this very one went. */
  readonly observed: { readonly looked: number; readonly wrong: number } | null;
  /** How many steps its run took before it, counted up to one more than are told of. */
  readonly stepsBefore: number;
  readonly ownAgent: boolean;
  /** Why the caller may not sign it, in words; null when they may. */
  readonly cannotSign: string | null;
  readonly names: ReadonlyMap<PersonId, string>;
}

/** One card, rendered by the server from the stored bytes. Anyone signed in may read it. */
export async function readCard(ctx: Context, actor: PersonActor, id: string): Promise<CardReading> {
  const proposal = proposalId(id);
  const [found, row] = await Promise.all([ctx.store.read.proposal(proposal), ctx.store.read.listRow(proposal)]);
  if (found === null || row === null) throw new AppError("not_found", "there is no such proposal");
  const { state } = found.record;
  const { payload } = found.version;
  // What is decided is compared with what came before that: the last approval would be itself.
  const before = waitsForLook(row) ? state.createdAt : state.releasedAt;
  const options = before === null ? {} : { before, earlier: earlierThan(ctx, state, payload, before) };
  const card = await cardOf(ctx, cardKey(found.record), payload, options);
  // Fixed when it was proposed: a later hand-over of the key does not rewrite who owned it.
  const owner = state.ownerId;
  return {
    row: asSeenBy(actor, row),
    found,
    card: withDecisive(card, state.treatment, payload),
    observed: openLook(row) === null ? await observedOf(ctx, found) : null,
    stepsBefore: (await stepsBefore(ctx, found.record)).length,
    ownAgent: owner === actor.personId,
    cannotSign: openLook(row) === "double" ? await cannotLook(ctx, actor, state) : cannotSign(ctx, actor, found, owner),
    names: blind(actor, state, await namesOf(ctx, peopleIn(row))),
  };
}

async function observedOf(ctx: Context, { record, version }: ProposalWithVersion): Promise<CardReading["observed"]> {
  const { agentId, actionName } = record.state;
  const seen = await ctx.store.read.observation(agentId, actionName, fingerprintOf(version.extras));
  return seen === null ? null : { looked: seen.looked, wrong: seen.wrong };
}

async function cannotLook(ctx: Context, actor: PersonActor, state: ProposalState): Promise<string | null> {
  if (!can(actor.role, "proposal.decide")) return "your role reads only";
  return cannotGiveOpinion(actor, state, await ctx.store.read.looks(state.id));
}

function cannotSign(ctx: Context, actor: PersonActor, { record }: ProposalWithVersion, owner: PersonId | null): string | null {
  const { state } = record;
  if (!can(actor.role, "proposal.decide")) return "your role reads only";
  if (state.signatures.some((signature) => signature.by === actor.personId && signature.version === state.version)) {
    return "you have signed this: a second person must";
  }
  if (state.treatment !== "two_person" && !state.regulated) return null;
  if (state.composerId === actor.personId) return "you composed this: another person must sign it";
  if (ctx.live.workspace === "team" && owner === actor.personId) return "you own this agent’s key: another person must sign it";
  return null;
}

/** The proposal page: the card, every version, the whole record and what came of it. */
export interface ProposalPageReading {
  readonly reading: CardReading;
  readonly versions: readonly VersionRecord[];
  readonly ledger: readonly LedgerRow[];
  readonly findings: readonly FindingRecord[];
  readonly names: ReadonlyMap<PersonId, string>;
}

/** The card with its versions, timeline from the ledger, findings and delivery. */
export async function readProposalPage(ctx: Context, actor: PersonActor, id: string): Promise<ProposalPageReading> {
  const reading = await readCard(ctx, actor, id);
  const proposal = proposalId(id);
  const [versions, recorded, findings] = await Promise.all([
    ctx.store.read.versions(proposal),
    ctx.store.read.ledgerOf(proposal),
    ctx.store.read.findings(proposal),
  ]);
  const sealed = areCommentsSealed(actor, reading.row);
  const ledger = sealed ? recorded.filter(({ type }) => type !== "proposal.commented") : recorded;
  const editors = versions.flatMap((version) => (version.by === null ? [] : [version.by]));
  const named = [...editors, ...ledger.flatMap(({ entry }) => actorIn(entry))];
  const names = new Map([...(await namesOf(ctx, named)), ...reading.names]);
  if (!isSealedFor(actor, reading.row)) return { reading, versions, ledger, findings, names };
  // While its look is owed the page tells nothing of how it went: the verdict is on the action, not on its luck.
  return { reading, versions, ledger: ledger.filter(({ type }) => BEFORE_IT_RAN.has(type)), findings: [], names };
}

/** The person who did what a row of the record says; nobody where it was an agent or Countersign itself. */
function actorIn(entry: string): readonly PersonId[] {
  const id = readEntry(entry)?.actor.replace("person:", "") ?? "";
  return isId("person", id) ? [id] : [];
}

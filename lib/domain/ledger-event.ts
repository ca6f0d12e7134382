import type { ReceiptId } from "./ids";
import type { Json, JsonObject } from "./json";
import { isJsonObject } from "./json";
import type { Codec } from "./json-codec";
import { digest, id, listOf, number, oneOf, orNull, record, text, truth, Unreadable } from "./json-codec";
import type { LedgerEntry } from "./ledger";
import type { ProposalEvent, ProposalEventType, VersionFacts } from "./lifecycle/events";
import type { ProposedFacts } from "./lifecycle/undecided";
import { UNDECIDED } from "./lifecycle/undecided";
import type { Decision, DecisionReason, ProposalState, Signature } from "./proposal";
import { DECISIONS, KINDS, OUTCOMES, TIERS, TREATMENTS } from "./words";

/**
 * The ledger's body for an event of a proposal: every field that replay needs and no other, so a payload that rides along on a
 * wider object is not recorded. What was decided on is named by its digest; what people wrote (reason, answer) is part of it.
 */
export function eventBody(event: ProposalEvent): JsonObject {
  const body = write(event.type, event);
  if (!isJsonObject(body)) throw new Error("INVARIANT: the body of an event is an object");
  return body;
}

/**
 * The event that {@link eventBody} recorded, so that folding a proposal's entries with `evolve` rebuilds its state.
 * Null for an entry that is not about a proposal's lifecycle, or whose body is not exactly what is recorded for its type.
 */
export function readEvent(entry: Pick<LedgerEntry, "type" | "at" | "body">): ProposalEvent | null {
  const { type, at, body } = entry;
  if (!isEventType(type)) return null;
  try {
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- a type's codec reads that type's fields; the table hides it
    return { type, at, ...BODIES[type].read(body) } as ProposalEvent;
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

type Body<Type extends ProposalEventType> = Omit<Extract<ProposalEvent, { readonly type: Type }>, "type" | "at">;
type Bodies = { readonly [Type in ProposalEventType]: Codec<Body<Type>> };

function write<Type extends ProposalEventType>(type: Type, event: Body<Type>): Json {
  return BODIES[type].write(event);
}

function isEventType(type: string): type is ProposalEventType {
  return Object.hasOwn(BODIES, type);
}

const reason = record<DecisionReason>({ code: text, text: orNull(text) });
const person = id("person");
const receiptId = id("receipt");
const receipt = record<{ readonly id: ReceiptId; readonly expiresAt: number }>({ id: receiptId, expiresAt: number });

const decision = record<Decision>({
  type: oneOf(DECISIONS),
  source: oneOf(["person", "policy", "expiry"]),
  by: listOf(person),
  at: number,
  reason: orNull(reason),
  answer: orNull(text),
  singleSigner: truth,
});

const signature = record<Signature>({
  by: person,
  at: number,
  version: number,
  digest,
  type: oneOf(["approve", "edit"]),
  ownAgent: truth,
});

const version = record<VersionFacts>({
  version: number,
  digest,
  tier: oneOf(TIERS),
  treatment: oneOf(TREATMENTS),
  regulated: truth,
  policyVersion: number,
  undoMs: number,
});

const facts = record<ProposedFacts>({
  id: id("proposal"),
  agentId: id("agent"),
  ownerId: orNull(person),
  composerId: orNull(person),
  actionName: text,
  kind: oneOf(KINDS),
  tier: oneOf(TIERS),
  treatment: oneOf(TREATMENTS),
  regulated: truth,
  allowed: listOf(oneOf(DECISIONS)),
  policyVersion: number,
  digest,
  createdAt: number,
  expiresAt: number,
  undoMs: number,
});

/** What is the same for every new proposal is not written again and again: the decider proposes nothing else. */
const proposed: Codec<ProposalState> = { write: facts.write, read: (json) => ({ ...facts.read(json), ...UNDECIDED }) };

const BODIES: Bodies = {
  "proposal.proposed": record({ state: proposed }),
  "proposal.blocked": record({ decision }),
  "proposal.allowed": record({ decision, receiptId, receiptExpiresAt: number, redemptionId: orNull(id("redemption")) }),
  "proposal.edited": record({ by: person, reason, to: version }),
  "proposal.signed": record({ signature }),
  "proposal.decided": record({ decision, signature: orNull(signature), releaseAt: number }),
  "proposal.explained": record({ by: person, reason }),
  "proposal.undone": record({ by: person }),
  "proposal.released": record({ receipt: orNull(receipt) }),
  "proposal.expired": record({}),
  "proposal.withdrawn": record({}),
  "proposal.revealed": record({ caught: orNull(truth) }),
  "proposal.delivered": record({ receiptExpiresAt: orNull(number) }),
  "proposal.redeemed": record({ redemptionId: id("redemption") }),
  "proposal.reported": record({ status: oneOf(OUTCOMES), detail: orNull(text) }),
  "proposal.lapsed": record({}),
  "proposal.renewed": record({ by: person, receipt }),
};

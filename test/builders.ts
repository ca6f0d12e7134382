import { createHash } from "node:crypto";
import type { Digest, IdKind, IdTypes } from "../lib/domain/ids";
import { isDigest, makeId } from "../lib/domain/ids";
import type { ProposalState } from "../lib/domain/proposal";
import type {
  AgentRecord,
  KeyRecord,
  LedgerDraft,
  PersonRecord,
  ProposalRecord,
  SessionRecord,
  VersionRecord,
} from "../db/store/types";

/** The instant at which tests begin: a Monday morning. */
export const START = Date.UTC(2026, 10, 23, 9, 0, 0);

/** SHA-256 in lowercase hexadecimal, as the shell gives it to the domain. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** A digest that differs for each `seed`. */
export function aDigest(seed: string | number): Digest {
  const text = `sha256:${sha256(String(seed))}`;
  if (!isDigest(text)) throw new Error("a SHA-256 is a digest");
  return text;
}

let count = 0;

/** A well-formed id that no other call in this process answers; later ones sort later. */
export function newId<Kind extends IdKind>(kind: Kind): IdTypes[Kind] {
  return numberedId(kind, ++count);
}

/** The well-formed id with this number: the same for the same number. */
export function numberedId<Kind extends IdKind>(kind: Kind, number: number): IdTypes[Kind] {
  const bytes = new Uint8Array(10);
  new DataView(bytes.buffer).setUint32(6, number);
  return makeId(kind, START + number, bytes);
}

/** A fresh pending refund that one person has to look at. */
export function aState(overrides: Partial<ProposalState> = {}): ProposalState {
  const createdAt = overrides.createdAt ?? START;
  return {
    id: newId("proposal"),
    agentId: numberedId("agent", 1),
    ownerId: null,
    composerId: null,
    actionName: "payment.refund",
    kind: "payment",
    tier: "T1",
    treatment: "review",
    regulated: false,
    allowed: ["approve", "edit", "reject", "answer"],
    policyVersion: 1,
    status: "pending",
    version: 1,
    digest: aDigest("refund"),
    revision: 1,
    signatures: [],
    decision: null,
    createdAt,
    expiresAt: createdAt + 24 * 60 * 60 * 1000,
    undoMs: 5_000,
    releaseAt: null,
    releasedAt: null,
    delivery: "waiting",
    deliveredAt: null,
    receiptId: null,
    receiptExpiresAt: null,
    lapsedAt: null,
    redemptionId: null,
    redeemedAt: null,
    canary: false,
    outcome: null,
    ...overrides,
  };
}

/** What the store keeps of {@link aState}. */
export function aRecord(
  overrides: Partial<Omit<ProposalRecord, "state">> & { readonly state?: Partial<ProposalState> } = {},
): ProposalRecord {
  const { state, ...rest } = overrides;
  return {
    keyId: null,
    idempotencyKey: null,
    runId: null,
    headline: "Refund 412.00 USD to Mia Li",
    lane: "quick",
    predictedSeconds: 6.4,
    queue: "needs_you",
    rank: 100,
    receipt: null,
    alike: "",
    assigneeId: null,
    ...rest,
    state: aState(state),
  };
}

/** The first version of a record's payload, as its agent sent it. */
export function aVersion(record: ProposalRecord, overrides: Partial<VersionRecord> = {}): VersionRecord {
  const { state } = record;
  return {
    proposalId: state.id,
    version: state.version,
    digest: state.digest,
    payload: {
      action: {
        name: state.actionName,
        arguments: { order: "W2611340", amount: "412.00", currency: "USD", to: "mia.li@example.com" },
      },
      target: { system: "payments", environment: "production" },
      before: null,
      after: null,
      title: "Refund the second ticket",
      rationale: "The customer was charged twice for the same seat.",
      evidence: [{ label: "Ticket", text: "Two charges of 412.00 USD on 21 November." }],
      doubt: null,
    },
    extras: {
      confidence: 0.92,
      argumentsSchema: null,
      state: null,
      run: { id: record.runId, step: 3, agentVersion: "2026-11-01", model: "large-1", traceUrl: null },
      declared: { kind: null, stakes: "S2", reversibility: "R2" },
    },
    assessment: {
      policyVersion: state.policyVersion,
      kind: state.kind,
      risk: {
        stakes: "S2",
        reversibility: "R2",
        confidence: { declared: 0.92, calibrated: null, labelled: 0 },
        tier: state.tier,
        reasons: [{ source: "catalogue", says: "a refund moves money", sets: "stakes S2" }],
        drivers: ["moves 412.00 USD", "can only be compensated"],
      },
      treatment: state.treatment,
      regulated: state.regulated,
      regulation: null,
      undoMs: state.undoMs,
      expiresInMs: state.expiresAt - state.createdAt,
      auditRate: null,
      observed: false,
    },
    by: null,
    at: state.createdAt,
    raw: '{"action":{"name":"payment.refund"}}',
    facts: { agentName: "agent-1", observation: { looked: 50, wrong: 0, ended: true } },
    ...overrides,
  };
}

/** A ledger draft about a proposal. */
export function aDraft(overrides: Partial<LedgerDraft> = {}): LedgerDraft {
  return { at: START, type: "proposal.proposed", subject: null, agentId: null, actor: "system", body: {}, ...overrides };
}

/** An agent; number 1 is the one that {@link aState} belongs to. */
export function anAgent(number = 1, overrides: Partial<AgentRecord> = {}): AgentRecord {
  const name = `agent-${String(number)}`;
  return {
    id: numberedId("agent", number),
    name,
    skeleton: name,
    builtIn: false,
    ownerId: null,
    createdAt: START,
    disabledAt: null,
    ...overrides,
  };
}

/** A key of an agent; its hash is that of `secret-<id>`. */
export function aKey(overrides: Partial<KeyRecord> = {}): KeyRecord {
  const id = overrides.id ?? newId("key");
  return {
    id,
    agentId: numberedId("agent", 1),
    label: "worker",
    prefix: "cs_live_1a2b",
    hash: sha256(`secret-${id}`),
    scopes: ["propose", "read"],
    createdBy: null,
    createdAt: START,
    expiresAt: null,
    lastUsedAt: null,
    revokedAt: null,
    replaces: null,
    ...overrides,
  };
}

/** A reviewer. */
export function aPerson(overrides: Partial<PersonRecord> = {}): PersonRecord {
  const id = overrides.id ?? newId("person");
  return {
    id,
    email: `${id}@example.com`,
    name: "Ana Ruiz",
    role: "reviewer",
    passwordHash: "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA",
    createdAt: START,
    disabledAt: null,
    ...overrides,
  };
}

/** A person's session of eight hours. */
export function aSession(personId: PersonRecord["id"], overrides: Partial<SessionRecord> = {}): SessionRecord {
  return {
    id: newId("session"),
    personId,
    createdAt: START,
    authenticatedAt: START,
    lastSeenAt: START,
    expiresAt: START + 8 * 60 * 60 * 1000,
    revokedAt: null,
    userAgent: "Mozilla/5.0",
    ...overrides,
  };
}

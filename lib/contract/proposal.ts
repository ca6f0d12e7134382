import * as z from "zod";

import type { JsonObject } from "../domain/json";
import { isJsonRecord } from "../domain/json";
import {
  DECISIONS,
  DELIVERIES,
  FINDING_KINDS,
  KINDS,
  LANES,
  OUTCOMES,
  REVERSIBILITIES,
  STAKES,
  STATUSES,
  TIERS,
  TREATMENTS,
} from "../domain/words";

/** Limits of what an agent may send, in characters or items. Bodies are capped at 256 kB before any of these apply. */
export const LIMITS = {
  bodyBytes: 256 * 1024,
  batchItems: 100,
  batchBytes: 4 * 1024 * 1024,
  nameLength: 200,
  titleLength: 300,
  textLength: 10_000,
  evidenceItems: 20,
  idempotencyKeyLength: 255,
  waitSeconds: 30,
  pageSize: 100,
  expiresInSeconds: 30 * 24 * 60 * 60,
} as const;

const text = (max: number) => z.string().min(1).max(max);

/**
 * A JSON object, checked by a walk of our own: `z.json()` refers to itself, and in whatever holds such a schema zod keeps account of every
 * value that it meets, which cost more than reading the body.
 */
export const JsonRecord = z
  .custom<JsonObject>(isJsonRecord, { error: "Invalid input: expected a JSON object" })
  .meta({ override: { type: "object", additionalProperties: { description: "Any JSON value." } } });

/** `email.send`, `airline.cancel_reservation`: letters, digits and `_ . - : /`, ASCII only, so that a pattern cannot be evaded by look-alikes. */
export const ActionName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,199}$/)
  .meta({ description: "The operation: an MCP or framework tool name, or your own. ASCII.", example: "payment.refund" });

export const ActionInput = z.strictObject({ name: ActionName, arguments: JsonRecord }).meta({ id: "Action" });

export const TargetInput = z
  .strictObject({
    system: text(200).optional(),
    environment: text(100).optional(),
    resource: text(500).optional(),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional(),
  })
  .meta({ id: "Target" });

/** What an agent posts. Unknown fields are refused: nothing is ignored silently. */
export const ProposalInput = z
  .strictObject({
    action: ActionInput,
    kind: z.enum(KINDS).optional(),
    target: TargetInput.optional(),
    before: JsonRecord.nullable().optional(),
    after: JsonRecord.nullable().optional(),
    title: text(LIMITS.titleLength)
      .optional()
      .meta({ description: "The agent's words: shown as unverified, never used by policy." }),
    rationale: text(LIMITS.textLength).optional(),
    evidence: z
      .array(z.strictObject({ label: text(200), text: z.string().max(LIMITS.textLength) }))
      .max(LIMITS.evidenceItems)
      .optional(),
    doubt: text(1000).optional().meta({ description: "The agent's own question. Brings a person." }),
    redeem: z.boolean().optional().meta({ description: "If policy lets it run, return the receipt already redeemed." }),
    confidence: z.number().min(0).max(1).optional(),
    stakes: z.enum(STAKES).optional().meta({ description: "May raise the risk, never lower it." }),
    reversibility: z.enum(REVERSIBILITIES).optional(),
    run: z
      .strictObject({
        id: text(200).optional(),
        step: z.int().min(0).max(1_000_000).optional(),
        agentVersion: text(200).optional(),
        model: text(200).optional(),
        promptVersion: text(200).optional(),
        traceUrl: z
          .url({ protocol: /^https?$/ })
          .max(2000)
          .optional(),
      })
      .optional()
      .meta({
        description: "What made it. Another agentVersion, model or promptVersion, or another argumentsSchema, is looked at anew.",
      }),
    decisions: z
      .array(z.enum(DECISIONS))
      .min(1)
      .max(4)
      .optional()
      .meta({ description: "What a reviewer may do. Default: approve, edit, reject." }),
    argumentsSchema: JsonRecord.optional().meta({
      description: "JSON Schema that edited arguments must fit. At most 64 kB, no remote references.",
    }),
    expiresIn: z
      .int()
      .min(10)
      .max(LIMITS.expiresInSeconds)
      .optional()
      .meta({ description: "Seconds a person has. Default 86,400." }),
    state: z.string().max(LIMITS.textLength).optional().meta({ description: "Opaque, returned with the decision." }),
  })
  .meta({ id: "ProposalInput" });
export type ProposalInput = z.infer<typeof ProposalInput>;

export const ReasonView = z
  .strictObject({ source: z.string(), id: z.string().optional(), says: z.string(), sets: z.string().optional() })
  .meta({ id: "Reason" });

export const RiskView = z
  .strictObject({
    stakes: z.enum(STAKES),
    reversibility: z.enum(REVERSIBILITIES),
    confidence: z.number().nullable(),
    tier: z.enum(TIERS),
    reasons: z.array(ReasonView),
  })
  .meta({ id: "Risk" });

const AGENT_STATUSES = STATUSES.filter((status) => status !== "held");

export const DecisionView = z
  .strictObject({
    type: z.enum(DECISIONS),
    arguments: JsonRecord.nullable().meta({
      description: "The arguments that were approved: yours, or the reviewer's edit. Null unless approved.",
    }),
    answer: z.string().nullable(),
    reason: z
      .strictObject({
        code: z.string().meta({
          description:
            "Why. `ask_agent`, of a rejection: a person needs to know something first, and `text` is the question. Propose it again with the answer.",
        }),
        text: z.string().nullable(),
      })
      .nullable(),
    by: z.array(z.string()),
    at: z.iso.datetime(),
    source: z.enum(["person", "policy", "expiry"]),
  })
  .meta({ id: "Decision" });

/** What an agent reads of its proposal. */
export const Proposal = z
  .strictObject({
    id: z.string(),
    status: z.enum(AGENT_STATUSES),
    version: z.int(),
    digest: z.string().meta({ description: "sha256: + hex of the RFC 8785 form of the bound action." }),
    action: ActionInput,
    kind: z.enum(KINDS),
    risk: RiskView,
    treatment: z.enum(TREATMENTS),
    lane: z.enum(LANES),
    predictedSeconds: z.number(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    url: z.string(),
    decision: DecisionView.nullable(),
    receipt: z.string().nullable(),
    redemption: z.string().nullable(),
    delivery: z.enum(DELIVERIES),
    outcome: z.strictObject({ status: z.enum(OUTCOMES), at: z.iso.datetime(), detail: z.string().nullable() }).nullable(),
    state: z.string().nullable(),
    run: z.strictObject({ id: z.string().nullable(), step: z.int().nullable() }).nullable(),
  })
  .meta({ id: "Proposal" });
export type Proposal = z.infer<typeof Proposal>;

export const ProposalPage = z
  .strictObject({ items: z.array(Proposal), next: z.string().nullable() })
  .meta({ id: "ProposalPage" });

export const RedeemInput = z.strictObject({ receipt: z.string().min(1).max(8192) }).meta({ id: "RedeemInput" });
export const Redemption = z.strictObject({ redemption: z.string(), proposal: Proposal }).meta({ id: "Redemption" });

export const OutcomeInput = z
  .strictObject({
    redemption: z.string().min(1).max(64),
    status: z.enum(OUTCOMES),
    detail: z.string().max(LIMITS.textLength).optional(),
  })
  .meta({ id: "OutcomeInput" });

export const FindingInput = z
  .strictObject({ proposal: z.string().min(1).max(64), kind: z.enum(FINDING_KINDS), text: text(LIMITS.textLength) })
  .meta({ id: "FindingInput" });
export const Finding = z
  .strictObject({ id: z.string(), proposal: z.string(), kind: z.enum(FINDING_KINDS), at: z.iso.datetime() })
  .meta({ id: "Finding" });
export type Finding = z.infer<typeof Finding>;

export const CheckResult = z
  .strictObject({ treatment: z.enum(TREATMENTS), risk: RiskView, lane: z.enum(LANES), predictedSeconds: z.number() })
  .meta({ id: "CheckResult" });

export const PolicyVersion = z.strictObject({ version: z.int(), since: z.iso.datetime() }).meta({ id: "PolicyVersion" });

/** One server-sent event of `GET /events`: `event: proposal`, `id:` the ledger's sequence number. */
export const AgentEvent = z
  .strictObject({
    id: z.string(),
    type: z.string(),
    status: z.enum(AGENT_STATUSES),
    delivery: z.enum(DELIVERIES),
    at: z.iso.datetime(),
  })
  .meta({ id: "AgentEvent" });

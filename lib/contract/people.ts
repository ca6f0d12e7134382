import * as z from "zod";

import { showsAnything } from "../domain/invisible";
import { ANSWER_LENGTH_MAX, REASON_LENGTH_MAX } from "../domain/proposal";
import { REASON_SOURCES } from "../domain/risk";
import { DECISIONS, DOINGS, QUEUES, TIERS } from "../domain/words";
import { CardView, FieldChangeView } from "./card";
import { JsonRecord } from "./proposal";
import { LeaseView, PersonRef, QueueRow } from "./rows";
import { ReasonSentenceView, ReasonWordsView } from "./sentences";

export { QueuePage, QueueRow } from "./rows";

/** Everything one card needs: enough to render and decide without another call. */
export const CardDetail = z.strictObject({
  row: QueueRow,
  card: CardView,
  digest: z.string(),
  risk: z.strictObject({
    stakes: z.string(),
    reversibility: z.string(),
    confidence: z.strictObject({
      declared: z.number().nullable(),
      calibrated: z.number().nullable(),
      labelled: z.int(),
      basis: z.enum(["fit", "base_rate"]).exactOptional(),
    }),
    tier: z.enum(TIERS),
    reasons: z.array(
      z.strictObject({
        source: z.enum(REASON_SOURCES),
        id: z.string().optional(),
        says: z.string(),
        sets: z.string().optional(),
        /** What a screen says in the language of whoever reads; absent in what was stored before it was kept. */
        words: ReasonWordsView.exactOptional(),
      }),
    ),
    drivers: z.tuple([z.string(), z.string()]),
    driverWords: z.tuple([ReasonSentenceView.nullable(), ReasonSentenceView.nullable()]).exactOptional(),
  }),
  /** How often what is like this (same agent, action and versions) was looked at, and was wrong; null where nothing is known or may be told. */
  observed: z.strictObject({ looked: z.int(), wrong: z.int() }).nullable(),
  regulated: z.boolean(),
  regulation: z.string().nullable(),
  policyVersion: z.int(),
  undoMs: z.int(),
  allowed: z.array(z.enum(DECISIONS)),
  target: z
    .strictObject({
      system: z.string().optional(),
      environment: z.string().optional(),
      resource: z.string().optional(),
      url: z.string().optional(),
    })
    .nullable(),
  run: z.strictObject({
    id: z.string().nullable(),
    step: z.int().nullable(),
    model: z.string().nullable(),
    agentVersion: z.string().nullable(),
    promptVersion: z.string().nullable(),
    /** The agent's words: text to read, never an address to open. */
    traceUrl: z.string().nullable(),
  }),
  /** How many steps its run took before it. Beyond 5 it is 6: there are more. */
  stepsBefore: z.int().min(0).max(6),
  agentSays: z.strictObject({ title: z.string().nullable(), rationale: z.string().nullable(), doubt: z.string().nullable() }),
  evidence: z.array(z.strictObject({ label: z.string(), text: z.string() })),
  /** The language tag of each text that is the agent's; null where too little speaks for one. `change` is the prose of a message. */
  languages: z.strictObject({
    title: z.string().nullable(),
    rationale: z.string().nullable(),
    doubt: z.string().nullable(),
    evidence: z.array(z.string().nullable()),
    change: z.string().nullable(),
  }),
  /** The exact arguments, for the edit form and the payload drawer. */
  arguments: JsonRecord,
  /** The records as its agent sent them, whole: the card folds lines of them. After an edit nothing says what would be there afterwards. */
  before: JsonRecord.nullable(),
  after: JsonRecord.nullable(),
  editFields: z.array(
    z.strictObject({
      path: z.string(),
      label: z.string(),
      type: z.enum(["text", "number", "boolean", "enum", "json"]),
      value: z.json(),
      options: z.array(z.string()).optional(),
    }),
  ),
  /** The time zone (IANA) of whoever is affected, where the payload names one. */
  partyZone: z.string().nullable(),
  ownAgent: z.boolean(),
  /** Why this person may not sign it, null when they may. */
  cannotSign: z.string().nullable(),
  signatures: z.array(z.strictObject({ by: PersonRef, at: z.int(), type: z.enum(["approve", "edit"]) })),
});
export type CardDetail = z.infer<typeof CardDetail>;

export const VersionView = z.strictObject({
  version: z.int(),
  digest: z.string(),
  by: PersonRef.nullable(),
  at: z.int(),
  arguments: JsonRecord,
  changes: z.array(FieldChangeView),
});

export const TimelineEntry = z.strictObject({
  seq: z.int(),
  at: z.int(),
  type: z.string(),
  actor: z.string(),
  says: z.string(),
  hash: z.string(),
});

/** The proposal page. */
export const ProposalDetail = z.strictObject({
  detail: CardDetail,
  versions: z.array(VersionView),
  timeline: z.array(TimelineEntry),
  deliveryTimes: z.strictObject({
    decidedAt: z.int().nullable(),
    releasedAt: z.int().nullable(),
    deliveredAt: z.int().nullable(),
    redeemedAt: z.int().nullable(),
    reportedAt: z.int().nullable(),
    outcomeDetail: z.string().nullable(),
  }),
  /** What whoever decided said to the agent; null where a person said nothing, or it is not to be known yet. */
  said: z.strictObject({ code: z.string().nullable(), text: z.string().nullable(), answer: z.string().nullable() }).nullable(),
  findings: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.string(),
      text: z.string(),
      at: z.int(),
      by: z.string(),
      /** The person or the agent who filed it; null where the record does not say. */
      byName: z.string().nullable(),
    }),
  ),
  receiptId: z.string().nullable(),
});
export type ProposalDetail = z.infer<typeof ProposalDetail>;

/** `doing`: it comes next, it is open (the default), or it is about to be signed. */
export const LeaseInput = z.strictObject({
  proposal: z.string().max(64),
  version: z.int().min(1),
  doing: z.enum(DOINGS).optional(),
});
export const LeaseResult = z.strictObject({ until: z.int(), since: z.int(), heldBy: PersonRef.nullable() });

const REASON_CODE = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
/** What a person writes for somebody to read: spaces and hidden characters alone are nothing written. */
export function written(most: number): z.ZodString {
  return z.string().min(1).max(most).refine(showsAnything, "write something that can be seen");
}
export const ReasonInput = z.strictObject({ code: REASON_CODE, text: written(REASON_LENGTH_MAX).nullable() });

/** What the browser measured while the card was open. Evidence, never a permission. */
export const MeasuredInput = z.strictObject({
  activeMs: z.int().min(0).max(86_400_000).nullable(),
  device: z.enum(["keyboard", "mouse", "touch"]),
});

export const DecideInput = z.strictObject({
  proposal: z.string().max(64),
  version: z.int().min(1),
  digest: z.string().max(80),
  decision: z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("approve"), reason: ReasonInput.nullable().optional() }),
    z.strictObject({ type: z.literal("edit"), arguments: JsonRecord, reason: ReasonInput }),
    z.strictObject({ type: z.literal("reject"), reason: ReasonInput.nullable().optional() }),
    z.strictObject({
      type: z.literal("answer"),
      answer: written(ANSWER_LENGTH_MAX),
      reason: ReasonInput.nullable().optional(),
    }),
  ]),
  act: z.strictObject({ type: z.enum(["key", "hold", "alternative", "match"]), value: z.string().max(2000).optional() }),
  meaningConfirmed: z.boolean().optional(),
  measured: MeasuredInput.optional(),
});
export type DecideInput = z.infer<typeof DecideInput>;

/** An edit to be judged without deciding anything. */
export const PreviewInput = z.strictObject({
  proposal: z.string().max(64),
  version: z.int().min(1),
  arguments: JsonRecord,
});

export const DecideResult = z.strictObject({
  row: QueueRow,
  outcome: z.enum(["signed", "held", "released", "looked", "test"]),
  releaseAt: z.int().nullable(),
  /** It was a test: whether it was caught, and what was wrong. Left out of everything else. */
  test: z.strictObject({ caught: z.boolean(), wrong: z.string() }).optional(),
});
export type DecideResult = z.infer<typeof DecideResult>;

export const ProposalRefInput = z.strictObject({ proposal: z.string().max(64) });
/** After a reject in one key: the reason that follows, while the undo window is open. */
export const ReasonForInput = z.strictObject({ proposal: z.string().max(64), reason: ReasonInput });
export const RowResult = z.strictObject({ row: QueueRow });
/** A kill switch that is on: what it stops, with the name of the agent where it is one, who turned it on and when. */
const StopNote = z.strictObject({ scope: z.string(), agent: z.string().nullable(), by: z.string(), at: z.int() });
export type StopNote = z.infer<typeof StopNote>;
/** One server-sent event of `GET /people/events`. `stops` names all that are on; each stream begins with one. */
export const PeopleEvent = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("proposal"), row: QueueRow, queue: z.enum(QUEUES).nullable(), event: z.string() }),
  z.strictObject({ type: z.literal("lease"), proposal: z.string(), lease: LeaseView.nullable() }),
  z.strictObject({ type: z.literal("policy"), version: z.int() }),
  z.strictObject({ type: z.literal("stops"), stops: z.array(StopNote).readonly() }),
]);
export type PeopleEvent = z.infer<typeof PeopleEvent>;

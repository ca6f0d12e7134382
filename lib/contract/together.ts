import * as z from "zod";

import { ERROR_CODES } from "../domain/error-codes";
import { STEP_OUTCOMES } from "../domain/step-outcome";
import { FINDING_KINDS } from "../domain/words";
import { ReasonInput, written } from "./people";
import { SpanView } from "./spans";
import { PersonRef, QueueRow } from "./rows";

const Id = z.string().max(64);
/** One item exactly as it was shown. */
const ShownInput = z.strictObject({ proposal: Id, version: z.int().min(1), digest: z.string().max(80) });

/** What was made from the template of one proposal and stands in the same section, that one first. */
export const AlikeGroup = z.strictObject({
  items: z.array(z.strictObject({ row: QueueRow, digest: z.string() })),
  total: z.int(),
  /** The first of them, as they could be approved together. */
  batch: z.strictObject({
    ids: z.array(z.string()),
    /** In which fields they differ, and each one's values, whole. */
    columns: z.array(z.string()),
    rows: z.array(z.array(z.array(SpanView))),
    /** Why they may not be approved together, in words; null when they may. */
    refusal: z.string().nullable(),
  }),
});
export type AlikeGroup = z.infer<typeof AlikeGroup>;

/** How people decided what the same agent proposed under the same name, among its newest proposals. */
export const EarlierDecisions = z.strictObject({
  looked: z.int(),
  approved: z.int(),
  edited: z.int(),
  rejected: z.int(),
  answered: z.int(),
  rows: z.array(QueueRow),
});
export type EarlierDecisions = z.infer<typeof EarlierDecisions>;

/** What the run of one proposal asked for before it, in that order: this one may rest on it. */
export const RunSteps = z.strictObject({
  steps: z.array(z.strictObject({ id: z.string(), headline: z.string(), at: z.int(), outcome: z.enum(STEP_OUTCOMES) })),
  /** Whether there are more, before these. */
  more: z.boolean(),
});
export type RunSteps = z.infer<typeof RunSteps>;

/** How many are refused in one call; there is no bound on the calls. */
export const REJECT_ALL_MAX = 200;

export const DrawInput = z.strictObject({ items: z.array(ShownInput).min(1).max(20) });
export const DrawResult = z.strictObject({ batch: z.string(), digest: z.string(), open: z.array(z.string()) });
export type DrawResult = z.infer<typeof DrawResult>;

export const ApproveBatchInput = z.strictObject({
  batch: Id,
  digest: z.string().max(80),
  measured: z.strictObject({ device: z.enum(["keyboard", "mouse", "touch"]) }).optional(),
});
/** A test of the reviewers that was decided with others: told at once, like one that was decided alone. */
const RevealedTest = z.strictObject({ proposal: z.string(), caught: z.boolean(), wrong: z.string() });
export type RevealedTest = z.infer<typeof RevealedTest>;

export const RowsResult = z.strictObject({ rows: z.array(QueueRow), tests: z.array(RevealedTest) });
export type RowsResult = z.infer<typeof RowsResult>;

export const RejectAllInput = z.strictObject({
  items: z.array(ShownInput).min(1).max(REJECT_ALL_MAX),
  reason: ReasonInput,
});
const CODES = Object.keys(ERROR_CODES);
export const RejectAllResult = z.strictObject({
  rejected: z.array(QueueRow),
  tests: z.array(RevealedTest),
  skipped: z.array(z.strictObject({ proposal: z.string(), code: z.enum(CODES), says: z.string() })),
});
export type RejectAllResult = z.infer<typeof RejectAllResult>;

/** What a person reports of an action that ran. */
export const ReportProblemInput = z.strictObject({
  proposal: z.string().max(64),
  kind: z.enum(FINDING_KINDS),
  text: written(2000),
});

export const CommentInput = z.strictObject({ proposal: Id, text: written(2000) });
export const CommentView = z.strictObject({ id: z.string(), by: PersonRef, text: z.string(), at: z.int() });
export type CommentView = z.infer<typeof CommentView>;
export const CommentList = z.strictObject({
  items: z.array(CommentView),
  /** What others said is kept back until the caller has decided: a second signature, or a second opinion, is to be their own. */
  sealed: z.boolean(),
});
export type CommentList = z.infer<typeof CommentList>;

export const AssignInput = z.strictObject({ proposal: Id, person: Id.nullable() });

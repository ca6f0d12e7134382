import * as z from "zod";
import { DECISIONS, KINDS, QUEUES, STATUSES, TIERS } from "../domain/words";
import { QueueRow } from "./people";
import { Problem } from "./problem";
import { LIMITS, Proposal, ProposalInput } from "./proposal";

/** Queries arrive as text. Each schema is strict: a parameter it does not name is refused, never ignored. */
const Limit = z
  .string()
  .regex(/^\d{1,3}$/, { error: `must be a number between 1 and ${String(LIMITS.pageSize)}` })
  .transform(Number)
  .refine((limit) => limit >= 1 && limit <= LIMITS.pageSize, {
    error: `must be a number between 1 and ${String(LIMITS.pageSize)}`,
  })
  .optional()
  .meta({ description: `Items a page, at most ${String(LIMITS.pageSize)}. Default 50.`, example: "50" });
const PageCursor = z
  .string()
  .min(1)
  .max(500)
  .optional()
  .meta({ description: "The `next` of the page before, for the same query." });
const Id = z.string().min(1).max(64);

const AGENT_STATUSES = STATUSES.filter((status) => status !== "held");
/** A list of words with commas between them. */
const words = <const Word extends string>(allowed: readonly Word[]) =>
  z
    .string()
    .max(200)
    .transform((text) => text.split(","))
    .pipe(z.array(z.enum(allowed)).min(1));

export const ListProposalsQuery = z.strictObject({
  status: words(AGENT_STATUSES)
    .optional()
    .meta({ description: "One status or several, with commas.", example: "pending,approved" }),
  run: z.string().min(1).max(200).optional().meta({ description: "Only those of one run: `run.id`." }),
  cursor: PageCursor,
  limit: Limit,
});

/** Items are checked one by one, so that one bad item spoils only itself. */
export const BatchInput = z.array(ProposalInput).min(1).max(LIMITS.batchItems).meta({ id: "BatchInput" });
export const BatchResult = z.strictObject({ results: z.array(z.union([Proposal, Problem])) }).meta({ id: "BatchResult" });

export const QueueQuery = z.strictObject({
  queue: z.enum(QUEUES).optional().meta({ description: "The section. Default `needs_you`." }),
  agent: Id.optional(),
  kind: z.enum(KINDS).optional(),
  sort: z.enum(["stake", "age", "due", "agent"]).optional(),
  mine: z.enum(["yes"]).optional().meta({ description: "What was given to you; in `waiting` and `done`, what you decided." }),
  text: z.string().min(1).max(200).optional().meta({ description: "Words of headline, agent, action or id." }),
  cursor: PageCursor,
  limit: Limit,
});

const Instant = z
  .string()
  .regex(/^\d{1,15}$/, { error: "must be milliseconds since the epoch" })
  .transform(Number);

/** The filters of history, shared by the page, the API and the export. */
export const HistoryFilterQuery = z.strictObject({
  status: words(STATUSES).optional(),
  agent: Id.optional(),
  kind: z.enum(KINDS).optional(),
  tier: z.enum(TIERS).optional(),
  by: Id.optional().meta({ description: "Decided by this person." }),
  text: z.string().min(1).max(200).optional(),
  from: Instant.optional(),
  until: Instant.optional(),
});
export const HistoryQuery = HistoryFilterQuery.extend({ cursor: PageCursor, limit: Limit });
export const HistoryPage = z.strictObject({ items: z.array(QueueRow), next: z.string().nullable() }).meta({ id: "HistoryPage" });

export const ExportQuery = HistoryFilterQuery.extend({ format: z.enum(["jsonl", "csv"]).optional() });
/** One line of an export. */
export const ExportLine = z
  .strictObject({
    id: z.string(),
    createdAt: z.iso.datetime(),
    agent: z.string(),
    action: z.string(),
    headline: z.string(),
    kind: z.enum(KINDS),
    tier: z.enum(TIERS),
    treatment: z.string(),
    status: z.enum(STATUSES),
    delivery: z.string(),
    decision: z.enum(DECISIONS).nullable(),
    decidedBy: z.array(z.string()),
    decidedAt: z.iso.datetime().nullable(),
    reason: z.string().nullable(),
    digest: z.string(),
    version: z.int(),
  })
  .meta({ id: "ExportLine" });

export const LastQuery = z.strictObject({ limit: Limit });
export const LastDecisions = z.strictObject({ items: z.array(QueueRow) }).meta({ id: "LastDecisions" });

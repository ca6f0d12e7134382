import * as z from "zod";
import { UNITS } from "../domain/measure/insights/figure";
import { BECAUSE, VERDICTS } from "../domain/measure/label";
import { DECISIONS, KINDS, STATUSES, TIERS } from "../domain/words";
import { INSIGHTS_DAYS } from "../domain/measure/windows";
import { TimeZone } from "./time-zone";
import { daysBack } from "./window";

const Id = z.string().min(1).max(64);

/** What the figures are narrowed to: shared by the page, the API and the export. */
export const InsightsFilterQuery = z.strictObject({
  days: daysBack(INSIGHTS_DAYS),
  kind: z.enum(KINDS).optional(),
  agent: Id.optional(),
  person: Id.optional().meta({ description: "Your own id, or as an admin anybody's: the figures of one person." }),
  zone: TimeZone.meta({ description: "Whose hours of the day. Default UTC.", example: "Europe/Berlin" }),
});
export type InsightsFilterQuery = z.infer<typeof InsightsFilterQuery>;

/** One figure: what it is of, its size, and how sure it is. */
export const FigureLine = z
  .strictObject({
    part: z.string(),
    row: z.string(),
    figure: z.string(),
    value: z.number().nullable(),
    unit: z.enum(UNITS),
    count: z.int().nullable(),
    of: z.int(),
    low: z.number().nullable(),
    high: z.number().nullable(),
  })
  .meta({ id: "FigureLine" });

/** The figures of a window, each with its parts; what each is stands in the documents. */
export const InsightFigures = z
  .strictObject({
    /** Milliseconds. */
    from: z.number(),
    until: z.number(),
    /** Proposals and reviews that were counted. */
    items: z.int(),
    decisions: z.int(),
    /** True where the window holds more than is counted: the newest are. */
    truncated: z.boolean(),
    /** What amounts of money are in: the ISO 4217 code of the policy's prices; null where they are assumed. */
    currency: z.string().nullable(),
    figures: z.array(FigureLine),
  })
  .meta({ id: "InsightFigures" });

export const InsightsExportQuery = InsightsFilterQuery.extend({
  format: z.enum(["jsonl", "csv"]).optional(),
  what: z.enum(["figures", "items"]).optional().meta({ description: "Default `figures`. `items` is for admins and auditors." }),
});

/** One labelled item of an export: what was said of it, and nothing that it held. */
export const LabelledLine = z
  .strictObject({
    id: z.string(),
    proposedAt: z.iso.datetime(),
    agent: z.string(),
    version: z.string().nullable(),
    action: z.string(),
    kind: z.enum(KINDS),
    tier: z.enum(TIERS),
    status: z.enum(STATUSES),
    decision: z.enum(DECISIONS).nullable(),
    reason: z.string().nullable(),
    verdict: z.enum(VERDICTS),
    because: z.enum(BECAUSE),
    ran: z.string(),
    excluded: z.string().nullable(),
    weight: z.number(),
    missed: z.boolean(),
    severe: z.boolean(),
    auditRate: z.number().nullable(),
  })
  .meta({ id: "LabelledLine" });
export type LabelledLine = z.infer<typeof LabelledLine>;

import * as z from "zod";
import { KINDS } from "../domain/words";

const WINDOW_DAYS_MAX = 366;
const Id = z.string().min(1).max(64);

/** True for a time zone that this server knows. */
function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    // Not the name of a zone.
    return false;
  }
}

/** What the figures are narrowed to: shared by the page, the API and the export. */
export const InsightsFilterQuery = z.strictObject({
  days: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .refine((days) => days >= 1 && days <= WINDOW_DAYS_MAX, { error: `must be between 1 and ${String(WINDOW_DAYS_MAX)}` })
    .optional()
    .meta({ description: "Days back from now. Default 30.", example: "30" }),
  kind: z.enum(KINDS).optional(),
  agent: Id.optional(),
  person: Id.optional().meta({ description: "Your own id, or as an admin anybody's: the figures of one person." }),
  zone: z
    .string()
    .max(64)
    .refine(isZone, { error: "is no time zone" })
    .optional()
    .meta({ description: "Whose hours of the day. Default UTC.", example: "Europe/Berlin" }),
});
export type InsightsFilterQuery = z.infer<typeof InsightsFilterQuery>;

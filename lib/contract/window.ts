import * as z from "zod";

/** A year and a leap day: no figure looks back further. */
const WINDOW_DAYS_MAX = 366;

/** The `days` of a query: how far back a figure looks, whole days from now; `usual` where it is not said. */
export function daysBack(usual: number) {
  return z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .refine((days) => days >= 1 && days <= WINDOW_DAYS_MAX, { error: `must be between 1 and ${String(WINDOW_DAYS_MAX)}` })
    .optional()
    .meta({ description: `Days back from now. Default ${String(usual)}.`, example: String(usual) });
}

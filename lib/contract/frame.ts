import * as z from "zod";

/** What stands around every screen and changes while it is open. */
export const Frame = z
  .strictObject({
    /** `12`, or `1000+` where counting stops. */
    needsYou: z.string(),
    decidedToday: z.int(),
    /** Median active seconds of today's decisions in the quick lane; null before the first measured one. */
    medianSeconds: z.number().nullable(),
    /** Tests met today and how many of them were caught; null where none are seeded. */
    testsToday: z.strictObject({ caught: z.int(), met: z.int() }).nullable(),
    /** Checkpoints that failing audits blocked, by action; told to those who can let them go on. */
    blocked: z.array(z.string()).readonly(),
    /** The version of the policy that was returned by itself; told to those who can do something about it. */
    returned: z.strictObject({ version: z.int(), why: z.string() }).nullable(),
  })
  .meta({ id: "Frame" });
export type Frame = z.infer<typeof Frame>;

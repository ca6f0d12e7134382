import * as z from "zod";

import type { ErrorCode } from "../domain/error-codes";
import { ERROR_CODES } from "../domain/error-codes";

// eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- Object.keys forgets the key type
const CODES = Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]];

/** The one shape of every failure (RFC 9457 problem details), 404 and 405 included. */
export const Problem = z
  .strictObject({
    type: z.string().meta({ description: "A URI reference that names the kind of problem." }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: "What to do, in a sentence." }),
    code: z.enum(CODES),
    requestId: z.string(),
    issues: z.array(z.strictObject({ path: z.string(), says: z.string() })).optional(),
    context: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;

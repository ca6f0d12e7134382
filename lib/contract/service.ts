import * as z from "zod";

/** RFC 7517, public halves only. */
export const KeySet = z.strictObject({ keys: z.array(z.record(z.string(), z.string())) }).meta({ id: "KeySet" });

export const Health = z.strictObject({ status: z.enum(["ok"]) }).meta({ id: "Health" });

import * as z from "zod";

/** A run of text with its role; `mark` stands for a character nobody would see. */
export const SpanView = z.union([
  z.strictObject({ type: z.enum(["text", "value", "removed", "added"]), text: z.string() }),
  z.strictObject({ type: z.literal("mark"), codePoint: z.string(), name: z.string() }),
]);

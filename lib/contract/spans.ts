import * as z from "zod";

import type { SaidPart } from "../domain/card/said";
import { SentenceView } from "./sentences";

/** A text of a card by its key, with what is filled in; or words that no language changes. */
// eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the keys are the domain's, and hundreds: the schema names none of them
export const SaidPartView = z.union([z.strictObject({ text: z.string() }), SentenceView]) as unknown as z.ZodType<SaidPart>;

/** A run of text with its role; `mark` stands for a character nobody would see, or for `letters` that pass for others. */
export const SpanView = z.union([
  z.strictObject({ type: z.enum(["text", "value"]), text: z.string(), words: SaidPartView.exactOptional() }),
  z.strictObject({ type: z.enum(["removed", "added"]), text: z.string() }),
  z.strictObject({ type: z.literal("mark"), codePoint: z.string(), name: z.string(), letters: z.string().exactOptional() }),
]);

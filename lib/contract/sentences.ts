import * as z from "zod";

import type { CheckSentence } from "../domain/card/check-texts";
import type { ReasonSentence, ReasonWords } from "../domain/policy/reason-texts";

/** The key of a text of the catalogue and what is filled in: what a screen says in the language of whoever reads. */
export const SentenceView = z.strictObject({
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
});

/* eslint-disable @typescript-eslint/consistent-type-assertions -- the keys are the domain's, and hundreds: no schema names them */
export const CheckSentenceView = SentenceView as unknown as z.ZodType<CheckSentence>;
export const ReasonSentenceView = SentenceView as unknown as z.ZodType<ReasonSentence>;
/* eslint-enable @typescript-eslint/consistent-type-assertions */

/** What policy said, and of what; null where an admin wrote it. */
export const ReasonWordsView: z.ZodType<ReasonWords | null> = z
  .strictObject({ of: ReasonSentenceView.exactOptional(), says: ReasonSentenceView })
  .nullable();

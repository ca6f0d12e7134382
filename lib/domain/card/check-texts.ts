import { inEnglish, type PlainKey, type Sentence } from "../sentence";
import { AIRLINE_TEXTS } from "./airline/airline-texts";
import { CODE_TEXTS } from "./code/code-texts";
import { COMMAND_TEXTS } from "./command/command-texts";
import { EMAIL_TEXTS } from "./email/email-texts";
import { FILE_TEXTS } from "./file/file-texts";
import { PAYMENT_TEXTS } from "./payment/payment-texts";
import { POST_TEXTS } from "./post/post-texts";
import { RECORD_TEXTS } from "./record/record-texts";
import { SHARED_TEXTS } from "./shared-texts";
import { SQL_TEXTS } from "./sql/sql-texts";
import { TOOL_TEXTS } from "./tool/tool-texts";

/** Everything that checks say, in English: a file a kind. The catalogue takes it over. */
export const CHECK_TEXTS = {
  ...SHARED_TEXTS,
  ...AIRLINE_TEXTS,
  ...CODE_TEXTS,
  ...COMMAND_TEXTS,
  ...EMAIL_TEXTS,
  ...FILE_TEXTS,
  ...PAYMENT_TEXTS,
  ...POST_TEXTS,
  ...RECORD_TEXTS,
  ...SQL_TEXTS,
  ...TOOL_TEXTS,
} as const;

/** What a check says, as the key of a text and what is filled in. */
export type CheckSentence = Sentence<typeof CHECK_TEXTS>;
/** A sentence that nothing is filled into may be named by its key alone. */
export type CheckSays = PlainKey<typeof CHECK_TEXTS> | CheckSentence;

export function checkSentence(says: CheckSays): CheckSentence {
  return typeof says === "string" ? { key: says } : says;
}

export function checkInEnglish(sentence: CheckSentence): string {
  return inEnglish(CHECK_TEXTS, sentence);
}

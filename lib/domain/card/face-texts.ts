import { AIRLINE_FACE_TEXTS } from "./airline/airline-face-texts";
import { CODE_FACE_TEXTS } from "./code/code-face-texts";
import { COMMAND_FACE_TEXTS } from "./command/command-face-texts";
import { EMAIL_FACE_TEXTS } from "./email/email-face-texts";
import { FILE_FACE_TEXTS } from "./file/file-face-texts";
import { PAYMENT_FACE_TEXTS } from "./payment/payment-face-texts";
import { POST_FACE_TEXTS } from "./post/post-face-texts";
import { RECORD_FACE_TEXTS } from "./record/record-face-texts";
import { SHARED_FACE_TEXTS } from "./shared-face-texts";
import { SQL_FACE_TEXTS } from "./sql/sql-face-texts";

/** Everything that cards say besides their checks, in English: a file a kind. The catalogue takes it over. */
export const FACE_TEXTS = {
  ...SHARED_FACE_TEXTS,
  ...AIRLINE_FACE_TEXTS,
  ...CODE_FACE_TEXTS,
  ...COMMAND_FACE_TEXTS,
  ...EMAIL_FACE_TEXTS,
  ...FILE_FACE_TEXTS,
  ...PAYMENT_FACE_TEXTS,
  ...POST_FACE_TEXTS,
  ...RECORD_FACE_TEXTS,
  ...SQL_FACE_TEXTS,
} as const;

import type { Texts } from "../sentence";
import type { Kind } from "../words";
import type { AboutKind } from "./about-kind";
import { ABOUT_CODE } from "./code/about-code";
import { ABOUT_COMMAND } from "./command/about-command";
import { ABOUT_EMAIL } from "./email/about-email";
import { ABOUT_FILE } from "./file/about-file";
import { ABOUT_PAYMENT } from "./payment/about-payment";
import { ABOUT_POST } from "./post/about-post";
import { ABOUT_RECORD } from "./record/about-record";
import { ABOUT_SQL } from "./sql/about-sql";
import { ABOUT_TOOL } from "./tool/about-tool";

/** What each kind says of itself: whatever differs by kind is read from here, and no other file asks which kind it is. */
const ABOUT_KINDS = {
  email: ABOUT_EMAIL,
  payment: ABOUT_PAYMENT,
  sql: ABOUT_SQL,
  code: ABOUT_CODE,
  post: ABOUT_POST,
  record: ABOUT_RECORD,
  file: ABOUT_FILE,
  command: ABOUT_COMMAND,
  tool: ABOUT_TOOL,
} as const satisfies Record<Kind, AboutKind>;

export function aboutKind(kind: Kind): AboutKind {
  return ABOUT_KINDS[kind];
}

type Together<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void ? All : never;

/** The tables of texts of all kinds in one. */
export function textsOfKinds<Part extends "checkTexts" | "faceTexts">(
  part: Part,
): Together<(typeof ABOUT_KINDS)[keyof typeof ABOUT_KINDS][Part]> {
  const tables: readonly Texts[] = Object.values(ABOUT_KINDS).map((about) => about[part]);
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- keys start with the name of their kind, and every table is in it
  return Object.fromEntries(tables.flatMap((table) => Object.entries(table))) as Together<
    (typeof ABOUT_KINDS)[keyof typeof ABOUT_KINDS][Part]
  >;
}

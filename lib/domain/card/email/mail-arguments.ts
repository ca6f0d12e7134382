import type { Json, JsonObject } from "../../json";
import { plainKey } from "../../policy/derived-amount";
import { ArgumentTaker } from "../argument-taker";
import { htmlText, type HtmlText } from "./html-text";
import { mailAddresses, namedAddresses, type MailAddress } from "./mail-address";
import { attachedIn, type Attachment } from "./mail-attachments";
import { HTML, htmlSources, TEXT } from "./mail-html";
import { messageFields, partsIn, type MailParts } from "./mail-parts";

/** A message as its arguments spell it. */
export interface Mail {
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly bcc: readonly MailAddress[];
  readonly from: MailAddress | null;
  readonly subject: string | null;
  /** What a reader gets to read; null when the arguments hold no body. */
  readonly body: string | null;
  readonly html: HtmlText | null;
  /** The text part where the HTML part says something else: some see the one, some the other. */
  readonly beside: string | null;
  readonly attachments: readonly Attachment[];
  readonly isReply: boolean;
  /** False where a recipient was sent in a form in which no address was found. */
  readonly recipientsRead: boolean;
  /** A second sender or subject: it is among `others` as well. */
  readonly twice: readonly string[];
  /** Arguments that none of the above speaks for: they are shown too. */
  readonly others: JsonObject;
}

const TO = "to recipient recipients email emails address toaddresses torecipients";
const CC = "cc ccaddresses ccrecipients";
const BCC = "bcc bccaddresses bccrecipients";
const FROM = "from sender fromaddress";
const SUBJECT = "subject subjectline";
const ATTACHED = "attachments attachment files file";
const THREAD = /reply|thread|conversation|inreplyto|references/u;

/** Reads a message. Total: what is missing is null or empty, and every argument is either read or among `others`. */
export function mailOf(fields: JsonObject, actionName: string): Mail {
  const taker = new ArgumentTaker(messageFields(fields));
  const [to, cc, bcc] = [recipientsOf(taker, TO), recipientsOf(taker, CC), recipientsOf(taker, BCC)];
  const parts = [...taker.each(TEXT, (value) => partsIn(value)), ...taker.each(HTML, (value) => partsIn(value, "html"))];
  const isReply =
    THREAD.test(plainKey(actionName)) ||
    Object.keys(fields).some((key) => /^(?:inreplyto|threadid|replytomessageid)$/u.test(plainKey(key)));
  return {
    to,
    cc,
    bcc,
    from: taker.value(FROM, senderIn) ?? taker.left(FROM).flatMap(mailAddresses)[0] ?? null,
    subject: taker.value(SUBJECT, (value) => (typeof value === "string" ? value : null)),
    ...bodyOf(parts),
    attachments: attachmentsOf(taker),
    isReply,
    recipientsRead: [TO, CC, BCC].flatMap((names) => taker.left(names)).every((value) => namedAddresses(value).named),
    twice: taker.twice(FROM, SUBJECT),
    others: taker.others(),
  };
}

/** Every address; a value that says more than addresses and names is left among the others as well. */
function recipientsOf(taker: ArgumentTaker, names: string): readonly MailAddress[] {
  const read = taker.each(names, (value) => {
    const { found, whole } = namedAddresses(value);
    return whole ? found : null;
  });
  return [...read.flat(), ...taker.left(names).flatMap(mailAddresses)];
}

function senderIn(value: Json): MailAddress | null {
  const { found, whole } = namedAddresses(value);
  return whole && found.length === 1 ? (found[0] ?? null) : null;
}

function attachmentsOf(taker: ArgumentTaker): readonly Attachment[] {
  const read = taker.each(ATTACHED, (value) => {
    const { found, whole } = attachedIn(value);
    return whole ? found : null;
  });
  return [...read.flat(), ...taker.left(ATTACHED).flatMap((value) => attachedIn(value).found)];
}

/** The HTML part where there is one: it is what most people see. */
function bodyOf(parts: readonly MailParts[]): Pick<Mail, "body" | "html" | "beside"> {
  const plain = parts.flatMap((part) => part.plain);
  const sources = htmlSources(
    plain,
    parts.flatMap((part) => part.html),
  );
  if (sources.length === 0) return { body: plain.length === 0 ? null : plain.join("\n"), html: null, beside: null };
  const html = htmlText(sources.join("\n"));
  const beside = plain.filter((text) => !sources.includes(text)).join("\n");
  return { body: html.text, html, beside: beside === "" || asRead(beside) === asRead(html.text) ? null : beside };
}

/** A bullet before a word, as programs write a list in plain text; before a figure the same character may be its sign. */
const BULLET = /^[ \t]*[-*•·][ \t]+(?=\p{L})/gmu;

/**
 * What two parts may differ in and still say the same: how lines are broken and indented, and bullets, which HTML draws itself. A case, a sign or
 * a stop may be another link or another amount.
 */
function asRead(text: string): string {
  return text.replaceAll(BULLET, "").replaceAll(/\s+/gu, " ").trim();
}

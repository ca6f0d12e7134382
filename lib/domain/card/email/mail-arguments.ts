import { isJsonObject, type Json, type JsonObject } from "../../json";
import { plainKey } from "../../policy/derived-amount";
import { visible } from "../spans";
import { htmlText, type HtmlText } from "./html-text";
import { mailAddresses, type MailAddress } from "./mail-address";
import { HTML, htmlSources, TEXT, textsIn } from "./mail-html";

/** One attached file as the arguments describe it. */
export interface Attachment {
  readonly name: string;
  readonly type: string | null;
  readonly bytes: number | null;
}

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
  /** True when the text part and the HTML part say different things. */
  readonly partsDiffer: boolean;
  readonly attachments: readonly Attachment[];
  readonly isReply: boolean;
  /** Arguments that none of the above speaks for: they are shown too. */
  readonly others: JsonObject;
}

const TO = "to recipient recipients email emails address toaddresses torecipients";
const THREAD = /reply|thread|conversation|inreplyto|references/u;

/** Reads a message. Total: what is missing is null or empty, and every argument is either read or among `others`. */
export function mailOf(fields: JsonObject, actionName: string): Mail {
  const used = new Set<string>();
  const take = (names: string): readonly Json[] => {
    const keys = new Set(names.split(" "));
    return Object.entries(fields).flatMap(([key, value]) => {
      if (!keys.has(plainKey(key)) || value === null) return [];
      used.add(key);
      return [value];
    });
  };
  const addresses = (names: string): readonly MailAddress[] => take(names).flatMap(mailAddresses);
  const [to, cc, bcc] = [addresses(TO), addresses("cc ccaddresses"), addresses("bcc bccaddresses")];
  const [from = null] = addresses("from sender fromaddress");
  const [subject] = take("subject subjectline");
  const parts = bodyOf(take(TEXT), take(HTML));
  const attachments = take("attachments attachment files file").flatMap(attachmentsOf);
  const isReply =
    THREAD.test(plainKey(actionName)) ||
    Object.keys(fields).some((key) => /^(?:inreplyto|threadid|replytomessageid)$/u.test(plainKey(key)));
  return {
    to,
    cc,
    bcc,
    from,
    subject: typeof subject === "string" ? subject : null,
    ...parts,
    attachments,
    isReply,
    others: Object.fromEntries(Object.entries(fields).filter(([key]) => !used.has(key))),
  };
}

/** The HTML part where there is one: it is what most people see. */
function bodyOf(texts: readonly Json[], htmls: readonly Json[]): Pick<Mail, "body" | "html" | "partsDiffer"> {
  const plain = texts.flatMap(textsIn);
  const sources = htmlSources(plain, htmls.flatMap(textsIn));
  if (sources.length === 0) return { body: plain.length === 0 ? null : plain.join("\n"), html: null, partsDiffer: false };
  const html = htmlText(sources.join("\n"));
  const beside = plain.filter((text) => !sources.includes(text)).join("\n");
  return { body: html.text, html, partsDiffer: beside !== "" && onlyWords(beside) !== onlyWords(html.text) };
}

function onlyWords(text: string): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ").toLowerCase();
}

function attachmentsOf(value: Json): readonly Attachment[] {
  if (typeof value === "string") return [{ name: value.split(/[\\/]/u).at(-1) ?? value, type: null, bytes: null }];
  if (Array.isArray(value)) {
    const list: readonly Json[] = value;
    return list.flatMap(attachmentsOf);
  }
  if (!isJsonObject(value)) return [{ name: "unnamed", type: null, bytes: null }];
  const name = value["filename"] ?? value["name"] ?? value["path"];
  const type = value["type"] ?? value["content_type"] ?? value["mime_type"] ?? value["contentType"];
  const bytes = value["size"] ?? value["bytes"];
  return [
    {
      name: typeof name === "string" ? name : "unnamed",
      type: typeof type === "string" ? type : null,
      bytes: typeof bytes === "number" && bytes >= 0 ? bytes : null,
    },
  ];
}

/** `invoice.pdf, 84 kB`. */
export function attachmentText({ name, type, bytes }: Attachment): string {
  const size =
    bytes === null
      ? null
      : bytes < 1_000_000
        ? `${Math.max(1, Math.round(bytes / 1000))} kB`
        : `${(bytes / 1_000_000).toFixed(1)} MB`;
  return [visible(name), type !== null && !name.includes(".") ? visible(type) : null, size]
    .filter((part) => part !== null)
    .join(", ");
}

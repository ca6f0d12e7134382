import type { CardInput, Check } from "../card";
import { failed, notRun, passed } from "../finish-card";
import { few } from "../sent-value";
import { houseOf, isOfHouse } from "./house";
import { domainOf } from "./mail-address";
import type { Mail } from "./mail-arguments";

const ADDRESS = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,200}\.\p{L}{2,24}/gu;
/** `W1234`, `INV-20481`, `4711001`: what orders, invoices and customers are called. */
const NUMBER = /(?<![\p{L}\p{N}.,])(?:[A-Z]{1,4}-?\d{4,14}|\d{6,20})(?![\p{L}\p{N}]|[.,]\d)/gu;
/** Where a sender’s own particulars begin. */
const SIGN_OFF =
  /^(?:--|[-_=–—]{3,}|(?:kind |best |warm )?(?:regards|wishes)\b[^\d]{0,40}|(?:many )?thanks[,.!]?|(?:yours )?(?:sincerely|truly|faithfully)\b[^\d]{0,40}|[^\d]{0,30}\bgr(?:ü|ue)(?:ß|ss)e?n?\b[^\d]{0,40}|cordialement\b[^\d]{0,40}|(?:atentamente|saludos|cordiali saluti)\b[^\d]{0,40}|met vriendelijke groet\b[^\d]{0,40})$/iu;
/** What a sender says of itself. */
const OWN_PARTICULARS =
  /\b(?:tel|phone|call us|fax|mobile|hotline|telefon|vat|ust|tax|steuer|iban|bic|hrb|hra|reg(?:ist\w{1,9})?|gmbh|ag|ltd|limited|inc|llc|plc|s\.?a\.?s|b\.?v)\b|©|☎/iu;
/** What a line speaks of that is the reader’s. */
const READERS_OWN =
  /\b(?:your|ihre?[nmrs]?|votre|vos|customer|client|kunden?\w{0,20}|order|bestell\w{0,20}|booking|buchung\w{0,20})\b/iu;
const SIGNED_LINES_MAX = 20;
const HAS_NUMBER = new RegExp(NUMBER.source, "u");
/** The same in a record, where a full stop may stand before or behind it. */
const RECORDED = /(?<![\p{L}\p{N}])(?:[A-Z]{1,4}-?\d{4,14}|\d{6,20})(?![\p{L}\p{N}])/gu;
/** What JSON writes for a line break and the like, which is no part of the word behind it. */
const ESCAPED = /\\(?:u[\da-f]{4}|.)/giu;

/** A number or an address that belongs to somebody else, which is how data leaks from one customer to the next. */
export function foreignData(input: CardInput, mail: Mail, last: Mail | null): Check {
  const says = "email.numbersAndAddressesAreThis";
  const readers = new Set(readersOf(mail));
  const text = textOf(mail);
  const found = [...numbersAndAddresses(withoutOwnLines(text, last))];
  if (found.length === 0) return passed("foreign-data", "email.namesNoNumberOrAddress");
  const before = last === null ? "" : textOf(last);
  const sameReaders = last !== null && readersOf(mail).length > 0 && isWithin(readers, new Set(readersOf(last)));
  const known = `${JSON.stringify(input.before).replaceAll(ESCAPED, " ")}\n${input.target?.resource ?? ""}\n${sameReaders ? before : ""}`;
  const [listed, recorded] = [numbersAndAddresses(known), recordedIn(known)];
  const house = houseOf(mail);
  const isTheirs = (one: string): boolean =>
    one.includes("@") && (readers.has(one.toLowerCase()) || isOfHouse(domainOf(one), house));
  const unknown = found.filter((one) => !listed.has(one) && !recorded.has(one) && !isTheirs(one));
  if (unknown.length === 0) return passed("foreign-data", says);
  const inLast = numbersAndAddresses(before);
  const left = unknown.filter((one) => inLast.has(one));
  if (left.length > 0) return failed("foreign-data", "email.carriesNumberFromLastMessage", few(left));
  if (input.before === null) return notRun("foreign-data", says, { key: "email.threadWasNotSent" });
  // A number of a form that the record has says which is theirs.
  const forms = new Set(Array.from(listed, formOf));
  const other = unknown.filter((one) => one.includes("@") || forms.has(formOf(one)));
  if (other.length > 0) return failed("foreign-data", "email.anotherNumberOrAddressThan", few(other));
  return notRun("foreign-data", says, { key: "email.threadNamesNoneToCompare" });
}

/** Whoever gets a message, in lower case. */
export function readersOf({ to, cc, bcc }: Mail): readonly string[] {
  return [...to, ...cc, ...bcc].map(({ address }) => address.toLowerCase());
}

function textOf({ subject, body }: Mail): string {
  return `${subject ?? ""}\n${body ?? ""}`;
}

function numbersAndAddresses(text: string): ReadonlySet<string> {
  return new Set([...(text.match(NUMBER) ?? []), ...(text.match(ADDRESS) ?? [])]);
}

/** Every number of a record, with the letters in front of it and without. */
function recordedIn(text: string): ReadonlySet<string> {
  return new Set((text.match(RECORDED) ?? []).flatMap((number) => [number, number.replace(/^[A-Z]+-?/u, "")]));
}

function formOf(number: string): string {
  return `${/^[A-Z]*/u.exec(number)?.[0] ?? ""} ${String(number.length)}`;
}

function isWithin(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...some].every((one) => all.has(one));
}

/**
 * `text` without the sender’s own particulars: under its sign-off what is named as a telephone, a tax number and the like; and of the lines that
 * stood in the last message word for word, all such, whatever names no number, and under the sign-off whatever speaks of nothing that is the
 * reader’s. A line about an order that was copied from the last message stays: that is the leak.
 */
function withoutOwnLines(text: string, last: Mail | null): string {
  const before = new Set(last === null ? [] : linesOf(textOf(last)));
  const theirs = new Set(last === null ? [] : readersOf(last));
  const lines = linesOf(text);
  const end = signOffIn(lines);
  const isOwn = (line: string, under: boolean): boolean => {
    const particular = OWN_PARTICULARS.test(line) && (under || !READERS_OWN.test(line));
    if (!before.has(line)) return particular && under && !READERS_OWN.test(line);
    return particular || !HAS_NUMBER.test(line) || (under && !READERS_OWN.test(line));
  };
  return lines
    .filter((line, at) => {
      if (!isOwn(line, end !== -1 && at >= end)) return true;
      return (line.match(ADDRESS) ?? []).some((address) => theirs.has(address.toLowerCase()));
    })
    .join("\n");
}

/** Where the sign-off stands: not at the top, and not far from the end; -1 where there is none. */
function signOffIn(lines: readonly string[]): number {
  const [top, end] = [lines.findIndex((line, at) => at > 0 && line !== ""), lines.findLastIndex((line) => SIGN_OFF.test(line))];
  return end > top && lines.length - end <= SIGNED_LINES_MAX ? end : -1;
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/u).map((line) => line.trim());
}

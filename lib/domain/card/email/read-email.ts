import { actionVerb, isInverse, knows } from "../action-verb";
import type { Card, CardInput, Fact, Span } from "../card";
import { decisiveValue, fact, finishCard, subjectWords } from "../finish-card";
import { earlierNote } from "../earlier-note";
import { counted } from "../counted";
import { spansText } from "../headline-text";
import { humanVerb } from "../human-words";
import { otherLines } from "../other-lines";
import { asIs, together, type FaceKey, type SaidPart, type Saying } from "../said";
import { saidSpan } from "../said-span";
import { plain, valued, visible } from "../spans";
import { readTool } from "../tool/read-tool";
import type { Verb } from "../verb-words";
import { mailBody, type MailBody } from "./body-lines";
import { contentChecks } from "./content-checks";
import type { MailAddress } from "./mail-address";
import { mailOf, type Mail } from "./mail-arguments";
import { attachmentText } from "./mail-attachments";
import { mailChecks, mailLinks } from "./mail-checks";
import { otherRecipients, RECIPIENTS_SHOWN } from "./other-recipients";
import { recipientDecoys } from "./recipient-decoys";
import { threadOf } from "./thread";

const LONG_MESSAGE_WORDS = 40;

/** The card of a message: who gets it, and every word of it that nobody read before. */
export function readEmail(input: CardInput): Card {
  const verb = mailVerb(input.action.name);
  if (verb === null) return readTool(input);
  const mail = mailOf(input.action.arguments, input.action.name);
  const thread = threadOf(input.before);
  const { lastApprovedArguments } = input.history;
  const last = lastApprovedArguments === null ? null : mailOf(lastApprovedArguments, input.action.name);
  const body = mail.body === null ? null : mailBody(mail.body, thread.text, last?.body ?? null);
  const own = body === null ? "" : body.diff.lines.map(({ spans }) => spansText(spans)).join("\n");
  return finishCard(input, {
    headline: headline(mail, input.action.name, verb),
    facts: facts(input, mail, body),
    diff: diff(mail, body),
    checks: [...mailChecks(input, mail, thread, own), ...contentChecks(input, mail, last, thread, own)],
    undo: UNDO[verb],
    openQuestions: 1,
    unreadable: unreadable(mail),
    decisive: decisive(mail),
  });
}

type MailVerb = "send" | "reply" | "forward" | "draft" | "schedule" | "other";
const HEADS = {
  send: "Send to ",
  reply: "Reply to ",
  forward: "Forward to ",
  draft: "Draft to ",
  schedule: "Schedule to ",
} as const satisfies Record<Exclude<MailVerb, "other">, string>;
const UNDO: Record<MailVerb, FaceKey> = {
  send: "email.undo",
  reply: "email.undo",
  forward: "email.undo",
  draft: "email.undoDraft",
  schedule: "email.undo",
  other: "email.undo",
};

/** Put elsewhere or looked at: nobody gets it by that. */
const FILES_MAIL: ReadonlySet<Verb> = new Set<Verb>(["archive", "copy", "move", "read"]);

/** What reaches people, or is to; null for what does something else to mail, whose plain arguments are the card. */
function mailVerb(name: string): MailVerb | null {
  const found = actionVerb(name);
  if (knows(HEADS, found.verb)) return found.verb;
  return isInverse(found) || FILES_MAIL.has(found.verb) ? null : "other";
}

function headline(mail: Mail, name: string, does: MailVerb): readonly Span[] {
  const plainly = does === "send" && mail.isReply ? "reply" : does;
  const verb = plainly === "other" ? `${humanVerb(name)} to ` : HEADS[plainly];
  const recipients = [...mail.to, ...mail.cc, ...mail.bcc];
  const [only, ...others] = recipients;
  if (only === undefined) return plain(`${verb}nobody`);
  if (others.length > 0) return [...plain(verb), ...valued(counted(recipients.length, "person", "people"))];
  return [...plain(verb), ...valued(only.name !== null && !only.name.includes("@") ? only.name : only.address)];
}

function facts(input: CardInput, mail: Mail, body: MailBody | null): readonly Fact[] {
  const { earlierToCounterpart: earlier } = input.history;
  const visibleRecipients = [...mail.to, ...mail.cc];
  const note = together(" · ", [externalNote(mail), earlierNote(earlier), namesNote(visibleRecipients), senderNote(mail)]);
  const hosts = [...new Set(mailLinks(mail).map(({ host, href }) => (host === "" ? href : host)))];
  const promises = body !== null && body.newWords > LONG_MESSAGE_WORDS ? body.promises : [];
  return [
    fact("face.to", recipientSpans(visibleRecipients), { note, alarming: earlier === 0, technical: true }),
    ...(mail.bcc.length === 0
      ? []
      : [fact("email.hiddenCopy", recipientSpans(mail.bcc), { note: namesNote(mail.bcc), alarming: true, technical: true })]),
    fact("email.subject", mail.subject === null ? saidSpan("text", "email.noSubject") : valued(mail.subject)),
    ...(mail.attachments.length === 0 ? [] : [fact("email.attached", valued(mail.attachments.map(attachmentText).join("; ")))]),
    ...(hosts.length === 0 ? [] : [fact("face.links", valued(hosts.join(", ")), { technical: true })]),
    ...(promises.length === 0 ? [] : [fact("email.promises", valued(promises.slice(0, 6).join(", ")), { alarming: true })]),
  ].slice(0, 5);
}

/** The domain is what decides where mail goes: it is set as the value, the mailbox before it as text. */
function recipientSpans(recipients: readonly MailAddress[]): readonly Span[] {
  const shown = recipients.slice(0, RECIPIENTS_SHOWN).flatMap(({ address }, at): readonly Span[] => {
    const cut = address.lastIndexOf("@") + 1;
    return [...plain(at === 0 ? "" : ", "), ...plain(address.slice(0, cut)), ...valued(address.slice(cut))];
  });
  const rest = recipients.slice(RECIPIENTS_SHOWN);
  if (rest.length === 0) return recipients.length === 0 ? saidSpan("text", "email.nobody") : shown;
  const domains = [...new Set(rest.map(({ domain }) => domain))];
  const named = domains.map((domain) => (domain === "" ? saidSpan("value", "email.noDomain") : valued(domain)));
  const listed = named.flatMap((one, at) => (at === 0 ? one : [...valued(", "), ...one]));
  return [...shown, ...saidSpan("text", { key: "email.andMoreAt", values: { count: rest.length } }), ...listed];
}

/** What the recipients that are written out are called; the headline may have no room for it. */
function namesNote(recipients: readonly MailAddress[]): SaidPart | null {
  const names = recipients.slice(0, RECIPIENTS_SHOWN).flatMap(({ name }) => (name === null ? [] : [visible(name)]));
  return names.length === 0 ? null : asIs(names.join(", "));
}

function senderNote({ from }: Mail): SaidPart | null {
  if (from === null || from.address === "") return null;
  const sender = from.name === null ? visible(from.address) : `${visible(from.name)} <${visible(from.address)}>`;
  return { key: "email.sentFrom", values: { sender } };
}

function externalNote({ from, to, cc, bcc }: Mail): SaidPart | null {
  if (from === null || from.domain === "") return null;
  const recipients = [...to, ...cc, ...bcc];
  const external = recipients.filter(({ domain }) => domain !== from.domain).length;
  if (external === 0) return { key: "email.internal" };
  if (recipients.length === 1) return { key: "email.external" };
  return { key: "email.externalOf", values: { count: external, all: recipients.length } };
}

/** The message, and below it whoever else gets it and every argument that has no place of its own: it is sent along, so it is to be read. */
function diff(mail: Mail, body: MailBody | null): Card["diff"] {
  const { others, beside } = mail;
  const people = otherRecipients(mail);
  const lines = [...people.lines, ...otherLines(beside === null ? {} : { text_part: beside }), ...otherLines(others)];
  const more = { count: people.folded + (body?.diff.more.count ?? 0), unlike: people.folded + (body?.diff.more.unlike ?? 0) };
  if (body === null) return { type: "text", ...subjectWords("email.messageWithoutText"), lines, more };
  return { ...body.diff, lines: [...body.diff.lines, ...lines], more };
}

function unreadable({ html, subject, to, cc, bcc, recipientsRead }: Mail): readonly Saying[] {
  const broken = [subject ?? "", ...[...to, ...cc, ...bcc].map(({ address }) => address)].some((text) => /[\r\n]/u.test(text));
  return [
    ...(html === null ? [] : html.hides.map((way) => asIs(`message: ${way}`))),
    ...(html === null || html.images === 0 ? [] : [{ key: "email.unread.images", values: { count: html.images } } as const]),
    ...(broken ? ["email.unread.header" as const] : []),
    ...(recipientsRead ? [] : ["email.unread.recipients" as const]),
  ];
}

function decisive(mail: Mail): Card["decisive"] {
  const recipients = [...mail.to, ...mail.cc, ...mail.bcc];
  const [only, ...others] = recipients;
  if (only === undefined) return null;
  if (others.length === 0) {
    return decisiveValue("email.whichAddress", visible(only.address), recipientDecoys(visible(only.address)));
  }
  const count = recipients.length;
  return decisiveValue("email.howManyPeople", String(count), [String(count + 1), String(count * 10), String(count + 9)]);
}

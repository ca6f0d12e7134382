import type { CardInput, Check } from "../card";
import { failed, notRun, passed } from "../finish-card";
import { linkCheck, linkTo, linksIn, type Link } from "../links";
import { visible } from "../spans";
import { unfilledIn } from "../unfilled";
import { lookAlikeOf } from "../look-alike";
import { domainOf, mailAddresses, type MailAddress } from "./mail-address";
import type { Mail } from "./mail-arguments";
import type { Thread } from "./thread";

const BULK_FROM = 20;
const LISTED_MAX = 3;
const ATTACHED = /\battach(?:ed|ment|ments|ing)\b|\benclosed\b|\bim Anhang\b|\banbei\b|\bci-joint|\bpièce jointe|\badjunto/iu;
const UNSUBSCRIBE = /unsubscribe|opt[- ]?out|abmelden|abbestellen|désabonner|cancelar la suscripción/iu;

/** Everything about a message that comparing and looking up can settle. */
export function mailChecks(input: CardInput, mail: Mail, thread: Thread, own: string): readonly Check[] {
  const recipients = [...mail.to, ...mail.cc, ...mail.bcc];
  return [
    addressable(recipients),
    (mail.body ?? "").trim() === "" ? failed("text", "There is no text") : passed("text", "There is a text"),
    ...inThread(recipients, mail, thread),
    lookAlikes(input, recipients, mail, thread),
    displayNames(recipients),
    ...replyAll(recipients, mail, thread),
    linkCheck(mailLinks(mail), knownDomains(input, mail, thread)),
    attachmentNamed(mail, own),
    unfilled(mail, own),
    ...(mail.partsDiffer ? [failed("parts-agree", "The HTML part and the text part say different things")] : []),
    ...(recipients.length > BULK_FROM ? [unsubscribe(mail)] : []),
  ];
}

function addressable(recipients: readonly MailAddress[]): Check {
  if (recipients.length === 0) return failed("recipients", "No recipient is named");
  const odd = recipients.filter(({ address }) => !/^[^\s@"<>,;]+@[^\s@"<>,;]+\.[^\s@"<>,;.]+$/u.test(address));
  if (odd.length === 0) return passed("recipients", "Every address has the form of one");
  return failed("recipients", "Not an address", shown(odd.map(({ address }) => address)));
}

function inThread(recipients: readonly MailAddress[], mail: Mail, thread: Thread): readonly Check[] {
  if (thread.addresses.length === 0) {
    return mail.isReply ? [notRun("in-thread", "Recipients belong to the thread", "the thread was not sent")] : [];
  }
  const strangers = recipients.filter(({ address }) => !thread.addresses.includes(address.toLowerCase()));
  if (strangers.length === 0) return [passed("in-thread", "Recipients belong to the thread")];
  return [failed("in-thread", "Not in the thread", shown(strangers.map(({ address }) => address)))];
}

/** The domains of whoever the thread, the sender and the last approved message know. */
function knownDomains(input: CardInput, mail: Mail, thread: Thread): readonly string[] {
  const last = input.history.lastApprovedArguments;
  return [
    ...thread.addresses.map(domainOf),
    mail.from?.domain ?? "",
    ...(last === null ? [] : mailAddresses(last["to"]).map(({ domain }) => domain)),
  ].filter((domain) => domain !== "");
}

function lookAlikes(input: CardInput, recipients: readonly MailAddress[], mail: Mail, thread: Thread): Check {
  const known = knownDomains(input, mail, thread);
  for (const { domain } of recipients) {
    const other = lookAlikeOf(domain, known);
    if (other !== null) return failed("look-alike", "A domain looks like another", `${visible(domain)}, not ${visible(other)}`);
  }
  return passed("look-alike", "No domain looks like another");
}

/** A name that is itself an address draws the eye away from where the mail goes. */
function displayNames(recipients: readonly MailAddress[]): Check {
  const posing = recipients.find(({ name, domain }) => name?.includes("@") === true && domainOf(name) !== domain);
  if (posing === undefined) return passed("display-name", "No name poses as another address");
  return failed(
    "display-name",
    "A name poses as another address",
    `${visible(posing.name ?? "")} goes to ${visible(posing.address)}`,
  );
}

function replyAll(recipients: readonly MailAddress[], mail: Mail, thread: Thread): readonly Check[] {
  if (!mail.isReply || thread.addresses.length === 0) return [];
  const more = recipients.length - thread.addresses.length;
  if (more <= 0) return [passed("reply-all", "No more people than in the thread")];
  return [
    failed("reply-all", "More people than in the thread", `${recipients.length}, ${thread.addresses.length} in the thread`),
  ];
}

/** Every link with its host; empty where an address cannot be parsed. */
export function mailLinks({ body, html }: Mail): readonly Link[] {
  return [...(html?.links ?? []).map(({ href, text }) => linkTo(href, text)), ...linksIn(body ?? "")];
}

function attachmentNamed(mail: Mail, own: string): Check {
  if (mail.attachments.length > 0 || !ATTACHED.test(own)) return passed("attachment", "Attachments mentioned are there");
  return failed("attachment", "An attachment is mentioned and none is there");
}

function unfilled(mail: Mail, own: string): Check {
  const found = unfilledIn(`${mail.subject ?? ""}\n${own}`);
  if (found === null) return passed("merge-fields", "No unfilled field");
  return failed("merge-fields", "A field was not filled in", visible(found));
}

function unsubscribe({ body }: Mail): Check {
  if (UNSUBSCRIBE.test(body ?? "")) return passed("unsubscribe", "Bulk mail says how to unsubscribe");
  return failed("unsubscribe", "Bulk mail does not say how to unsubscribe");
}

function shown(texts: readonly string[]): string {
  const rest = texts.length - LISTED_MAX;
  return [...texts.slice(0, LISTED_MAX).map(visible), ...(rest > 0 ? [`${rest} more`] : [])].join(", ");
}

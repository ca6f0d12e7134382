import type { CardInput, Check } from "../card";
import { failed, notRun, passed } from "../finish-card";
import { linkCheck } from "../link-check";
import { linkTo, linksIn, type Link } from "../links";
import { few } from "../sent-value";
import { saidTwice } from "../said-twice";
import { visible } from "../spans";
import { unfilledIn } from "../unfilled";
import { KnownDomains } from "../look-alike";
import { houseOf, isOfHouse } from "./house";
import { domainOf, mailAddresses, type MailAddress } from "./mail-address";
import type { Mail } from "./mail-arguments";
import type { Thread } from "./thread";

/** More readers than this, and a message is sent to a list. */
export const BULK_FROM = 20;
const ATTACHED = /\battach(?:ed|ment|ments|ing)\b|\benclosed\b|\bim Anhang\b|\banbei\b|\bci-joint|\bpièce jointe|\badjunto/iu;
const UNSUBSCRIBE = /unsubscribe|opt[- ]?out|abmelden|abbestellen|désabonner|cancelar la suscripción/iu;

/** Everything about a message that comparing and looking up can settle. */
export function mailChecks(input: CardInput, mail: Mail, thread: Thread, own: string): readonly Check[] {
  const recipients = [...mail.to, ...mail.cc, ...mail.bcc];
  return [
    addressable(recipients),
    (mail.body ?? "").trim() === "" ? failed("text", "check.thereIsNoText") : passed("text", "check.thereIsText"),
    ...inThread(recipients, mail, thread),
    lookAlikes(input, recipients, mail, thread),
    displayNames(recipients),
    ...replyAll(recipients, mail, thread),
    linkCheck(mailLinks(mail), knownDomains(input, mail, thread)),
    attachmentNamed(mail, own),
    unfilled(mail, own),
    ...saidTwice(mail.twice),
    ...(mail.beside !== null ? [failed("parts-agree", "email.htmlPartAndTextPart")] : []),
    ...(recipients.filter(({ domain }) => !isOfHouse(domain, houseOf(mail))).length > BULK_FROM ? [unsubscribe(mail)] : []),
  ];
}

function addressable(recipients: readonly MailAddress[]): Check {
  if (recipients.length === 0) return failed("recipients", "email.noRecipientIsNamed");
  const odd = recipients.filter(({ address }) => !/^[^\s@"<>,;]+@[^\s@"<>,;]+\.[^\s@"<>,;.]+$/u.test(address));
  if (odd.length === 0) return passed("recipients", "email.everyAddressHasFormOne");
  return failed("recipients", "email.notAddress", few(odd.map(({ address }) => address)));
}

function inThread(recipients: readonly MailAddress[], mail: Mail, thread: Thread): readonly Check[] {
  if (thread.addresses.length === 0) {
    return mail.isReply ? [notRun("in-thread", "email.recipientsBelongToThread", { key: "email.threadWasNotSent" })] : [];
  }
  const known = new Set(thread.addresses);
  const strangers = withoutColleagues(recipients, mail, thread).filter(({ address }) => !known.has(address.toLowerCase()));
  if (strangers.length === 0) return [passed("in-thread", "email.recipientsBelongToThread")];
  return [failed("in-thread", "email.notInThread", few(strangers.map(({ address }) => address)))];
}

/** Without those of the sender’s own house, where the thread shows that it is one of those who write: `from` alone is the agent’s word. */
function withoutColleagues(recipients: readonly MailAddress[], mail: Mail, { addresses }: Thread): readonly MailAddress[] {
  const house = houseOf(mail);
  if (!addresses.some((address) => isOfHouse(domainOf(address), house))) return recipients;
  const known = new Set(addresses);
  return recipients.filter(({ address, domain }) => known.has(address.toLowerCase()) || !isOfHouse(domain, house));
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
  const known = new KnownDomains(knownDomains(input, mail, thread));
  for (const domain of new Set(recipients.map((recipient) => recipient.domain))) {
    const other = known.lookAlike(domain);
    if (other !== null)
      return failed("look-alike", "email.domainLooksLikeAnother", {
        key: "email.domainNotOther",
        values: { domain: visible(domain), other: visible(other) },
      });
  }
  return passed("look-alike", "email.noDomainLooksLikeAnother");
}

/** A name that is itself an address draws the eye away from where the mail goes. */
function displayNames(recipients: readonly MailAddress[]): Check {
  const posing = recipients.find(({ name, domain }) => name?.includes("@") === true && domainOf(name) !== domain);
  if (posing === undefined) return passed("display-name", "email.noNamePosesAsAnother");
  return failed("display-name", "email.namePosesAsAnotherAddress", {
    key: "email.nameGoesTo",
    values: { name: visible(posing.name ?? ""), address: visible(posing.address) },
  });
}

function replyAll(recipients: readonly MailAddress[], mail: Mail, thread: Thread): readonly Check[] {
  if (!mail.isReply || thread.addresses.length === 0) return [];
  const people = withoutColleagues(recipients, mail, thread).length;
  if (people <= thread.addresses.length) return [passed("reply-all", "email.noMorePeopleThanIn")];
  return [
    failed("reply-all", "email.morePeopleThanInThread", {
      key: "email.recipientsAddressesInThread",
      values: { recipients: people, addresses: thread.addresses.length },
    }),
  ];
}

/** Every link with its host; empty where an address cannot be parsed. */
export function mailLinks({ body, html }: Mail): readonly Link[] {
  return [...(html?.links ?? []).map(({ href, text }) => linkTo(href, text)), ...linksIn(body ?? "")];
}

function attachmentNamed(mail: Mail, own: string): Check {
  if (mail.attachments.length > 0 || !ATTACHED.test(own)) return passed("attachment", "email.attachmentsMentionedAreThere");
  return failed("attachment", "email.attachmentIsMentionedAndNone");
}

function unfilled(mail: Mail, own: string): Check {
  const found = unfilledIn(`${mail.subject ?? ""}\n${own}`);
  if (found === null) return passed("merge-fields", "email.noUnfilledField");
  return failed("merge-fields", "email.fieldWasNotFilledIn", visible(found));
}

function unsubscribe({ body }: Mail): Check {
  if (UNSUBSCRIBE.test(body ?? "")) return passed("unsubscribe", "email.bulkMailSaysHowTo");
  return failed("unsubscribe", "email.bulkMailDoesNotSay");
}

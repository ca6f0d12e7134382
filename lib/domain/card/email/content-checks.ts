import { guessLanguage } from "../../language-guess";
import { partyZone } from "../../party-zone";
import type { CardInput, Check } from "../card";
import { failed, notRun, passed } from "../finish-card";
import { linksIn } from "../links";
import { registrableName } from "../registrable-name";
import { few, instantOf, sentValue } from "../sent-value";
import { foreignData, readersOf } from "./foreign-data";
import type { Mail } from "./mail-arguments";
import { BULK_FROM, mailLinks } from "./mail-checks";
import type { Thread } from "./thread";

const TAGS: Readonly<Record<string, string>> = {
  ...{ en: "English", de: "German", fr: "French", es: "Spanish", it: "Italian", nl: "Dutch", pt: "Portuguese" },
  ...{ ar: "Arabic letters", he: "Hebrew", ru: "Cyrillic letters", el: "Greek", ja: "Japanese", ko: "Korean" },
  ...{ zh: "Chinese characters", hi: "Devanagari letters", th: "Thai" },
};
const [MORNING, EVENING] = [7, 21];

/** What the words of a message can be held against: the thread, the last approved message, the clock where it is read. */
export function contentChecks(input: CardInput, mail: Mail, last: Mail | null, thread: Thread, own: string): readonly Check[] {
  return [foreignData(input, mail, last), ...linkHosts(mail, last, thread), ...language(thread, own), ...hours(input, mail)];
}

/** Whether every link leads where this sender and this reader were led before. Says nothing where there is no link. */
function linkHosts(mail: Mail, last: Mail | null, thread: Thread): readonly Check[] {
  const hosts = mailLinks(mail).flatMap(({ host }) => (host === "" ? [] : [host]));
  if (hosts.length === 0) return [];
  const before = [...linksIn(thread.text), ...(last === null ? [] : mailLinks(last))].map(({ host }) => host);
  const known = [mail.from?.domain ?? "", last?.from?.domain ?? "", ...before].filter((host) => host !== "");
  const says = "email.linksLeadToHostsUsed";
  if (known.length === 0) return [notRun("link-hosts", says, { key: "email.nothingToCompareWithWas" })];
  const owned = new Set(known.map(registrableName));
  const strange = hosts.filter((host) => !owned.has(registrableName(host)));
  if (strange.length === 0) return [passed("link-hosts", says)];
  return [failed("link-hosts", "email.linkLeadsToHostNot", few(strange))];
}

/** Says nothing where either is too short to tell. */
function language(thread: Thread, own: string): readonly Check[] {
  const [theirs, ours] = [guessLanguage(thread.text), guessLanguage(own)];
  if (theirs === null || ours === null) return [];
  if (theirs.tag === ours.tag) return [passed("language", "email.languageIsThreads")];
  return [
    failed("language", "email.notLanguageThread", {
      key: "email.oursThreadIsInTheirs",
      values: { ours: TAGS[ours.tag] ?? ours.tag, theirs: TAGS[theirs.tag] ?? theirs.tag },
    }),
  ];
}

/** A reply at night is nobody’s harm; what many get at night is. Says nothing where no zone was sent. */
function hours(input: CardInput, mail: Mail): readonly Check[] {
  const zone = partyZone(input);
  if (zone === null || mail.isReply || readersOf(mail).length <= BULK_FROM) return [];
  const at = instantOf(sentValue(input, "sendat scheduledat scheduledfor schedule deliverat")) ?? input.at;
  const time = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
    at,
  );
  const hour = Number(time.slice(0, 2));
  if (hour >= MORNING && hour < EVENING) return [passed("sending-hours", "email.itIsDayWhereIt")];
  return [failed("sending-hours", "email.itIsNightWhereIt", { key: "email.timeInZone", values: { time, zone } })];
}

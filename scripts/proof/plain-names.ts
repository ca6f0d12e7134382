import type { CardInput } from "../../lib/domain/card/card";
import { Random } from "../demo/random";
import { catchesTheEye, sending } from "./eye-catchers";
import { HOUSES } from "./houses";
import type { Extent, Proof } from "./proof";

const COUNT = { slice: 600, full: 10_000 };
const FALSE_ALARMS_MAX = 0.01;
/** Persian and Sinhala join and part letters with what draws nothing, and a card shows every such character (design: trust H2): counted apart. */
export const JOINED = /[\u200c\u200d]/u;

/** Where the name of a house stands, with nothing else that is odd. */
const PLACES: readonly ((name: string) => CardInput)[] = [
  (name) => sending("record", "crm.update", { id: "C17", name, stage: "trial" }),
  (name) => sending("payment", "payment.pay", { payee: name, account: "ACC-2231", amount: "12.00", currency: "EUR" }),
  (name) => sending("tool", "ticket.assign", { ticket: "T-12", team: name }),
  (name) =>
    sending("email", "email.send", {
      to: [{ name, email: "dana@customer.example" }],
      subject: "W1234",
      body: "Your order ships tomorrow.",
    }),
];

/** How the trade and the place of a house become its name. */
const FORMS: readonly ((trade: string, place: string, other: string) => string)[] = [
  (trade, place) => `${trade} ${place}`,
  (trade, place) => `${place} ${trade}`,
  (trade, place, other) => `${trade} ${place}-${other}`,
  (trade, place, other) => `${trade} (${place}, ${other})`,
  (trade, place) => `${trade} ${place} Ltd.`,
  (trade, place) => `${trade} ${place} 24`,
];

/** Honest names in the writing of many languages (design: trust H3): nobody is warned of them, or warnings are soon not read. */
export function plainNames({ full, progress }: Extent): Proof {
  const random = new Random(20_261_128);
  const wanted = full ? COUNT.full : COUNT.slice;
  const languages = Object.entries(HOUSES);
  const tried = new Set<string>();
  const joined = new Set<string>();
  const alarms = new Map<string, number>();
  while (tried.size < wanted) {
    const [language, { trades, places }] = random.pick(languages);
    const name = random.pick(FORMS)(random.pick(trades), random.pick(places), random.pick(places));
    if (JOINED.test(name)) joined.add(name);
    if (tried.has(name) || joined.has(name)) continue;
    tried.add(name);
    if (tried.size % 500 === 0) progress(`${String(tried.size)} names`);
    if (!catchesTheEye(random.pick(PLACES)(name))) continue;
    alarms.set(language, (alarms.get(language) ?? 0) + 1);
  }
  const falseAlarms = [...alarms.values()].reduce((sum, count) => sum + count, 0);
  return {
    name: "consent H3: an honest name in any writing raises no alarm",
    holds: falseAlarms <= wanted * FALSE_ALARMS_MAX,
    cases: tried.size,
    languages: languages.length,
    falseAlarms,
    joinedBesides: joined.size,
    of: [...alarms].map(([language, count]) => `${language} ${String(count)}`).join(" ") || "none",
    bar: `at most ${String(Math.floor(wanted * FALSE_ALARMS_MAX))}`,
  };
}

import type { CardInput } from "../../lib/domain/card/card";
import { Random } from "../demo/random";
import { catchesTheEye, sending } from "./eye-catchers";
import { HOUSES } from "./houses";
import { JOINED } from "./plain-names";
import type { Extent, Proof } from "./proof";
import { BARE, OF_MAILBOXES } from "./spoof-places";

const COUNT = { slice: 600, full: 10_000 };

/** What honest people write with a dot in it. */
const TEXTS: readonly ((one: string, other: string, figure: number) => string)[] = [
  (one, _, figure) => `${one}-${String(figure)}.pdf`,
  (one, other) => `${other}_${one}.xlsx`,
  (one, _, figure) => `reports/${String(figure)}/${one}.tar.gz`,
  (one, _, figure) => `v${String(figure)}.${String(figure % 7)}.0-${one}`,
  (one, other) => `${one}.${other}`,
  (one) => `${one.toLowerCase()}.example`,
  (one, other) => `${one.toLowerCase()}.${other.toLowerCase()}.example`,
];

/** A host with a part in Cyrillic of which every letter can be read as a Latin one, `аптека.example`, is flagged whoever it belongs to, and counted apart. */
const READS_AS_LATIN = /(?:^|\.)[авгеікмнопрстухьј]+\.(?:\S+\.)?example$/u;

/** Where they stand: what is named for hosts has every host beyond plain letters flagged, whoever it belongs to. */
const PLACES: readonly ((text: string) => CardInput)[] = [
  ...Object.entries(BARE).flatMap(([name, place]) => (name === "named host" ? [] : [place])),
  (text) => sending("file", "file.move", { from: "inbox/a.txt", to: text }),
  (text) => sending("tool", "ticket.comment", { ticket: "T-12", text: `It stands in ${text}. Then we go on.` }),
];
/** And what people are called, beside an address. */
const NAMES = [OF_MAILBOXES["name before an address"], OF_MAILBOXES["name beside an address"]].filter((one) => one !== undefined);

/** Honest file names, versions, hosts in one alphabet, sentences without a space and names of people (design: trust H3) raise no alarm. */
export function plainTexts({ full, progress }: Extent): Proof {
  const random = new Random(20_261_128);
  const wanted = full ? COUNT.full : COUNT.slice;
  const languages = Object.entries(HOUSES);
  const alarms = new Map<string, number>();
  let [cases, hostsReadAsLatin] = [0, 0];
  while (cases < wanted) {
    const [language, { trades, places }] = random.pick(languages);
    const [one, other] = [random.pick(trades), random.pick(places)];
    if (JOINED.test(one + other)) continue;
    cases += 1;
    if (cases % 500 === 0) progress(`${String(cases)} honest texts`);
    const text = random.pick(TEXTS)(one, other, random.between(1, 99));
    const input = random.chance(0.2) ? random.pick(NAMES)(`${one} ${other}`) : random.pick(PLACES)(text);
    if (!catchesTheEye(input)) continue;
    if (READS_AS_LATIN.test(text)) {
      hostsReadAsLatin += 1;
      continue;
    }
    alarms.set(language, (alarms.get(language) ?? 0) + 1);
    process.stderr.write(`false alarm: ${text} (${language})\n`);
  }
  const falseAlarms = [...alarms.values()].reduce((sum, count) => sum + count, 0);
  return {
    name: "consent H3: an honest file name, version, host or sentence raises no alarm",
    holds: falseAlarms === 0,
    cases,
    languages: languages.length,
    falseAlarms,
    hostsReadAsLatin,
    of: [...alarms].map(([language, count]) => `${language} ${String(count)}`).join(" ") || "none",
    bar: "0",
  };
}

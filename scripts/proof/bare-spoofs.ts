import { catchesTheEye } from "./eye-catchers";
import type { Extent, Proof } from "./proof";
import { someSpoofs } from "./spoof-names";
import { BARE, OF_MAILBOXES, type Place } from "./spoof-places";

const COUNT = { slice: 120, full: 1_000 };
/** Letters that people write with: of Turkish, of languages of Africa, ordinals and the micro sign. A name with no other than these passes, and is counted apart. */
const AT_HOME = /[ªºµıɩƖɣɑⱭʋǀ]/gu;
const ASCII = /^[\0-\x7f]*$/u;

type Part = (host: string) => string;
const WHOLE: Part = (host) => host;
const NAME: Part = (host) => host.split(".")[0] ?? "";

/** Where nothing but its letters tells that a name is not what it looks like: a host in no address, a mailbox at a host that is in order. */
export function bareSpoofs({ full, progress }: Extent): Proof {
  const counts = { names: 0, cases: 0, unflagged: 0, unflaggedOfLettersAtHome: 0 };
  const controls = new Set<string>();
  const places: readonly (readonly [Place, Part])[] = [
    ...Object.values(BARE).map((place) => [place, WHOLE] as const),
    ...Object.values(OF_MAILBOXES).map((place) => [place, NAME] as const),
  ];
  for (const { host, of } of someSpoofs(full ? COUNT.full : COUNT.slice)) {
    if (ASCII.test(NAME(host)) && !host.includes("xn--")) continue;
    counts.names += 1;
    if (counts.names % 100 === 0) progress(`${String(counts.names)} look-alikes in no address`);
    for (const [place, part] of places) {
      counts.cases += 1;
      if (catchesTheEye(place(part(of)))) controls.add(of);
      if (catchesTheEye(place(part(host)))) continue;
      if (ASCII.test(host.replaceAll(AT_HOME, ""))) counts.unflaggedOfLettersAtHome += 1;
      else {
        counts.unflagged += 1;
        process.stderr.write(`not flagged: ${part(host)} for ${of}\n`);
      }
    }
  }
  return {
    name: "consent H3: a host in no address, or the name of a mailbox, is flagged where it passes for another",
    holds: counts.unflagged === 0 && controls.size === 0,
    ...counts,
    places: places.length,
    genuineFlagged: controls.size,
    bar: "unflagged 0",
  };
}

import { skeleton } from "../../lib/domain/name";
import { Random } from "../demo/random";

const LAST_CODE_POINT = 0x1ffff;

/** Names that are imitated: of hosts that anybody knows, and of hosts that the sender of a message knows. */
const GENUINE = [
  "paypal.com",
  "microsoft.com",
  "gmail.com",
  "northwind-traders.com",
  "example.co.uk",
  "halden-logistics.no",
  "warehouse.example",
  "customer-invoices.example",
  "quickbooks-export.example",
  "jobs.example.org",
];

/** Rows of the UTS #39 table that the product's own table leaves out: letters of other scripts, and of Latin itself. */
const OTHER_ROWS: Readonly<Record<string, string>> = {
  b: "ƄᏏᑲᖯ",
  c: "ᴄⲥꮯ𐐽",
  d: "ᏧᑯꓒԀ",
  e: "ꬲ℮",
  f: "ꬵꞙſք",
  g: "ᶃƍ",
  h: "Ꮒ",
  i: "ɩɪꭵᎥ",
  l: "ǀוןߊⵏᛁꓲƖ",
  o: "ᴏⲟჿഠဝס",
  p: "ⲣ",
  q: "գ",
  r: "ꭇᴦⲅꮁ",
  s: "ꜱꮪ𐑈",
  u: "ᴜꭎꞟ",
  v: "ᴠꮩט",
  w: "ᴡꮃɯ",
  x: "ᕁᕽ",
  y: "ɣᶌỿყ",
  z: "ᴢꮓ",
};

/** What needs no letter of another alphabet; of the same table. */
const IN_ASCII: readonly (readonly [from: string, to: string])[] = [
  ["m", "rn"],
  ["w", "vv"],
  ["l", "1"],
  ["o", "0"],
  ["i", "l"],
  ["d", "cl"],
];

/** By Latin letter, every letter beyond ASCII that has its skeleton. */
type Confusables = ReadonlyMap<string, readonly string[]>;

/** A host that passes for another. */
export interface Spoof {
  readonly host: string;
  readonly of: string;
}

/** The same every time, and more of the same where more are asked for. */
export function* someSpoofs(count: number): Generator<Spoof> {
  const random = new Random(20_261_128);
  const confusables = confusablesOf();
  for (let made = 0; made < count; made += 1) yield anySpoof(random, confusables);
}

/** The product's own table, read backwards, and what it leaves out. */
function confusablesOf(): Confusables {
  const bySkeleton = new Map<string, string[]>();
  for (let point = 0x80; point <= LAST_CODE_POINT; point += 1) {
    const letter = String.fromCodePoint(point);
    if (!/^\p{L}$/u.test(letter)) continue;
    const form = skeleton(letter);
    if (!/^[a-z]$/u.test(form)) continue;
    bySkeleton.set(form, [...(bySkeleton.get(form) ?? []), letter]);
  }
  const letters = "abcdefghijklmnopqrstuvwxyz".split("");
  return new Map(
    letters.map((letter) => [letter, [...(bySkeleton.get(skeleton(letter)) ?? []), ...Array.from(OTHER_ROWS[letter] ?? "")]]),
  );
}

/** One letter, several or all of a name; as it is written, or as a resolver would write it; now and then with no letter beyond ASCII. */
function anySpoof(random: Random, confusables: Confusables): Spoof {
  const of = random.pick(GENUINE);
  const inAscii = random.chance(0.15) ? asciiSpoof(random, of) : null;
  if (inAscii !== null) return { host: inAscii, of };
  const [name = "", ...ending] = of.split(".");
  const share = random.pick([0, 0.3, 1]);
  const places = Array.from(name).flatMap((letter, at) => ((confusables.get(letter) ?? []).length > 0 ? [at] : []));
  const sure = random.pick(places);
  const letters = Array.from(name, (letter, at) => {
    const others = confusables.get(letter) ?? [];
    return at === sure || (others.length > 0 && random.chance(share)) ? random.pick(others) : letter;
  });
  const host = [letters.join(""), ...ending].join(".");
  return { host: random.chance(0.15) ? asResolved(host, of) : host, of };
}

/** In punycode; as it is where the name would lead to the genuine host or nowhere. */
function asResolved(host: string, of: string): string {
  if (!URL.canParse(`https://${host}`)) return host;
  const { hostname } = new URL(`https://${host}`);
  return hostname === of ? host : hostname;
}

function asciiSpoof(random: Random, of: string): string | null {
  const [name = "", ...ending] = of.split(".");
  const fitting = IN_ASCII.filter(([from]) => name.includes(from));
  if (fitting.length === 0) return null;
  const [from, to] = random.pick(fitting);
  return [name.replace(from, to), ...ending].join(".");
}

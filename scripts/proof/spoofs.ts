import type { CardInput } from "../../lib/domain/card/card";
import { skeleton } from "../../lib/domain/name";
import { Random } from "../demo/random";
import { catchesTheEye, sending } from "./eye-catchers";
import type { Extent, Proof } from "./proof";

const COUNT = { slice: 120, full: 1_000 };
/** Of so many one may pass unflagged (design: trust H3). */
const UNFLAGGED_ONE_IN = 1_000;
const LAST_CODE_POINT = 0x1ffff;
const ASCII = /^[\0-\x7f]*$/u;

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

interface Spoof {
  readonly host: string;
  readonly of: string;
}

/** Where a name stands that is held against others, and where it is all there is. Each with the genuine name too, as the control. */
const AMONG_KNOWN: readonly ((host: string, genuine: string) => CardInput)[] = [
  (host, genuine) =>
    sending(
      "email",
      "email.send",
      { from: `desk@${genuine}`, to: [`accounts@${host}`], subject: "W1234", body: "Your order ships." },
      { to: [`accounts@${genuine}`], subject: "W1000", body: "Your order ships." },
    ),
  (host, genuine) =>
    sending("email", "email.send", {
      from: `desk@${genuine}`,
      to: ["dana@customer.example"],
      subject: "W1234",
      body: `Pay at https://${host}/pay today.`,
    }),
];
const ALONE: readonly ((host: string) => CardInput)[] = [
  (host) => sending("tool", "hooks.call", { url: `https://${host}/hook`, retries: 2 }),
  (host) => sending("record", "crm.update", { id: "C17", contact: `billing@${host}` }),
  (host) => sending("payment", "payment.pay", { payee: "Halden", account: `pay@${host}`, amount: "12.00", currency: "EUR" }),
];
/** Counted beside them, with no bar: a mailbox that has the name of another at a host that is in order, and a host that nothing says is one. */
const BESIDES: readonly ((host: string) => CardInput)[] = [
  (host) =>
    sending("email", "email.send", {
      to: [`${host.split(".")[0] ?? ""}@customer.example`],
      subject: "W1234",
      body: "Your order ships.",
    }),
  (host) => sending("tool", "dns.point", { record: "www", host }),
];

/** Hosts of mail and web addresses that pass for others (design: trust H3): the card says so of nearly all, and of every one that is not plain ASCII. */
export function spoofs({ full, progress }: Extent): Proof {
  const random = new Random(20_261_128);
  const confusables = confusablesOf();
  const count = full ? COUNT.full : COUNT.slice;
  const unflaggedMax = Math.floor(count / UNFLAGGED_ONE_IN);
  const counts = { cases: 0, beyondAscii: 0, unflagged: 0, unflaggedBeyondAscii: 0, besides: 0, besidesUnflagged: 0 };
  const controls = new Set<string>();
  while (counts.cases < count) {
    const { host, of } = anySpoof(random, confusables);
    const isPlain = ASCII.test(host);
    const place = random.pick(isPlain ? AMONG_KNOWN : [...AMONG_KNOWN, ...ALONE]);
    if (catchesTheEye(place(of, of))) controls.add(of);
    counts.cases += 1;
    if (!isPlain) {
      counts.beyondAscii += 1;
      counts.besides += 1;
      if (!catchesTheEye(random.pick(BESIDES)(host))) counts.besidesUnflagged += 1;
    }
    if (counts.cases % 100 === 0) progress(`${String(counts.cases)} look-alikes`);
    if (catchesTheEye(place(host, of))) continue;
    counts.unflagged += 1;
    if (!isPlain) counts.unflaggedBeyondAscii += 1;
    process.stderr.write(`not flagged: ${host} for ${of}\n`);
  }
  return {
    name: "consent H3: a host that passes for another is flagged on its card",
    // A flag that the genuine name had as well would say nothing.
    holds: counts.unflagged <= unflaggedMax && counts.unflaggedBeyondAscii === 0 && controls.size === 0,
    ...counts,
    genuineFlagged: controls.size,
    bar: `unflagged at most ${String(unflaggedMax)}, beyond ASCII 0`,
  };
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

import { skeleton } from "../name";

/** Letters and pairs that read as another at a glance. */
const GLANCE: readonly (readonly [RegExp, string])[] = [
  [/rn/gu, "m"],
  [/vv/gu, "w"],
  [/cl/gu, "d"],
  [/0/gu, "o"],
  [/[1i|]/gu, "l"],
  [/5/gu, "s"],
  [/-/gu, ""],
];
/** Domains that anybody might imitate, whether or not they were written to before. */
const FAMILIAR = [
  "gmail.com",
  "googlemail.com",
  "outlook.com",
  "hotmail.com",
  "yahoo.com",
  "icloud.com",
  "paypal.com",
  "microsoft.com",
];
/** A shorter name, without its ending, has near neighbours that mean nothing: `bmw.de` and `bmf.de`; and is part of too many others. */
const NAME_LENGTH_MIN = 4;
/** The same for a name that has no ending, such as a package's. */
const BARE_LENGTH_MIN = 6;

/**
 * The known domain that `domain` could be mistaken for; null when it is known itself, belongs to one, or resembles none. Compared are letters
 * and digits that look alike in any script, one slip of the finger, the same name under another ending, and the known name worn in front
 * (`acme.com.evil.io`) or with a word beside it (`acme-billing.com`).
 */
export function lookAlikeOf(domain: string, known: readonly string[]): string | null {
  const all = [...known, ...FAMILIAR];
  if (domain === "" || all.some((other) => domain === other || isSubdomain(domain, other))) return null;
  return all.find((other) => resembles(domain, other)) ?? null;
}

function resembles(domain: string, other: string): boolean {
  if (isSubdomain(other, domain)) return false;
  if (isWorn(domain, other)) return true;
  // Whatever stands in front: `login.paypa1.com` is `paypa1.com`.
  const compared = domain.split(".").slice(-other.split(".").length).join(".");
  if (glance(compared) === glance(other)) return true;
  const [own, name] = [label(compared), label(other)];
  const isDomain = other.includes(".");
  if (isDomain && name.length >= NAME_LENGTH_MIN && (own === name || own.split("-").includes(name))) return true;
  return Math.min(own.length, name.length) >= (isDomain ? NAME_LENGTH_MIN : BARE_LENGTH_MIN) && isOneEditApart(compared, other);
}

/** A true subdomain belongs to its owner. */
function isSubdomain(domain: string, parent: string): boolean {
  return domain.endsWith(`.${parent}`);
}

/** The known domain in front of another one that it does not belong to. */
function isWorn(domain: string, other: string): boolean {
  return `.${domain}`.includes(`.${other}.`) || `.${domain}`.includes(`.${other.replaceAll(".", "-")}.`);
}

function glance(domain: string): string {
  return domain.split(".").map(glanceAt).join(".");
}

function glanceAt(name: string): string {
  return skeleton(GLANCE.reduce((text, [from, to]) => text.replaceAll(from, to), name));
}

/** What an owner chose of it: the longest part before the ending, which may have two of its own (`example.co.uk`). */
function label(domain: string): string {
  const [first = domain, ...more] = domain.split(".").slice(0, -1);
  return more.reduce((longest, part) => (part.length > longest.length ? part : longest), first);
}

/** One letter more, less, other, or two neighbours swapped (Damerau–Levenshtein distance 1). */
function isOneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let at = 0;
  while (at < Math.min(a.length, b.length) && a[at] === b[at]) at += 1;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

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
/** A short name has near neighbours that mean nothing: `bmw.de` and `bmf.de`. */
const COMPARED_LENGTH_MIN = 6;

/** The known domain that `domain` could be mistaken for; null when it is known itself or resembles none. */
export function lookAlikeOf(domain: string, known: readonly string[]): string | null {
  if (domain === "" || known.includes(domain) || FAMILIAR.includes(domain)) return null;
  return [...known, ...FAMILIAR].find((other) => resembles(domain, other)) ?? null;
}

function resembles(domain: string, other: string): boolean {
  if (isSubdomain(domain, other) || isSubdomain(other, domain)) return false;
  if (glance(domain) === glance(other)) return true;
  if (label(domain) === label(other)) return label(domain).length >= 4 && domain !== other;
  return Math.min(domain.length, other.length) >= COMPARED_LENGTH_MIN && isOneEditApart(domain, other);
}

/** `acme.com.evil.io` and `acme-support.com` are caught by their labels elsewhere; a true subdomain belongs to its owner. */
function isSubdomain(domain: string, parent: string): boolean {
  return domain.endsWith(`.${parent}`);
}

function glance(domain: string): string {
  return GLANCE.reduce((text, [from, to]) => text.replaceAll(from, to), domain);
}

function label(domain: string): string {
  return domain.split(".").at(-2) ?? domain;
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

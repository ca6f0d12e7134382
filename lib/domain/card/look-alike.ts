import { skeleton } from "../name";
import { IMITATED_PROVIDERS, isMailProvider } from "./mail-providers";

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
const FAMILIAR = [...IMITATED_PROVIDERS, "paypal.com", "microsoft.com"];
/** A shorter name, without its ending, has near neighbours that mean nothing: `bmw.de` and `bmf.de`; and is part of too many others. */
const NAME_LENGTH_MIN = 4;
/** The same for a name that has no ending, such as a package's. */
const BARE_LENGTH_MIN = 6;

/** No host is longer than this; what stands in front of it leads nowhere. */
const HOST_LENGTH_MAX = 253;
/** A slip is looked for in names up to here: in a longer one nobody knows every letter. */
const SLIP_LENGTH_MAX = 80;
/** Of known domains that resemble one another so many are compared with what resembles them all. */
const ALIKE_MAX = 8;

/**
 * The known domain that `domain` could be mistaken for; null when it is known itself or a mail provider’s, belongs to one, or resembles none.
 * Compared are letters and digits that look alike in any script, one slip of the finger, the same name under another ending, and the known name
 * worn in front (`acme.com.evil.io`) or with a word beside it (`acme-billing.com`).
 */
export function lookAlikeOf(domain: string, known: readonly string[]): string | null {
  return new KnownDomains(known).lookAlike(domain);
}

/** Domains that others are held against, found by every form under which a look-alike would meet them: a look costs the same however many there are. */
export class KnownDomains {
  /** Each with its position, the first first. */
  readonly #all: ReadonlyMap<string, number>;
  readonly #byForm: ByForm;
  readonly #lengths: ReadonlySet<number>;

  constructor(known: readonly string[]) {
    const own = [...new Set(known)].filter((domain) => domain !== "");
    this.#all = new Map([...new Set([...own, ...FAMILIAR])].map((domain, at) => [domain, at]));
    this.#lengths = new Set([...this.#all.keys()].map(partsOf));
    this.#byForm = byForm(own);
  }

  /** As {@link lookAlikeOf}. */
  lookAlike(domain: string): string | null {
    return domain === "" || this.#all.has(domain) ? null : this.another(domain);
  }

  /** As {@link lookAlikeOf} among the others, where `domain` is one of these itself. */
  another(domain: string): string | null {
    const host = domain.slice(-HOST_LENGTH_MAX);
    const parts = host.split(".");
    const runs = parts.map((_, from) => parts.slice(from).join("."));
    if (runs.slice(1).some((run) => this.#all.has(run)) || runs.some(isMailProvider)) return null;
    const found = new Map<string, number>();
    for (const form of new Set(this.#formsMet(parts, runs))) {
      for (const other of this.#under(form)) found.set(other, this.#all.get(other) ?? 0);
    }
    const inOrder = [...found].sort(([, a], [, b]) => a - b);
    return inOrder.find(([other]) => other !== domain && resembles(host, other))?.[0] ?? null;
  }

  #under(form: string): readonly string[] {
    const [own = [], familiar = []] = [this.#byForm.get(form), FAMILIAR_BY_FORM.get(form)];
    return own.length === 0 ? familiar : [...new Set([...own, ...familiar])].slice(0, ALIKE_MAX);
  }

  /** What the ends of a domain, and what it wears in front, would be found under; some of it more than once. */
  *#formsMet(parts: readonly string[], runs: readonly string[]): Generator<string> {
    for (const length of new Set([1, ...this.#lengths])) {
      for (let to = length; to < parts.length; to += 1) yield `worn ${parts.slice(to - length, to).join(".")}`;
    }
    for (const length of this.#lengths) {
      const compared = runs[Math.max(0, runs.length - length)] ?? "";
      const own = label(compared);
      yield `glance ${glance(compared)}`;
      for (const part of [own, ...own.split("-")]) yield `name ${part}`;
      yield* slipsOf(compared);
    }
  }
}

type ByForm = ReadonlyMap<string, readonly string[]>;

function byForm(domains: readonly string[]): ByForm {
  const found = new Map<string, string[]>();
  for (const domain of domains) {
    for (const form of formsOf(domain)) {
      const list = found.get(form);
      if (list === undefined) found.set(form, [domain]);
      else if (list.length < ALIKE_MAX) list.push(domain);
    }
  }
  return found;
}

function* formsOf(domain: string): Generator<string> {
  yield `worn ${domain}`;
  yield `worn ${domain.replaceAll(".", "-")}`;
  yield `glance ${glance(domain)}`;
  yield `name ${label(domain)}`;
  yield* slipsOf(domain);
}

/** The name and the name without each of its letters: two that are one slip apart have one of these in common. */
function* slipsOf(name: string): Generator<string> {
  if (name.length > SLIP_LENGTH_MAX) return;
  yield `slip ${name}`;
  for (let at = 0; at < name.length; at += 1) yield `slip ${name.slice(0, at)}${name.slice(at + 1)}`;
}

function partsOf(domain: string): number {
  return domain.split(".").length;
}

/** Whether `domain` could be mistaken for `other`, which it is not and does not belong to. */
export function resembles(domain: string, other: string): boolean {
  if (isSubdomain(other, domain)) return false;
  if (isWorn(domain, other)) return true;
  // Whatever stands in front: `login.paypa1.com` is `paypa1.com`.
  const compared = domain.split(".").slice(-other.split(".").length).join(".");
  if (glance(compared) === glance(other)) return true;
  const [own, name] = [label(compared), label(other)];
  const isDomain = other.includes(".");
  if (isDomain && name.length >= NAME_LENGTH_MIN && (own === name || own.split("-").includes(name))) return true;
  const longEnough = Math.min(own.length, name.length) >= (isDomain ? NAME_LENGTH_MIN : BARE_LENGTH_MIN);
  return longEnough && other.length <= SLIP_LENGTH_MAX && isOneEditApart(compared, other);
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

/** Made once: what is held against them is known anew for each card. */
const FAMILIAR_BY_FORM = byForm(FAMILIAR);

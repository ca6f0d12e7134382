import { remembered } from "../remembered";
import { nameWords } from "./human-words";
import { DESTROYS, FILLERS, INVERSE, LEADS, MADE, NOUN_LIKE, SENT, TAILS, VERB_WORDS, type Verb } from "./verb-words";

/** What the name of an action says that it does, and what to. */
export interface ActionVerb {
  readonly verb: Verb;
  /** In words: of the name's last part, else of the one before it. Empty for `other`. */
  readonly object: readonly string[];
}

interface Found {
  readonly verb: Verb;
  readonly at: number;
  readonly length: number;
}

const OTHER: ActionVerb = { verb: "other", object: [] };
// eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the keys of our own constant, which `Object.entries` widens
const TABLE = Object.entries(VERB_WORDS) as readonly (readonly [keyof typeof VERB_WORDS, string])[];
const BY_WORD: ReadonlyMap<string, Verb> = new Map(
  TABLE.flatMap(([verb, words]) => words.split(" ").map((word): readonly [string, Verb] => [word, verb])),
);

/**
 * The verb of an action's name, read in this one place: in the last part of the name, never in the namespace, the longest word that fits
 * first. What takes away or takes back goes before what it takes back, wherever it stands: `refund_cancel` refunds nothing.
 */
export const actionVerb: (name: string) => ActionVerb = remembered((name) => {
  const parts = nameWords(name);
  const words = parts.at(-1) ?? [];
  const found = verbIn(words);
  if (found === null) return OTHER;
  const own = words.filter((word, at) => (at < found.at || at >= found.at + found.length) && !FILLERS.has(word));
  return meant(found.verb, own.length > 0 ? own : (parts.at(-2) ?? []));
});

/** True where the name takes something away or takes it back. */
export function isInverse({ verb }: ActionVerb): boolean {
  return INVERSE.has(verb);
}

/** True where nothing is as it was after what the name says. */
export function takesAway({ verb }: ActionVerb): boolean {
  return DESTROYS.has(verb);
}

/** Whether a card knows the act: whether it has an entry of its own for the verb. */
export function knows<Known extends Verb>(entries: Readonly<Record<Known, unknown>>, verb: Verb): verb is Known {
  return Object.hasOwn(entries, verb);
}

/** The last word of what an act is done to, in the singular; empty where nothing is named. */
export function headNoun(object: readonly string[]): string {
  const last = object.at(-1) ?? "";
  if (last.endsWith("ies")) return `${last.slice(0, -3)}y`;
  return last.endsWith("s") && !last.endsWith("ss") ? last.slice(0, -1) : last;
}

function verbIn(words: readonly string[]): Found | null {
  const all = words
    .flatMap((_word, at) => foundAt(words, at) ?? [])
    // A word of a longer one is not read again: the `request` of a pull request asks for nothing.
    .filter((one, index, found) => found.slice(0, index).every(({ at, length }) => one.at >= at + length));
  const [first] = all;
  if (first === undefined) return null;
  const leads = first.at === 0;
  if (leads && !NOUN_LIKE.has(first.verb)) return first;
  const inverse = all.find(({ verb }) => INVERSE.has(verb));
  if (inverse !== undefined) return inverse;
  const plain = all.find(({ verb, at, length }) => !NOUN_LIKE.has(verb) && (!leads || at + length === words.length));
  if (plain !== undefined) return plain;
  if (TAILS.has(words.at(-1) ?? "")) return null;
  return words.slice(0, first.at).every((word) => LEADS.has(word)) ? first : null;
}

function foundAt(words: readonly string[], at: number): Found | null {
  const [word = "", next] = words.slice(at, at + 2);
  const two = next === undefined ? undefined : BY_WORD.get(`${word}_${next}`);
  if (two !== undefined) return { verb: two, at, length: 2 };
  const one = BY_WORD.get(word) ?? turnedAround(word);
  if (one !== undefined) return { verb: one, at, length: 1 };
  return word === "un" && next !== undefined && BY_WORD.has(next) ? { verb: "revert", at, length: 2 } : null;
}

/** `unmerge`: a verb that is taken back. */
function turnedAround(word: string): Verb | undefined {
  const prefix = ["un", "de"].find((one) => word.startsWith(one) && BY_WORD.has(word.slice(one.length)));
  return prefix === undefined ? undefined : "revert";
}

/** Of making and sending, what is made or sent decides. */
function meant(verb: Verb, object: readonly string[]): ActionVerb {
  const nouns = verb === "make" ? MADE : verb === "send" ? SENT : {};
  const noun = headNoun(object);
  const pulls = (verb === "make" || verb === "open") && noun === "request" && object.at(-2) !== undefined;
  if (pulls && (object.at(-2) === "pull" || object.at(-2) === "merge")) return { verb: "open", object };
  const made = Object.hasOwn(nouns, noun) ? nouns[noun] : undefined;
  return made === undefined ? { verb, object } : { verb: made, object: object.slice(0, -1) };
}

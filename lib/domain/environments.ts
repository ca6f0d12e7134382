import type { Place } from "./words";

/** The environments that a person is asked to tell apart, with other words for the same one. */
const TABLE: readonly (readonly [name: string, place: Place, same: readonly string[]])[] = [
  ["production", "production", ["prod", "prd", "live"]],
  ["staging", "staging", ["stage", "stg"]],
  ["test", "test", []],
  ["development", "test", ["dev"]],
  ["sandbox", "test", []],
];
/** Words for places of their own: rules name them as they were given. */
const ALSO: readonly (readonly [place: Place, words: readonly string[]])[] = [
  ["staging", ["preprod", "preproduction", "uat"]],
  ["test", ["testing", "qa", "local", "ci", "demo", "nonprod", "nonproduction"]],
];
const NAME: ReadonlyMap<string, string> = new Map(TABLE.flatMap(([name, , same]) => [name, ...same].map((word) => [word, name])));
const PLACE: ReadonlyMap<string, Place> = new Map([
  ...TABLE.flatMap(([name, place, same]) => [name, ...same].map((word) => [word, place] as const)),
  ...ALSO.flatMap(([place, words]) => words.map((word) => [word, place] as const)),
]);

/** The environment that `word` (in lower case) is one of several words for; null where it is none of these. */
export function environmentNamed(word: string): string | null {
  return NAME.get(word) ?? null;
}

/** What `name` means: one name for all words of an environment, any other name in lower case. */
export function environmentMeant(name: string): string {
  const lower = name.trim().toLowerCase();
  return environmentNamed(lower) ?? lower;
}

/** Three environments that `name` does not mean, production first. */
export function otherEnvironments(name: string): readonly [string, string, string] {
  const [first = "", second = "", third = ""] = TABLE.map(([other]) => other).filter((other) => other !== environmentMeant(name));
  return [first, second, third];
}

/** Where the environment `word` (in lower case) is; null where the word says nothing of it. */
export function placeNamed(word: string): Place | null {
  return PLACE.get(word) ?? null;
}

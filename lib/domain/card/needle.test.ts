import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Json, JsonObject } from "../json";
import { KINDS } from "../words";
import type { CardInput } from "./card";
import { ALL_FIXTURES } from "./fixtures/all-fixtures";
import { announces, onCard } from "./fixtures/on-card";
import { readCard } from "./read-card";

const RUNS = 16;
/** What would be decisive, wherever it stands; no adapter knows it. */
const NEEDLE = "zqneedle";

/** A payload of `size` parts with the needle before the part `at`. */
type Haystack = (input: CardInput, at: number, size: number, pick: number) => JsonObject;

const words = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `word${String(at)}`);
const withNeedle = <Part>(parts: readonly Part[], at: number, needle: Part): readonly Part[] => parts.toSpliced(at, 0, needle);

/** In the text that one of the arguments is, which becomes long. */
function inText(join: string, around = ""): Haystack {
  return ({ action }, at, size, pick) => {
    const texts = Object.entries(action.arguments).filter((entry): entry is [string, string] => typeof entry[1] === "string");
    const [name, text] = texts[pick % Math.max(1, texts.length)] ?? ["text", ""];
    const long = withNeedle(words(size), at, `${around}${NEEDLE}`).join(join);
    return { ...action.arguments, [name]: `${text}${join}${long}` };
  };
}

const inValue =
  (wrap: (parts: readonly Json[]) => Json): Haystack =>
  ({ action }, at, size) => ({ ...action.arguments, extra: wrap(withNeedle<Json>(words(size), at, NEEDLE)) });

/** Records may nest so deep in what the door lets in. */
const DEEPEST = 28;

/** Records in records with the needle at the bottom, as a value or as a name, and other parts beside the way down. */
function nested(depth: number, size: number, pick: number): Json {
  const wide = 1 + (size % 3);
  const beside = words(wide).map((name, place): readonly [string, Json] => [name, place]);
  const inner: Json = depth > 1 ? nested(depth - 1, size + 1, pick) : pick % 2 === 0 ? NEEDLE : { [NEEDLE]: true };
  const way: Json = (depth + pick) % 5 === 0 ? [inner, "as before"] : inner;
  return Object.fromEntries(withNeedle<readonly [string, Json]>(beside, pick % (wide + 1), ["inner", way]));
}

/** Where the attack of trust H6 would put it: far below, far to the right, behind a gap, among many arguments, deep inside one. */
const HAYSTACKS: Readonly<Record<string, Haystack>> = {
  below: inText("\n"),
  "to the right": inText(" "),
  "to the right without a space": inText("-"),
  "behind blank lines": inText("\n", "\n".repeat(40)),
  "behind spaces": inText(" ", " ".repeat(400)),
  "among arguments": ({ action }, at, size) => {
    const others = words(size).map((name, place) => [name, place] as const);
    return Object.fromEntries([
      ...Object.entries(action.arguments),
      ...withNeedle<readonly [string, Json]>(others, at, ["flag", NEEDLE]),
    ]);
  },
  "as the name of an argument": ({ action }, at, size) => {
    const others = words(size).map((name, place) => [name, place] as const);
    return Object.fromEntries([
      ...Object.entries(action.arguments),
      ...withNeedle<readonly [string, Json]>(others, at, [NEEDLE, true]),
    ]);
  },
  "in a list": inValue((parts) => [...parts]),
  "deep in records": ({ action }, at, size, pick) => ({ ...action.arguments, extra: nested(1 + (at % DEEPEST), size, pick) }),
  "in a list of records": inValue((parts) => parts.map((part) => ({ id: part, note: "as before" }))),
};

describe.each(KINDS)("a card of kind %s", (kind) => {
  it.each(Object.entries(HAYSTACKS))("shows a needle %s, or says that parts are not shown and is never quick", (_, hide) => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ALL_FIXTURES[kind].filter(({ of }) => of === "typical" || of === "worst")),
        // With nothing beside it, it may be another name for a table, which changes nothing and which no card spells out.
        fc.integer({ min: 1, max: 400 }),
        fc.nat({ max: 400 }),
        fc.nat({ max: 20 }),
        ({ input }, size, place, pick) => {
          const changed = hide(input, Math.min(size, place), size, pick);
          const card = readCard({ ...input, action: { ...input.action, arguments: changed } });
          // Deep records are cut to what a body may nest: then there may be nothing to find.
          fc.pre(JSON.stringify(changed).includes(NEEDLE));
          expect(onCard(card).includes(NEEDLE) || announces(card), JSON.stringify(changed).slice(0, 300)).toBe(true);
        },
      ),
      { numRuns: RUNS },
    );
  });
});

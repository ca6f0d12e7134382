import { describe, expect, it } from "vitest";
import { isJsonObject, type JsonObject } from "../json";
import { KINDS, type Kind } from "../words";
import type { CardInput } from "./card";
import { ALL_FIXTURES } from "./fixtures/all-fixtures";
import { cardInput } from "./fixtures/card-fixture";
import { hides, leaves, NUMBER, TEXT } from "./fixtures/needles";
import { spellingsOf } from "../../../test/spellings";

/** A needle in some shape, beside what it may be said together with. */
type Shape = (name: string) => JsonObject;

const PLAIN = "plain";
const ALONE: Readonly<Record<string, Shape>> = {
  "a text": (name) => ({ [name]: TEXT }),
  "a number": (name) => ({ [name]: NUMBER }),
  "a list": (name) => ({ [name]: [PLAIN, TEXT] }),
  "a list of numbers": (name) => ({ [name]: [1, NUMBER] }),
  "an object": (name) => ({ [name]: { unknown: TEXT } }),
  "an object in a list": (name) => ({ [name]: [{ unknown: TEXT }] }),
  "a list in a list": (name) => ({ [name]: [[PLAIN], [TEXT]] }),
  "an object in an object": (name) => ({ [name]: { unknown: { deeper: TEXT } } }),
  "beside an address": (name) => ({ [name]: { email: "a@b.example", unknown: TEXT } }),
  "beside an address in a list": (name) => ({ [name]: [{ email: "a@b.example", unknown: TEXT }] }),
  "behind an address": (name) => ({ [name]: `Dana <a@b.example> ${TEXT}` }),
  "another address of the same person": (name) => ({ [name]: [{ name: "Dana", id: `${TEXT}@b.example` }] }),
};
/** Two names for the same thing that say two things. */
const TWICE: readonly ((one: string, other: string) => JsonObject)[] = [
  (one, other) => ({ [one]: PLAIN, [other]: TEXT }),
  (one, other) => ({ [one]: [PLAIN], [other]: [TEXT] }),
  (one, other) => ({ [one]: 7, [other]: NUMBER }),
  (one, other) => ({ [one]: { a: PLAIN }, [other]: { a: TEXT } }),
];
/** Acts whose readers look for arguments that those of the first typical call leave alone. */
const ALSO: Partial<Record<Kind, readonly CardInput[]>> = {
  file: ["drive.share", "drive.unshare"].map((action) => cardInput("file", { action, arguments: { path: "plan.pdf" } })),
};
/** So many of all that stands inside are tried: every so-manieth of them, the same each time. */
const INSIDE_MAX = 2_500;
/** One known name inside another, alone and beside what nobody knows, or said again outside. */
const INSIDE: readonly ((outer: string, inner: string) => JsonObject)[] = [
  (outer, inner) => ({ [outer]: { [inner]: TEXT } }),
  (outer, inner) => ({ [outer]: [{ [inner]: TEXT }] }),
  (outer, inner) => ({ [outer]: { [inner]: NUMBER } }),
  (outer, inner) => ({ [outer]: { [inner]: PLAIN, unknown: TEXT } }),
  (outer, inner) => ({ [outer]: [{ [inner]: "a@b.example", unknown: TEXT }] }),
  (outer, inner) => ({ [outer]: { [inner]: { unknown: TEXT } } }),
  (outer, inner) => ({ [outer]: { [inner]: "480.00", unknown: TEXT } }),
  (outer, inner) => ({ [outer]: { [inner]: TEXT }, [inner]: PLAIN }),
  (outer, inner) => ({ [inner]: TEXT, [outer]: { [inner]: PLAIN } }),
];

/** Every so-manieth of what there is one of for each name inside each other name; a prime step, so that no name and no shape is left out. */
function* inside(names: readonly string[]): Generator<JsonObject> {
  const all = names.length * names.length * INSIDE.length;
  const step = all <= INSIDE_MAX ? 1 : (STEPS.find((prime) => all / prime <= INSIDE_MAX) ?? 1);
  for (let at = 0; at < all; at += step) {
    const [shape, pair] = [INSIDE[at % INSIDE.length], Math.floor(at / INSIDE.length)];
    const [outer, inner] = [names[Math.floor(pair / names.length)], names[pair % names.length]];
    if (shape !== undefined && outer !== undefined && inner !== undefined) yield shape(outer, inner);
  }
}

const STEPS = [2, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 79, 83, 89, 97, 101, 103];

interface Found {
  tried: number;
  readonly hidden: string[];
}

function tryAll(found: Found, input: CardInput, all: Iterable<JsonObject>): void {
  for (const fields of all) {
    const changed = { ...input.action.arguments, ...fields };
    // A name inside itself says only one of the two.
    if (!/zqneedle|918000000/u.test(JSON.stringify(changed))) continue;
    found.tried += 1;
    if (hides(input, changed)) found.hidden.push(JSON.stringify(changed).slice(0, 300));
  }
}

function tell(kind: Kind, what: string, { tried, hidden }: Found): void {
  process.stdout.write(`${kind}: ${String(tried)} needles ${what}, ${String(hidden.length)} hidden\n`);
}

const typical = (kind: Kind): readonly CardInput[] =>
  ALL_FIXTURES[kind].filter(({ of }) => of === "typical").map(({ input }) => input);

describe.each(KINDS)("of the arguments of kind %s a card", (kind) => {
  const groups = spellingsOf(kind);
  const names = [...new Set(groups.flat())];
  const [first, ...others] = typical(kind);
  const also = ALSO[kind] ?? [];
  // Nothing beside it: what a reader makes of one argument alone.
  const bare = [first, ...others]
    .filter((one) => one !== undefined)
    .map((one): CardInput => ({ ...one, action: { ...one.action, arguments: {} } }));

  it("shows every leaf, or says that not all of it is read", () => {
    const found: Found = { tried: 0, hidden: [] };
    for (const { input } of ALL_FIXTURES[kind].filter(({ of }) => of === "typical" || of === "worst")) {
      tryAll(found, input, leaves(input.action.arguments).filter(isJsonObject));
    }
    tell(kind, "in leaves", found);
    expect(found.hidden).toEqual([]);
  });

  it("shows whatever stands under a name that its readers know, in whatever shape, or says that not all of it is read", () => {
    const found: Found = { tried: 0, hidden: [] };
    for (const input of [first, ...bare.slice(0, 1), ...also].filter((one) => one !== undefined)) {
      tryAll(
        found,
        input,
        names.flatMap((name) => Object.values(ALONE).map((shape) => shape(name))),
      );
    }
    tell(kind, "under a known name", found);
    expect(found.hidden).toEqual([]);
  });

  it("shows both of two names that say two things, or says that not all of it is read", () => {
    const found: Found = { tried: 0, hidden: [] };
    for (const input of [first, ...bare.slice(0, 1)].filter((one) => one !== undefined)) {
      const pairs = groups.flatMap((group) =>
        group.flatMap((one) => group.filter((other) => other !== one).map((other) => [one, other] as const)),
      );
      tryAll(
        found,
        input,
        pairs.flatMap(([one, other]) => TWICE.map((shape) => shape(one, other))),
      );
    }
    tell(kind, "beside a sibling", found);
    expect(found.hidden).toEqual([]);
  });

  it("shows whatever stands inside, or says that not all of it is read", () => {
    const found: Found = { tried: 0, hidden: [] };
    for (const input of bare.slice(0, 1)) {
      tryAll(found, input, inside(names));
    }
    tell(kind, "inside", found);
    expect(found.hidden).toEqual([]);
  });
});

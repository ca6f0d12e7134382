import { colourOf, over, type Colour, type Ink } from "./colour";
import type { Declaration } from "./declarations";

/** Every colour that a text may be drawn on: one, or the stops of a gradient. */
export type Ground = readonly Colour[];
/** What a reader’s window is drawn on. */
export const PAPER: Ground = [[255, 255, 255]];
/** More colours at once are not told apart. */
export const COLOURS_MAX = 8;

/** What a style makes of the ground: null where it says nothing of it, and whether it says what cannot be worked out. */
export interface OwnGround {
  readonly ground: Ground | null;
  /** Whether it is said of its element at all. */
  readonly certain: boolean;
  readonly unknown: boolean;
}

const NOTHING = /^(?:none|transparent|initial|inherit|unset|revert|revert-layer)$/u;
/** What only other programs than those of today take for a ground, beside one that all of them know. */
const OLD = /^(?:-(?:moz|ms|o)-[a-z-]{1,30}gradient|-webkit-gradient)\(/u;
const GRADIENT = /^(?:-webkit-)?(?:repeating-)?(?:linear|radial|conic)-gradient\(/u;
const DIRECTION =
  /^(?:to [a-z ]{3,20}|[a-z]{3,6}(?: [a-z]{3,6})?|(?:from )?[\d.+-]{1,12}(?:deg|turn|rad|grad)|(?:circle|ellipse|closest|farthest|at)[a-z\d %.-]{0,60})$/u;
const PLACE =
  "(?:(?:left|center|right)(?: (?:top|center|bottom))?|(?:top|bottom)(?: (?:left|center|right))?|[\\d.]{1,8}(?:px|%)?(?: [\\d.]{1,8}(?:px|%)?)?)";
/** What may stand beside the colour of a ground that has no picture. */
const BESIDE = new RegExp(
  `^(?:none)?(?: ?(?:no-repeat|repeat(?:-[xy])?))?(?: (?:scroll|fixed))?(?: ?${PLACE})?(?: ?/ ?(?:cover|contain|auto))?(?: (?:scroll|fixed))?$`,
  "u",
);

/** The ground that `declarations` set over the one `below`: every one of them, for which counts in the end is for the reader’s program to say. */
export function ownGround(declarations: readonly Declaration[], below: Ground): OwnGround {
  const named = declarations.filter(({ name, value }) => /^background(?:-color|-image)?$/u.test(name) && !OLD.test(value));
  const drawn = named.map((one) => drawnBy(one, below));
  const ground = distinct(drawn.filter((some) => some !== null).flat());
  const isRun = named.some(({ value }) => value.includes("gradient("));
  const unknown = drawn.includes(null) || ground.length > COLOURS_MAX || declarations.some((one) => cutsGround(one, isRun));
  return { ground: ground.length === 0 ? null : ground, certain: named.some(({ certain }) => certain), unknown };
}

/** What one declaration draws over `below`; null where that cannot be worked out. */
function drawnBy({ name, value }: Declaration, below: Ground): Ground | null {
  if (NOTHING.test(value)) return name === "background-image" ? [] : below;
  const inks = GRADIENT.test(value) ? stops(value) : plainColour(value);
  return inks?.flatMap((ink) => below.map((colour) => over(ink, colour))) ?? null;
}

/** Whether a ground is drawn behind a part of its element only; a run of colours may also be drawn smaller than what it is behind. */
function cutsGround({ name, value }: Declaration, isRun: boolean): boolean {
  if (name === "background-clip") return value.includes("text");
  return isRun && name === "background-size" && !/^(?:cover|auto|100% 100%)$/u.test(value);
}

/** Both grounds, each colour once. */
export function eitherGround(...grounds: readonly Ground[]): Ground {
  return distinct(grounds.flat());
}

function distinct(ground: Ground): Ground {
  return [...new Map(ground.map((colour) => [colour.join(" "), colour])).values()];
}

/** The colour of a ground without a picture, alone or among words that change nothing about it. */
function plainColour(value: string): readonly Ink[] | null {
  const alone = colourOf(value);
  if (alone !== null) return [alone];
  const words = value.slice(0, 300).match(/[a-z]{3,5}\([^()]{0,100}\)|[^\s/]{1,60}|\//gu) ?? [];
  const colours = words.map(colourOf).filter((colour) => colour !== null);
  const beside = words.filter((word) => colourOf(word) === null).join(" ");
  return colours.length === 1 && value.length <= 300 && BESIDE.test(beside) ? colours : null;
}

/** The colours of a gradient that fills its element: two or more, each with where it is at most; null where it is no such gradient. */
function stops(value: string): readonly Ink[] | null {
  const inner = /^[a-z-]{1,40}\(((?:[^()]|\([^()]{0,80}\)){1,600})\)$/u.exec(value.slice(0, 1000))?.[1];
  if (inner === undefined || value.length > 1000) return null;
  const parts = (inner.match(/(?:[^(),]|\([^()]{0,80}\))+/gu) ?? []).map((part) => part.trim());
  const named = DIRECTION.test(parts[0] ?? "") && colourOf(parts[0] ?? "") === null ? parts.slice(1) : parts;
  const colours = named.map((part) => colourOf(part.replace(/(?:\s+[\d.]{1,8}(?:%|px)?){0,2}$/u, "")));
  return colours.length < 2 || colours.includes(null) ? null : colours.filter((colour) => colour !== null);
}

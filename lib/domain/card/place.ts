import { placeNamed } from "../environments";
import { plainKey } from "../policy/derived-amount";
import { PLACES, type Place } from "../words";
import type { CardInput } from "./card";
import { environmentArguments } from "./environment-arguments";
import { aboutKind } from "./kinds";

/** `pre-prod` and `non-production` are one word each, and no production. */
const BEFORE_PRODUCTION = /\b(pre|non)[^a-z]+(?=prod)/gu;

/**
 * The place that the target or the arguments name, or any of `found`; null where none is named, or none of those that are known: then nothing is
 * claimed. `prod-eu` is production. Pure.
 */
export function placeOf(
  { kind, target, action }: Pick<CardInput, "kind" | "target" | "action">,
  found: readonly string[] = [],
): Place | null {
  const named = environmentArguments(action.arguments)
    // A record's stage is where a deal or a ticket stands.
    .filter(([key]) => aboutKind(kind).holdsValues !== true || plainKey(key) !== "stage")
    .map(([, name]) => name);
  const places = new Set([target?.environment ?? "", ...named, ...found].flatMap(wordsOf).map(placeNamed));
  // The nearest to production first: what names two is marked as the one where more can go wrong.
  return PLACES.find((place) => places.has(place)) ?? null;
}

function wordsOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .replace(BEFORE_PRODUCTION, "$1")
    .split(/[^a-z]+/u);
}

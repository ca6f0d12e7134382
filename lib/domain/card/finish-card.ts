import type { Json } from "../json";
import type { Card, CardInput, Check, Fact, Span } from "./card";
import { unreadableParts } from "./readability";
import { rejectReasons } from "./reject-reasons";
import { secretsIn } from "./secrets";
import { mixedScriptWords, visible } from "./spans";

/** The id of the check for words that mix alphabets. */
export const MIXED_SCRIPT = "mixed-script";

/** What an adapter decides; the rest of a card follows from the payload alone. */
export interface CardParts {
  readonly headline: readonly Span[];
  readonly facts: readonly Fact[];
  readonly diff: Card["diff"];
  readonly checks: readonly Check[];
  readonly undo: string;
  readonly openQuestions: Card["openQuestions"];
  /** Parts the adapter itself could not decode, in words. */
  readonly unreadable: readonly string[];
  readonly decisive: Card["decisive"];
}

/**
 * The card made of `parts`, with what every kind shares: presets for rejecting, whether the whole payload can be read, and a
 * failed check for look-alike letters. No adapter can claim more readability than the payload has.
 */
export function finishCard(input: CardInput, parts: CardParts): Card {
  const unreadable = [
    ...new Set([
      ...parts.unreadable,
      ...unreadableParts(input.action.arguments, "arguments"),
      ...unreadableParts({ ...input.target }, "target"),
      ...unreadableParts(input.action.name, "action name"),
      ...(hasMarks(parts) ? ["hidden characters on this card"] : []),
    ]),
  ];
  return {
    kind: input.kind,
    headline: parts.headline,
    facts: parts.facts,
    diff: parts.diff,
    checks: [...mixedScriptCheck(input), ...secretsCheck(input), ...parts.checks],
    undo: parts.undo,
    openQuestions: parts.openQuestions,
    fullyReadable: unreadable.length === 0,
    unreadable,
    rejectReasons: rejectReasons(input.kind),
    decisive: parts.decisive,
  };
}

function hasMarks(parts: CardParts): boolean {
  const shown = [parts.headline, ...parts.facts.map((one) => one.value)];
  if (parts.diff?.type === "fields") for (const row of parts.diff.rows) shown.push(row.before, row.after);
  if (parts.diff?.type === "text") for (const line of parts.diff.lines) shown.push(line.spans);
  return shown.some((spans) => spans.some((span) => span.type === "mark"));
}

/** Failed where a word in the payload mixes alphabets that look alike; silent otherwise: the usual case needs no row. */
function mixedScriptCheck(input: CardInput): readonly Check[] {
  const words = new Set<string>();
  for (const text of strings(input.action.arguments)) for (const word of mixedScriptWords(text)) words.add(visible(word));
  for (const text of strings({ ...input.target })) for (const word of mixedScriptWords(text)) words.add(visible(word));
  if (words.size === 0) return [];
  return [failed(MIXED_SCRIPT, "Look-alike letters of two alphabets in one word", [...words].slice(0, 3).join(", "))];
}

/** Failed where the arguments carry a credential: it would be stored wherever they go. */
function secretsCheck(input: CardInput): readonly Check[] {
  const found = secretsIn(input.action.arguments);
  return found.length === 0 ? [] : [failed("secrets", "Carries a secret", found.slice(0, 3).join(", "))];
}

/** Every string in `value`, keys included, to a depth of 64. */
function* strings(value: Json, depth = 0): Generator<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "object" && value !== null && depth < 64) {
    for (const [key, child] of Object.entries(value)) {
      if (!Array.isArray(value)) yield key;
      yield* strings(child, depth + 1);
    }
  }
}

/** A fact at its usual place: not the hero, not alarming, no second line unless given. */
export function fact(label: string, value: readonly Span[], more: Partial<Omit<Fact, "label" | "value">> = {}): Fact {
  return { label, value, note: null, hero: false, alarming: false, technical: false, ...more };
}

/** A check that looked and found nothing wrong. */
export function passed(id: string, says: string): Check {
  return { id, state: "passed", says, because: null };
}

/** A check that found something wrong; `because` names the facts it rests on. */
export function failed(id: string, says: string, because: string | null = null): Check {
  return { id, state: "failed", says, because };
}

/** A check that could not look, and why. */
export function notRun(id: string, says: string, because: string): Check {
  return { id, state: "not_run", says, because };
}

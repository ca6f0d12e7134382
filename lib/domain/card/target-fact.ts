import type { JsonObject } from "../json";
import { plainKey } from "../policy/derived-amount";
import type { Target } from "../proposal";
import { remembered } from "../remembered";
import type { CardInput, Check, Fact, Span } from "./card";
import { spansText } from "./headline-text";
import { madeCheck } from "./made-check";
import { fact } from "./made-fact";
import { asIs } from "./said";
import { valued, visible } from "./spans";

/** What the rest of the card says: its headline, its facts, what its diff is of. */
interface OnCard {
  readonly headline: readonly Span[];
  readonly facts: readonly Fact[];
  readonly diff: { readonly subject: string } | null;
}

/**
 * What the target names and nothing else on the card does: it is signed as the arguments are, and somebody may act on it. The environment stands
 * in the card's head, as does the first part of the action's name. The address, where one looks it up, is a second line.
 */
export function targetFact({ action, target }: Pick<CardInput, "action" | "target">, card: OnCard): readonly Fact[] {
  if (target === null) return [];
  const texts = shownTexts(card);
  // By the action’s name alone: among the facts a table may be called as a system is.
  const family = plainly(action.name.split(/[.:/]/u, 1).join(""));
  const system = unsaid(target.system, (name) => name === family);
  const resource = unsaid(target.resource, (name) => isAlsoArgument(action.arguments, target) || isSaidIn(name, texts));
  const url = unsaid(target.url, (name) => isSaidIn(name, texts));
  const names = [system, resource].filter((name) => name !== null);
  if (names.length > 0)
    return [fact("face.target", valued(names.join(" · ")), { note: url === null ? null : asIs(visible(url)) })];
  return url === null ? [] : [fact("face.target", valued(url), { technical: true })];
}

/** Silent unless the target names one thing of a sort and the arguments another: `order W1` and `order_id: "W2"`. */
export function targetCheck({ action, target }: Pick<CardInput, "action" | "target">): readonly Check[] {
  const named = namedThing(target);
  const other = named === null ? undefined : argumentsOf(action.arguments, named.noun).find((id) => !isSameId(named.id, id));
  if (named === null || other === undefined) return [];
  const because = { key: "check.namedNotOther", values: { named: visible(named.id), other: visible(other) } } as const;
  return [madeCheck("target-named", "failed", "check.targetIsAnother", because)];
}

/** The arguments name the same thing of the same sort: it is on the card as they are. */
function isAlsoArgument(fields: JsonObject, target: Target): boolean {
  const named = namedThing(target);
  const ids = named === null ? [] : argumentsOf(fields, named.noun);
  return named !== null && ids.length > 0 && ids.every((id) => isSameId(named.id, id));
}

function isSameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function shownTexts({ headline, facts, diff }: OnCard): readonly string[] {
  const parts = facts.map(({ label, value }) => `${label} ${spansText(value)}`);
  return [spansText(headline), ...parts, diff?.subject ?? ""].map((text) => ` ${plainly(text)} `);
}

function plainly(text: string): string {
  return text.trim().toLowerCase();
}

/** `text`, or null where there is none or the card says it already. */
function unsaid(text: string | undefined, isSaid: (name: string) => boolean): string | null {
  const name = plainly(text ?? "");
  return text === undefined || name === "" || isSaid(name) ? null : text;
}

/** Word for word, between spaces; `reservations X` is said where `reservation X` is. */
function isSaidIn(name: string, texts: readonly string[]): boolean {
  const ways = [name, name.replace(/^([a-z]{3,40})s (?=\S+$)/u, "$1 ")];
  return texts.some((text) => ways.some((way) => text.includes(` ${way} `)));
}

/** A resource of one word and a number of its own: `order W2378156`, `ticket #4711`. */
const THING = /^([a-z]{3,40})s? #?(\S*\d\S*)$/iu;
const NUMBERED = ["", "id", "no", "nr", "number", "key"];

function namedThing(target: Target | null): { readonly noun: string; readonly id: string } | null {
  const found = THING.exec(target?.resource?.trim() ?? "");
  const [, noun, id] = found ?? [];
  return noun === undefined || id === undefined ? null : { noun: noun.toLowerCase().replace(/s$/u, ""), id };
}

const keysOf = remembered((noun): ReadonlySet<string> => new Set(NUMBERED.map((end) => noun + end)));

/** What the arguments say of a thing of this sort: `order`, `order_id`, `orderNumber`. */
function argumentsOf(fields: JsonObject, noun: string): readonly string[] {
  const keys = keysOf(noun);
  return Object.entries(fields).flatMap(([key, value]): readonly string[] => {
    if (!keys.has(plainKey(key))) return [];
    if (typeof value === "number") return [String(value)];
    return typeof value === "string" && /\d/u.test(value) ? [value.replace(/^#/u, "")] : [];
  });
}

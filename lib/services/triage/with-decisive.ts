import type { Card, Decisive } from "../../domain/card/card";
import { decisiveValue } from "../../domain/card/finish-card";
import { spansText } from "../../domain/card/headline-text";
import type { Saying } from "../../domain/card/said";
import { otherEnvironments } from "../../domain/environments";
import type { Action, Target } from "../../domain/proposal";
import type { Treatment } from "../../domain/words";

/** Longer values are read, not recognised. */
const VALUE_MAX = 80;
const VERBS = ["read", "create", "update", "delete", "send", "archive", "export"] as const;

/** One thing that the card shows and a person could be asked for. */
interface Shown {
  readonly question: Saying;
  readonly value: string;
}

/**
 * The card as two people sign it: one that names no decisive value of its own is asked for the most decisive thing it shows, so that a
 * second signature is never a mere key press. The view and the check of the answer are both made from this, and so agree. Cards that one
 * person signs are left alone.
 */
export function withDecisive(
  card: Card,
  treatment: Treatment,
  { action, target }: { readonly action: Pick<Action, "name">; readonly target: Target | null },
): Card {
  if (treatment !== "two_person" || card.decisive !== null) return card;
  const shown = [...changedValues(card), ...factValues(card)];
  const figure = shown.map(amongFigures).find((decisive) => decisive !== null);
  const decisive = figure ?? amongShown(shown) ?? environment(target) ?? verb(action.name);
  return { ...card, decisive };
}

/** Rows of what stays, and of what is sent along with a deletion. */
const UNCHANGED: ReadonlySet<string> = new Set(["context", "kept", "sent"]);

/** What the call makes of a field; what the agent expects besides is nothing that anybody signs. */
function changedValues({ diff }: Card): readonly Shown[] {
  if (diff?.type !== "fields") return [];
  return diff.rows
    .filter(({ change, expected }) => !UNCHANGED.has(change) && expected !== true)
    .map((row): Shown => ({ question: { key: "face.whatBecomes", values: { field: row.field } }, value: spansText(row.after) }))
    .filter(isShort);
}

function factValues({ facts }: Card): readonly Shown[] {
  const [hero, ...others] = [...facts].sort((one, other) => Number(other.hero) - Number(one.hero));
  return [...(hero === undefined ? [] : [hero]), ...others]
    .map((fact): Shown => ({
      question: { key: "face.whichOnCard", inner: { label: fact.words.label } },
      value: spansText(fact.value),
    }))
    .filter(isShort);
}

function isShort({ value }: Shown): boolean {
  return value.trim() !== "" && value.length <= VALUE_MAX;
}

/** A value with a figure in it, among others that differ in one digit. */
function amongFigures({ question, value }: Shown): Decisive | null {
  const places = [...value.matchAll(/[0-9]/gu)].map(({ index }) => index);
  const decoys = new Set<string>();
  for (const step of [1, 3, 7, 2, 5]) {
    for (const place of places.toReversed()) {
      if (decoys.size < 3) decoys.add(digitMoved(value, place, step));
    }
  }
  decoys.delete(value);
  return decisiveOf(question, value, [...decoys]);
}

function digitMoved(value: string, place: number, step: number): string {
  const digit = (Number(value.charAt(place)) + step) % 10;
  return `${value.slice(0, place)}${String(digit)}${value.slice(place + 1)}`;
}

/** The most decisive of the values that the card shows, among the others. */
function amongShown(shown: readonly Shown[]): Decisive | null {
  const [first] = shown;
  if (first === undefined) return null;
  const others = new Set(shown.map(({ value }) => value).filter((value) => value !== first.value));
  return decisiveOf(first.question, first.value, [...others]);
}

function environment(target: Target | null): Decisive | null {
  const value = target?.environment;
  if (value === undefined) return null;
  return decisiveOf("face.whichEnvironment", value, otherEnvironments(value));
}

/** What is left to every action: what it is called, among what it could have been. */
function verb(name: string): Decisive | null {
  const at = name.lastIndexOf(".") + 1;
  const decoys = without(VERBS, name.slice(at)).map((other) => name.slice(0, at) + other);
  return decisiveOf("face.whichAction", name, decoys);
}

function without(words: readonly string[], taken: string): readonly string[] {
  return words.filter((word) => word !== taken.toLowerCase());
}

function decisiveOf(question: Saying, value: string, decoys: readonly string[]): Decisive | null {
  const [first, second, third] = decoys;
  if (first === undefined || second === undefined || third === undefined) return null;
  return decisiveValue(question, value, [first, second, third]);
}

import type { Rule } from "./css-rules";
import type { Declaration } from "./declarations";
import type { Compound } from "./selectors";

/** An element as a selector sees it. */
export interface Named {
  readonly element: string;
  /** In lower case, like the id. */
  readonly classes: ReadonlySet<string>;
  readonly id: string;
  /** Whether these are written in another case: then a rule for them may hold or not. */
  readonly isCased: boolean;
  /** Whether it leads somewhere. */
  readonly isLink: boolean;
}

/** So many steps of selectors are compared in all; beyond, what a sheet does is not followed. */
const COMPARED_MAX = 400_000;

/** Which rules of its sheets hold for the elements of one message. */
export class Cascade {
  readonly #rules: readonly Rule[];
  #left = COMPARED_MAX;

  constructor(rules: readonly Rule[]) {
    this.#rules = rules
      .map((rule, at) => ({ rule, at }))
      .sort((a, b) => b.rule.weight - a.rule.weight || b.at - a.at)
      .map(({ rule }) => rule);
  }

  /** False once there was more to compare than is compared. */
  get isWhole(): boolean {
    return this.#left > 0;
  }

  /**
   * What is declared of `element` inside `open`, its own style included. Where several say something of its ink, its ground or its size, those
   * that a stronger one overrules for certain are left out; of anything else all is kept, for any of it may hide.
   */
  declarationsFor(element: Named, open: readonly Named[], own: readonly Declaration[]): readonly Declaration[] {
    if (this.#rules.length === 0 || !this.isWhole) return own;
    const isCased = [element, ...open].some((one) => one.isCased);
    const matching = this.#rules.filter((rule) => this.#matches(rule.steps, element, open));
    const pick = (important: boolean): readonly Said[] =>
      matching.flatMap(({ declarations, certain }) =>
        declarations
          .filter((one) => one.important === important)
          .map((one) => ({ declaration: certain && !isCased ? one : { ...one, certain: false }, settles: certain && !isCased })),
      );
    const inline = own.map((declaration): Said => ({ declaration, settles: false }));
    return standing([...pick(true), ...inline, { end: own }, ...pick(false)]);
  }

  #matches(steps: readonly Compound[], element: Named, open: readonly Named[]): boolean {
    const [last] = steps;
    if (last === undefined || !this.#fits(last, element)) return false;
    return this.#matchesAbove(steps, 1, open, open.length - 1);
  }

  /** Whether the steps from `step` on fit elements of `open` up to the one at `from`, every way of choosing them tried. */
  #matchesAbove(steps: readonly Compound[], step: number, open: readonly Named[], from: number): boolean {
    const wanted = steps[step];
    if (wanted === undefined) return true;
    const last = steps[step - 1]?.isChild === true ? from : 0;
    for (let at = from; at >= last && this.isWhole; at -= 1) {
      if (this.#fits(wanted, open[at]) && this.#matchesAbove(steps, step + 1, open, at - 1)) return true;
    }
    return false;
  }

  #fits({ element, classes, ids, isLink }: Compound, named: Named | undefined): boolean {
    this.#left -= 1;
    if (named === undefined || this.#left < 0) return false;
    if ((element !== null && element !== named.element) || (isLink && !named.isLink)) return false;
    return classes.every((name) => named.classes.has(name)) && ids.every((id) => id === named.id);
  }
}

type Said = { readonly declaration: Declaration; readonly settles: boolean } | { readonly end: readonly Declaration[] };

/** What remains of what is said, from the strongest down. */
function standing(said: readonly Said[]): readonly Declaration[] {
  const settled = new Set<string>();
  const settle = ({ name, value, prefixed }: Declaration): void => {
    if (prefixed) return;
    if (name === "color" || name === "background-color" || name === "background") settled.add(name);
    if (name === "font" || name === "font-size") settled.add("font-size");
    if (name === "background" && !/^(?:inherit|unset|revert)/u.test(value)) settled.add("background-color");
  };
  const kept: Declaration[] = [];
  for (const one of said) {
    if ("end" in one) one.end.forEach(settle);
    else {
      if (!isSettled(one.declaration, settled)) kept.push(one.declaration);
      if (one.settles) settle(one.declaration);
    }
  }
  return kept.reverse();
}

function isSettled({ name, value }: Declaration, settled: ReadonlySet<string>): boolean {
  if (name === "font" || name === "font-size") return settled.has("font-size");
  if (name === "background") return settled.has("background") || (settled.has("background-color") && !value.includes("("));
  if (name === "background-image") return settled.has("background");
  return settled.has(name);
}

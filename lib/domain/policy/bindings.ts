import { celMap, type CelInput, type CelMap } from "@bufbuild/cel";
import { isJsonObject, type Json, type JsonObject } from "../json";
import type { Action, Target } from "../proposal";
import type { Kind } from "../words";
import type { Bindings } from "./condition";
import type { Derived } from "./derive";

/** What conditions may know about a proposal. No prose of the agent's: there is no field for it. */
export interface Bound {
  readonly action: Action;
  readonly kind: Kind;
  readonly agent: { readonly id: string; readonly name: string };
  readonly target: Target | null;
  readonly derived: Derived;
}

/** The variables of conditions and the length of the longest list or map among them, each worked out when first read. */
export function bindingsOf(bound: Bound): Bindings {
  return new BoundBindings(bound);
}

class BoundBindings implements Bindings {
  readonly variables: Bindings["variables"];
  private readonly bound: Bound;
  private longestSeen: number | null = null;

  constructor(bound: Bound) {
    this.bound = bound;
    this.variables = new Variables(bound);
  }

  get longest(): number {
    const { action, derived } = this.bound;
    return (this.longestSeen ??= Math.max(
      longestIn(action.arguments),
      derived.recipients.length,
      derived.hosts.length,
      derived.paths.length,
    ));
  }
}

/**
 * Objects become maps of their own keys, so an argument called `constructor` or `$typeName` is a key like any other. A class and no literal
 * with getters: such a literal gets a hidden class of its own each time, and V8 keeps all that its getters see until the next major collection.
 */
class Variables {
  readonly #bound: Bound;
  readonly #made: { -readonly [Name in keyof Bindings["variables"]]?: CelMap } = {};

  constructor(bound: Bound) {
    this.#bound = bound;
  }

  get arguments(): CelMap {
    return (this.#made.arguments ??= mapOf(this.#bound.action.arguments));
  }

  get action(): CelMap {
    const { action, kind } = this.#bound;
    return (this.#made.action ??= celMap(
      new Map<string, CelInput>([
        ["name", action.name],
        ["kind", kind],
        ["arguments", this.arguments],
      ]),
    ));
  }

  get agent(): CelMap {
    return (this.#made.agent ??= mapOf({ id: this.#bound.agent.id, name: this.#bound.agent.name }));
  }

  get target(): CelMap {
    return (this.#made.target ??= mapOf({ ...this.#bound.target }));
  }

  get derived(): CelMap {
    return (this.#made.derived ??= mapOf(knownFacts(this.#bound.derived)));
  }
}

function knownFacts(derived: Derived): JsonObject {
  const { amount, currency, environment, rows, recipients, hosts, paths } = derived;
  const perhaps = Object.entries({ amount, currency, environment, rows }).filter(([, value]) => value !== null);
  return { recipients, hosts, paths, ...Object.fromEntries(perhaps) };
}

function mapOf(object: JsonObject): CelMap {
  return celMap(new Map(Object.entries(object).map(([key, value]) => [key, inputOf(value)])));
}

function inputOf(value: Json): CelInput {
  if (isJsonObject(value)) return mapOf(value);
  if (typeof value === "object" && value !== null) return value.map(inputOf);
  return value;
}

function longestIn(value: Json): number {
  if (typeof value !== "object" || value === null) return 0;
  const inside = Object.values(value);
  return inside.reduce<number>((longest, one) => Math.max(longest, longestIn(one)), inside.length);
}

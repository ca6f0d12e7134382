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

/**
 * The variables of conditions, converted when first read. Objects become maps of their own keys, so an argument called
 * `constructor` or `$typeName` is a key like any other.
 */
export function bindingsOf(bound: Bound): Bindings {
  let longest: number | null = null;
  const made: { arguments?: CelMap; action?: CelMap; agent?: CelMap; target?: CelMap; derived?: CelMap } = {};
  const variables = {
    get arguments() {
      return (made.arguments ??= mapOf(bound.action.arguments));
    },
    get action() {
      return (made.action ??= celMap(
        new Map<string, CelInput>([
          ["name", bound.action.name],
          ["kind", bound.kind],
          ["arguments", variables.arguments],
        ]),
      ));
    },
    get agent(): CelMap {
      return (made.agent ??= mapOf({ id: bound.agent.id, name: bound.agent.name }));
    },
    get target(): CelMap {
      return (made.target ??= mapOf({ ...bound.target }));
    },
    get derived(): CelMap {
      return (made.derived ??= mapOf(knownFacts(bound.derived)));
    },
  };
  return {
    variables,
    get longest() {
      const { recipients, hosts, paths } = bound.derived;
      longest ??= Math.max(longestIn(bound.action.arguments), recipients.length, hosts.length, paths.length);
      return longest;
    },
  };
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

import { environmentMeant, otherEnvironments } from "../environments";
import type { CardInput, Check, Decisive, Fact } from "./card";
import { environmentArguments } from "./environment-arguments";
import { decisiveValue, fact, failed, passed } from "./finish-card";
import { valued, visible } from "./spans";

/** Where an action runs, as far as its payload says. */
export interface Environment {
  /** The word to show; several joined by `or` where the payload contradicts itself; null when it names none. */
  readonly name: string | null;
  /** Every different name, the target's first. */
  readonly names: readonly string[];
}

/** The environment by the target, the arguments and whatever else `found` names; no source is believed over another. */
export function environmentOf({ target, action }: CardInput, found: readonly string[] = []): Environment {
  const all = [target?.environment?.trim() ?? "", ...environmentArguments(action.arguments).map(([, name]) => name), ...found];
  const byMeaning = new Map<string, string>();
  for (const name of all) if (name !== "" && !byMeaning.has(environmentMeant(name))) byMeaning.set(environmentMeant(name), name);
  const names = [...byMeaning.values()];
  return { names, name: names.length === 0 ? null : names.join(" or ") };
}

/** The environment at its usual place; alarming where the payload names more than one. */
export function environmentFact({ name, names }: Environment): readonly Fact[] {
  return name === null ? [] : [fact("face.environment", valued(name), { technical: true, alarming: names.length > 1 })];
}

/** Whether everything that names an environment names the same; nothing where none is named. */
export function environmentCheck({ names }: Environment): readonly Check[] {
  if (names.length === 0) return [];
  if (names.length === 1) return [passed("same-environment", "check.oneEnvironmentIsNamed")];
  return [failed("same-environment", "check.moreThanOneEnvironmentIs", names.map(visible).join(", "))];
}

/** The environment as what a second signature has to pick; null where none or more than one is named. */
export function environmentDecisive({ name, names }: Environment): Decisive | null {
  if (name === null || names.length !== 1) return null;
  return decisiveValue("face.whichEnvironment", visible(name), otherEnvironments(name));
}

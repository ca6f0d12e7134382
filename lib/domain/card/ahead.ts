import { actionVerb } from "./action-verb";
import type { Span } from "./card";
import { humanVerb } from "./human-words";
import { plain } from "./spans";
import type { Verb } from "./verb-words";

const NOT_RUN: ReadonlySet<Verb> = new Set<Verb>(["cancel", "close", "draft", "preview", "revert", "schedule"]);

/**
 * `Cancel sql: ` before what a statement or a command says, where the action’s name does not run it. It is read and checked all the same: a
 * name is the agent’s word, and no name makes a statement milder.
 */
export function ahead(name: string): readonly Span[] {
  return NOT_RUN.has(actionVerb(name).verb) ? plain(`${humanVerb(name)}: `) : [];
}

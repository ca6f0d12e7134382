import type { Json } from "../../json";
import type { Card, CardInput, Check, Fact, FieldChange, Span } from "../card";
import { fact, finishCard, notRun, passed } from "../finish-card";
import { humanValue } from "../human-value";
import { capitalised, counted, humanField, humanVerb } from "../human-words";
import { tokens } from "../must-read";
import { rowsOf } from "../record/field-diff";
import { plain, valued } from "../spans";
import { ARGUMENT_ROLES, argumentRole, type ArgumentRole } from "./detect-argument";

const FACTS_MAX = 4;
const ROWS_MAX = 6;
const OBJECT_TOKENS_MAX = 5;

interface Argument {
  readonly name: string;
  readonly value: Json;
  readonly role: ArgumentRole;
  readonly differs: boolean;
}

/** The card of a call nobody wrote a card for: its name, its four most decisive arguments, and what differs from the last approved call. */
export function readTool(input: CardInput): Card {
  const last = input.history.lastApprovedArguments;
  const ranked = rankedArguments(input);
  const shown = ranked.slice(0, FACTS_MAX);
  const folded = ranked.slice(FACTS_MAX);
  const changes = last === null ? [] : rowsOf(last, input.action.arguments);
  return finishCard(input, {
    headline: headline(input, ranked),
    facts: shown.map(argumentFact),
    diff:
      last === null && folded.length === 0
        ? null
        : {
            type: "fields",
            subject: last === null ? "arguments" : "against the last approved call",
            rows: last === null ? [] : changes.slice(0, ROWS_MAX),
            unchanged: last === null ? folded.length : Object.keys(input.action.arguments).length - changedKeys(changes),
            more: { count: Math.max(0, changes.length - ROWS_MAX), unlike: Math.max(0, changes.length - ROWS_MAX) },
          },
    checks: checks(input, folded),
    undo: "No way to undo is known for this tool",
    openQuestions: 1,
    unreadable: [],
    decisive: null,
  });
}

function rankedArguments({ action, history }: CardInput): readonly Argument[] {
  const last = history.lastApprovedArguments;
  return Object.entries(action.arguments)
    .map(([name, value]) => ({
      name,
      value,
      role: argumentRole(name, value),
      differs: last !== null && JSON.stringify(last[name]) !== JSON.stringify(value),
    }))
    .sort((a, b) => rank(a) - rank(b));
}

function rank({ role, differs }: Argument): number {
  const byRole = ARGUMENT_ROLES.indexOf(role);
  return role === "object" || role === "other" ? byRole - (differs ? 1.5 : 0) : byRole - (differs ? 0.5 : 0);
}

function headline(input: CardInput, ranked: readonly Argument[]): readonly Span[] {
  const verb = plain(humanVerb(input.action.name));
  const object = ranked.find((argument) => argument.role === "object" && typeof argument.value === "string");
  if (object === undefined || typeof object.value !== "string") return verb;
  if (object.value === "" || tokens(object.value).length > OBJECT_TOKENS_MAX) return verb;
  return [...verb, ...plain(" · "), ...valued(object.value)];
}

function argumentFact({ name, value, role }: Argument): Fact {
  return fact(capitalised(humanField(name)), valued(humanValue(value, name)), {
    technical: role === "path" || role === "url" || role === "environment",
  });
}

function changedKeys(changes: readonly FieldChange[]): number {
  return new Set(changes.filter((row) => row.change !== "removed").map((row) => row.path.split("/")[1])).size;
}

function checks(input: CardInput, folded: readonly Argument[]): readonly Check[] {
  const known = input.history.lastApprovedArguments;
  if (known === null) {
    return [notRun("usual", "Arguments are usual for this agent", "no approved call of this tool to compare with")];
  }
  const unusual = folded.filter((argument) => argument.differs);
  if (unusual.length > 0) return [];
  return folded.length === 0 ? [] : [passed("usual", `${counted(folded.length, "more argument")}, all usual`)];
}

import type { Json, JsonObject } from "../../json";
import type { Card, CardInput, Check, Diff, Fact, Span } from "../card";
import { fact, finishCard, notRun, passed } from "../finish-card";
import { humanValue } from "../human-value";
import { capitalised, humanField, humanVerb } from "../human-words";
import { tokens } from "../must-read";
import { rowsOf } from "../record/field-diff";
import { fieldsDiff } from "../record/fields-diff";
import { asIs, type FaceKey } from "../said";
import { sameJson } from "../same-json";
import { plain, valued } from "../spans";
import { takesAwayChecks } from "../takes-away";
import { ARGUMENT_ROLES, argumentRole, type ArgumentRole } from "./detect-argument";
import { toolChecks } from "./tool-checks";

const FACTS_MAX = 4;
const OBJECT_TOKENS_MAX = 5;
/** What a call is about, the likeliest first: a name or a title, else the place it touches, else whom it reaches. */
const NAMES_THE_OBJECT: readonly ArgumentRole[] = ["object", "path", "url", "recipient"];

interface Argument {
  readonly name: string;
  readonly value: Json;
  readonly role: ArgumentRole;
  /** Not what the last approved call had there; false when there was none. */
  readonly differs: boolean;
}

/**
 * The card of a call nobody wrote a card for: its name, its four most decisive arguments, and what differs from the last approved
 * call of this agent. Whatever is folded away equals that call; without one, every argument is on the card. `unreadable` are parts that
 * the reader of the kind could not decode.
 */
export function readTool(input: CardInput, unreadable: readonly FaceKey[] = []): Card {
  const ranked = rankedArguments(input);
  const shown = ranked.slice(0, FACTS_MAX);
  return finishCard(input, {
    headline: headline(input, ranked),
    facts: [...shown.map(argumentFact), ...environmentFact(input, ranked)],
    diff: diff(input, ranked),
    checks: [...takesAwayChecks(input), ...toolChecks(input), usual(input, ranked)],
    undo: "face.noWayToUndo",
    openQuestions: 1,
    unreadable,
    decisive: null,
  });
}

function rankedArguments({ action, history }: CardInput): readonly Argument[] {
  const last = history.lastApprovedArguments;
  return Object.entries(action.arguments)
    .map(([name, value]) => {
      const before = last !== null && Object.hasOwn(last, name) ? last[name] : undefined;
      return { name, value, role: argumentRole(name, value), differs: last !== null && !sameJson(before, value) };
    })
    .sort((a, b) => rank(a) - rank(b));
}

const DIFFERS_RANK = ARGUMENT_ROLES.indexOf("object") - 0.5;

/** What a detector knows comes first, then what is new, then what names the object, then the rest; ties in the order of the call. */
function rank({ role, differs }: Argument): number {
  const byRole = ARGUMENT_ROLES.indexOf(role);
  return differs ? Math.min(byRole, DIFFERS_RANK) : byRole;
}

function headline(input: CardInput, ranked: readonly Argument[]): readonly Span[] {
  const verb = plain(humanVerb(input.action.name));
  for (const role of NAMES_THE_OBJECT) {
    const object = ranked.find((argument) => argument.role === role && typeof argument.value === "string")?.value;
    if (typeof object !== "string" || object.trim() === "" || tokens(object).length > OBJECT_TOKENS_MAX) continue;
    return [...verb, ...plain(" “"), ...valued(object), ...plain("”")];
  }
  return verb;
}

function argumentFact({ name, value, role }: Argument): Fact {
  return fact(asIs(capitalised(humanField(name))), valued(humanValue(value, name)), {
    technical: role === "path" || role === "url" || role === "environment",
  });
}

/** Where it runs, unless an argument says so already. */
function environmentFact({ target }: CardInput, ranked: readonly Argument[]): readonly Fact[] {
  const environment = target?.environment;
  if (environment === undefined || ranked.slice(0, FACTS_MAX).some(({ value }) => value === environment)) return [];
  return [fact("face.environment", valued(environment), { technical: true })];
}

function diff({ action, history }: CardInput, ranked: readonly Argument[]): Diff | null {
  const last = history.lastApprovedArguments;
  if (last !== null) return fieldsDiff(rowsOf(last, action.arguments), last, "face.againstLastCall");
  const folded = ranked.slice(FACTS_MAX).map(({ name, value }) => [name, value] as const);
  const rest: JsonObject = Object.fromEntries(folded);
  return folded.length === 0 ? null : fieldsDiff(rowsOf({}, rest), {}, "face.otherArguments");
}

function usual({ history }: CardInput, ranked: readonly Argument[]): Check {
  const says = "tool.argumentsAreUsualForThis";
  if (history.lastApprovedArguments === null) return notRun("usual", says, { key: "tool.noApprovedCallThisTool" });
  const alike = ranked.slice(FACTS_MAX).filter(({ differs }) => !differs).length;
  return passed(
    "usual",
    alike === 0 ? "tool.comparedWithLastApprovedCall" : { key: "tool.countArgumentAllUsual", values: { count: alike } },
  );
}

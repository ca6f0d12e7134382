import { CONDITION_VARIABLES } from "./condition-check";

/** One thing that could stand where the caret is, and what it means. */
export interface Completion {
  readonly text: string;
  readonly says: string;
}

/** What could be written at a place of a condition: `options` replace the characters from `from` up to the caret. */
export interface Completions {
  readonly from: number;
  readonly options: readonly Completion[];
}

const VARIABLE_SAYS: Readonly<Record<string, string>> = {
  action: "its name, kind and arguments",
  arguments: "what the agent sends",
  agent: "who proposes",
  target: "where it runs",
  derived: "facts read from the arguments",
};
const FIELD_SAYS: Readonly<Record<string, string>> = {
  "action.name": "such as payment.refund",
  "action.kind": "the card it gets, such as payment",
  "action.arguments": "what the agent sends",
  "agent.id": "agt_…",
  "agent.name": "such as support-desk",
  "target.system": "such as Stripe",
  "target.environment": "as the agent wrote it",
  "target.resource": "such as order W2378156",
  "target.url": "where it is",
  "derived.amount": "a number, in its currency",
  "derived.currency": "such as EUR",
  "derived.recipients": "addresses or payees, a list",
  "derived.hosts": "hosts of every address, a list",
  "derived.environment": "production, staging, development, test",
  "derived.paths": "paths, a list",
  "derived.rows": "the largest count of rows named",
};
const FUNCTIONS: readonly Completion[] = [
  { text: "has(", says: "the field is there: has(derived.amount)" },
  { text: "size(", says: "length of a text or a list" },
];
const METHODS: readonly Completion[] = [
  { text: "contains(", says: "the text holds another" },
  { text: "startsWith(", says: "the text begins with" },
  { text: "endsWith(", says: "the text ends with" },
  { text: "matches(", says: "an RE2 pattern in quotes" },
  { text: "exists(", says: "any of a list: exists(x, x == …)" },
  { text: "all(", says: "each of a list: all(x, x == …)" },
];
const PLAIN_NAME = /^[A-Za-z_]\w*$/;
const OPTIONS_MAX = 12;

/**
 * What could follow at `caret`. `argumentNames` are the names that the catalogue's schemas give for the actions the rule fits; names that are
 * not plain words are left out, because they would have to be written in brackets. Nothing is offered inside quotes.
 */
export function completionsAt(condition: string, caret: number, argumentNames: readonly string[]): Completions {
  const before = condition.slice(0, caret);
  const nothing = { from: caret, options: [] };
  if (inQuotes(before)) return nothing;
  const path = /(?:[A-Za-z_]\w*\.)*(?:[A-Za-z_]\w*)?$/.exec(before)?.[0] ?? "";
  const dot = path.lastIndexOf(".");
  const typed = path.slice(dot + 1);
  // Right behind a number or a closing bracket a word would be a mistake, unless a dot made it a call.
  if (dot === -1 && /[\w)\]]$/.test(before.slice(0, before.length - typed.length))) return nothing;
  const known = dot === -1 ? beginnings() : after(path.slice(0, dot), argumentNames);
  const fits = known.filter(({ text }) => text.startsWith(typed) && text !== typed);
  return { from: caret - typed.length, options: fits.slice(0, OPTIONS_MAX) };
}

function beginnings(): readonly Completion[] {
  const variables = Object.keys(CONDITION_VARIABLES).map((name) => ({ text: name, says: VARIABLE_SAYS[name] ?? "" }));
  return [...variables, ...FUNCTIONS];
}

function after(path: string, argumentNames: readonly string[]): readonly Completion[] {
  if (path === "arguments" || path === "action.arguments") {
    return argumentNames.filter((name) => PLAIN_NAME.test(name)).map((name) => ({ text: name, says: "an argument" }));
  }
  const fields = Object.hasOwn(CONDITION_VARIABLES, path) ? CONDITION_VARIABLES[path] : undefined;
  if (fields !== undefined && fields !== null) {
    return fields.map((name) => ({ text: name, says: FIELD_SAYS[`${path}.${name}`] ?? "" }));
  }
  return METHODS;
}

function inQuotes(text: string): boolean {
  let quote: string | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote === null && (character === '"' || character === "'")) quote = character;
    else if (quote !== null && character === "\\") at += 1;
    else if (character === quote) quote = null;
  }
  return quote !== null;
}

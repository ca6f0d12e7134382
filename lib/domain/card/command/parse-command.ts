import { forEachChild, parse, type Command, type Redirected, type SyntaxNode, type Word } from "unbash";

/** Longer texts are not parsed: what is nested on purpose takes up to a third of a second at this length. */
export const COMMAND_LENGTH_MAX = 8_000;
const NESTED_MAX = 3;

/** One command that runs, wherever in the text it stands. */
export interface Step {
  /** Name and words as the command gets them; a word that is filled in when it runs is as written. */
  readonly words: readonly string[];
  /** As written, without what stands before or after it. */
  readonly raw: string;
  /** True when it reads what the step before writes. */
  readonly piped: boolean;
  /** How it is joined: `&&`, `|`, `$(…)`; empty for the first of a line. */
  readonly joint: string;
  readonly wildcard: boolean;
  /** Words that only the running shell can fill in: `$TAG`, `$(date)`. */
  readonly filledIn: readonly string[];
  readonly assignments: readonly (readonly [string, string])[];
  /** Files written over, and files written on to. */
  readonly overwrites: readonly string[];
  readonly appends: readonly string[];
}

/** What came of reading a text as a command. */
export interface ParsedCommand {
  readonly steps: readonly Step[];
  /** Why the text is not fully read, in words; empty when it is. */
  readonly problems: readonly string[];
}

/** What the walk has found, and what the text it walks is. */
interface Walk {
  readonly steps: Step[];
  readonly problems: Set<string>;
  source: string;
}

const SCRIPT = new Set([
  "If",
  "For",
  "ArithmeticFor",
  "Select",
  "While",
  "Case",
  "Function",
  "Coproc",
  "TestCommand",
  "ArithmeticCommand",
]);
const DYNAMIC = new Set([
  "SimpleExpansion",
  "ParameterExpansion",
  "CommandExpansion",
  "ArithmeticExpansion",
  "ProcessSubstitution",
  "LocaleString",
]);
/** Redirects that write a file over, and those that write on to it. */
const OVER = /^(?:>|>\||&>|<>|>&)$/u;
const ON = /^&?>>$/u;
const WILD = new Set(["Glob", "ExtendedGlob", "BraceExpansion"]);

/** Reads `text` by the grammar of Bash: every command in it is a step, those inside substitutions too. Never throws. */
export function parseCommand(text: string, depth = 0): ParsedCommand {
  if (text.length > COMMAND_LENGTH_MAX)
    return { steps: [], problems: [`command: ${String(text.length)} characters, too many to read`] };
  if (depth > NESTED_MAX) return { steps: [], problems: ["command: nested too deep"] };
  const walk: Walk = { steps: [], problems: new Set(), source: text };
  try {
    visit(parse(text), "", walk);
  } catch {
    walk.problems.add("command: not of the shell’s grammar");
  }
  return { steps: walk.steps, problems: [...walk.problems] };
}

/** A list of words that no shell reads: each word is exact. */
export function exactStep(words: readonly string[]): Step {
  const raw = words.map((word) => (/^[\w@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(" ");
  return { words, raw, piped: false, joint: "", wildcard: false, filledIn: [], assignments: [], overwrites: [], appends: [] };
}

function visit(node: SyntaxNode, joint: string, walk: Walk): void {
  if (node.type === "Script") {
    if ((node.errors?.length ?? 0) > 0) walk.problems.add("command: not of the shell’s grammar");
    const outer = walk.source;
    walk.source = node.source ?? outer;
    forEachChild(node, (child) => {
      visit(child, joint, walk);
    });
    walk.source = outer;
    return;
  }
  if (SCRIPT.has(node.type)) walk.problems.add("command: a script with loops, conditions or functions");
  if (node.type === "HereDoc") walk.problems.add("command: a text that is fed to a command");
  if (node.type === "Command") walk.steps.push(stepOf(node, joint, walk));
  if (node.type === "Redirected") walk.steps.push(...redirectOf(node, joint, walk));
  visitChildren(node, joint, walk);
}

function visitChildren(node: SyntaxNode, joint: string, walk: Walk): void {
  let at = 0;
  forEachChild(node, (child) => {
    if (node.type === "Pipeline" || node.type === "AndOr") {
      const operator =
        node.type === "Pipeline" && (child.type === "Time" || child.type === "Negation") ? undefined : node.operators[at - 1];
      visit(child, operator ?? joint, walk);
      if (child.type !== "Time" && child.type !== "Negation") at += 1;
    } else if (node.type === "CommandExpansion") visit(child, "$( )", walk);
    else if (node.type === "ProcessSubstitution") visit(child, `${node.operator}( )`, walk);
    else visit(child, joint, walk);
  });
}

function stepOf(node: Command, joint: string, walk: Walk): Step {
  const words: Word[] = [];
  if (node.name !== undefined) words.push(node.name);
  const assignments: (readonly [string, string])[] = [];
  for (const part of [...node.prefix, ...node.args]) {
    if (part.type === "Assignment" && node.prefix.includes(part)) assignments.push([part.name, valueText(part.value)]);
  }
  const all = [...words.map(({ value }) => value), ...node.args.map((part) => (part.type === "Word" ? part.value : part.text))];
  const wordsIn = [...words, ...node.args.flatMap((part) => (part.type === "Word" ? [part] : []))];
  if (node.name !== undefined && node.name.text !== node.name.value)
    walk.problems.add("command: a name that is quoted, escaped or made up when it runs");
  const kinds = wordsIn.map((word) => ({ word, kinds: partKinds(word) }));
  return {
    words: all,
    raw: walk.source.slice(node.pos, node.end),
    piped: joint === "|" || joint === "|&",
    joint,
    wildcard: kinds.some((one) => one.kinds.some((kind) => WILD.has(kind))),
    filledIn: kinds.filter((one) => one.kinds.some((kind) => DYNAMIC.has(kind))).map(({ word }) => word.text),
    assignments,
    overwrites: written(node, OVER),
    appends: written(node, ON),
  };
}

/** What a group writes belongs to none of the commands in it: a step of its own, where it writes anything. */
function redirectOf(node: Redirected, joint: string, { source }: Walk): readonly Step[] {
  const [overwrites, appends] = [written(node, OVER), written(node, ON)];
  if (overwrites.length + appends.length === 0) return [];
  return [{ ...exactStep([]), raw: source.slice(node.pos, node.end), joint, overwrites, appends }];
}

function valueText(value: Word | { readonly type: "ArrayValue" }): string {
  return value.type === "Word" ? value.value : "";
}

/** The types of every part of a word, those inside quotes too. */
function partKinds(node: SyntaxNode): readonly string[] {
  const kinds: string[] = [];
  forEachChild(node, (child) => {
    kinds.push(child.type, ...(child.type === "Script" ? [] : partKinds(child)));
  });
  return kinds;
}

function written(node: Command | Redirected, operator: RegExp): readonly string[] {
  return node.redirects.flatMap((redirect) => {
    if (redirect.type !== "Redirect" || !operator.test(redirect.operator)) return [];
    const target = redirect.target?.value ?? "";
    return /^(?:\d+|-)$/u.test(target) || target === "/dev/null" || target === "/dev/stderr" || target === "/dev/stdout"
      ? []
      : [target];
  });
}

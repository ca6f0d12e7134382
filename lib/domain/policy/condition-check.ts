import type { CelEnv, parse } from "@bufbuild/cel";

type Parsed = ReturnType<typeof parse>;
type Expression = Parsed["expr"];
type Kind = Expression["exprKind"];
type Call = Extract<Kind, { case: "callExpr" }>["value"];
type Select = Extract<Kind, { case: "selectExpr" }>["value"];
type Struct = Extract<Kind, { case: "structExpr" }>["value"];
type Comprehension = Extract<Kind, { case: "comprehensionExpr" }>["value"];

/** What is wrong with a condition and where, as an offset in it. */
export interface ConditionProblem {
  readonly offset: number;
  readonly message: string;
}

/**
 * What a condition may read. Arguments stand in a place of their own, so an argument called `stakes` or `agent` is
 * `arguments.stakes` or `arguments.agent` and nothing else.
 */
export const CONDITION_VARIABLES: Readonly<Record<string, readonly string[] | null>> = {
  action: ["name", "kind", "arguments"],
  arguments: null,
  agent: ["id", "name"],
  target: ["system", "environment", "resource", "url"],
  derived: ["amount", "currency", "recipients", "hosts", "environment", "paths", "rows"],
};

const TYPE_NAMES = new Set(["bool", "int", "uint", "double", "string", "bytes", "list", "map", "null_type", "type"]);
const BUILT_IN = new Set(["_&&_", "_||_", "_?_:_", "_[_]", "@not_strictly_false", "__not_strictly_false__"]);
const BOOLEAN = new Set(["_&&_", "_||_", "!_", "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_", "@in", "_in_"]);
const BOOLEAN_FUNCTIONS = new Set(["contains", "startsWith", "endsWith", "matches", "bool", "dyn"]);

/**
 * Every reason for which a parsed condition cannot be used: names that do not exist, patterns that are not literals or not
 * RE2, walks inside walks (their cost is a product that an agent's lists would set), and results that are not true or false.
 */
export function checkCondition(
  parsed: Parsed,
  env: CelEnv,
  preparePattern: (pattern: string) => string | null,
): CheckedCondition {
  return new ConditionChecker(parsed, env, preparePattern).check();
}

/** What was found in a condition, and whether it walks a list or map, so that its cost grows with the arguments. */
export interface CheckedCondition {
  readonly problems: readonly ConditionProblem[];
  readonly walks: boolean;
}

/** Where in the tree: the names bound by walks, and whether this is inside one. */
interface Scope {
  readonly bound: readonly string[];
  readonly walking: boolean;
}

class ConditionChecker {
  private readonly parsed: Parsed;
  private readonly env: CelEnv;
  private readonly preparePattern: (pattern: string) => string | null;
  private readonly problems: ConditionProblem[] = [];
  private walks = false;

  constructor(parsed: Parsed, env: CelEnv, preparePattern: (pattern: string) => string | null) {
    this.parsed = parsed;
    this.env = env;
    this.preparePattern = preparePattern;
  }

  check(): CheckedCondition {
    const { expr } = this.parsed;
    this.visit(expr, { bound: [], walking: false });
    if (this.problems.length === 0 && !mayBeBoolean(expr)) this.report(expr, "the condition does not give true or false");
    return { problems: this.problems, walks: this.walks };
  }

  private report(at: Expression, message: string): void {
    const positions: Readonly<Record<string, number>> = this.parsed.sourceInfo?.positions ?? {};
    this.problems.push({ offset: positions[String(at.id)] ?? 0, message });
  }

  private visit(at: Expression | undefined, scope: Scope): void {
    if (at === undefined) return;
    const { exprKind: kind } = at;
    switch (kind.case) {
      case "identExpr":
        if (!isName(kind.value.name, scope.bound)) this.report(at, unknownName(kind.value.name));
        return;
      case "selectExpr":
        this.checkField(at, kind.value, scope);
        this.visit(kind.value.operand, scope);
        return;
      case "callExpr":
        this.checkCall(at, kind.value);
        for (const part of [kind.value.target, ...kind.value.args]) this.visit(part, scope);
        return;
      case "listExpr":
        for (const element of kind.value.elements) this.visit(element, scope);
        return;
      case "structExpr":
        this.visitMap(at, kind.value, scope);
        return;
      case "comprehensionExpr":
        this.visitWalk(at, kind.value, scope);
        return;
      case "constExpr":
      case undefined:
        return;
    }
  }

  private visitMap(at: Expression, made: Struct, scope: Scope): void {
    if (made.messageName !== "") this.report(at, "messages cannot be made in a condition");
    for (const { keyKind, value } of made.entries) {
      if (keyKind.case === "mapKey") this.visit(keyKind.value, scope);
      this.visit(value, scope);
    }
  }

  private visitWalk(at: Expression, walk: Comprehension, scope: Scope): void {
    this.walks = true;
    if (scope.walking) this.report(at, "a list cannot be walked inside another walk: write two rules");
    if (Object.hasOwn(CONDITION_VARIABLES, walk.iterVar)) {
      this.report(at, `\`${walk.iterVar}\` already has a meaning: use another name`);
    }
    this.visit(walk.iterRange, scope);
    const inner = { bound: [...scope.bound, walk.iterVar, walk.accuVar], walking: true };
    for (const part of [walk.accuInit, walk.loopCondition, walk.loopStep, walk.result]) this.visit(part, inner);
  }

  private checkField(at: Expression, select: Select, scope: Scope): void {
    const operand = select.operand?.exprKind;
    if (operand?.case !== "identExpr" || scope.bound.includes(operand.value.name)) return;
    const { name } = operand.value;
    const known = Object.hasOwn(CONDITION_VARIABLES, name) ? (CONDITION_VARIABLES[name] ?? null) : null;
    if (known === null || known.includes(select.field)) return;
    this.report(at, `\`${name}\` has no \`${select.field}\`: it has ${known.join(", ")}`);
  }

  private checkCall(at: Expression, call: Call): void {
    if (!BUILT_IN.has(call.function) && this.env.funcs.find(call.function) === undefined) {
      this.report(at, `there is no function \`${call.function}\``);
    }
    const pattern = call.args.at(-1);
    if (call.function !== "matches" || pattern === undefined) return;
    const { exprKind } = pattern;
    if (exprKind.case !== "constExpr" || exprKind.value.constantKind.case !== "stringValue") {
      this.report(pattern, "`matches` needs a pattern in quotes: one that is computed could be the agent’s");
      return;
    }
    const refused = this.preparePattern(exprKind.value.constantKind.value);
    if (refused !== null) this.report(pattern, refused);
  }
}

function isName(name: string, bound: readonly string[]): boolean {
  return bound.includes(name) || Object.hasOwn(CONDITION_VARIABLES, name) || TYPE_NAMES.has(name);
}

function unknownName(name: string): string {
  return `there is no \`${name}\`: a condition reads ${Object.keys(CONDITION_VARIABLES).join(", ")}`;
}

function mayBeBoolean(at: Expression | undefined): boolean {
  const kind = at?.exprKind;
  switch (kind?.case) {
    case "constExpr":
      return kind.value.constantKind.case === "boolValue";
    case "selectExpr":
      return true;
    case "callExpr": {
      const { function: name, args } = kind.value;
      if (name === "_?_:_") return mayBeBoolean(args[1]) && mayBeBoolean(args[2]);
      return name === "_[_]" || BOOLEAN.has(name) || BOOLEAN_FUNCTIONS.has(name);
    }
    case "comprehensionExpr":
      // `exists`, `all` and `exists_one` start from a constant or compare at the end; `map` and `filter` start from a list.
      return kind.value.accuInit?.exprKind.case !== "listExpr";
    case "identExpr":
    case "listExpr":
    case "structExpr":
    case undefined:
      return false;
  }
}

/** True or false for a condition that is only that constant, else null. */
export function constantOf(parsed: Parsed): boolean | null {
  const { exprKind } = parsed.expr;
  if (exprKind.case !== "constExpr" || exprKind.value.constantKind.case !== "boolValue") return null;
  return exprKind.value.constantKind.value;
}

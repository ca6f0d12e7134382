import type { Json, JsonObject } from "../../json";
import { jsonPointer } from "../../json-pointer";

/** Steps one validation may take; a schema whose references multiply the work is cut off and its values refused. */
export const STEPS_MAX = 200_000;
/** References followed inside one another; arguments nest to 32, so an honest schema stays below. Bounds the stack, too. */
export const REF_DEPTH_MAX = 64;
/** Schema nodes compiled, each once where it stands and once for each name a reference gives it. */
export const NODES_MAX = 20_000;
export const ISSUES_MAX = 50;

/** One thing wrong with the arguments: where (RFC 6901 pointer), and what to do about it. */
export interface Issue {
  readonly path: string;
  readonly says: string;
}

/** One validation under way: what was found, and the work it has cost. */
export interface Run {
  readonly issues: Issue[];
  readonly work: { steps: number; refDepth: number };
}

/** Adds an issue for each way in which `value` does not fit. */
export type Rule = (value: Json, path: string, run: Run) => void;

/** One compilation under way. */
export interface Compiler {
  readonly root: Json;
  /** Rules by reference; null while being compiled. */
  readonly refs: Map<string, Rule | null>;
  readonly faults: string[];
  /** Instructions of all patterns, and nodes, so far. */
  instructions: number;
  nodes: number;
}

/** Compiles one node of the schema at pointer `where`. */
export type CompileNode = (schema: Json, where: string, compiler: Compiler) => Rule;

/** Turns one keyword of `schema` into a rule; null when it asserts nothing. Faults go to the compiler. */
export type Keyword = (value: Json, schema: JsonObject, where: string, compiler: Compiler) => Rule | null;

/** True when `value` fits `rule`, without reporting why not. */
export function fits(rule: Rule, value: Json, path: string, run: Run): boolean {
  const issues: Issue[] = [];
  rule(value, path, { issues, work: run.work });
  return issues.length === 0;
}

/** Adds one issue; past the cap nothing is kept, since nobody reads more. */
export function report(run: Run, path: string, says: string): void {
  if (run.issues.length < ISSUES_MAX) run.issues.push({ path, says });
}

/** Records why the schema cannot be used. */
export function fault(compiler: Compiler, where: string, says: string): null {
  compiler.faults.push(`\`${where === "" ? "/" : where.slice(0, 200)}\` ${says}`);
  return null;
}

/** `path` with one more key, escaped as RFC 6901 wants it. */
export function pointer(path: string, key: string | number): string {
  return path + jsonPointer([key]);
}

/** `value` when it is a whole number of at least 0, else a fault. */
export function wholeNumber(value: Json, where: string, compiler: Compiler): number | null {
  return typeof value === "number" && Number.isInteger(value) && value >= 0
    ? value
    : fault(compiler, where, "must be a whole number of at least 0");
}

/** `value` when it is a list of texts, else a fault. */
export function texts(value: Json, where: string, compiler: Compiler): readonly string[] | null {
  if (Array.isArray(value)) {
    const found = value.filter((item) => typeof item === "string");
    if (found.length === value.length) return found;
  }
  return fault(compiler, where, "must be a list of texts");
}

import { celEnv, isCelError, parse, plan, type CelEnv, type CelMap } from "@bufbuild/cel";
import { strings } from "@bufbuild/cel/ext";
import { ok, refuse, type Result } from "../result";
import { checkCondition, constantOf, type ConditionProblem } from "./condition-check";
import { patternWork, WALKED_LENGTH_MAX } from "./condition-work";
import { plainlyFalse } from "./plainly-false";
import { POLICY_LIMITS } from "./policy-limits";
import type { ReasonSays, ReasonSentence } from "./reason-texts";

/** What a condition reads, as CEL values. */
export interface Bindings {
  readonly variables: Readonly<Record<"action" | "arguments" | "agent" | "target" | "derived", CelMap>>;
  /** The length of the longest list or map among them. */
  readonly longest: number;
}

/** A condition that could not be answered, in words without any of the proposal's data. */
export interface Fault {
  readonly fault: ReasonSentence;
}

/** A condition parsed once. Answers true, false, or a fault; never throws. */
export interface Condition {
  evaluate(bindings: Bindings): boolean | Fault;
  /** The answer when the condition is a constant. */
  readonly constant: boolean | null;
}

/** Compiles conditions that share one budget for patterns. */
export interface ConditionCompiler {
  /** Parsed once: a condition asked for again is remembered. */
  compile(source: string): Result<Condition, readonly ConditionProblem[]>;
  /** Starts the budget anew, once a proposal. */
  begin(): void;
}

type PlainFault = Extract<ReasonSays, `fault.${string}`>;

const LIST_TOO_LONG: ReasonSentence = { key: "fault.listTooLong", values: { most: WALKED_LENGTH_MAX } };
const NESTING_MAX = 32;
/** The string functions that cannot make a text longer than what they are given. */
const STRING_FUNCTIONS = new Set(["lowerAscii", "upperAscii", "trim"]);

/**
 * A compiler for CEL conditions with RE2 patterns: https://github.com/google/cel-spec. Time is bounded by the condition's
 * size, by {@link WALKED_LENGTH_MAX} and by the pattern budget, whatever the proposal holds.
 */
export function conditionCompiler(): ConditionCompiler {
  const work = patternWork();
  let made: CelEnv | null = null;
  // Made when first needed: a document without conditions needs none, and it is the costly part.
  const envOf = (): CelEnv =>
    (made ??= celEnv({ funcs: strings.filter((known) => STRING_FUNCTIONS.has(known.name)), re2: work.re2 }));
  const compiled = new Map<string, Result<Condition, readonly ConditionProblem[]>>();

  function compileNew(source: string): Result<Condition, readonly ConditionProblem[]> {
    const refused = refusedBySize(source);
    if (refused !== null) return refuse([refused]);
    try {
      const parsed = parse(source);
      const { problems, walks } = checkCondition(parsed, envOf(), (pattern) => work.prepare(pattern));
      if (problems.length > 0) return refuse(problems);
      const evaluate = plan(envOf(), parsed);
      const isPlainlyFalse = plainlyFalse(parsed.expr);
      return ok({
        constant: constantOf(parsed),
        evaluate(bindings) {
          if (walks && bindings.longest > WALKED_LENGTH_MAX) return { fault: LIST_TOO_LONG };
          if (isPlainlyFalse?.(bindings.variables) === true) return false;
          const answer = evaluate(bindings.variables);
          if (typeof answer === "boolean") return answer;
          return { fault: { key: isCelError(answer) ? faultOf(answer.message) : "fault.notBoolean" } };
        },
      });
    } catch (error) {
      return refuse([parseProblem(source, error)]);
    }
  }

  return {
    begin() {
      work.begin();
    },
    compile(source) {
      const before = compiled.get(source);
      if (before !== undefined) return before;
      const result = compileNew(source);
      compiled.set(source, result);
      return result;
    },
  };
}

function refusedBySize(source: string): ConditionProblem | null {
  const bytes = new TextEncoder().encode(source).length;
  if (bytes > POLICY_LIMITS.conditionBytesMax) {
    return {
      offset: 0,
      message: `the condition has ${bytes} bytes: at most ${POLICY_LIMITS.conditionBytesMax}, so write two rules`,
    };
  }
  if (source.trim() === "") {
    return { offset: 0, message: "the condition is empty: leave `when` out for a rule that always applies" };
  }
  let depth = 0;
  for (let offset = 0; offset < source.length; offset += 1) {
    const character = source.charAt(offset);
    if ("([{".includes(character)) depth += 1;
    if (")]}".includes(character)) depth -= 1;
    if (depth > NESTING_MAX) return { offset, message: `brackets are nested more than ${NESTING_MAX} deep` };
  }
  return null;
}

/** The parser tells where reading stopped; what it expected there is its grammar and no help to an admin. */
function parseProblem(source: string, error: unknown): ConditionProblem {
  if (error instanceof RangeError) return { offset: 0, message: "the condition is nested too deep" };
  const offset = offsetOfError(error) ?? 0;
  const rest = source.slice(offset, offset + 20).trim();
  if (rest === "") return { offset, message: "the condition ends too early" };
  const why = error instanceof Error && error.message.includes("reserved") ? ": the word is reserved" : "";
  return { offset, message: `this cannot be read as CEL from \`${rest}\` on${why}` };
}

function offsetOfError(error: unknown): number | null {
  if (typeof error !== "object" || error === null || !("location" in error)) return null;
  const { location } = error;
  if (typeof location !== "object" || location === null || !("start" in location)) return null;
  const { start } = location;
  if (typeof start !== "object" || start === null || !("offset" in start)) return null;
  return typeof start.offset === "number" ? start.offset : null;
}

/** The library's messages can quote values; ours say the class of the fault. */
function faultOf(message: string): PlainFault {
  if (message.startsWith("field not found")) return "fault.fieldMissing";
  if (message.startsWith("index ")) return "fault.listTooShort";
  if (message.startsWith("found no matching overload")) return "fault.typesDiffer";
  if (message.includes("too long to match")) return "fault.textTooLong";
  return "fault.notEvaluated";
}

import type { Refusal } from "../error-codes";
import { isJsonObject, type Json } from "../json";
import { ok, refuse, type Result } from "../result";
import { compileNode } from "./schema/compile-node";
import { ISSUES_MAX, STEPS_MAX, type Compiler, type Issue, type Rule } from "./schema/rule";

const BYTES_MAX = 65_536;
const DEPTH_MAX = 32;

/** A schema that can be used. `validate` answers every issue, none when the arguments fit; it never throws and always ends. */
export interface ArgumentsSchema {
  validate(callArguments: Json): readonly Issue[];
}

/**
 * An agent's JSON Schema (keywords of 2020-12 and draft-07) made ready to use, or `invalid_schema`. The schema is hostile input: at
 * most 64 kB and 32 levels, references inside itself only, patterns in RE2 (linear time), interpreted, never turned into code. A
 * keyword that asserts something and is not understood is refused: passing over it would let through what the tool forbids.
 */
export function compileSchema(schema: Json): Result<ArgumentsSchema, Refusal> {
  if (typeof schema !== "boolean" && !isJsonObject(schema)) return invalid("it must be an object or a boolean");
  if (!withinDepth(schema, DEPTH_MAX)) return invalid(`it nests deeper than ${DEPTH_MAX} levels: flatten it`);
  if (new TextEncoder().encode(JSON.stringify(schema)).length > BYTES_MAX) {
    return invalid("it is larger than 64 kB: send only the part that describes the arguments");
  }
  const compiler: Compiler = { root: schema, refs: new Map(), faults: [], instructions: 0, nodes: 0 };
  const rule = compileNode(schema, "", compiler);
  const [fault] = compiler.faults;
  return fault === undefined ? ok({ validate: (callArguments) => validate(rule, callArguments) }) : invalid(fault);
}

function validate(rule: Rule, callArguments: Json): readonly Issue[] {
  const issues: Issue[] = [];
  const work = { steps: 0, refDepth: 0 };
  rule(callArguments, "", { issues, work });
  if (work.steps > STEPS_MAX) return [{ path: "", says: "takes too long to check against this schema" }];
  return issues.slice(0, ISSUES_MAX);
}

function invalid(says: string): Result<never, Refusal> {
  return refuse({ code: "invalid_schema", detail: `the argumentsSchema cannot be used: ${says}` });
}

/** Level by level, so that no depth can overflow the stack. */
function withinDepth(value: Json, levels: number): boolean {
  let level: readonly Json[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > levels) return false;
    level = level.flatMap((item) => (typeof item === "object" && item !== null ? Object.values(item) : []));
  }
  return true;
}

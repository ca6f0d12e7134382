import { isJsonObject, type Json } from "../../json";
import { arrayKeywords } from "./array-keywords";
import { compositeKeywords } from "./composite-keywords";
import { objectKeywords } from "./object-keywords";
import { referenceKeywords } from "./reference-keywords";
import { fault, NODES_MAX, pointer, report, STEPS_MAX, type Compiler, type Keyword, type Rule } from "./rule";
import { scalarKeywords } from "./scalar-keywords";

const KEYWORDS: ReadonlyMap<string, Keyword> = new Map([
  ...referenceKeywords(compileNode),
  ...compositeKeywords(compileNode),
  ...objectKeywords(compileNode),
  ...arrayKeywords(compileNode),
  ...scalarKeywords(),
]);

/** Keywords that assert something and are not understood here. Anything else unknown is an annotation, as the standard says. */
const REFUSED = new Set([
  "$dynamicRef",
  "$dynamicAnchor",
  "$recursiveRef",
  "$recursiveAnchor",
  "$anchor",
  "unevaluatedProperties",
  "unevaluatedItems",
  "dependentSchemas",
  "dependencies",
  "additionalItems",
  "contentSchema",
]);

/** The rule of one schema node. What is wrong with it goes to the compiler's faults; compiling always ends. */
export function compileNode(schema: Json, where: string, compiler: Compiler): Rule {
  compiler.nodes += 1;
  if (compiler.nodes > NODES_MAX) {
    fault(compiler, where, "is one node too many: simplify the schema");
    return accept;
  }
  if (schema === true) return accept;
  if (schema === false) return (_value, path, run) => report(run, path, "is not allowed");
  if (!isJsonObject(schema)) {
    fault(compiler, where, "must be an object or a boolean");
    return accept;
  }
  if (where !== "" && Object.hasOwn(schema, "$id")) fault(compiler, where, "sets another base with $id: leave it out");
  const rules: Rule[] = [];
  for (const [key, value] of Object.entries(schema)) {
    if (REFUSED.has(key)) fault(compiler, pointer(where, key), "is a keyword that is not supported");
    const rule = KEYWORDS.get(key)?.(value, schema, pointer(where, key), compiler);
    if (rule !== undefined && rule !== null) rules.push(rule);
  }
  return (value, path, run) => {
    run.work.steps += 1 + rules.length;
    if (run.work.steps > STEPS_MAX) return;
    for (const rule of rules) rule(value, path, run);
  };
}

function accept(): void {
  // Every value fits.
}

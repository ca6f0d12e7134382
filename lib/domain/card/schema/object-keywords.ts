import { isJsonObject, type Json, type JsonObject } from "../../json";
import { compilePattern, type Pattern } from "./pattern";
import { fault, pointer, report, texts, wholeNumber, type CompileNode, type Keyword, type Rule, type Run } from "./rule";

/** Keywords that hold for objects; values of other types fit. */
export function objectKeywords(compileNode: CompileNode): readonly (readonly [string, Keyword])[] {
  return [
    ["properties", properties(compileNode)],
    ["patternProperties", patternProperties(compileNode)],
    ["additionalProperties", additionalProperties(compileNode)],
    ["propertyNames", propertyNames(compileNode)],
    ["required", required],
    ["dependentRequired", dependentRequired],
    ["minProperties", countOfFields((count, limit) => count >= limit, "at least")],
    ["maxProperties", countOfFields((count, limit) => count <= limit, "at most")],
  ];
}

function properties(compileNode: CompileNode): Keyword {
  return (value, _schema, where, compiler) => {
    if (!isJsonObject(value)) return fault(compiler, where, "must be an object of schemas");
    const rules = Object.entries(value).map(([key, node]) => [key, compileNode(node, pointer(where, key), compiler)] as const);
    return forObjects((found, path, run) => {
      for (const [key, rule] of rules) {
        const child = Object.hasOwn(found, key) ? found[key] : undefined;
        if (child !== undefined) rule(child, pointer(path, key), run);
      }
    });
  };
}

function patternProperties(compileNode: CompileNode): Keyword {
  return (value, _schema, where, compiler) => {
    if (!isJsonObject(value)) return fault(compiler, where, "must be an object of schemas");
    const rules = Object.entries(value).map(
      ([text, node]) => [compilePattern(text, where, compiler), compileNode(node, pointer(where, text), compiler)] as const,
    );
    return forObjects((found, path, run) => {
      for (const [key, child] of Object.entries(found)) {
        for (const [pattern, rule] of rules) if (pattern?.test(key, run) === true) rule(child, pointer(path, key), run);
      }
    });
  };
}

/** What neither `properties` nor `patternProperties` of the same node speaks of. */
function additionalProperties(compileNode: CompileNode): Keyword {
  return (value, schema, where, compiler) => {
    const known = new Set(keysOf(schema["properties"]));
    const patterns = keysOf(schema["patternProperties"])
      .map((text) => compilePattern(text, where, compiler))
      .filter((pattern): pattern is Pattern => pattern !== null);
    const rule = value === false ? refuseField : compileNode(value, where, compiler);
    return forObjects((found, path, run) => {
      for (const [key, child] of Object.entries(found)) {
        if (!known.has(key) && !patterns.some((pattern) => pattern.test(key, run))) rule(child, pointer(path, key), run);
      }
    });
  };
}

function refuseField(_value: Json, path: string, run: Run): void {
  report(run, path, "is not a field of this action");
}

function propertyNames(compileNode: CompileNode): Keyword {
  return (value, _schema, where, compiler) => {
    const rule = compileNode(value, where, compiler);
    return forObjects((found, path, run) => {
      for (const key of Object.keys(found)) rule(key, pointer(path, key), run);
    });
  };
}

const required: Keyword = (value, _schema, where, compiler) => {
  const keys = texts(value, where, compiler);
  return keys === null ? null : forObjects((found, path, run) => demand(found, keys, path, run));
};

const dependentRequired: Keyword = (value, _schema, where, compiler) => {
  if (!isJsonObject(value)) return fault(compiler, where, "must be an object of lists");
  const needs = Object.entries(value).map(([key, list]) => [key, texts(list, pointer(where, key), compiler) ?? []] as const);
  return forObjects((found, path, run) => {
    for (const [key, keys] of needs) if (Object.hasOwn(found, key)) demand(found, keys, path, run);
  });
};

function demand(found: JsonObject, keys: readonly string[], path: string, run: Run): void {
  run.work.steps += keys.length;
  for (const key of keys) if (!Object.hasOwn(found, key)) report(run, pointer(path, key), "is required");
}

function countOfFields(holds: (count: number, limit: number) => boolean, words: string): Keyword {
  return (value, _schema, where, compiler) => {
    const limit = wholeNumber(value, where, compiler);
    if (limit === null) return null;
    return forObjects((found, path, run) => {
      if (!holds(Object.keys(found).length, limit)) report(run, path, `must have ${words} ${limit} fields`);
    });
  };
}

function keysOf(value: Json | undefined): readonly string[] {
  return isJsonObject(value) ? Object.keys(value) : [];
}

function forObjects(rule: (value: JsonObject, path: string, run: Run) => void): Rule {
  return (value, path, run) => {
    if (!isJsonObject(value)) return;
    run.work.steps += Object.keys(value).length;
    rule(value, path, run);
  };
}

import type { Json } from "../../json";
import { canonicalKey } from "../same-json";
import { fault, fits, pointer, report, wholeNumber, type CompileNode, type Keyword, type Rule, type Run } from "./rule";

/** Keywords that hold for lists; values of other types fit. */
export function arrayKeywords(compileNode: CompileNode): readonly (readonly [string, Keyword])[] {
  return [
    ["items", items(compileNode)],
    ["prefixItems", tuple(compileNode)],
    ["contains", contains(compileNode)],
    ["minItems", countOfEntries((count, limit) => count >= limit, "at least")],
    ["maxItems", countOfEntries((count, limit) => count <= limit, "at most")],
    ["uniqueItems", uniqueItems],
  ];
}

/** Entries after `prefixItems`; a list of schemas is draft-07's spelling of a tuple. */
function items(compileNode: CompileNode): Keyword {
  return (value, schema, where, compiler) => {
    if (Array.isArray(value)) return tuple(compileNode)(value, schema, where, compiler);
    const from = Array.isArray(schema["prefixItems"]) ? schema["prefixItems"].length : 0;
    const rule = compileNode(value, where, compiler);
    return forLists((found, path, run) => {
      found.forEach((item, index) => {
        if (index >= from) rule(item, pointer(path, index), run);
      });
    });
  };
}

function tuple(compileNode: CompileNode): Keyword {
  return (value, _schema, where, compiler) => {
    if (!Array.isArray(value)) return fault(compiler, where, "must be a list of schemas");
    const rules = value.map((node: Json, index) => compileNode(node, pointer(where, index), compiler));
    return forLists((found, path, run) => {
      found.forEach((item, index) => rules[index]?.(item, pointer(path, index), run));
    });
  };
}

function contains(compileNode: CompileNode): Keyword {
  return (value, schema, where, compiler) => {
    const rule = compileNode(value, where, compiler);
    const { minContains, maxContains } = schema;
    const least = minContains === undefined ? 1 : (wholeNumber(minContains, where, compiler) ?? 1);
    const most = maxContains === undefined ? Infinity : (wholeNumber(maxContains, where, compiler) ?? Infinity);
    return forLists((found, path, run) => {
      const count = found.filter((item, index) => fits(rule, item, pointer(path, index), run)).length;
      if (count < least || count > most) report(run, path, `has ${count} entries of the wanted kind`);
    });
  };
}

function countOfEntries(holds: (count: number, limit: number) => boolean, words: string): Keyword {
  return (value, _schema, where, compiler) => {
    const limit = wholeNumber(value, where, compiler);
    if (limit === null) return null;
    return forLists((found, path, run) => {
      if (!holds(found.length, limit)) report(run, path, `must have ${words} ${limit} entries`);
    });
  };
}

const uniqueItems: Keyword = (value) => {
  if (value !== true) return null;
  return forLists((found, path, run) => {
    if (new Set(found.map((item) => canonicalKey(item))).size < found.length) report(run, path, "must not repeat an entry");
  });
};

function forLists(rule: (value: readonly Json[], path: string, run: Run) => void): Rule {
  return (value, path, run) => {
    if (!Array.isArray(value)) return;
    const list: readonly Json[] = value;
    run.work.steps += list.length;
    rule(list, path, run);
  };
}

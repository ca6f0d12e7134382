import { isJsonObject, type Json } from "../../json";
import { fault, pointer, REF_DEPTH_MAX, type CompileNode, type Keyword } from "./rule";

/** References, and the definitions they point to. */
export function referenceKeywords(compileNode: CompileNode): readonly (readonly [string, Keyword])[] {
  return [
    ["$ref", reference(compileNode)],
    ["$defs", definitions(compileNode)],
    ["definitions", definitions(compileNode)],
  ];
}

/** Only references into the schema itself: nothing is ever fetched. */
function reference(compileNode: CompileNode): Keyword {
  return (value, _schema, where, compiler) => {
    if (typeof value !== "string" || !(value === "#" || value.startsWith("#/"))) {
      return fault(compiler, where, "must point into this schema, as in `#/$defs/name`");
    }
    const node = resolve(compiler.root, value);
    if (node === undefined) return fault(compiler, where, "points to nothing");
    if (!compiler.refs.has(value)) {
      compiler.refs.set(value, null);
      compiler.refs.set(value, compileNode(node, value.slice(1), compiler));
    }
    return (found, path, run) => {
      run.work.refDepth += 1;
      if (run.work.refDepth <= REF_DEPTH_MAX) compiler.refs.get(value)?.(found, path, run);
      else run.work.steps = Infinity;
      run.work.refDepth -= 1;
    };
  };
}

function resolve(root: Json, ref: string): Json | undefined {
  let node: Json | undefined = root;
  for (const part of ref.slice(1).split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(node)) {
      const list: readonly Json[] = node;
      // One spelling for each index: otherwise one node could be compiled under endlessly many names.
      node = /^(?:0|[1-9]\d*)$/u.test(key) ? list[Number(key)] : undefined;
    } else {
      node = isJsonObject(node) && Object.hasOwn(node, key) ? node[key] : undefined;
    }
  }
  return node;
}

/** Definitions assert nothing by themselves, but a broken one is refused even where nothing refers to it. */
function definitions(compileNode: CompileNode): Keyword {
  return (value, _schema, where, compiler) => {
    if (!isJsonObject(value)) return fault(compiler, where, "must be an object of schemas");
    for (const [name, node] of Object.entries(value)) compileNode(node, pointer(where, name), compiler);
    return null;
  };
}

import { isJsonObject, type Json } from "../../json";
import { sameJson } from "../same-json";
import { fault, fits, pointer, report, type CompileNode, type Compiler, type Keyword, type Rule } from "./rule";

/** Keywords that hold for values of every type, and those that combine schemas. */
export function compositeKeywords(compileNode: CompileNode): readonly (readonly [string, Keyword])[] {
  const branches = (value: Json, where: string, compiler: Compiler): readonly Rule[] => {
    if (Array.isArray(value) && value.length > 0) {
      return value.map((node: Json, index) => compileNode(node, pointer(where, index), compiler));
    }
    fault(compiler, where, "must be a list of schemas");
    return [];
  };
  return [
    ["type", type],
    ["enum", oneOfValues],
    ["const", constant],
    ["allOf", (value, _schema, where, compiler) => allOf(branches(value, where, compiler))],
    ["anyOf", (value, _schema, where, compiler) => anyOf(branches(value, where, compiler))],
    ["oneOf", (value, _schema, where, compiler) => oneOf(branches(value, where, compiler))],
    ["not", (value, _schema, where, compiler) => not(compileNode(value, where, compiler))],
    ["if", condition(compileNode)],
  ];
}

const TYPES = ["string", "number", "integer", "boolean", "null", "array", "object"];

const type: Keyword = (value, _schema, where, compiler) => {
  const allowed: readonly Json[] = Array.isArray(value) ? value : [value];
  const names = allowed.filter((name): name is string => typeof name === "string" && TYPES.includes(name));
  if (names.length === 0 || names.length !== allowed.length) {
    return fault(compiler, where, `must name one of ${TYPES.join(", ")}`);
  }
  return (found, path, run) => {
    if (!names.some((name) => isOfType(found, name))) report(run, path, `must be of type ${names.join(" or ")}`);
  };
};

function isOfType(value: Json, name: string): boolean {
  if (value === null) return name === "null";
  if (Array.isArray(value)) return name === "array";
  if (typeof value === "number") return name === "number" || (name === "integer" && Number.isInteger(value));
  return typeof value === name;
}

const oneOfValues: Keyword = (value, _schema, where, compiler) => {
  if (!Array.isArray(value)) return fault(compiler, where, "must be a list");
  const allowed: readonly Json[] = value;
  const shown = allowed.slice(0, 8).map(quoted).join(", ") + (allowed.length > 8 ? ", …" : "");
  return (found, path, run) => {
    run.work.steps += allowed.length;
    if (!allowed.some((one) => sameJson(one, found))) report(run, path, `must be one of ${shown}`);
  };
};

const constant: Keyword = (value) => (found, path, run) => {
  if (!sameJson(found, value)) report(run, path, `must be ${quoted(value)}`);
};

function allOf(rules: readonly Rule[]): Rule {
  return (found, path, run) => {
    for (const rule of rules) rule(found, path, run);
  };
}

function anyOf(rules: readonly Rule[]): Rule {
  return (found, path, run) => {
    if (!rules.some((rule) => fits(rule, found, path, run))) report(run, path, "fits none of the allowed shapes");
  };
}

function oneOf(rules: readonly Rule[]): Rule {
  return (found, path, run) => {
    const count = rules.filter((rule) => fits(rule, found, path, run)).length;
    if (count === 0) report(run, path, "fits none of the allowed shapes");
    if (count > 1) report(run, path, "fits more than one of the shapes, and must fit one");
  };
}

function not(rule: Rule): Rule {
  return (found, path, run) => {
    if (fits(rule, found, path, run)) report(run, path, "has a shape that is not allowed");
  };
}

function condition(compileNode: CompileNode): Keyword {
  return (value, schema, where, compiler) => {
    const test = compileNode(value, where, compiler);
    const branch = (key: "then" | "else"): Rule | null => {
      const node = isJsonObject(schema) && Object.hasOwn(schema, key) ? schema[key] : undefined;
      return node === undefined ? null : compileNode(node, pointer(where, key), compiler);
    };
    const [then, otherwise] = [branch("then"), branch("else")];
    return (found, path, run) => {
      const next = fits(test, found, path, run) ? then : otherwise;
      next?.(found, path, run);
    };
  };
}

function quoted(value: Json): string {
  const text = JSON.stringify(value);
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}

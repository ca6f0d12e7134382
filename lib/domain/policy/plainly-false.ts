import { isCelMap, type CelMap, type parse } from "@bufbuild/cel";

type Expression = ReturnType<typeof parse>["expr"];
type Variables = Readonly<Record<string, CelMap>>;

/** `arguments.stage == "won"`, which asks for one text at one place. */
interface Comparison {
  readonly root: string;
  readonly fields: readonly string[];
  readonly text: string;
}

/**
 * Tells in which cases a condition is false without being evaluated, null where it never can be told: one of the parts that `&&` joins compares
 * a field with a text, and the field holds another text. By CEL that makes the whole false, even where another part has no answer. Most rules
 * are asked of most proposals in vain, and this costs a fraction of asking.
 */
export function plainlyFalse(condition: Expression): ((variables: Variables) => boolean) | null {
  const comparisons = partsOf(condition).flatMap((part) => comparisonIn(part) ?? []);
  if (comparisons.length === 0) return null;
  return (variables) => comparisons.some((comparison) => differs(variables, comparison));
}

/** True only for a text: whatever else stands there is for the evaluation to judge. */
function differs(variables: Variables, { root, fields, text }: Comparison): boolean {
  let value: unknown = variables[root];
  for (const field of fields) {
    if (!isCelMap(value)) return false;
    value = value.get(field);
  }
  return typeof value === "string" && value !== text;
}

function partsOf(at: Expression): readonly Expression[] {
  const { exprKind: kind } = at;
  return kind.case === "callExpr" && kind.value.function === "_&&_" ? kind.value.args.flatMap(partsOf) : [at];
}

function comparisonIn({ exprKind: kind }: Expression): Comparison | null {
  if (kind.case !== "callExpr" || kind.value.function !== "_==_") return null;
  const [left, right] = kind.value.args;
  if (left === undefined || right === undefined) return null;
  return comparison(left, right) ?? comparison(right, left);
}

function comparison(field: Expression, constant: Expression): Comparison | null {
  const { exprKind: kind } = constant;
  if (kind.case !== "constExpr" || kind.value.constantKind.case !== "stringValue") return null;
  const place = placeOf(field);
  return place === null || place.fields.length === 0 ? null : { ...place, text: kind.value.constantKind.value };
}

function placeOf({ exprKind: kind }: Expression): Pick<Comparison, "root" | "fields"> | null {
  if (kind.case === "identExpr") return { root: kind.value.name, fields: [] };
  if (kind.case !== "selectExpr" || kind.value.testOnly || kind.value.operand === undefined) return null;
  const operand = placeOf(kind.value.operand);
  return operand === null ? null : { root: operand.root, fields: [...operand.fields, kind.value.field] };
}

import { astNodes, fieldOf, shapeOf, textField } from "./ast-walk";

/** A comparison of nearly any number, date or text with these is true: `id > 0`, `name like '%'`. */
const MATCHES_ALL = /^%+$/u;
const SAME_IS_TRUE = new Set(["=", ">=", "<=", "LIKE", "ILIKE"]);
const OPPOSITES: Readonly<Record<string, string>> = {
  "=": "!=",
  "<>": "=",
  "!=": "=",
  "<": ">=",
  ">=": "<",
  ">": "<=",
  "<=": ">",
};

/**
 * True when the parsed condition picks some rows and not others, as far as its form tells. A branch of an OR that names no column, compares a
 * column with itself, or is completed by its opposite lets every row through. Errs towards false: false is looked at by a person.
 */
export function narrows(condition: unknown): boolean {
  return !alwaysTrue(condition);
}

function alwaysTrue(node: unknown): boolean {
  const op = textField(node, "op")?.toUpperCase();
  const [left, right] = [fieldOf(node, "left"), fieldOf(node, "right")];
  if (op === "AND") return alwaysTrue(left) && alwaysTrue(right);
  if (op === "OR") {
    const branches = branchesOf(node);
    return branches.some(alwaysTrue) || branches.some((one) => branches.some((other) => isOpposite(one, other)));
  }
  if (!namesColumn(node)) return true;
  if (op === undefined || left === undefined) return false;
  if (SAME_IS_TRUE.has(op) && shapeOf(left) === shapeOf(right)) return true;
  if (op === "LIKE" || op === "ILIKE") return MATCHES_ALL.test(textField(right, "value") ?? "");
  return comparesWithLeast(op, right);
}

/** `id > 0`, `id >= 1`, `id <> 0`, `id != -1`: true of every key that a database counts up. */
function comparesWithLeast(op: string, right: unknown): boolean {
  const value = fieldOf(right, "value");
  if (fieldOf(right, "type") !== "integer" || typeof value !== "number") return false;
  return (op === ">" && value <= 0) || (op === ">=" && value <= 1) || ((op === "!=" || op === "<>") && value <= 0);
}

function branchesOf(node: unknown): readonly unknown[] {
  if (textField(node, "op")?.toUpperCase() !== "OR") return [node];
  return [...branchesOf(fieldOf(node, "left")), ...branchesOf(fieldOf(node, "right"))];
}

function isOpposite(one: unknown, other: unknown): boolean {
  const [op, against] = [textField(one, "op")?.toUpperCase(), textField(other, "op")?.toUpperCase()];
  if (op === undefined) return false;
  if (op === "NOT") return shapeOf(fieldOf(one, "operand")) === shapeOf(other);
  if (op === "IS NULL")
    return against === "IS NOT NULL" && shapeOf(fieldOf(one, "operand")) === shapeOf(fieldOf(other, "operand"));
  const opposite = Object.hasOwn(OPPOSITES, op) ? OPPOSITES[op] : undefined;
  return (
    opposite !== undefined &&
    (against === opposite || (op === "=" && against === "<>")) &&
    shapeOf([fieldOf(one, "left"), fieldOf(one, "right")]) === shapeOf([fieldOf(other, "left"), fieldOf(other, "right")])
  );
}

function namesColumn(node: unknown): boolean {
  return astNodes(node).some((part) => fieldOf(part, "type") === "ref");
}

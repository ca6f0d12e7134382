import { astNodes, fieldOf, shapeOf, textField } from "./ast-walk";

/** A comparison of nearly any number, date or text with these is true: `id > 0`, `name like '%'`. */
const MATCHES_ALL = /^%+$/u;
const MATCHES_ALL_PATTERN = /^\^?(?:\.\*)?\$?$|^\.$/u;
const SAME_IS_TRUE = new Set(["=", ">=", "<=", "LIKE", "ILIKE"]);
const OPPOSITES: Readonly<Record<string, string>> = {
  "=": "!=",
  "<>": "=",
  "!=": "=",
  "<": ">=",
  ">=": "<",
  ">": "<=",
  "<=": ">",
  "IS NULL": "IS NOT NULL",
};
/** The same comparison from the other side. */
const MIRRORED: Readonly<Record<string, string>> = { "<": ">", "<=": ">=", ">": "<", ">=": "<=", "!=": "!=", "<>": "<>" };
/** Columns that are there in every row. */
const ALWAYS_THERE = /^(?:id|uuid|guid|pk|ctid|oid|created_?at|inserted_?at)$/iu;
/** No key that a database counts up has come this far, and no row is from after or before these years. */
const KEY_MAX = 2 ** 31 - 1;
const [YEAR_MIN, YEAR_MAX] = [1990, 2100];

/**
 * True when the parsed condition picks some rows of `table` and not others, as far as its form tells. A branch of an OR that names no column, compares a
 * column with itself, or is completed by its opposite lets every row through; so does what is true of every key and every date, and a query that asks
 * nothing of the row. Errs towards false: false is looked at by a person.
 */
export function narrows(condition: unknown, table: string | null = null): boolean {
  return !alwaysTrue(condition, table);
}

function alwaysTrue(node: unknown, table: string | null): boolean {
  const op = textField(node, "op")?.toUpperCase();
  if (op === "AND") return alwaysTrue(fieldOf(node, "left"), table) && alwaysTrue(fieldOf(node, "right"), table);
  if (op === "OR") {
    const branches = branchesOf(node);
    return (
      branches.some((one) => alwaysTrue(one, table)) || branches.some((one) => branches.some((other) => isOpposite(one, other)))
    );
  }
  return !namesColumn(node) || alwaysTrueOfColumns(node, op, table);
}

function alwaysTrueOfColumns(node: unknown, op: string | undefined, table: string | null): boolean {
  const [left, right, operand] = [fieldOf(node, "left"), fieldOf(node, "right"), fieldOf(node, "operand")];
  if (op === "NOT") return alwaysFalse(operand, table);
  if (op === "IS NOT NULL") return fieldOf(operand, "type") !== "ref" || ALWAYS_THERE.test(textField(operand, "name") ?? "");
  if (op === "BETWEEN") return isLeast(fieldOf(node, "lo")) && isGreatest(fieldOf(node, "hi"));
  if (fieldOf(node, "type") === "case") return mayBeTrueThroughout(node);
  if (op === undefined || left === undefined) return asksNothingOfTheRow(node);
  return comparesAll(op, left, right, table);
}

function comparesAll(op: string, left: unknown, right: unknown, table: string | null): boolean {
  if (SAME_IS_TRUE.has(op) && shapeOf(left) === shapeOf(right)) return true;
  if (op === "LIKE" || op === "ILIKE") return MATCHES_ALL.test(textField(right, "value") ?? "");
  if (op === "~" || op === "~*") return MATCHES_ALL_PATTERN.test(textField(right, "value") ?? "x");
  if (op === "IN" || op === "=") return takesAllOf(table, left, right);
  const mirrored = Object.hasOwn(MIRRORED, op) && isConstant(left) ? MIRRORED[op] : undefined;
  return mirrored === undefined ? comparesWithLeast(op, right) : comparesWithLeast(mirrored, left);
}

/** What `NOT` turns into every row: the opposite of what is always true. */
function alwaysFalse(node: unknown, table: string | null): boolean {
  const op = textField(node, "op")?.toUpperCase() ?? "";
  const [left, right, operand] = [fieldOf(node, "left"), fieldOf(node, "right"), fieldOf(node, "operand")];
  if (op === "NOT") return alwaysTrue(operand, table);
  if (op === "AND") return alwaysFalse(left, table) || alwaysFalse(right, table);
  if (op === "OR") return alwaysFalse(left, table) && alwaysFalse(right, table);
  if (op === "" || !Object.hasOwn(OPPOSITES, op)) return !namesColumn(node);
  const opposite = OPPOSITES[op];
  if (opposite === "IS NOT NULL") return alwaysTrue({ type: "unary", op: opposite, operand }, table);
  return alwaysTrue({ type: "binary", op: opposite, left, right }, table);
}

/** `id > 0`, `id >= 1`, `id <> 0`, `id != -1`: true of every key that a database counts up. `day < '9999-01-01'`: of every day. */
function comparesWithLeast(op: string, right: unknown): boolean {
  const year = yearOf(right);
  if (op === ">") return isBelow(right, 0) || year < YEAR_MIN;
  if (op === ">=") return isLeast(right);
  if (op === "<" || op === "<=") return isGreatest(right);
  return (op === "!=" || op === "<>") && isBelow(right, 0);
}

function isLeast(node: unknown): boolean {
  return isBelow(node, 1) || yearOf(node) < YEAR_MIN;
}

function isGreatest(node: unknown): boolean {
  const value = numberOf(node);
  const year = yearOf(node);
  return (value !== null && value >= KEY_MAX) || (!Number.isNaN(year) && year >= YEAR_MAX);
}

function isBelow(node: unknown, limit: number): boolean {
  const value = numberOf(node);
  return value !== null && value <= limit;
}

function numberOf(node: unknown): number | null {
  const [type, value] = [fieldOf(node, "type"), fieldOf(node, "value")];
  return (type === "integer" || type === "numeric") && typeof value === "number" ? value : null;
}

/** Of a day that is written out, cast or not; of anything else no number at all. */
function yearOf(node: unknown): number {
  if (fieldOf(node, "type") === "cast") return yearOf(fieldOf(node, "operand"));
  const text = fieldOf(node, "type") === "string" ? textField(node, "value") : null;
  return Number(/^(\d{4,6})-\d{2}-\d{2}/u.exec(text ?? "")?.[1] ?? Number.NaN);
}

function isConstant(node: unknown): boolean {
  return !namesColumn(node);
}

/** Unless one of its results is plainly no: what it comes to for a row is not followed. */
function mayBeTrueThroughout(node: unknown): boolean {
  const results = [...listOf(fieldOf(node, "whens")).map((one) => fieldOf(one, "value")), fieldOf(node, "else")];
  return !results.some(
    (one) => one === undefined || one === null || fieldOf(one, "value") === false || fieldOf(one, "type") === "null",
  );
}

/** `EXISTS` of a query that speaks of its own tables alone: it is the same for every row. A column without its table is the query’s own. */
function asksNothingOfTheRow(node: unknown): boolean {
  if (fieldOf(node, "type") !== "call" || textField(fieldOf(node, "function"), "name") !== "exists") return false;
  const own = new Set(
    astNodes(node).flatMap((one) => {
      const named = fieldOf(one, "type") === "table" ? fieldOf(one, "name") : undefined;
      return [textField(named, "alias") ?? textField(named, "name") ?? textField(one, "alias") ?? ""];
    }),
  );
  return astNodes(node).every((one) => {
    const of = fieldOf(one, "type") === "ref" ? textField(fieldOf(one, "table"), "name") : null;
    return of === null || own.has(of);
  });
}

/** `id IN (SELECT id FROM t)`, `id = ANY(SELECT id FROM t)`: of all the rows of the very table. */
function takesAllOf(table: string | null, column: unknown, right: unknown): boolean {
  const args = textField(fieldOf(right, "function"), "name") === "any" ? fieldOf(right, "args") : undefined;
  const query = args === undefined ? right : listOf(args)[0];
  const [[only, ...more], [first]] = [listOf(fieldOf(query, "from")), listOf(fieldOf(query, "columns"))];
  if (table === null || fieldOf(query, "where") !== undefined) return false;
  const [asked, held] = [textField(fieldOf(first, "expr"), "name"), textField(column, "name")];
  return more.length === 0 && textField(fieldOf(only, "name"), "name") === table && asked !== null && asked === held;
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) return [];
  const list: readonly unknown[] = value;
  return list;
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

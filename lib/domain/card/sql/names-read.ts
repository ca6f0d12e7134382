import { fieldOf, astNodes, textField } from "./ast-walk";

/**
 * The tables that a statement reads, each once. A name that the statement gives a query of its own is none where that name is known: inside that
 * very query, and before it, it is the table, for `WITH users AS (SELECT * FROM users)` reads the users.
 */
export function tablesRead(root: unknown): readonly string[] {
  const found = new Set<string>();
  visit(root, new Set(), found);
  return [...found];
}

function visit(node: unknown, own: ReadonlySet<string>, found: Set<string>): void {
  if (typeof node !== "object" || node === null) return;
  const type = textField(node, "type");
  if (type === "with" || type === "with recursive") {
    visitWith(node, type, own, found);
    return;
  }
  const name = type === "table" ? tableName(fieldOf(node, "name")) : null;
  if (name !== null && !own.has(name)) found.add(name);
  for (const child of Object.values(node)) visit(child, own, found);
}

function visitWith(node: object, type: string, own: ReadonlySet<string>, found: Set<string>): void {
  const known = new Set(own);
  const bind = fieldOf(node, "bind");
  if (type === "with recursive") {
    known.add(textField(fieldOf(node, "alias"), "name") ?? "");
    visit(bind, known, found);
  }
  const bound: readonly unknown[] = Array.isArray(bind) ? bind : [];
  for (const one of bound) {
    visit(fieldOf(one, "statement"), known, found);
    known.add(textField(fieldOf(one, "alias"), "name") ?? "");
  }
  visit(fieldOf(node, "in"), known, found);
}

function tableName(named: unknown): string | null {
  const [schema, name] = [textField(named, "schema"), textField(named, "name")];
  return schema === null || name === null ? name : `${schema}.${name}`;
}

/**
 * The functions that a statement calls, each once: with its schema, where that is not the database’s own, because whoever made the schema says what
 * its functions do. So do operators of a schema.
 */
export function functionsCalled(root: unknown): readonly string[] {
  const found = astNodes(root).flatMap((node) => {
    const schema = textField(node, "opSchema");
    if (schema !== null) return [`${schema}.${textField(node, "op") ?? ""}`];
    if (textField(node, "type") !== "call") return [];
    const named = fieldOf(node, "function");
    const [of, name] = [textField(named, "schema"), textField(named, "name")];
    if (name === null) return [];
    return [of === null || of === "pg_catalog" ? name : `${of}.${name}`];
  });
  return [...new Set(found)];
}

/** Whether a statement locks the rows that it reads. */
export function locksRows(root: unknown): boolean {
  return astNodes(root).some(
    (node) => textField(node, "type") === "select" && fieldOf(fieldOf(node, "for"), "type") !== undefined,
  );
}

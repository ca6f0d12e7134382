import type { ParsedStatement } from "./parse-sql";
import { astNodes, fieldOf, textField } from "./ast-walk";
import { narrows } from "./narrows";
import { isWord, oneLine, splitTokens, type SqlToken } from "./sql-tokens";

/** One thing that a text of SQL does. */
export interface Effect {
  readonly verb: "delete" | "update" | "insert" | "empty" | "read" | "schema" | "other";
  /** `Delete from`, `Drop table`: for a headline. */
  readonly words: string;
  /** As written: the tables it acts on, or whatever else it names. */
  readonly objects: readonly string[];
  /** The condition as written; null when there is none. */
  readonly where: string | null;
  /** Whether the condition picks rows; null where none could. */
  readonly narrows: boolean | null;
  readonly sets: readonly (readonly [string, string])[];
  /** The rows that an INSERT spells out, each as written; null for everything else. */
  readonly inserts: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] } | null;
  /** What a SELECT asks for, as written. */
  readonly reads: string | null;
}

const NOTHING = { where: null, narrows: null, sets: [], inserts: null, reads: null } as const;
/** Parsed, but not what they run. */
const OPAQUE: Readonly<Record<string, string>> = {
  do: "a DO block, whose code is not parsed",
  "create function": "a function, whose code is not parsed",
  prepare: "a prepared statement",
};
const TRANSACTION = new Set(["begin", "start transaction", "commit"]);

/** True for statements that only open or close a transaction. */
export function isTransaction({ statement }: ParsedStatement): boolean {
  return TRANSACTION.has(statement.type);
}

/** Everything that the statement does, changes of data inside a query too; or, as a text, why that cannot be told. */
export function effectsOf(parsed: ParsedStatement): readonly Effect[] | string {
  const type = textField(parsed.statement, "type") ?? "";
  const opaque = Object.hasOwn(OPAQUE, type) ? OPAQUE[type] : undefined;
  if (opaque !== undefined) return opaque;
  const effects: Effect[] = [];
  for (const node of astNodes(parsed.statement)) {
    const effect = writeOf(node, parsed);
    if (typeof effect === "string") return effect;
    if (effect !== null) effects.push(effect);
  }
  if (effects.length > 0) return effects;
  if (type === "truncate table") return [{ ...NOTHING, verb: "empty", words: "Empty", objects: names(parsed), narrows: false }];
  if (/^(?:drop|alter|create|comment|refresh)/u.test(type)) {
    return [{ ...NOTHING, verb: "schema", words: sentence(type), objects: names(parsed) }];
  }
  if (/^(?:select|union|union all|with|with recursive|values|show)$/u.test(type)) return [readOf(parsed)];
  return [{ ...NOTHING, verb: "other", words: sentence(type), objects: [oneLine(parsed.tokens)] }];
}

function writeOf(node: object, parsed: ParsedStatement): Effect | string | null {
  const type = textField(node, "type");
  if (type === "delete" && fieldOf(node, "from") !== undefined)
    return changeOf(node, "delete", "Delete from", fieldOf(node, "from"), parsed);
  if (type === "update" && fieldOf(node, "sets") !== undefined)
    return changeOf(node, "update", "Update", fieldOf(node, "table"), parsed);
  if (type === "insert" && fieldOf(node, "into") !== undefined) return insertOf(node, parsed);
  return null;
}

/** The condition and the values as the tokens have them; where tokens and parser disagree, neither is believed. */
function changeOf(
  node: object,
  verb: "delete" | "update",
  words: string,
  table: unknown,
  parsed: ParsedStatement,
): Effect | string {
  const clauses = clausesAfter(table, parsed);
  if (clauses === null) return "a table that could not be found in the text";
  const condition = fieldOf(node, "where") ?? null;
  if ((condition === null) !== (clauses.where === null)) return "a condition that could not be found in the text";
  return {
    ...NOTHING,
    verb,
    words,
    objects: [clauses.name],
    where: clauses.where === null ? null : oneLine(clauses.where),
    narrows: condition !== null && narrows(condition),
    sets: verb === "update" ? setsOf(clauses.set ?? []) : [],
  };
}

function insertOf(node: object, parsed: ParsedStatement): Effect | string {
  const clauses = clausesAfter(fieldOf(node, "into"), parsed);
  if (clauses === null) return "a table that could not be found in the text";
  const columns = fieldOf(node, "columns");
  const values = fieldOf(fieldOf(node, "insert"), "values");
  const inserts = {
    columns: Array.isArray(columns) ? columns.map((column: unknown) => textField(column, "name") ?? "") : [],
    rows: clauses.values === null ? [] : rowsIn(clauses.values),
  };
  if (Array.isArray(values) && values.length !== inserts.rows.length) return "values that could not be found in the text";
  return {
    ...NOTHING,
    verb: "insert",
    words: "Insert into",
    objects: [clauses.name],
    where: clauses.where === null ? null : oneLine(clauses.where),
    sets: setsOf(clauses.set ?? []),
    inserts: Array.isArray(values) ? inserts : null,
    reads: Array.isArray(values) ? null : clauses.rest,
  };
}

interface Clauses {
  readonly name: string;
  readonly where: readonly SqlToken[] | null;
  readonly set: readonly SqlToken[] | null;
  readonly values: readonly SqlToken[] | null;
  /** Everything after the table. */
  readonly rest: string;
}

const CLAUSES = ["set", "from", "where", "returning", "values", "on"] as const;

/** The clauses of one INSERT, UPDATE or DELETE, from its table to where its brackets close. */
function clausesAfter(table: unknown, parsed: ParsedStatement): Clauses | null {
  const { tokens } = parsed;
  const offset = fieldOf(fieldOf(table, "_location"), "start");
  const at = parsed.tokenAt(typeof offset === "number" ? offset : undefined);
  const first = at === undefined ? undefined : tokens[at];
  if (at === undefined || first === undefined) return null;
  const nameEnd = tokens[at + 1]?.text === "." ? at + 3 : at + 1;
  const after = tokens.slice(nameEnd);
  // A bracket that closes stands at the depth outside of it.
  const until = after.findIndex(({ depth }) => depth < first.depth);
  const rest = until === -1 ? after : after.slice(0, until);
  return {
    name: oneLine(tokens.slice(at, nameEnd)),
    where: clause(rest, "where", first.depth),
    set: clause(rest, "set", first.depth),
    values: clause(rest, "values", first.depth),
    rest: oneLine(rest),
  };
}

/** What stands between `word` and the next clause; null when the clause is not there. */
function clause(tokens: readonly SqlToken[], word: (typeof CLAUSES)[number], depth: number): readonly SqlToken[] | null {
  const start = tokens.findIndex((token) => token.depth === depth && isWord(token, word));
  if (start === -1) return null;
  const rest = tokens.slice(start + 1);
  const end = rest.findIndex((token) => token.depth === depth && CLAUSES.some((other) => isWord(token, other)));
  return end === -1 ? rest : rest.slice(0, end);
}

function setsOf(tokens: readonly SqlToken[]): readonly (readonly [string, string])[] {
  const depth = tokens[0]?.depth ?? 0;
  return splitTokens(tokens, ",", depth).map((part) => {
    const equals = part.findIndex((token) => token.text === "=" && token.depth === depth);
    return [oneLine(part.slice(0, equals)), oneLine(part.slice(equals + 1))] as const;
  });
}

function rowsIn(tokens: readonly SqlToken[]): readonly (readonly string[])[] {
  const depth = tokens[0]?.depth ?? 0;
  return splitTokens(tokens, ",", depth).map((row) => splitTokens(row.slice(1, -1), ",", depth + 1).map(oneLine));
}

function readOf({ statement, tokens }: ParsedStatement): Effect {
  const from = tokens.findIndex((token) => token.depth === 0 && isWord(token, "from"));
  const select = tokens.findIndex((token) => token.depth === 0 && isWord(token, "select"));
  const where = clauseOfRead(tokens);
  const asked = select === -1 ? tokens : tokens.slice(select + 1, from === -1 ? undefined : from);
  return {
    ...NOTHING,
    verb: "read",
    words: "Read from",
    objects: tablesRead(statement),
    where: where === null ? null : oneLine(where),
    reads: oneLine(asked),
  };
}

/** Everything after the first WHERE: grouping, order and limits decide what comes back, too. */
function clauseOfRead(tokens: readonly SqlToken[]): readonly SqlToken[] | null {
  const start = tokens.findIndex((token) => token.depth === 0 && isWord(token, "where"));
  return start === -1 ? null : tokens.slice(start + 1);
}

/** The tables that a statement reads, each once; names that it gives its own queries are none. */
export function tablesRead(root: unknown): readonly string[] {
  const found = astNodes(root).flatMap((node) => {
    if (fieldOf(node, "type") !== "table") return [];
    const named = fieldOf(node, "name");
    const [schema, name] = [textField(named, "schema"), textField(named, "name")];
    return name === null ? [] : [schema === null ? name : `${schema}.${name}`];
  });
  const own = new Set(
    astNodes(root).flatMap((node) =>
      fieldOf(node, "statement") === undefined ? [] : [textField(fieldOf(node, "alias"), "name")],
    ),
  );
  return [...new Set(found)].filter((name) => !own.has(name));
}

/** The functions that a statement calls, each once, lower case. */
export function functionsCalled(root: unknown): readonly string[] {
  const found = astNodes(root).flatMap((node) => {
    if (fieldOf(node, "type") !== "call") return [];
    const name = textField(fieldOf(node, "function"), "name");
    return name === null ? [] : [name.toLowerCase()];
  });
  return [...new Set(found)];
}

/** Whatever the statement names after its verb: for a schema change all of it counts. */
function names({ tokens, statement }: ParsedStatement): readonly string[] {
  const verbWords = new Set([
    ...statement.type.split(" "),
    "if",
    "not",
    "exists",
    "only",
    "or",
    "replace",
    "concurrently",
    "unique",
  ]);
  const start = tokens.findIndex(
    (token) => token.type === "quoted" || (token.type === "word" && !verbWords.has(token.text.toLowerCase())),
  );
  return [oneLine(tokens.slice(Math.max(0, start)))];
}

function sentence(type: string): string {
  return type.charAt(0).toUpperCase() + type.slice(1);
}

import type { ParsedStatement } from "./parse-sql";
import { astNodes, fieldOf, textField } from "./ast-walk";
import { narrows } from "./narrows";
import { tablesRead } from "./names-read";
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
  /** Whether the parts above are all of the statement: what they leave out has to stand beside them as written. */
  readonly whole: boolean;
}

const NOTHING = { where: null, narrows: null, sets: [], inserts: null, reads: null, whole: true } as const;
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

/** True where an INSERT changes the rows that are there already. */
export function overwrites({ verb, sets }: Effect): boolean {
  return verb === "insert" && sets.length > 0;
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
    narrows: condition !== null && narrows(condition, textField(table, "name")),
    sets: verb === "update" ? setsOf(clauses.set ?? []) : [],
    whole: parsed.tokens.length === (verb === "delete" ? 2 : 1) + clauses.said,
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
    reads: Array.isArray(values) ? null : oneLine(clauses.rest),
    whole: parsed.tokens.length === 2 + (Array.isArray(values) ? clauses.said : clauses.named + clauses.rest.length),
  };
}

interface Clauses {
  readonly name: string;
  readonly where: readonly SqlToken[] | null;
  readonly set: readonly SqlToken[] | null;
  readonly values: readonly SqlToken[] | null;
  /** Everything after the table. */
  readonly rest: readonly SqlToken[];
  /** How many tokens the name has; and how many it has with what the clauses and the list of columns hold, each with its word. */
  readonly named: number;
  readonly said: number;
}

/** What ends a clause. Any other word may be the name of a column: `set` and `values` are. */
const ENDS = {
  set: ["from", "where", "returning"],
  where: ["returning"],
  values: ["on", "returning"],
} as const satisfies Record<string, readonly string[]>;

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
  const found = {
    where: clause(rest, "where", first.depth),
    set: clause(rest, "set", first.depth),
    values: clause(rest, "values", first.depth),
  };
  const inClauses = Object.values(found).reduce((sum, clause) => sum + (clause === null ? 0 : clause.length + 1), 0);
  const named = nameEnd - at;
  return {
    ...{ name: oneLine(tokens.slice(at, nameEnd)), ...found, rest, named },
    said: named + inClauses + (found.values === null ? 0 : listLength(rest)),
  };
}

/** How many tokens the list in brackets takes that `tokens` begin with: the columns of an INSERT. */
function listLength(tokens: readonly SqlToken[]): number {
  const [open] = tokens;
  return open?.text === "(" ? tokens.findIndex(({ text, depth }) => text === ")" && depth === open.depth) + 1 : 0;
}

/** What stands between `word` and the next clause; null when the clause is not there. */
function clause(tokens: readonly SqlToken[], word: keyof typeof ENDS, depth: number): readonly SqlToken[] | null {
  const start = tokens.findIndex((token) => token.depth === depth && isWord(token, word));
  if (start === -1) return null;
  const rest = tokens.slice(start + 1);
  const end = rest.findIndex((token) => token.depth === depth && ENDS[word].some((other) => isWord(token, other)));
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
  const objects = tablesRead(statement);
  const source = from === -1 ? [] : tokens.slice(from + 1, where === null ? undefined : -where.length - 1);
  const begins = select === -1 || select === 0;
  return {
    ...NOTHING,
    verb: "read",
    words: "Read from",
    objects,
    where: where === null ? null : oneLine(where),
    reads: oneLine(asked),
    whole: begins && plainList(source) === objects.join(",").toLowerCase(),
  };
}

/** Names with commas between them, as they are compared; where anything else stands among them they are no plain list. */
function plainList(tokens: readonly SqlToken[]): string {
  return tokens.map(({ type, text }) => (type === "quoted" ? text.slice(1, -1) : text).toLowerCase()).join("");
}

/** Everything after the first WHERE: grouping, order and limits decide what comes back, too. */
function clauseOfRead(tokens: readonly SqlToken[]): readonly SqlToken[] | null {
  const start = tokens.findIndex((token) => token.depth === 0 && isWord(token, "where"));
  return start === -1 ? null : tokens.slice(start + 1);
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

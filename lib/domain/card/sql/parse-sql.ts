import { parse, type Statement } from "pgsql-ast-parser";
import { isWord, splitTokens, sqlTokens, type SqlToken, type SqlTokens } from "./sql-tokens";

/** Longer texts are not cut into tokens, and longer statements are not parsed: parsing takes about a quarter of a millisecond a token. */
export const SQL_LENGTH_MAX = 20_000;
export const SQL_TOKENS_MAX = 300;
/** A list of literals is parsed by its first few: the others cannot change what the statement does, only how often. */
const LITERALS_PARSED = 3;

/** A statement as the parser read it, with the tokens it is written in. */
export interface ParsedStatement {
  readonly statement: Statement;
  readonly tokens: readonly SqlToken[];
  /** The token that the parser says starts at `offset`; undefined where none does. */
  tokenAt(offset: number | undefined): number | undefined;
}

/** What came of reading a text as SQL: the statements, or why there are none. */
export interface ParsedSql {
  readonly lexed: SqlTokens | null;
  readonly statements: readonly ParsedStatement[];
  /** Why the text is not fully read, in words; empty when it is. */
  readonly problems: readonly string[];
}

/**
 * Reads `text` as SQL, within a bounded time: what is too long, means different things to different databases, or is not in the parser's
 * grammar is a problem, and never a guess. Never throws.
 */
export function parseSql(text: string): ParsedSql {
  if (text.length > SQL_LENGTH_MAX) return unread(null, [`statement: ${String(text.length)} characters, too many to parse`]);
  const lexed = sqlTokens(text);
  const problems = lexed.problems.map((problem) => `statement: ${problem}`);
  const parts = splitTokens(lexed.tokens, ";", 0).map((tokens) => ({ tokens, short: withoutLongLists(tokens) }));
  if (parts.reduce((sum, { short }) => sum + short.length, 0) > SQL_TOKENS_MAX) {
    return unread(lexed, [...problems, `statement: more than ${String(SQL_TOKENS_MAX)} tokens, too many to parse`]);
  }
  const statements: ParsedStatement[] = [];
  for (const { tokens, short } of parts) {
    const parsed = parseStatement(tokens, short);
    if (parsed === null) return unread(lexed, [...problems, `statement: ${verbOf(tokens)} that the parser cannot read`]);
    statements.push(parsed);
  }
  if (statements.length === 0) problems.push("statement: empty");
  return { lexed, statements, problems };
}

function unread(lexed: SqlTokens | null, problems: readonly string[]): ParsedSql {
  return { lexed, statements: [], problems };
}

function verbOf([first]: readonly SqlToken[]): string {
  return first?.type === "word" && first.text.length <= 20 ? `a ${first.text.toUpperCase()}` : "something";
}

function parseStatement(tokens: readonly SqlToken[], short: readonly SqlToken[]): ParsedStatement | null {
  const places = new Map<number, number>();
  let text = "";
  for (const token of short) {
    const before = tokens[tokens.indexOf(token) - 1];
    if (before !== undefined && token.start > before.end) text += " ";
    places.set(text.length, tokens.indexOf(token));
    text += forParser(token);
  }
  try {
    const [statement, ...others] = parse(text, { locationTracking: true });
    if (statement === undefined || others.length > 0) return null;
    return { statement, tokens, tokenAt: (offset) => (offset === undefined ? undefined : places.get(offset)) };
  } catch {
    return null;
  }
}

/** Placeholders and quotes of other databases in PostgreSQL's spelling. */
function forParser({ type, text }: SqlToken): string {
  if (text === "?" || (type === "literal" && text.startsWith(":"))) return "$1";
  if (type === "quoted" && text.startsWith("`")) return `"${text.slice(1, -1).replaceAll('"', '""')}"`;
  return text;
}

function withoutLongLists(tokens: readonly SqlToken[]): readonly SqlToken[] {
  const kept: SqlToken[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (token === undefined) break;
    kept.push(token);
    at += 1;
    if (token.text !== "(" || token.type !== "symbol" || !isWord(tokens[at - 2], "in")) continue;
    const end = literalsUntil(tokens, at);
    if (end - at > LITERALS_PARSED * 2) {
      kept.push(...tokens.slice(at, at + LITERALS_PARSED * 2 - 1));
      at = end;
    }
  }
  return kept;
}

/** Where a list of single literals that starts at `from` ends: at its bracket; `from` when anything else is in it. */
function literalsUntil(tokens: readonly SqlToken[], from: number): number {
  for (let at = from; at < tokens.length; at += 2) {
    const [value, next] = [tokens[at], tokens[at + 1]];
    if (value?.type !== "literal" && value?.type !== "number") return from;
    if (next?.text === ")") return at + 1;
    if (next?.text !== ",") return from;
  }
  return from;
}

import { TextReader } from "./text-reader";

/** One token of a statement, by PostgreSQL's lexical rules. */
export interface SqlToken {
  readonly type: "word" | "quoted" | "literal" | "number" | "symbol";
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** How many brackets are open around it. */
  readonly depth: number;
}

/** A text cut into tokens, and what about it no two databases need agree on. */
export interface SqlTokens {
  readonly tokens: readonly SqlToken[];
  readonly comments: number;
  /** What keeps the text from having one meaning, in words. */
  readonly problems: readonly string[];
}

const BLANK = /[ \t\r\n\f]+/y;
const WORD = /[A-Za-z_][\w$]*/y;
const NUMBER = /(?:\d[\d_]*)?\.?\d+(?:[eE][+-]?\d+)?/y;
const PARAMETER = /\$\d+|:[A-Za-z_]\w*/y;
const DOLLAR = /\$(?:[A-Za-z_]\w*)?\$/y;
const OPERATOR = /::|<=|>=|<>|!=|\|\||->>|->|[-+*/<>=~!@%^&|?.,;:()[\]]/y;

/**
 * Cuts `text` into tokens in time linear in its length. Where databases differ in what is a comment, a text or an escape, the place is
 * among `problems`: a statement with two readings has not been read.
 */
export function sqlTokens(text: string): SqlTokens {
  const reader = new TextReader(text);
  const tokens: SqlToken[] = [];
  const problems = new Set<string>();
  let [depth, comments] = [0, 0];
  while (!reader.done()) {
    if (reader.take(BLANK)) continue;
    if (reader.comment(problems)) {
      comments += 1;
      continue;
    }
    const start = reader.at;
    const type = next(reader, problems);
    if (type === null) continue;
    const symbol = type === "symbol" ? text.slice(start, reader.at) : "";
    if (symbol === ")" || symbol === "]") depth = Math.max(0, depth - 1);
    tokens.push({ type, text: text.slice(start, reader.at), start, end: reader.at, depth });
    if (symbol === "(" || symbol === "[") depth += 1;
  }
  return { tokens, comments, problems: [...problems] };
}

/** Moves past one token and names its type; null past a character that is none. */
function next(reader: TextReader, problems: Set<string>): SqlToken["type"] | null {
  const quoted = reader.quoted(problems);
  if (quoted !== null) return quoted;
  const tag = reader.taken(DOLLAR);
  if (tag !== null) {
    reader.skipPast(tag, problems);
    return "literal";
  }
  if (reader.take(PARAMETER)) return "literal";
  if (reader.take(NUMBER)) return "number";
  if (reader.take(WORD)) return "word";
  if (reader.take(OPERATOR)) return "symbol";
  reader.unknown(problems);
  return null;
}

/** The tokens as one line: as written, comments and line breaks as single spaces. */
export function oneLine(tokens: readonly SqlToken[]): string {
  return tokens
    .map((token, index) => {
      const before = tokens[index - 1];
      return before !== undefined && token.start > before.end ? ` ${token.text}` : token.text;
    })
    .join("");
}

/** True for the unquoted word `word`, in either case. */
export function isWord(token: SqlToken | undefined, word: string): boolean {
  return token?.type === "word" && token.text.toLowerCase() === word;
}

/** Cuts `tokens` at each `separator` that stands at `depth`; empty parts are left out. */
export function splitTokens(tokens: readonly SqlToken[], separator: string, depth: number): readonly (readonly SqlToken[])[] {
  const parts: SqlToken[][] = [[]];
  for (const token of tokens) {
    if (token.type === "symbol" && token.text === separator && token.depth === depth) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}

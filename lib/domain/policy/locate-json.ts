/** A place in a text, both counted from 1; columns in UTF-16 units, as editors count them. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** The line and column of an offset. */
export function positionAt(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: before.length - lineStart + 1 };
}

/**
 * The offset of the value at `path` in a text that is known to be JSON, or of the innermost part of the path that exists.
 * With `key`, the offset of that key in the object at `path`, for a field that is there and should not be.
 */
export function offsetOf(text: string, path: readonly PropertyKey[], key?: string): number {
  let at = skipSpace(text, 0);
  for (const part of path) {
    const inside = findPart(text, at, part);
    if (inside === null) return at;
    at = inside.value;
  }
  return key === undefined ? at : (findPart(text, at, key)?.key ?? at);
}

/**
 * The offset in the document of a position inside a string value: an escape such as `\n` is one character of the value and
 * two of the text.
 */
export function offsetInString(text: string, stringOffset: number, decodedOffset: number): number {
  let at = stringOffset + 1;
  for (let decoded = 0; decoded < decodedOffset; decoded += 1) at += text[at] !== "\\" ? 1 : text[at + 1] === "u" ? 6 : 2;
  return at;
}

interface Part {
  readonly key: number;
  readonly value: number;
}

function findPart(text: string, container: number, part: PropertyKey): Part | null {
  const open = text[container];
  if (open !== "{" && open !== "[") return null;
  let at = skipSpace(text, container + 1);
  for (let index = 0; text[at] !== "}" && text[at] !== "]"; index += 1) {
    const key = at;
    let name: unknown = index;
    if (open === "{") {
      const end = endOfString(text, at);
      name = JSON.parse(text.slice(at, end));
      at = skipSpace(text, skipSpace(text, end) + 1);
    }
    if (name === part) return { key, value: at };
    at = skipSpace(text, endOfValue(text, at));
    if (text[at] === ",") at = skipSpace(text, at + 1);
    if (at >= text.length) return null;
  }
  return null;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (text[at] === " " || text[at] === "\n" || text[at] === "\r" || text[at] === "\t") at += 1;
  return at;
}

function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}

function endOfValue(text: string, from: number): number {
  const first = text.charAt(from);
  if (first === '"') return endOfString(text, from);
  if (first === "{" || first === "[") return endOfContainer(text, from);
  let at = from;
  while (at < text.length && !/[,}\]\s]/.test(text.charAt(at))) at += 1;
  return at;
}

function endOfContainer(text: string, from: number): number {
  let at = from;
  let depth = 0;
  do {
    const character = text.charAt(at);
    at = character === '"' ? endOfString(text, at) : at + 1;
    if (character === "{" || character === "[") depth += 1;
    if (character === "}" || character === "]") depth -= 1;
  } while (depth > 0 && at < text.length);
  return at;
}

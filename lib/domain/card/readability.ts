import type { Json } from "../json";
import { counted, humanField } from "./human-words";
import { hidesCharacters } from "./spans";

const LINE_LENGTH_MAX = 2_000;
const WORD_LENGTH_MAX = 500;
const GAP = /[^\S\n]{40,}\S|\n{20,}/u;
const UNBROKEN = new RegExp(`\\S{${String(WORD_LENGTH_MAX + 1)}}`, "u");
const EMBEDDED = /\bdata:[\w.+-]+\/[\w.+-]+[;,]/iu;
const DEPTH_MAX = 32;
const NODES_MAX = 20_000;
const LISTED_MAX = 8;

/**
 * The parts of `value` that a person could not honestly be said to have read, in words; empty when there are none:
 * hidden characters, lines and gaps that scroll away, embedded files, bytes that were not text, nesting past 32.
 */
export function unreadableParts(value: Json, name: string): readonly string[] {
  const found = new Set<string>();
  let visited = 0;
  const stack: { readonly value: Json; readonly name: string; readonly depth: number }[] = [{ value, name, depth: 0 }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    visited += 1;
    if (visited > NODES_MAX || next.depth > DEPTH_MAX) {
      found.add(`${next.name}: nested too deep or too long to show`);
      break;
    }
    if (typeof next.value === "string") {
      for (const problem of textProblems(next.value)) found.add(`${next.name}: ${problem}`);
    } else if (typeof next.value === "object" && next.value !== null) {
      for (const [key, child] of Object.entries(next.value)) {
        const inArray = Array.isArray(next.value);
        if (!inArray && hidesCharacters(key)) found.add(`${next.name}: hidden characters in a field name`);
        stack.push({ value: child, name: inArray ? next.name : humanField(key), depth: next.depth + 1 });
      }
    }
  }
  return shortened([...found]);
}

/** What keeps one text from being read, in words. */
export function textProblems(text: string): readonly string[] {
  const problems: string[] = [];
  if (hidesCharacters(text)) problems.push("hidden characters");
  if (text.includes("\uFFFD")) problems.push("characters that could not be decoded");
  if (EMBEDDED.test(text)) problems.push("a file embedded as text");
  if (text.length <= 40) return problems;
  if (GAP.test(text)) problems.push("a gap that pushes text out of view");
  const longest = text.split("\n").reduce((most, line) => Math.max(most, line.length), 0);
  if (longest > LINE_LENGTH_MAX) problems.push(`a line of ${String(longest)} characters`);
  else if (UNBROKEN.test(text)) problems.push(`more than ${String(WORD_LENGTH_MAX)} characters without a space`);
  return problems;
}

function shortened(found: readonly string[]): readonly string[] {
  if (found.length <= LISTED_MAX) return found;
  return [...found.slice(0, LISTED_MAX - 1), counted(found.length - LISTED_MAX + 1, "more part")];
}

/** Strings as a whole, so that what stands inside them is never taken for structure; then the structure. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{},]/gs;
const STEP: Readonly<Record<string, number>> = { "[": 1, "{": 1, "]": -1, "}": -1 };

/**
 * The texts of the elements of a JSON array, exactly as they were sent. `text` must be one valid JSON array: then brackets and commas
 * outside strings are all that matters.
 */
export function splitArray(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = text.indexOf("[") + 1;
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    const closing = depth === 1 && token === "]";
    if (closing || (depth === 1 && token === ",")) {
      parts.push(text.slice(start, index).trim());
      start = index + 1;
    }
    depth += STEP[token] ?? 0;
  }
  return parts.length === 1 && parts[0] === "" ? [] : parts;
}

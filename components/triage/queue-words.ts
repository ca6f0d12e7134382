/** How many there are, `1000+` where counting stops; null where nobody counts. */
export function countWords(count: number | undefined, cap: number): string | null {
  if (count === undefined) return null;
  return count >= cap ? `${String(cap)}+` : String(count);
}

/** `1 field`, `3 fields`: a count with its noun; `plural` where an s does not do. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${String(count)} ${count === 1 ? noun : plural}`;
}

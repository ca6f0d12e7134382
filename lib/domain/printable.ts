/**
 * `text` with every control character (C0, delete and C1: 65 of them) as `\u001b`: a terminal or a log that is printed obeys none. The escapes are
 * those of JSON, so a line of JSON says the same afterwards.
 */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

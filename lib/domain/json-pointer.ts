const ESCAPED = /[~/]/;

/** `key` as one part of a JSON Pointer, without the slash before it (RFC 6901 §3). */
export function pointerPart(key: string): string {
  return ESCAPED.test(key) ? key.replaceAll("~", "~0").replaceAll("/", "~1") : key;
}

/** The JSON Pointer to what stands at `path`; empty for the whole document. */
export function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${pointerPart(String(key))}`).join("");
}

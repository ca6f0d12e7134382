const PLAIN = /^(?:utf-?8|ascii|us-ascii|text|plain|none)$/iu;
const BASE64 = /^[A-Za-z\d+/\s]+={0,2}$/u;
/** Shorter than this, a word may well look encoded. */
const LOOKS_FROM = 16;

/**
 * `content` as it will be written: what is said to be in base64 is decoded. Null where it cannot be told: in another encoding, or in one word that
 * would decode to lines, where nothing says so.
 */
export function plainContent(content: string, encoding: string | null): string | null {
  if (encoding !== null && /^base64$/iu.test(encoding.trim())) return decoded(content);
  if (encoding !== null && !PLAIN.test(encoding.trim())) return null;
  const word = content.trim();
  const looksEncoded = encoding === null && word.length >= LOOKS_FROM && word.length % 4 === 0 && !/\s/u.test(word);
  return looksEncoded && /\s/u.test(decoded(word) ?? "") ? null : content;
}

function decoded(content: string): string | null {
  if (!BASE64.test(content.trim())) return null;
  try {
    const bytes = Uint8Array.from(atob(content.replaceAll(/\s/gu, "")), (character) => character.codePointAt(0) ?? 0);
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

import type { Sha256 } from "./digest";

/** What a key may be used for. No scope decides anything: people do that. */
export const SCOPES = ["propose", "read", "redeem", "report", "findings", "metrics"] as const;
export type Scope = (typeof SCOPES)[number];

/** True for a word of {@link SCOPES}. */
export function isScope(text: string): text is Scope {
  return SCOPES.some((scope) => scope === text);
}

/** A key whose checksum fits. That says it was copied whole; only the database says whether it is good. */
export interface AgentKey {
  /** The whole key: a secret. */
  readonly text: string;
  /** Its first characters, to recognise it by. The rest holds more than 160 random bits. */
  readonly prefix: string;
}

const MARK = "cs_live_";
const SECRET_CHARACTERS = 32;
const CHECK_CHARACTERS = 6;
const PREFIX_CHARACTERS = MARK.length + 4;
const RANDOM_BYTES_MIN = 32;

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const SPELLING = /^cs_live_[0-9A-Za-z]{38}$/;

/**
 * A key of 190 random bits: `cs_live_`, 32 base-62 digits, and their CRC-32 as 6 more (the design of GitHub's tokens), so that a scanner finds
 * it in a log, a double click selects it, and a mistyped one is refused without a look into the database.
 * `random` holds at least 32 bytes from a cryptographic source; so many that the remainder's bias is below 2^-64.
 */
export function makeAgentKey(random: Uint8Array): string {
  if (random.length < RANDOM_BYTES_MIN) throw new Error(`INVARIANT: a key takes ${String(RANDOM_BYTES_MIN)} random bytes`);
  let number = 0n;
  for (const byte of random) number = number * 256n + BigInt(byte);
  const secret = base62(number % 62n ** BigInt(SECRET_CHARACTERS), SECRET_CHARACTERS);
  return `${MARK}${secret}${checksum(`${MARK}${secret}`)}`;
}

/** The key that a text spells, or null when it is not spelled like one or its checksum does not fit. */
export function parseAgentKey(text: string): AgentKey | null {
  if (!SPELLING.test(text)) return null;
  const body = text.slice(0, -CHECK_CHARACTERS);
  if (checksum(body) !== text.slice(-CHECK_CHARACTERS)) return null;
  return { text, prefix: text.slice(0, PREFIX_CHARACTERS) };
}

/**
 * What is kept of a key: SHA-256 of the whole text in hexadecimal. A slow hash would add nothing, because nobody guesses 190 bits,
 * and each call of an agent would pay for it.
 */
export function keyHash(key: AgentKey, sha256: Sha256): string {
  return sha256(key.text);
}

function checksum(text: string): string {
  return base62(BigInt(crc32(text)), CHECK_CHARACTERS);
}

function base62(number: bigint, characters: number): string {
  let digits = "";
  for (let rest = number; digits.length < characters; rest /= 62n) digits = BASE62.charAt(Number(rest % 62n)) + digits;
  return digits;
}

/** The CRC-32 of ASCII text (ISO 3309, polynomial 0xEDB88320 reflected), as zip and PNG use it. */
function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let index = 0; index < text.length; index += 1) {
    crc ^= text.charCodeAt(index);
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

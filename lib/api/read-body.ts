import { createHash } from "node:crypto";
import type { Json } from "../domain/json";
import type { Result } from "../domain/result";
import type { JsonElement, JsonRefusal } from "../domain/strict-json";
import { STRICT_JSON_LIMITS, decodeUtf8Strict, parseStrictJson, parseStrictJsonArray } from "../domain/strict-json";
import { AppError } from "../services/app-error";

/** Above this a body must carry its digest: the stack below has been seen to cut long bodies short without a word (design: trust §1.5). */
export const DIGEST_REQUIRED_ABOVE = 64 * 1024;

/**
 * So much of what is too long is read and thrown away before it is refused, in bytes and milliseconds. Many clients read no answer while they send, and
 * never see the refusal where the connection is closed under them (RFC 9112 §9.6).
 */
const READ_AWAY = { bytes: 8 * 1024 * 1024, ms: 1_000 } as const;

const JSON_MEDIA = /^application\/json[ \t]*(;[ \t]*charset="?utf-8"?[ \t]*)?$/i;
const LINES_MEDIA = /^application\/x-ndjson[ \t]*(;[ \t]*charset="?utf-8"?[ \t]*)?$/i;

export interface BodyRules {
  readonly bytesMax: number;
  readonly takesLines: boolean;
}

/** A body as text, proven to be all that was sent. */
export interface BodyText {
  readonly text: string;
  readonly lines: boolean;
}

/**
 * The whole body of a request as strict UTF-8, or a refusal: of another media type, encoded, longer than allowed (noticed while reading),
 * shorter than announced, or different from its Content-Digest.
 */
export async function readBody(request: Request, rules: BodyRules): Promise<BodyText> {
  const { headers } = request;
  const lines = mediaOf(headers.get("content-type"), rules.takesLines);
  const encoding = headers.get("content-encoding");
  if (encoding !== null && encoding.toLowerCase() !== "identity") {
    throw new AppError("unsupported_media_type", "send the body as it is, without `Content-Encoding`");
  }
  const announced = lengthOf(headers.get("content-length"));
  if (announced !== null && announced > rules.bytesMax) {
    await readAway(request.body?.getReader());
    throw tooLarge(rules.bytesMax);
  }
  const bytes = announced === null ? await readCapped(request, rules.bytesMax) : await readAll(request);
  if (announced !== null && announced !== bytes.byteLength) {
    throw new AppError("invalid_header", "`Content-Length` is not the length of the body: send it again");
  }
  if (bytes.byteLength > rules.bytesMax) throw tooLarge(rules.bytesMax);
  checkDigest(headers.get("content-digest"), bytes);
  const text = decodeUtf8Strict(bytes);
  if (!text.ok) throw new AppError("invalid_json", text.error.detail);
  return { text: text.value, lines };
}

/** The value of a JSON text, or `invalid_json` with the place where reading stopped. */
export function strictJson(text: string): Json {
  return accepted(text, parseStrictJson);
}

/** One level deeper than a body of its own: each element may be as deep as that. */
const ARRAY_LIMITS = { ...STRICT_JSON_LIMITS, depthMax: STRICT_JSON_LIMITS.depthMax + 1 };

/** The elements of a JSON array, each with its own text; null for another value. Refuses as {@link strictJson} does. */
export function strictJsonArray(text: string): readonly JsonElement[] | null {
  return accepted(text, (array) => parseStrictJsonArray(array, ARRAY_LIMITS));
}

function accepted<Value>(text: string, parse: (text: string) => Result<Value, JsonRefusal>): Value {
  if (text.trim() === "") throw new AppError("invalid_json", "the body is empty: send a JSON value");
  const parsed = parse(text);
  if (parsed.ok) return parsed.value;
  const { detail, context } = parsed.error;
  throw new AppError("invalid_json", detail, {
    issues: [{ path: context.path, says: detail }],
    context: { offset: context.offset },
  });
}

/** True for lines, false for JSON. */
function mediaOf(contentType: string | null, takesLines: boolean): boolean {
  if (contentType !== null && JSON_MEDIA.test(contentType)) return false;
  if (contentType !== null && takesLines && LINES_MEDIA.test(contentType)) return true;
  const media = takesLines ? "application/json or application/x-ndjson" : "application/json";
  throw new AppError("unsupported_media_type", `send the body as ${media}, in UTF-8`);
}

function lengthOf(header: string | null): number | null {
  if (header === null) return null;
  if (!/^\d{1,15}$/.test(header)) throw new AppError("invalid_header", "`Content-Length` must be a number of bytes");
  return Number(header);
}

async function readAll(request: Request): Promise<Uint8Array> {
  try {
    return new Uint8Array(await request.arrayBuffer());
  } catch (error) {
    throw cutShort(error);
  }
}

async function readCapped(request: Request, bytesMax: number): Promise<Uint8Array> {
  const reader = request.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      length += step.value.byteLength;
      if (length > bytesMax) break;
      chunks.push(step.value);
    }
  } catch (error) {
    throw cutShort(error);
  }
  if (length > bytesMax) {
    await readAway(reader);
    throw tooLarge(bytesMax);
  }
  return Buffer.concat(chunks);
}

/** See {@link READ_AWAY}. Never throws: it is refused whatever becomes of the rest. */
async function readAway(reader: ReadableStreamDefaultReader<Uint8Array> | undefined): Promise<void> {
  if (reader === undefined) return;
  const giveUp = (): void => void reader.cancel().catch(() => undefined);
  const late = setTimeout(giveUp, READ_AWAY.ms);
  let length = 0;
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      length += step.value.byteLength;
      if (length > READ_AWAY.bytes) giveUp();
    }
  } catch {
    // Whoever hung up needs no answer.
  } finally {
    clearTimeout(late);
  }
}

function cutShort(cause: unknown): AppError {
  return new AppError("invalid_request", "the body ended before it was complete: send it again", { cause });
}

function tooLarge(bytesMax: number): AppError {
  return new AppError("payload_too_large", `a body here holds at most ${String(bytesMax)} bytes`, { context: { bytesMax } });
}

/** RFC 9530: a dictionary of algorithms; one that we know must be there and every one that we know must fit. */
function checkDigest(header: string | null, bytes: Uint8Array): void {
  if (header === null) {
    if (bytes.byteLength <= DIGEST_REQUIRED_ABOVE) return;
    throw new AppError("invalid_header", "a body above 64 kB needs `Content-Digest: sha-256=:…:` (RFC 9530)");
  }
  const known = [...header.matchAll(/(?:^|,)[ \t]*(sha-256|sha-512)=:([A-Za-z0-9+/]+={0,2}):[ \t]*(?=,|;|$)/g)];
  if (known.length === 0) throw new AppError("invalid_header", "`Content-Digest` must be `sha-256=:…:` in base64 (RFC 9530)");
  for (const [, algorithm, sent] of known) {
    const name = algorithm === "sha-512" ? "sha512" : "sha256";
    if (createHash(name).update(bytes).digest("base64") !== sent) {
      throw new AppError("digest_mismatch", "the body that arrived is not the one `Content-Digest` was made of: send it again");
    }
  }
}

import { CountersignError } from "./errors.js";

/** What a receipt states. Times in seconds. */
export interface ReceiptClaims {
  readonly iss: string;
  readonly jti: string;
  readonly sub: string;
  readonly aud: string;
  readonly iat: number;
  readonly exp: number;
  readonly version: number;
  readonly digest: string;
  readonly action: string;
  readonly decision: "approve" | "edit";
  readonly deciders: readonly string[];
  readonly source: "person" | "policy";
  readonly policy: number;
  readonly execution: number;
  readonly nonce: string;
}

/** A JSON Web Key of the server's set. */
export interface ReceiptKey {
  readonly kid: string;
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
}

export interface VerifyReceipt {
  readonly keys: readonly ReceiptKey[];
  /** The agent it must have been issued to; left out when any will do, as for an auditor. */
  readonly audience?: string;
  /** Milliseconds; now when left out. */
  readonly now?: number;
}

const TYPE = "countersign-receipt+jws";
const encoder = new TextEncoder();

/**
 * Verifies a receipt offline against the server's key set and answers its claims. The algorithm is pinned to Ed25519 and the header may hold
 * nothing else. Throws a {@link CountersignError} with code `receipt_invalid` or `receipt_expired`.
 */
// eslint-disable-next-line complexity -- a list of refusals, read from top to bottom
export async function verifyReceipt(
  receipt: string,
  { keys, audience, now = Date.now() }: VerifyReceipt,
): Promise<ReceiptClaims> {
  const [head, body, tail, ...rest] = receipt.length > 8192 ? [] : receipt.split(".");
  if (head === undefined || body === undefined || tail === undefined || rest.length > 0) throw invalid("it is not a compact JWS");
  const header = json(head);
  if (Object.keys(header).sort().join() !== "alg,kid,typ" || header["alg"] !== "EdDSA" || header["typ"] !== TYPE) {
    throw invalid("its header is not one of this product’s");
  }
  const key = keys.find((candidate) => candidate.kid === header["kid"]);
  if (key === undefined) throw invalid("no known key signed it: fetch the key set again");
  const imported = await crypto.subtle.importKey("jwk", { kty: key.kty, crv: key.crv, x: key.x }, { name: "Ed25519" }, false, [
    "verify",
  ]);
  const fits = await crypto.subtle.verify({ name: "Ed25519" }, imported, bytes(tail), encoder.encode(`${head}.${body}`));
  if (!fits) throw invalid("its signature does not fit");
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- signed by the server, whose contract this is
  const claims = json(body) as unknown as ReceiptClaims;
  if (claims.iss !== "countersign" || typeof claims.exp !== "number" || typeof claims.digest !== "string")
    throw invalid("its claims are incomplete");
  if (audience !== undefined && claims.aud !== audience) throw invalid("it was issued to another agent");
  if (now >= claims.exp * 1000)
    throw new CountersignError("receipt_expired", "the receipt has lapsed: its reviewer can renew it");
  return claims;
}

function invalid(why: string): CountersignError {
  return new CountersignError("receipt_invalid", `the receipt cannot be used: ${why}`);
}

function json(part: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes(part)));
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- checked on this line
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Not JSON: refused below with everything else that is not ours.
  }
  throw invalid("a part of it cannot be read");
}

function bytes(part: string): Uint8Array<ArrayBuffer> {
  if (!/^[A-Za-z0-9_-]+$/.test(part)) throw invalid("a part of it is not base64url");
  try {
    const decoded = atob(part.replaceAll("-", "+").replaceAll("_", "/"));
    const result = Uint8Array.from(decoded, (letter) => letter.charCodeAt(0));
    const again = btoa(decoded).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
    // Each value has one spelling: left-over bits must be zero.
    if (again === part) return result;
  } catch {
    // Not base64: refused below.
  }
  throw invalid("a part of it is not base64url");
}

import { decodeBase64Url, encodeBase64Url } from "./base64url";
import type { Refusal } from "./error-codes";
import type { AgentId, Digest, PersonId, ProposalId, ReceiptId } from "./ids";
import { isDigest, isId } from "./ids";
import type { Json, JsonObject } from "./json";
import { isJsonObject } from "./json";
import type { Result } from "./result";
import { ok, refuse } from "./result";
import { parseStrictJson } from "./strict-json";

/** What a receipt states: this version of this proposal, with this digest, was approved for this agent. Times in seconds (RFC 7519). */
export interface ReceiptClaims {
  readonly iss: "countersign";
  readonly jti: ReceiptId;
  readonly sub: ProposalId;
  readonly aud: AgentId;
  readonly iat: number;
  /** The outer limit; the execution clock of the server ends earlier once the receipt was delivered. */
  readonly exp: number;
  readonly version: number;
  readonly digest: Digest;
  readonly action: string;
  readonly decision: "approve" | "edit";
  /** Empty when policy decided. */
  readonly deciders: readonly PersonId[];
  readonly source: "person" | "policy";
  readonly policy: number;
  /** Seconds from first delivery to the last moment of redeeming, counted by the server. */
  readonly execution: number;
  readonly nonce: string;
}

export interface ReceiptSigner {
  readonly kid: string;
  sign(bytes: Uint8Array): Uint8Array;
}

const TYPE = "countersign-receipt+jws";
const LENGTH_MAX = 8192;
const encoder = new TextEncoder();

/** The compact JWS (RFC 7515) of the claims, signed with Ed25519 (RFC 8037). */
export function issueReceipt(claims: ReceiptClaims, signer: ReceiptSigner): string {
  const head = encodeBase64Url(encoder.encode(JSON.stringify({ alg: "EdDSA", typ: TYPE, kid: signer.kid })));
  const signed = `${head}.${encodeBase64Url(encoder.encode(JSON.stringify(claims)))}`;
  return `${signed}.${encodeBase64Url(signer.sign(encoder.encode(signed)))}`;
}

export interface ReceiptReader {
  readonly keys: ReadonlyMap<string, (bytes: Uint8Array, signature: Uint8Array) => boolean>;
  readonly audience: AgentId;
  /** Milliseconds. */
  readonly now: number;
}

/**
 * The claims of a receipt that is ours, intact, for this agent and not past its outer limit; else `receipt_invalid` or `receipt_expired`.
 * The algorithm is pinned and the header holds nothing else, so no header can choose how it is verified.
 */
export function readReceipt(jws: string, { keys, audience, now }: ReceiptReader): Result<ReceiptClaims, Refusal> {
  const [head, body, tail, ...rest] = jws.length > LENGTH_MAX ? [] : jws.split(".");
  if (head === undefined || body === undefined || tail === undefined || rest.length > 0) return invalid("it is not a compact JWS");
  const header = read(head);
  if (header === null || Object.keys(header).sort().join() !== "alg,kid,typ" || header["alg"] !== "EdDSA" || header["typ"] !== TYPE) {
    return invalid("its header is not one of ours");
  }
  const verify = typeof header["kid"] === "string" ? keys.get(header["kid"]) : undefined;
  const signature = decodeBase64Url(tail);
  if (verify === undefined || signature?.length !== 64) return invalid("no key of ours signed it");
  if (!verify(encoder.encode(`${head}.${body}`), signature)) return invalid("its signature does not fit");
  const claims = claimsOf(read(body));
  if (claims === null) return invalid("its claims are incomplete");
  if (claims.aud !== audience) return invalid("it was issued to another agent");
  if (now >= claims.exp * 1000) return refuse({ code: "receipt_expired", detail: "the receipt has lapsed: ask for a renewal" });
  return ok(claims);
}

function invalid(why: string): Result<never, Refusal> {
  return refuse({ code: "receipt_invalid", detail: `the receipt cannot be used: ${why}` });
}

function read(part: string): JsonObject | null {
  const bytes = decodeBase64Url(part);
  if (bytes === null) return null;
  const parsed = parseStrictJson(new TextDecoder().decode(bytes));
  return parsed.ok && isJsonObject(parsed.value) ? parsed.value : null;
}

function claimsOf(body: JsonObject | null): ReceiptClaims | null {
  if (body === null) return null;
  const { iss, jti, sub, aud, iat, exp, version, digest, action, decision, deciders, source, policy, execution, nonce } = body;
  if (iss !== "countersign" || typeof jti !== "string" || !isId("receipt", jti)) return null;
  if (typeof sub !== "string" || !isId("proposal", sub) || typeof aud !== "string" || !isId("agent", aud)) return null;
  if (typeof digest !== "string" || !isDigest(digest) || typeof action !== "string" || typeof nonce !== "string") return null;
  if (decision !== "approve" && decision !== "edit") return null;
  if (source !== "person" && source !== "policy") return null;
  const people = peopleIn(deciders);
  if (!isCount(iat) || !isCount(exp) || !isCount(version) || !isCount(policy) || !isCount(execution) || people === null) return null;
  return { iss, jti, sub, aud, iat, exp, version, digest, action, decision, deciders: people, source, policy, execution, nonce };
}

function isCount(value: Json | undefined): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function peopleIn(value: Json | undefined): readonly PersonId[] | null {
  if (!Array.isArray(value)) return null;
  const people = value.filter((item: Json): item is PersonId => typeof item === "string" && isId("person", item));
  return people.length === value.length ? people : null;
}

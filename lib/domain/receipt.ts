import { decodeBase64Url, encodeBase64Url } from "./base64url";
import type { Refusal } from "./error-codes";
import type { AgentId, Digest, PersonId, ProposalId, ReceiptId } from "./ids";
import type { Json } from "./json";
import { digest, id, listOf, oneOf, record, text, Unreadable, wholeNumber } from "./json-codec";
import type { Result } from "./result";
import { ok, refuse } from "./result";
import { decodeUtf8Strict, parseStrictJson } from "./strict-json";

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

/** Signs with one key; `kid` says which, so that readers can hold several while keys rotate. */
export interface ReceiptSigner {
  readonly kid: string;
  sign(bytes: Uint8Array): Uint8Array;
}

export interface ReceiptReader {
  readonly keys: ReadonlyMap<string, (bytes: Uint8Array, signature: Uint8Array) => boolean>;
  readonly audience: AgentId;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

const TYPE = "countersign-receipt+jws";
const CHARACTERS_MAX = 8_192;
const SIGNATURE_BYTES = 64;
const UTF8 = new TextEncoder();

interface Header {
  readonly alg: "EdDSA";
  readonly typ: typeof TYPE;
  readonly kid: string;
}

/** Exactly these: a header with `crit`, `jwk`, `jku` or anything else is not ours, so none can choose how it is verified. */
const HEADER = record<Header>({ alg: oneOf(["EdDSA"]), typ: oneOf([TYPE]), kid: text });

const CLAIMS = record<ReceiptClaims>({
  iss: oneOf(["countersign"]),
  jti: id("receipt"),
  sub: id("proposal"),
  aud: id("agent"),
  iat: wholeNumber,
  exp: wholeNumber,
  version: wholeNumber,
  digest,
  action: text,
  decision: oneOf(["approve", "edit"]),
  deciders: listOf(id("person")),
  source: oneOf(["person", "policy"]),
  policy: wholeNumber,
  execution: wholeNumber,
  nonce: text,
});

/** The compact JWS (RFC 7515) of the claims, signed with Ed25519 (RFC 8037). Holds the known claims and no others. */
export function issueReceipt(claims: ReceiptClaims, signer: ReceiptSigner): string {
  const header = HEADER.write({ alg: "EdDSA", typ: TYPE, kid: signer.kid });
  const signed = `${encodeJson(header)}.${encodeJson(CLAIMS.write(claims))}`;
  return `${signed}.${encodeBase64Url(signer.sign(UTF8.encode(signed)))}`;
}

/**
 * The claims of a receipt that one of `keys` signed for `audience` and whose outer limit is ahead; else `receipt_invalid` or
 * `receipt_expired`. The algorithm is pinned, and every part has exactly one spelling: no other text than the issued one is accepted.
 */
export function readReceipt(jws: string, { keys, audience, now }: ReceiptReader): Result<ReceiptClaims, Refusal> {
  const [head, body, tail, ...rest] = jws.length > CHARACTERS_MAX ? [] : jws.split(".");
  if (head === undefined || body === undefined || tail === undefined || rest.length > 0) {
    return invalid("it is not a compact JWS");
  }
  const header = decoded(head, HEADER.read);
  if (header === null) return invalid("its header is not the one of a receipt");
  const verify = keys.get(header.kid);
  if (verify === undefined) return invalid("it names a key that is not in use");
  const signature = decodeBase64Url(tail);
  if (signature?.length !== SIGNATURE_BYTES || !verify(UTF8.encode(`${head}.${body}`), signature)) {
    return invalid("its signature does not fit");
  }
  const claims = decoded(body, CLAIMS.read);
  if (claims === null) return invalid("its claims are not the ones of a receipt");
  if (claims.aud !== audience) return invalid("it was issued to another agent");
  if (now >= claims.exp * 1_000) {
    return refuse({
      code: "receipt_expired",
      detail: "the receipt has lapsed: fetch the proposal to see whether it was renewed",
    });
  }
  return ok(claims);
}

function invalid(why: string): Result<never, Refusal> {
  return refuse({ code: "receipt_invalid", detail: `the receipt cannot be used: ${why}` });
}

function encodeJson(json: Json): string {
  return encodeBase64Url(UTF8.encode(JSON.stringify(json)));
}

function decoded<Value>(part: string, read: (json: Json) => Value): Value | null {
  const bytes = decodeBase64Url(part);
  if (bytes === null) return null;
  const spelled = decodeUtf8Strict(bytes);
  const parsed = spelled.ok ? parseStrictJson(spelled.value) : spelled;
  if (!parsed.ok) return null;
  try {
    return read(parsed.value);
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

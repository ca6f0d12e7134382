import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import type { KeyObject } from "node:crypto";
import fc from "fast-check";
import { compactVerify, jwtVerify } from "jose";
import { describe, expect, test } from "vitest";
import { aDigest, numberedId, START } from "../../test/builders";
import { publishedVectors } from "../../test/published-vectors";
import { isId } from "./ids";
import type { ReceiptClaims, ReceiptReader } from "./receipt";
import { issueReceipt, readReceipt } from "./receipt";

const KID = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";
/** RFC 8037, appendix A.1. */
const JWK = {
  kty: "OKP",
  crv: "Ed25519",
  d: "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
  x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwaaPJHURo",
};
const privateKey = createPrivateKey({ key: JWK, format: "jwk" });
const publicKey = createPublicKey(privateKey);

const signer = (key: KeyObject, kid = KID) => ({ kid, sign: (bytes: Uint8Array) => sign(null, bytes, key) });
const verifier = (key: KeyObject) => (bytes: Uint8Array, signature: Uint8Array) => verify(null, bytes, key, signature);

const claims: ReceiptClaims = {
  iss: "countersign",
  jti: numberedId("receipt", 1),
  sub: numberedId("proposal", 1),
  aud: numberedId("agent", 1),
  iat: START / 1_000,
  exp: START / 1_000 + 86_400,
  version: 2,
  digest: aDigest("refund"),
  action: "payment.refund",
  decision: "edit",
  deciders: [numberedId("person", 1), numberedId("person", 2)],
  source: "person",
  policy: 3,
  execution: 900,
  nonce: "AAECAwQFBgcICQoL",
};

const receipt = issueReceipt(claims, signer(privateKey));
const reader: ReceiptReader = { keys: new Map([[KID, verifier(publicKey)]]), audience: claims.aud, now: START };

function codeOf(jws: string, changed: Partial<ReceiptReader> = {}): string {
  const read = readReceipt(jws, { ...reader, ...changed });
  return read.ok ? "accepted" : read.error.code;
}

function segment(value: unknown): string {
  return Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
}

const [HEAD = "", BODY = "", TAIL = ""] = receipt.split(".");
const HEADER = { alg: "EdDSA", typ: "countersign-receipt+jws", kid: KID };

/** A JWS with any header and payload whose signature is good, as only the holder of the key could make it. */
function signedAnyway(header: unknown, payload: unknown): string {
  const signed = `${segment(header)}.${segment(payload)}`;
  return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString("base64url")}`;
}

describe("a receipt", () => {
  test("is read back as it was issued", () => {
    expect(readReceipt(receipt, reader)).toEqual({ ok: true, value: claims });
  });

  test("of a policy's decision names no deciders", () => {
    const automatic = { ...claims, deciders: [], source: "policy", decision: "approve" } as const;
    expect(readReceipt(issueReceipt(automatic, signer(privateKey)), reader)).toEqual({ ok: true, value: automatic });
  });

  test("holds the known claims and nothing else of a wider object", () => {
    const wider = { ...claims, arguments: { amount: "48.00" } };
    expect(issueReceipt(wider, signer(privateKey))).toBe(receipt);
  });

  test("is verified by jose with the public key alone", async () => {
    const { payload, protectedHeader } = await jwtVerify(receipt, publicKey, {
      algorithms: ["EdDSA"],
      issuer: "countersign",
      audience: claims.aud,
      typ: HEADER.typ,
      currentDate: new Date(START),
    });
    expect(payload).toEqual(claims);
    expect(protectedHeader).toEqual(HEADER);
  });

  test("is the one published in the security page", async () => {
    const [published = ""] = publishedVectors("receipt");
    const { payload, protectedHeader } = await compactVerify(published, publicKey);
    const text = new TextDecoder().decode(payload);
    expect(publishedVectors("receipt-claims")).toEqual([text]);
    expect(publishedVectors("receipt-header")).toEqual([JSON.stringify(protectedHeader)]);
    const [, audience = ""] = /"aud":"([^"]+)"/.exec(text) ?? [];
    if (!isId("agent", audience)) throw new Error("the published receipt has no audience");
    const read = readReceipt(published, { ...reader, audience });
    expect(read.ok && issueReceipt(read.value, signer(privateKey))).toBe(published);
    expect(text).toContain(publishedVectors("digest")[0]);
  });

  test("runs out at its exp, and not a millisecond before", () => {
    expect(codeOf(receipt, { now: claims.exp * 1_000 - 1 })).toBe("accepted");
    expect(codeOf(receipt, { now: claims.exp * 1_000 })).toBe("receipt_expired");
    expect(codeOf(receipt, { now: claims.exp * 1_000 + 10 ** 9 })).toBe("receipt_expired");
  });

  test("is of use to its own agent only", () => {
    expect(codeOf(receipt, { audience: numberedId("agent", 2) })).toBe("receipt_invalid");
  });

  test("that ran out says so only when it is otherwise good", () => {
    expect(codeOf(`${HEAD}.${BODY}.${"A".repeat(86)}`, { now: claims.exp * 1_000 })).toBe("receipt_invalid");
  });

  test("stays good while keys rotate, and no longer than its key is known", () => {
    const other = generateKeyPairSync("ed25519");
    const both = new Map([...reader.keys, ["new", verifier(other.publicKey)]]);
    expect(codeOf(receipt, { keys: both })).toBe("accepted");
    expect(codeOf(issueReceipt(claims, signer(other.privateKey, "new")), { keys: both })).toBe("accepted");
    expect(codeOf(receipt, { keys: new Map([["new", verifier(other.publicKey)]]) })).toBe("receipt_invalid");
    expect(codeOf(receipt, { keys: new Map([[KID, verifier(other.publicKey)]]) })).toBe("receipt_invalid");
    expect(codeOf(issueReceipt(claims, signer(other.privateKey)), {})).toBe("receipt_invalid");
  });
});

describe("what is not a receipt", () => {
  const hmac = `${segment({ ...HEADER, alg: "HS256" })}.${BODY}`;
  const secret = publicKey.export({ type: "spki", format: "pem" });

  test.each([
    ["an unsigned one with alg none", `${segment({ ...HEADER, alg: "none" })}.${BODY}.`],
    ["alg none with the old signature", `${segment({ ...HEADER, alg: "none" })}.${BODY}.${TAIL}`],
    ["HS256 keyed with the public key", `${hmac}.${createHmac("sha256", secret).update(hmac).digest("base64url")}`],
    ["alg in other letters", signedAnyway({ ...HEADER, alg: "eddsa" }, claims)],
    ["alg Ed25519", signedAnyway({ ...HEADER, alg: "Ed25519" }, claims)],
    ["another typ", signedAnyway({ ...HEADER, typ: "JWT" }, claims)],
    ["no typ", signedAnyway({ alg: "EdDSA", kid: KID }, claims)],
    ["no kid", signedAnyway({ alg: "EdDSA", typ: HEADER.typ }, claims)],
    ["a kid that is an object's property", signedAnyway({ ...HEADER, kid: "__proto__" }, claims)],
    ["a kid that is no text", signedAnyway({ ...HEADER, kid: [KID] }, claims)],
    ["crit", signedAnyway({ ...HEADER, crit: ["exp"] }, claims)],
    ["b64 false", signedAnyway({ ...HEADER, b64: false }, claims)],
    ["a key of its own (jwk)", signedAnyway({ ...HEADER, jwk: { ...JWK, d: undefined } }, claims)],
    ["a key elsewhere (jku)", signedAnyway({ ...HEADER, jku: "https://example.com/keys" }, claims)],
    ["a certificate elsewhere (x5u)", signedAnyway({ ...HEADER, x5u: "https://example.com/c" }, claims)],
    ["a header with a key twice", signedAnyway(JSON.stringify(HEADER).replace("{", '{"alg":"none",'), claims)],
    ["a header that is a list", signedAnyway([HEADER], claims)],
    ["claims with a key twice", signedAnyway(HEADER, JSON.stringify(claims).replace("{", '{"version":1,'))],
    ["claims with one more", signedAnyway(HEADER, { ...claims, admin: true })],
    ["claims with a lone surrogate", signedAnyway(HEADER, JSON.stringify({ ...claims, action: "\ud800" }))],
    ["claims that are null", signedAnyway(HEADER, "null")],
    ["claims that are not UTF-8", `${HEAD}.${Buffer.from([0xff, 0xfe]).toString("base64url")}.${TAIL}`],
    ["padding", `${receipt}==`],
    ["a line feed at its end", `${receipt}\n`],
    ["a fourth part", `${receipt}.`],
    ["two parts", `${HEAD}.${BODY}`],
    ["nothing", ""],
    ["three empty parts", ".."],
    ["more text than any receipt has", `${receipt}.`.repeat(200)],
    ["the JSON form of a JWS", JSON.stringify({ protected: HEAD, payload: BODY, signature: TAIL })],
  ])("is %s", (_, jws) => {
    expect(codeOf(jws)).toBe("receipt_invalid");
  });

  test("is a signed one with any claim missing or of another type", () => {
    for (const name of Object.keys(claims)) {
      const rest = Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));
      expect(codeOf(signedAnyway(HEADER, rest))).toBe("receipt_invalid");
      for (const value of [null, true, {}, [""], -1, 0.5, "no such word \u0001"]) {
        const changed = signedAnyway(HEADER, { ...claims, [name]: value });
        const fits = (name === "action" || name === "nonce") && typeof value === "string";
        expect(codeOf(changed)).toBe(fits ? "accepted" : "receipt_invalid");
      }
    }
  });

  test("is a receipt with any one character changed, dropped or added", () => {
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \n";
    for (let at = 0; at < receipt.length; at += 1) {
      const next = letters.charAt((letters.indexOf(receipt.charAt(at)) + 1) % letters.length);
      expect(codeOf(receipt.slice(0, at) + next + receipt.slice(at + 1))).toBe("receipt_invalid");
      expect(codeOf(receipt.slice(0, at) + receipt.slice(at + 1))).toBe("receipt_invalid");
    }
    fc.assert(
      fc.property(fc.nat(receipt.length), fc.constantFrom(...Array.from(letters)), (at, letter) => {
        expect(codeOf(receipt.slice(0, at) + letter + receipt.slice(at))).toBe("receipt_invalid");
      }),
      { numRuns: 500 },
    );
  });

  test("is a receipt with any claim changed under the old signature", () => {
    const anything = fc.oneof(fc.string(), fc.integer(), fc.constantFrom(null, true, [], {}), fc.constant(claims.iat + 1));
    fc.assert(
      fc.property(fc.constantFrom(...Object.entries(claims)), anything, ([name, old], value) => {
        fc.pre(JSON.stringify(old) !== JSON.stringify(value));
        expect(codeOf(`${HEAD}.${segment({ ...claims, [name]: value })}.${TAIL}`)).toBe("receipt_invalid");
      }),
      { numRuns: 500 },
    );
  });

  test("is one with any byte of its signature changed", () => {
    const signature = Buffer.from(TAIL, "base64url");
    for (let at = 0; at < signature.length; at += 1) {
      const changed = Buffer.from(signature);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      expect(codeOf(`${HEAD}.${BODY}.${changed.toString("base64url")}`)).toBe("receipt_invalid");
    }
  });
});

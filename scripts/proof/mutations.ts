import { generateKeyPairSync, sign } from "node:crypto";

import type { ReceiptKeys } from "../../lib/services/context";

/** A receipt that nobody issued, and what was done to it. */
export interface Forgery {
  readonly how: string;
  readonly receipt: string;
}

type Members = Readonly<Record<string, unknown>>;

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const TYPE = "countersign-receipt+jws";

/** Every way tried here of making `receipt` say something else, or of being signed by something else. `others` are claims of other receipts. */
export function forgeries(receipt: string, keys: ReceiptKeys, others: readonly Members[]): readonly Forgery[] {
  const parts = partsOf(receipt);
  return [
    ...changedCharacters(receipt),
    ...changedClaims(parts, others),
    ...changedHeaders(parts, keys),
    ...otherShapes(receipt, parts),
  ];
}

/** The claims as they stand in a receipt, unverified. */
export function claimsOf(receipt: string): Members {
  return partsOf(receipt).claims;
}

interface Parts {
  readonly head: string;
  readonly body: string;
  readonly tail: string;
  readonly header: Members;
  readonly claims: Members;
}

function partsOf(receipt: string): Parts {
  const [head = "", body = "", tail = ""] = receipt.split(".");
  return { head, body, tail, header: read(head), claims: read(body) };
}

function read(part: string): Members {
  const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  if (typeof value !== "object" || value === null) throw new Error("a part of a receipt is an object");
  return Object.fromEntries(Object.entries(value));
}

function write(members: unknown): string {
  return Buffer.from(JSON.stringify(members)).toString("base64url");
}

/** Each character replaced, one at a time, by the one that differs in its lowest bit and by the one that differs in its highest. */
function changedCharacters(receipt: string): readonly Forgery[] {
  return Array.from(receipt).flatMap((letter, at) => {
    const value = LETTERS.indexOf(letter);
    const replaced = value < 0 ? ["A", "_"] : [LETTERS.charAt(value ^ 1), LETTERS.charAt(value ^ 32)];
    return replaced.map((other) => ({
      how: "character changed",
      receipt: `${receipt.slice(0, at)}${other}${receipt.slice(at + 1)}`,
    }));
  });
}

/** Each claim changed, removed and taken from another receipt: under the old signature, and signed with a key of the forger's own. */
function changedClaims({ head, tail, claims }: Parts, others: readonly Members[]): readonly Forgery[] {
  const forger = generateKeyPairSync("ed25519").privateKey;
  const changed = Object.entries(claims).flatMap(([name, value]) => {
    const rest = Object.fromEntries(Object.entries(claims).filter(([other]) => other !== name));
    const values = [...valuesBeside(value), ...others.map((other) => other[name])];
    const different = values.filter((other) => JSON.stringify(other) !== JSON.stringify(value));
    return [rest, ...different.map((other) => ({ ...claims, [name]: other }))];
  });
  return [...changed, { ...claims, extra: true }].flatMap((each) => {
    const signed = `${head}.${write(each)}`;
    const own = sign(null, Buffer.from(signed), forger).toString("base64url");
    return [
      { how: "claim changed, old signature", receipt: `${signed}.${tail}` },
      { how: "claim changed, other key", receipt: `${signed}.${own}` },
    ];
  });
}

function valuesBeside(value: unknown): readonly unknown[] {
  if (typeof value === "number") return [value + 1, value - 1, value * 1000, String(value), -value];
  if (typeof value === "string") return [`${value}x`, value.slice(0, -1), value.toUpperCase(), "", null, 1];
  return [[], null, "", ["per_00000000000000000000000000"]];
}

/** Headers that choose how they are verified. Where the server's own key signs them, only the header can be the reason to refuse. */
function changedHeaders({ body, tail, header }: Parts, keys: ReceiptKeys): readonly Forgery[] {
  const own = generateKeyPairSync("ed25519");
  const jwk = own.publicKey.export({ format: "jwk" });
  const headers: readonly Members[] = [
    ...["none", "None", "NONE", "", "HS256", "ES256", "Ed25519", "eddsa", null].map((alg) => ({ ...header, alg })),
    ...["JWT", "JOSE", "", null].map((typ) => ({ ...header, typ })),
    ...["", "other", null].map((kid) => ({ ...header, kid })),
    { ...header, jwk },
    { ...header, jku: "https://forger.example/keys" },
    { ...header, x5u: "https://forger.example/cert" },
    { ...header, crit: ["exp"] },
    { ...header, b64: false, crit: ["b64"] },
    { alg: "EdDSA", typ: TYPE },
    { kid: header["kid"], typ: TYPE },
  ];
  return headers.flatMap((each) => {
    const signed = `${write(each)}.${body}`;
    const bytes = Buffer.from(signed);
    const by = (signature: Uint8Array): string => `${signed}.${Buffer.from(signature).toString("base64url")}`;
    return [
      { how: "header changed, no signature", receipt: `${signed}.` },
      { how: "header changed, old signature", receipt: `${signed}.${tail}` },
      { how: "header changed, other key", receipt: by(sign(null, bytes, own.privateKey)) },
      { how: "header changed, server’s key", receipt: by(keys.sign(bytes)) },
    ];
  });
}

function otherShapes(receipt: string, { head, body, tail }: Parts): readonly Forgery[] {
  const shapes = [
    "",
    ".",
    "..",
    head,
    `${head}.${body}`,
    `${head}.${body}.`,
    `.${body}.${tail}`,
    `${head}..${tail}`,
    `${receipt}.`,
    `${receipt}.${tail}`,
    `${receipt}=`,
    `${receipt} `,
    ` ${receipt}`,
    `${receipt}\n`,
    receipt.slice(0, -1),
    `${receipt}A`,
    `${tail}.${body}.${head}`,
    `${head}.${body}.${"A".repeat(tail.length)}`,
    `${head}.${body}.${tail}${tail}`,
    JSON.stringify({ protected: head, payload: body, signature: tail }),
    "x".repeat(10_000),
  ];
  return shapes.map((shape) => ({ how: "shape changed", receipt: shape }));
}

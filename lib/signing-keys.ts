import type { KeyObject } from "node:crypto";
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import { mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { createPrivateFile, readPrivateFile } from "./private-file";
import type { ReceiptKeys } from "./services/context";

interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly jwk: Readonly<Record<string, string>>;
}

const FILE = /^(\d{13})-[A-Za-z0-9_-]{43}\.pem$/;

/**
 * The Ed25519 keys of `folder`, one made on first use: the newest signs, all of them verify, so that a rotation leaves no receipt
 * unverifiable. Throws when a file of the folder is not such a key.
 */
export function openSigningKeys(folder: string, now: number): ReceiptKeys {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (keyFiles(folder).length === 0) addSigningKey(folder, now);
  return receiptKeys(keyFiles(folder).map((name) => readKey(path.join(folder, name))));
}

/** Adds a key that signs from the next start on. Earlier keys stay and keep verifying. Answers its key id. */
export function addSigningKey(folder: string, now: number): string {
  const { privateKey } = generateKeyPairSync("ed25519");
  const key = signingKey(privateKey);
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  createPrivateFile(path.join(folder, `${String(now).padStart(13, "0")}-${key.kid}.pem`), pem);
  return key.kid;
}

/** A key that lives in memory only: for tests and dry runs. */
export function temporarySigningKeys(): ReceiptKeys {
  return receiptKeys([signingKey(generateKeyPairSync("ed25519").privateKey)]);
}

function keyFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => FILE.test(name))
    .sort();
}

function readKey(file: string): SigningKey {
  const pem = readPrivateFile(file);
  if (pem === null) throw new Error(`the signing key ${file} is gone`);
  const privateKey = createPrivateKey(pem);
  if (privateKey.asymmetricKeyType !== "ed25519") throw new Error(`${file} is not an Ed25519 key`);
  return signingKey(privateKey);
}

function signingKey(privateKey: KeyObject): SigningKey {
  const publicKey = createPublicKey(privateKey);
  const { x } = publicKey.export({ format: "jwk" });
  if (x === undefined) throw new Error("an Ed25519 key has a public half");
  const kid = thumbprint(x);
  return { kid, privateKey, publicKey, jwk: { kty: "OKP", crv: "Ed25519", x, kid, alg: "EdDSA", use: "sig" } };
}

/** RFC 7638: SHA-256 over the required members in lexicographic order. */
function thumbprint(x: string): string {
  return createHash("sha256")
    .update(JSON.stringify({ crv: "Ed25519", kty: "OKP", x }))
    .digest("base64url");
}

/** Oldest first. */
function receiptKeys(keys: readonly SigningKey[]): ReceiptKeys {
  const newest = keys.at(-1);
  if (newest === undefined) throw new Error("there is no signing key");
  return {
    kid: newest.kid,
    sign: (bytes) => sign(null, bytes, newest.privateKey),
    verifiers: new Map(keys.map(({ kid, publicKey }) => [kid, (bytes, signature) => verify(null, bytes, publicKey, signature)])),
    jwks: { keys: keys.toReversed().map(({ jwk }) => jwk) },
  };
}

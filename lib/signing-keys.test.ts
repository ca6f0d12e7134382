import { createHash, createPublicKey } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readOrCreatePrivateFile } from "./private-file";
import { addSigningKey, openSigningKeys } from "./signing-keys";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "countersign-keys-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe("signing keys", () => {
  test("are made once, readable by their owner alone, and found again", () => {
    const first = openSigningKeys(folder, 1_000);
    const again = openSigningKeys(folder, 2_000);
    expect(again.kid).toBe(first.kid);
    const [file, ...others] = readdirSync(folder);
    expect(others).toEqual([]);
    expect(statSync(path.join(folder, file ?? "")).mode & 0o777).toBe(0o600);
  });

  test("the newest signs and every one verifies after a rotation", () => {
    const before = openSigningKeys(folder, 1_000);
    const message = Buffer.from("receipt");
    const old = before.sign(message);
    const kid = addSigningKey(folder, 2_000);
    const after = openSigningKeys(folder, 3_000);
    expect(after.kid).toBe(kid);
    expect(after.verifiers.get(before.kid)?.(message, old)).toBe(true);
    expect(after.verifiers.get(kid)?.(message, after.sign(message))).toBe(true);
    expect(after.verifiers.get(kid)?.(message, old)).toBe(false);
    expect(after.jwks.keys.map((key) => key["kid"])).toEqual([kid, before.kid]);
  });

  test("the published set holds public halves only, under their RFC 7638 thumbprint", () => {
    const { jwks, kid } = openSigningKeys(folder, 1_000);
    const [key] = jwks.keys;
    expect(Object.keys(key ?? {}).sort()).toEqual(["alg", "crv", "kid", "kty", "use", "x"]);
    const x = key?.["x"] ?? "";
    expect(kid).toBe(createHash("sha256").update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest("base64url"));
    expect(createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" }).asymmetricKeyType).toBe("ed25519");
  });

  test("a key that others can read is refused", () => {
    openSigningKeys(folder, 1_000);
    chmodSync(path.join(folder, readdirSync(folder)[0] ?? ""), 0o644);
    expect(() => openSigningKeys(folder, 2_000)).toThrow("chmod 600");
  });
});

test("a private file keeps its first content", () => {
  const file = path.join(folder, "nested", "secret");
  expect(readOrCreatePrivateFile(file, () => "one")).toBe("one");
  expect(readOrCreatePrivateFile(file, () => "two")).toBe("one");
  expect(readdirSync(path.dirname(file))).toEqual(["secret"]);
});

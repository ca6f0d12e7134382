import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../test/builders";
import { isScope, keyHash, makeAgentKey, parseAgentKey, SCOPES } from "./agent-key";

const random = fc.uint8Array({ minLength: 32, maxLength: 64 });
const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

describe("an agent's key", () => {
  test("is spelled so that a scanner and a double click find all of it", () => {
    fc.assert(
      fc.property(random, (bytes) => {
        expect(makeAgentKey(bytes)).toMatch(/^cs_live_[0-9A-Za-z]{38}$/);
      }),
    );
  });

  test("is told from a mistyped one without a database: any one character changed, dropped or swapped with its neighbour", () => {
    fc.assert(
      fc.property(random, fc.nat(37), fc.constantFrom(...Array.from(BASE62)), (bytes, place, letter) => {
        const key = makeAgentKey(bytes);
        const at = "cs_live_".length + place;
        const changed = key.slice(0, at) + letter + key.slice(at + 1);
        const swapped = key.slice(0, at) + key.charAt(at + 1) + key.charAt(at) + key.slice(at + 2);
        for (const text of [changed, swapped]) if (text !== key) expect(parseAgentKey(text)).toBeNull();
        expect(parseAgentKey(key.slice(0, at) + key.slice(at + 1))).toBeNull();
      }),
    );
  });

  test("is known by 12 characters, and the rest still holds 160 random bits", () => {
    fc.assert(
      fc.property(random, (bytes) => {
        const key = makeAgentKey(bytes);
        expect(parseAgentKey(key)).toEqual({ text: key, prefix: key.slice(0, 12) });
      }),
    );
    expect(Math.log2(62) * 28).toBeGreaterThanOrEqual(160);
  });

  test("differs whenever the randomness does, to the last bit that counts", () => {
    const bytes = new Uint8Array(32);
    const seen = new Set([makeAgentKey(bytes)]);
    for (let bit = 66; bit < 256; bit += 1) {
      const other = new Uint8Array(32);
      other[bit >> 3] = 128 >> (bit & 7);
      seen.add(makeAgentKey(other));
    }
    expect(seen.size).toBe(1 + 256 - 66);
  });

  test("uses every digit in every place, none more than chance allows", () => {
    const counts = new Map<string, number>();
    const keys = Array.from({ length: 2_000 }, (_, index) => makeAgentKey(Buffer.from(sha256(`key ${String(index)}`), "hex")));
    for (const key of keys) for (const digit of key.slice(8, 40)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
    // 64,000 draws of 62: 1,032 each, ±32 for one standard deviation. The seeds are fixed, so this never varies.
    expect(counts.size).toBe(62);
    for (const count of counts.values()) expect(Math.abs(count - 64_000 / 62)).toBeLessThan(160);
  });

  test("carries the CRC-32 that zip and PNG use", () => {
    const key = makeAgentKey(new Uint8Array(32).fill(7));
    expect(key).toBe("cs_live_Tw9KSulA8Ghct30vZz4HpdQ5c5b9cPF131426a");
    const check = Array.from(key.slice(-6)).reduce((number, digit) => number * 62 + BASE62.indexOf(digit), 0);
    // What zlib answers for the text before it. Node 20.9 cannot be asked here.
    expect(check).toBe(2_764_136_240);
  });

  test("is not made of too little randomness", () => {
    expect(() => makeAgentKey(new Uint8Array(31))).toThrow("INVARIANT");
  });

  test("is kept as the SHA-256 of all of it", () => {
    const key = parseAgentKey(makeAgentKey(new Uint8Array(32)));
    expect(key === null ? null : keyHash(key, sha256)).toBe(sha256(key?.text ?? ""));
  });
});

describe("what is not a key", () => {
  const good = makeAgentKey(new Uint8Array(32).fill(7));

  test.each([
    "",
    "cs_live_",
    ` ${good}`,
    `${good}\n`,
    `${good}0`,
    good.toUpperCase(),
    good.replace("live", "test"),
    good.replace("cs_", "ghp_"),
    good.replace("Tw9K", "Tw9\u212a"),
    "cs_live_" + "0".repeat(38),
    "a".repeat(100_000),
  ])("is %.60j", (text) => {
    expect(parseAgentKey(text)).toBeNull();
  });
});

describe("scopes", () => {
  test("are six words, and none of them decides", () => {
    expect(SCOPES).toEqual(["propose", "read", "redeem", "report", "findings", "metrics"]);
    expect(SCOPES.every(isScope)).toBe(true);
    for (const word of ["decide", "approve", "admin", "", "Propose", "constructor", "0"]) expect(isScope(word)).toBe(false);
  });
});

import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryObject } from "../../test/arbitrary-json";
import { numberedId, sha256, START } from "../../test/builders";
import { publishedVectors } from "../../test/published-vectors";
import type { ChainHead, ChainRow, LedgerEntry } from "./ledger";
import { chainHash, entryText, GENESIS_HASH, nextHead, readEntry, verifyChain } from "./ledger";

const entryContent = fc.record({
  at: fc.integer({ min: 0, max: START * 2 }),
  type: fc.oneof(fc.constantFrom("proposal.proposed", "key.created"), fc.string({ unit: "binary" })),
  subject: fc.option(fc.constant(numberedId("proposal", 1)), { freq: 4 }),
  actor: fc.oneof(fc.constant("system"), fc.string({ unit: "binary" })),
  agent: fc.option(fc.constant(numberedId("agent", 1))),
  body: arbitraryObject,
});

/** Rows hashed one after another, and the heads on the way. */
function chainOf(contents: readonly Omit<LedgerEntry, "seq">[]): { readonly rows: ChainRow[]; readonly heads: ChainHead[] } {
  const rows: ChainRow[] = [];
  const heads: ChainHead[] = [{ seq: 0, hash: GENESIS_HASH }];
  let hash = GENESIS_HASH;
  for (const [index, content] of contents.entries()) {
    const entry = entryText({ ...content, seq: index + 1 });
    hash = chainHash(hash, entry, sha256);
    rows.push({ entry, hash });
    heads.push({ seq: index + 1, hash });
  }
  return { rows, heads };
}

const plain = (index: number): Omit<LedgerEntry, "seq"> => ({
  at: START + index,
  type: "proposal.delivered",
  subject: numberedId("proposal", index),
  actor: "system",
  agent: null,
  body: { receiptExpiresAt: null, index },
});
const { rows, heads } = chainOf(Array.from({ length: 40 }, (_, index) => plain(index)));
const last = heads.at(-1) ?? { seq: 0, hash: GENESIS_HASH };

describe("an entry's text", () => {
  test("is its RFC 8785 form, whatever it holds", () => {
    fc.assert(
      fc.property(entryContent, fc.integer({ min: 1 }), (content, seq) => {
        expect(entryText({ ...content, seq })).toBe(canonicalize({ ...content, seq }));
      }),
      { numRuns: 1_000 },
    );
  });

  test("is read back as the entry", () => {
    fc.assert(
      fc.property(entryContent, fc.integer({ min: 1 }), (content, seq) => {
        const text = entryText({ ...content, seq });
        expect(readEntry(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test("holds the fields of an entry and nothing else of a wider object", () => {
    const wider = { ...plain(1), seq: 1, payload: { secret: true } };
    expect(entryText(wider)).toBe(entryText({ ...plain(1), seq: 1 }));
  });

  test.each([
    ["white space", '{"actor":"a","agent":null,"at":1, "body":{},"seq":1,"subject":null,"type":"t"}'],
    ["keys in another order", '{"at":1,"actor":"a","agent":null,"body":{},"seq":1,"subject":null,"type":"t"}'],
    ["a key twice", '{"actor":"b","actor":"a","agent":null,"at":1,"body":{},"seq":1,"subject":null,"type":"t"}'],
    ["one more key", '{"actor":"a","agent":null,"at":1,"body":{},"more":1,"seq":1,"subject":null,"type":"t"}'],
    ["a key missing", '{"actor":"a","agent":null,"at":1,"body":{},"seq":1,"subject":null}'],
    ["a number spelled otherwise", '{"actor":"a","agent":null,"at":1.0,"body":{},"seq":1,"subject":null,"type":"t"}'],
    ["a needless escape", '{"actor":"\\u0061","agent":null,"at":1,"body":{},"seq":1,"subject":null,"type":"t"}'],
    ["half a surrogate pair", '{"actor":"\\ud800","agent":null,"at":1,"body":{},"seq":1,"subject":null,"type":"t"}'],
    ["an agent that is a number", '{"actor":"a","agent":1,"at":1,"body":{},"seq":1,"subject":null,"type":"t"}'],
    ["no agent said", '{"actor":"a","at":1,"body":{},"seq":1,"subject":null,"type":"t"}'],
    ["a body that is a list", '{"actor":"a","agent":null,"at":1,"body":[],"seq":1,"subject":null,"type":"t"}'],
    ["a negative instant", '{"actor":"a","agent":null,"at":-1,"body":{},"seq":1,"subject":null,"type":"t"}'],
    ["a fraction as number", '{"actor":"a","agent":null,"at":1,"body":{},"seq":1.5,"subject":null,"type":"t"}'],
    ["nesting beyond the stack", `{"actor":"a","agent":null,"at":1,"body":{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}}`],
    ["no JSON", "seq 1"],
    ["null", "null"],
  ])("with %s is not an entry", (_, text) => {
    expect(readEntry(text)).toBeNull();
  });
});

describe("a chain", () => {
  test("as it was written is whole, with and without what was noted of it", () => {
    fc.assert(
      fc.property(fc.array(entryContent, { maxLength: 12 }), (contents) => {
        const chain = chainOf(contents);
        const head = chain.heads.at(-1);
        const whole = { ok: true, count: contents.length, head };
        expect(verifyChain(chain.rows, sha256)).toEqual(whole);
        expect(verifyChain(chain.rows, sha256, { checkpoints: chain.heads })).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });

  test("is the one published in the security page", () => {
    const entries = publishedVectors("entry");
    const hashes = publishedVectors("hash");
    const published = entries.map((entry, index) => ({ entry, hash: hashes[index] ?? "" }));
    expect(verifyChain(published, sha256)).toMatchObject({ ok: true, count: 2, head: { seq: 2, hash: hashes[1] } });
  });

  test("may be verified from a head on, in parts", () => {
    const after = heads[25] ?? last;
    const part = rows.slice(25);
    expect(verifyChain(part, sha256, { after, checkpoints: heads })).toEqual({ ok: true, count: 15, head: last });
    expect(verifyChain(part, sha256, { after: { ...after, hash: GENESIS_HASH } })).toMatchObject({ ok: false, seq: 26 });
    expect(verifyChain(part, sha256)).toMatchObject({ ok: false, seq: 1 });
  });

  test("may have a clock that was set back", () => {
    const { rows: back } = chainOf([plain(9), plain(3)]);
    expect(verifyChain(back, sha256)).toMatchObject({ ok: true, count: 2 });
  });

  test("of no rows is whole unless something was noted of it", () => {
    expect(verifyChain([], sha256)).toEqual({ ok: true, count: 0, head: { seq: 0, hash: GENESIS_HASH } });
    expect(verifyChain([], sha256, { checkpoints: [last] })).toMatchObject({ ok: false, seq: 1 });
  });

  test("is read once, row by row, and no further than the first fault", () => {
    let read = 0;
    const lazily = function* (): Generator<ChainRow> {
      for (const [index, row] of rows.entries()) {
        read += 1;
        yield index === 4 ? { ...row, hash: GENESIS_HASH } : row;
      }
    };
    expect(verifyChain(lazily(), sha256)).toMatchObject({ ok: false, seq: 5 });
    expect(read).toBe(5);
  });

  test("tells an entry in another spelling, even when it is hashed with care", () => {
    const entry = (rows[0]?.entry ?? "").replace('"at":', '"at": ');
    const row = { entry, hash: chainHash(GENESIS_HASH, entry, sha256) };
    expect(nextHead({ seq: 0, hash: GENESIS_HASH }, row, sha256)).toMatchObject({
      ok: false,
      seq: 1,
      why: "the entry is not in canonical form",
    });
  });
});

type Tampering = (list: ChainRow[], at: number, pick: number) => ChainRow[];

/** Hashes a list of entries anew from `at` on, as someone who owns the database could. */
function rehashed(list: readonly ChainRow[], at: number): ChainRow[] {
  const again = list.slice(0, at);
  let hash = again.at(-1)?.hash ?? GENESIS_HASH;
  for (const { entry } of list.slice(at)) {
    hash = chainHash(hash, entry, sha256);
    again.push({ entry, hash });
  }
  return again;
}

const edited = (row: ChainRow, pick: number): ChainRow => {
  const at = pick % row.entry.length;
  const letter = row.entry.charAt(at) === "0" ? "1" : "0";
  return { ...row, entry: row.entry.slice(0, at) + letter + row.entry.slice(at + 1) };
};

const WITHIN: Readonly<Record<string, Tampering>> = {
  "an entry edited": (list, at, pick) => list.map((row, index) => (index === at ? edited(row, pick) : row)),
  "a hash edited": (list, at) => list.map((row, index) => (index === at ? { ...row, hash: sha256(row.hash) } : row)),
  "an entry deleted": (list, at) => list.filter((_, index) => index !== at),
  "an entry inserted": (list, at, pick) => list.toSpliced(at, 0, list[pick % list.length] ?? { entry: "", hash: "" }),
  "two neighbours swapped": (list, at) => list.toSpliced(at, 2, ...list.slice(at, at + 2).reverse()),
  "an entry deleted and the rest hashed anew": (list, at) => rehashed(list.toSpliced(at, 1), at),
  "an entry repeated and the rest hashed anew": (list, at) => rehashed(list.toSpliced(at, 0, ...list.slice(at, at + 1)), at),
  "neighbours swapped and the rest hashed anew": (list, at) =>
    rehashed(list.toSpliced(at, 2, ...list.slice(at, at + 2).reverse()), at),
};

describe("a chain that was tampered with", () => {
  // The last row has no neighbour, and without it the chain is merely shorter: that is what checkpoints are for.
  const place = fc.nat(rows.length - 2);

  test.each(Object.entries(WITHIN))("is told by itself: %s", (_, tamper) => {
    fc.assert(
      fc.property(place, fc.nat(10_000), (at, pick) => {
        const list = tamper([...rows], at, pick);
        fc.pre(JSON.stringify(list) !== JSON.stringify(rows));
        expect(verifyChain(list, sha256).ok).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  test("is told by a checkpoint: its end cut off", () => {
    fc.assert(
      fc.property(place, (at) => {
        expect(verifyChain(rows.slice(0, at), sha256).ok).toBe(true);
        expect(verifyChain(rows.slice(0, at), sha256, { checkpoints: [last] })).toMatchObject({ ok: false, seq: at + 1 });
      }),
      { numRuns: 100 },
    );
  });

  test("is told by a checkpoint: one entry written anew, and all after it hashed again", () => {
    fc.assert(
      fc.property(place, place, (at, noted) => {
        const contents = rows.map((_, index) => (index === at ? { ...plain(index), actor: "person:per_x" } : plain(index)));
        const { rows: anew } = chainOf(contents);
        expect(verifyChain(anew, sha256).ok).toBe(true);
        const verdict = verifyChain(anew, sha256, { checkpoints: heads.slice(noted, noted + 1) });
        expect(verdict.ok).toBe(noted <= at);
        expect(verifyChain(anew, sha256, { checkpoints: [last] }).ok).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  test("is told by two checkpoints that cannot both be true", () => {
    expect(verifyChain(rows, sha256, { checkpoints: [last, { ...last, hash: GENESIS_HASH }] }).ok).toBe(false);
  });
});

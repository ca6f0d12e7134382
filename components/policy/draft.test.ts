import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { DEFAULT_POLICY } from "../../lib/domain/policy/default-policy";
import { wordsOf } from "../../test/words";
import { ENTRY_LISTS, entriesOf, readDraft, withEntry, withPrices, withoutEntry } from "./draft";
import { rowOf } from "./entry-words";

const TEXT = JSON.stringify(DEFAULT_POLICY);
const WORDS = { t: wordsOf("policyLists"), terms: wordsOf("terms"), ui: wordsOf("ui") };

const PRICES = { currency: "EUR", hour: 80, harm: { S0: 1, S1: 10, S2: 50, S3: 500, S4: 5_000 } };

describe("the prices of a draft", () => {
  it("are named and given up again, and everything else stays", () => {
    const named = withPrices(TEXT, PRICES);
    expect(JSON.parse(named)).toEqual({ ...DEFAULT_POLICY, prices: PRICES });
    expect(JSON.parse(withPrices(named, null))).toEqual(DEFAULT_POLICY);
  });

  it.each([{ hour: 80 }, null, 3, { ...PRICES, hour: "80" }, { ...PRICES, currency: 3 }, { ...PRICES, harm: { S0: 1 } }])(
    "are not counted with while they are no prices: %j",
    (prices) => {
      expect(readDraft(JSON.stringify({ ...DEFAULT_POLICY, prices })).ok).toBe(false);
    },
  );
});

describe("the lists of a draft", () => {
  it("are changed one entry at a time, and everything else stays", () => {
    const entry = { id: "large", match: "payment.*", then: { treatment: "confirm", reason: "large" } };
    const added = withEntry(TEXT, "rules", null, entry);
    expect(entriesOf(added, "rules")?.at(-1)).toEqual(entry);
    expect(JSON.parse(withoutEntry(added, "rules", DEFAULT_POLICY.rules.length))).toEqual(JSON.parse(TEXT));
    const changed = withEntry(added, "rules", DEFAULT_POLICY.rules.length, { ...entry, match: "payment.refund" });
    expect(entriesOf(changed, "rules")).toHaveLength(DEFAULT_POLICY.rules.length + 1);
    expect(readDraft(changed).ok).toBe(true);
  });

  it("are unknown, and nothing is changed, while the text is no such document", () => {
    for (const text of ["", "{", "[]", "null", '{"rules": 3}']) {
      expect(entriesOf(text, "rules")).toBeNull();
      expect(withEntry(text, "rules", null, {})).toBe(text);
      expect(withoutEntry(text, "rules", 0)).toBe(text);
    }
  });

  it("have a row for whatever somebody wrote into them", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ENTRY_LISTS), fc.array(fc.jsonValue()), (list, entries) => {
        for (const entry of entriesOf(JSON.stringify({ [list]: entries }), list) ?? []) {
          const row = rowOf(WORDS, list, entry);
          for (const part of [row.name, row.says]) expect(typeof part).toBe("string");
        }
      }),
    );
  });

  it("say in words what each entry does", () => {
    expect(
      rowOf(WORDS, "rules", {
        id: "large",
        match: "payment.*",
        when: "derived.amount > 500",
        then: { treatment: "confirm", stakes: "S3", reason: "over 500" },
      }),
    ).toEqual({
      name: "large",
      match: "payment.*",
      says: "hold to approve · at least major",
      condition: "derived.amount > 500",
      note: "over 500",
    });
    expect(
      rowOf(WORDS, "catalogue", {
        match: "drug.dose",
        kind: "record",
        stakes: "S2",
        reversibility: "R1",
        regulated: "Dosing rule",
      }).says,
    ).toBe("record · moderate · restorable · regulated: Dosing rule");
    expect(rowOf(WORDS, "limits", { id: "a", match: "*", per: "agent", window: "24h", sum: 5000, then: "block" }).says).toBe(
      "each agent: amounts up to 5000 in 24h, beyond it blocked",
    );
  });
});

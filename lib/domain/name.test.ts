import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkName, skeleton } from "./name";

function nameOf(text: string): string | null {
  const checked = checkName(text);
  return checked.ok ? checked.value.name : null;
}

describe("a name", () => {
  test.each([
    ["Ada Lovelace", "Ada Lovelace"],
    ["  refunds-bot  ", "refunds-bot"],
    ["Jose\u0301", "Jos\u00e9"],
    ["Seán O’Brien", "Seán O’Brien"],
    ["Dr. Martin Luther King, Jr.", "Dr. Martin Luther King, Jr."],
    ["support_agent/v2 (prod) #3", "support_agent/v2 (prod) #3"],
    ["日本 Tokyo", "日本 Tokyo"],
    ["김민준", "김민준"],
    ["Мария Иванова", "Мария Иванова"],
    ["Γιώργος", "Γιώργος"],
    ["प्रिया शर्मा", "प्रिया शर्मा"],
    ["محمد علي", "محمد علي"],
    ["ספיר", "ספיר"],
    ["สมชาย", "สมชาย"],
    ["3rd shift", "3rd shift"],
    ["x", "x"],
    ["x".repeat(80), "x".repeat(80)],
    ["𠮷".repeat(80), "𠮷".repeat(80)],
  ])("may be %j", (text, name) => {
    expect(nameOf(text)).toBe(name);
  });

  test.each([
    ["empty", ""],
    ["only spaces", "   "],
    ["too long", "x".repeat(81)],
    ["with a zero-width space", "ad\u200bmin"],
    ["with a right-to-left override", "nimda\u202e"],
    ["with a soft hyphen", "ad\u00admin"],
    ["with a line break", "admin\nroot"],
    ["with a no-break space", "a\u00a0b"],
    ["with a Hangul filler", "\u3164"],
    ["with half a surrogate pair", "a\ud800"],
    ["with two spaces in a row", "Ada  Lovelace"],
    ["of Latin and Cyrillic", "Аdа"],
    ["of Latin and Greek", "Ηenry"],
    ["of Latin and Cherokee", "Ꭺda"],
    ["with a badge", "Approved ✓"],
    ["with an emoji", "🤖 bot"],
    ["with markup", "<b>CFO</b>"],
    ["with backticks", "`CFO`"],
    ["with double quotes", '"CFO"'],
    ["starting with a mark", "\u0301a"],
    ["starting with punctuation", "-admin"],
    ["with marks piled up", "a\u0335\u0336\u0337\u0338b"],
  ])("may not be %s", (_, text) => {
    const checked = checkName(text);
    expect(checked).toMatchObject({ ok: false, error: { code: "invalid_request" } });
    if (!checked.ok) expect(checked.error.detail).toMatch(/^the name .*: /);
  });

  test("that was checked is checked again to the same", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), (text) => {
        const checked = checkName(text);
        if (checked.ok) expect(checkName(checked.value.name)).toEqual(checked);
      }),
      { numRuns: 1_000 },
    );
  });
});

/** A capital or small letter and what others may be taken for it. */
const ALIKE: readonly (readonly [latin: string, others: string])[] = [
  ["A", "АΑ"],
  ["B", "ВΒ"],
  ["C", "СϹ"],
  ["E", "ЕΕ"],
  ["H", "НΗ"],
  ["I", "ІΙӀ"],
  ["K", "КΚ"],
  ["M", "МΜ"],
  ["N", "Ν"],
  ["O", "ОΟՕ"],
  ["P", "РΡ"],
  ["S", "Ѕ"],
  ["T", "ТΤ"],
  ["X", "ХΧ"],
  ["Y", "УΥ"],
  ["Z", "Ζ"],
  ["a", "аα"],
  ["c", "сϲ"],
  ["e", "е"],
  ["i", "іι"],
  ["j", "јϳ"],
  ["n", "ո"],
  ["o", "оοօ"],
  ["p", "рρ"],
  ["s", "ѕ"],
  ["u", "υս"],
  ["v", "νѵ"],
  ["x", "хχ"],
  ["y", "уγ"],
];

describe("two names that are easily taken for each other", () => {
  test.each([
    ["Refund Bot", "refund bot"],
    ["Refund Bot", "Refund-Bot"],
    ["Refund Bot", "RefundBot"],
    ["Refund Bot", "ＲＥＦＵＮＤ ＢＯＴ"],
    ["Bill", "BiII"],
    ["Bill", "Bi11"],
    ["Ollie", "0llie"],
    ["modern", "modem"],
    ["savvy", "sawy"],
    ["COO", "СОО"],
    ["pay", "рау"],
    ["HOPE", "ΗΟΡΕ"],
    ["ﬁnance", "finance"],
  ])("%s and %s have one skeleton", (one, other) => {
    expect(skeleton(one)).toBe(skeleton(other));
  });

  test.each([
    ["José", "Jose"],
    ["refunds", "refund"],
    ["agent 2", "agent 3"],
    ["Анна", "Инна"],
    ["東京", "京都"],
    ["Max", "Mix"],
  ])("%s and %s have two, since they are not", (one, other) => {
    expect(skeleton(one)).not.toBe(skeleton(other));
  });

  test("cannot both be registered, however many letters are put in place of others", () => {
    const letter = fc.constantFrom(...ALIKE);
    const pair = fc.array(fc.tuple(letter, fc.nat(3)), { minLength: 1, maxLength: 12 }).map((picks) => ({
      real: picks.map(([[latin]]) => latin).join(""),
      fake: picks.map(([[latin, others], pick]) => Array.from(latin + others)[pick] ?? latin).join(""),
    }));
    fc.assert(
      fc.property(pair, ({ real, fake }) => {
        expect(checkName(real).ok).toBe(true);
        const checked = checkName(fake);
        if (checked.ok) expect(checked.value.skeleton).toBe(skeleton(real));
      }),
      { numRuns: 2_000 },
    );
  });
});

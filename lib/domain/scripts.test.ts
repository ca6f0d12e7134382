import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hostFlags, isMixedScript, isSpoof, scriptsOf } from "./scripts";

/** Latin letters with those of other scripts that most fonts draw alike (from the UTS #39 table). */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: "аα",
  c: "сϲ",
  e: "еҽ",
  h: "һհ",
  i: "іι",
  j: "јϳ",
  l: "ӏ",
  n: "ո",
  o: "оοօ",
  p: "рρ",
  q: "ԛզ",
  s: "ѕ",
  u: "υս",
  v: "ѵν",
  w: "ԝա",
  x: "хχ",
  y: "уγ",
};

const WORDS = ["apple", "paypal", "microsoft", "countersign", "example", "stripe", "google", "amazon", "accounts", "support"];

const spoofs = WORDS.flatMap((word) =>
  Array.from(word).flatMap((letter, at) =>
    Array.from(LOOK_ALIKES[letter] ?? "", (other) => word.slice(0, at) + other + word.slice(at + 1)),
  ),
);

/** Everyday alphabets, each with some of its letters. */
const ALPHABETS: readonly string[] = [
  "abcdefghijklmnopqrstuvwxyzäöüßéèñçåøłžşğ",
  "абвгдежзийклмнопрстуфхцчшщыэюяіїєґ",
  "αβγδεζηθικλμνξοπρστυφχψωάέή",
  "אבגדהוזחטיכלמנסעפצקרשת",
  "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
  "अआइकखगघचछजटडतथदधनपफबभमयरलवशसह",
  "กขคงจชซดตถทนบปผพมยรลวสหอ",
  "가나다라마바사아자차카타파하",
  "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
  "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
  "東京大阪中国北日本abcxyz",
  "ひらがなカタカナ漢字ー々abc",
  "한국서울中abc",
];

describe("the scripts of a text", () => {
  test.each([
    ["", []],
    ["123 .-_@", []],
    ["Tokyo 2026", ["Latin"]],
    ["Ærøskøbing", ["Latin"]],
    ["日本 Tokyo", ["Han", "Latin"]],
    ["東京タワーへ", ["Han", "Katakana", "Hiragana"]],
    ["Москва", ["Cyrillic"]],
    ["аpple", ["Cyrillic", "Latin"]],
    ["e\u0301", ["Latin"]],
    ["😀", []],
    ["𐌰𐌱", ["Other"]],
  ])("%j are %j", (text, scripts) => {
    expect(scriptsOf(text)).toEqual(scripts);
  });
});

describe("an identifier mixes scripts", () => {
  test.each(spoofs)("when one Latin letter is of another script: %s", (spoof) => {
    expect(isMixedScript(spoof)).toBe(true);
  });

  test.each(["раypal", "Ηello", "Ꭺpple", "ⲟpen", "ꓮcme", "αβγabc", "абвαβγ", "한국ひ", "日本язык", "ab𐌰"])(
    "in %s",
    (identifier) => {
      expect(isMixedScript(identifier)).toBe(true);
    },
  );

  test("never when it is of one everyday script, or of those that are written together", () => {
    const word = fc.constantFrom(...ALPHABETS).chain((alphabet) =>
      fc.array(
        fc.oneof(
          { weight: 6, arbitrary: fc.constantFrom(...Array.from(alphabet)) },
          fc.constantFrom(..."0123456789-._ ’".split("")),
        ),
        {
          maxLength: 20,
        },
      ),
    );
    fc.assert(
      fc.property(word, (letters) => {
        expect(isMixedScript(letters.join(""))).toBe(false);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe("a host", () => {
  test.each(["example.com", "api.example.co.uk", "localhost", "127.0.0.1", "[::1]", "a-b.example", "axn--b.example"])(
    "in plain ASCII has no flags: %s",
    (host) => {
      expect(hostFlags(host)).toEqual([]);
    },
  );

  test.each([
    ["xn--pple-43d.com", ["punycode"]],
    ["mail.XN--pple-43d.com", ["punycode"]],
    ["аpple.com", ["non_ascii", "mixed_script"]],
    ["аррӏе.com", ["non_ascii"]],
    ["münchen.de", ["non_ascii"]],
    ["日本.jp", ["non_ascii"]],
    ["example\u200b.com", ["non_ascii", "invisible"]],
    ["example.com\n", ["invisible"]],
    ["ｅxample.com", ["non_ascii", "look_alike"]],
    ["paypa\u{1d55d}.com", ["non_ascii", "look_alike"]],
    ["\u{1d73e}\u{1d5af}aypal.com", ["non_ascii", "look_alike"]],
    ["paypa\u{1d7cf}.com", ["non_ascii", "look_alike"]],
    ["\ua731upport.com", ["non_ascii", "look_alike"]],
    ["example。com", ["non_ascii"]],
  ])("with more than that has flags: %j", (host, flags) => {
    expect(hostFlags(host)).toEqual(flags);
  });

  test("with any look-alike in it has a flag", () => {
    for (const spoof of spoofs) expect(hostFlags(`${spoof}.com`)).toContain("non_ascii");
  });
});

/** Where alphabets begin that stand in for a to z: bold, sans-serif and typewriter letters of mathematics, and wide ones. */
const STAND_INS = [0x1d41a, 0x1d5ba, 0x1d68a, 0xff41];
/** Of no language. */
const OF_NO_LANGUAGE = Array.from("ᴀᴄᴅᴇꜰɡ\ua7acʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ");

describe("a name is not what it looks like", () => {
  test("when anything in it stands in for a plain letter", () => {
    const standIn = fc.oneof(
      fc.tuple(fc.constantFrom(...STAND_INS), fc.nat(25)).map(([first, letter]) => String.fromCodePoint(first + letter)),
      fc.constantFrom(...OF_NO_LANGUAGE),
    );
    const plain = fc.stringMatching(/^[a-z]{0,6}$/u);
    const spoof = fc.tuple(plain, standIn, plain, fc.constantFrom("", ".com", ".example.org")).map((parts) => parts.join(""));
    fc.assert(
      fc.property(spoof, (name) => {
        expect(isSpoof(name)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  test("never in one everyday alphabet, or in those that are written together", () => {
    const label = fc
      .constantFrom(...ALPHABETS)
      .chain((alphabet) => fc.array(fc.constantFrom(...Array.from(alphabet), "-", "7"), { minLength: 1, maxLength: 16 }))
      .map((letters) => letters.join(""));
    fc.assert(
      fc.property(label, fc.constantFrom("", ".com", ".de", ".co.jp"), (name, ending) => {
        expect(isSpoof(name + ending)).toBe(false);
      }),
      { numRuns: 10_000 },
    );
  });

  test.each([
    "資料Ａ",
    "ＡＢＣ株式会社",
    "ｶﾌﾞｼｷ",
    "1ª",
    "nº",
    "5µm",
    "coŀlegi",
    "Διάϐασις",
    "ประจำ",
    "և",
    "x²",
    "yıldız",
    "münchen.de",
  ])("never for what is at home in honest texts: %s", (name) => {
    expect(isSpoof(name)).toBe(false);
  });
});

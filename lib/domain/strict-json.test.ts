import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryJson } from "../../test/arbitrary-json";
import type { JsonRefusal } from "./strict-json";
import { decodeUtf8Strict, parseStrictJson, STRICT_JSON_LIMITS } from "./strict-json";

function refusal(text: string): JsonRefusal {
  const read = parseStrictJson(text);
  if (read.ok) throw new Error(`accepted: ${text.slice(0, 100)}`);
  return read.error;
}

/** `[[…value…]]`, so many brackets deep. */
const nested = (depth: number, value = "") => "[".repeat(depth) + value + "]".repeat(depth);
const nestedObjects = (depth: number) => '{"a":'.repeat(depth) + "1" + "}".repeat(depth);
const keys = (count: number) => `{${Array.from({ length: count }, (_, index) => `"k${String(index)}":0`).join(",")}}`;

describe("a JSON text is read", () => {
  test.each<[string, unknown]>([
    ["null", null],
    [" \t\r\n true \n", true],
    ["[]", []],
    ["{}", {}],
    ['""', ""],
    ['{ "a" : [ 1 , { "b" : null } , "x" ] }', { a: [1, { b: null }, "x"] }],
    [String.raw`"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"`, '"\\/\b\f\n\r\té😀'],
    [String.raw`"\uFEFF\u202e\u007f"`, "\ufeff\u202e\u007f"],
    ['"\u2028\u2029 é 😀"', "\u2028\u2029 é 😀"],
    ['{"toString":1,"hasOwnProperty":2,"valueOf":3,"toJSON":4}', { toString: 1, hasOwnProperty: 2, valueOf: 3, toJSON: 4 }],
    ['{"proto":1,"__proto":2,"Constructor":3}', { proto: 1, __proto: 2, Constructor: 3 }],
    ['{"a":{"a":{"a":1}},"b":{"a":1}}', { a: { a: { a: 1 } }, b: { a: 1 } }],
    ['{"é":1,"e\u0301":2}', { é: 1, "e\u0301": 2 }],
    [nested(32), JSON.parse(nested(32))],
    [nestedObjects(32), JSON.parse(nestedObjects(32))],
    [keys(1_000), JSON.parse(keys(1_000))],
    [`"${"a".repeat(65_536)}"`, "a".repeat(65_536)],
    [`"${"é".repeat(32_768)}"`, "é".repeat(32_768)],
  ])("%.60s", (text, value) => {
    expect(parseStrictJson(text)).toEqual({ ok: true, value });
  });
});

/** What is refused, with the pointer and the offset that are answered. */
const REFUSED: readonly (readonly [what: string, text: string, path: string, offset: number])[] = [
  ["a key twice", '{"amount":10,"amount":10000}', "/amount", 13],
  ["a key twice, once escaped", String.raw`{"amount":10,"\u0061mount":10000}`, "/amount", 13],
  ["a key twice, with the same value", '{"a":1,"a":1}', "/a", 7],
  ["a key twice deep inside", '{"x":[0,{"a":{"b":1,"b":2}}]}', "/x/1/a/b", 20],
  ["the key __proto__", '{"__proto__":{"admin":true}}', "/__proto__", 1],
  ["the key __proto__ escaped", String.raw`{"a":{"\u005f_proto__":1}}`, "/a/__proto__", 6],
  ["the key constructor", '{"constructor":1}', "/constructor", 1],
  ["the key prototype", '[{"prototype":1}]', "/0/prototype", 2],
  ["a raw lone high surrogate", '["\ud800"]', "/0", 1],
  ["a raw lone low surrogate", '["a\udfff"]', "/0", 1],
  ["an escaped lone high surrogate", String.raw`{"a":"\ud800"}`, "/a", 5],
  ["an escaped lone low surrogate", String.raw`{"a":"x\uDFFFy"}`, "/a", 5],
  ["an escaped pair the wrong way round", String.raw`["\ude00\ud83d"]`, "/0", 1],
  ["a lone surrogate in a key", String.raw`{"\ud800":1}`, "/", 1],
  ["a raw U+0000", '["a\0b"]', "/0", 3],
  ["an escaped U+0000", String.raw`["a\u0000b"]`, "/0", 1],
  ["U+0000 in a key", String.raw`{"a\u0000":1}`, "/", 1],
  ["a raw line feed in a string", '["a\nb"]', "/0", 3],
  ["a raw tab in a string", '["\t"]', "/0", 2],
  ["a raw line feed after an escape", '["\\t\n"]', "/0", 4],
  ["a raw U+0000 after an escape", '["\\t\0"]', "/0", 4],
  ["a string that is not closed after an escape", '["\\tabc', "/0", 7],
  ["a number that is not exact", '{"a":[1,9007199254740993]}', "/a/1", 8],
  ["a number too large", '{"a":1e400}', "/a", 5],
  ["negative zero", "[-0]", "/0", 1],
  ["a leading zero", "[01]", "/0", 1],
  ["a plus sign", "[+1]", "/0", 1],
  ["a bare point", "[1.]", "/0", 1],
  ["NaN", "[NaN]", "/0", 1],
  ["Infinity", "[-Infinity]", "/0", 1],
  ["hexadecimal", "[0x10]", "/0", 2],
  ["33 lists in one another", nested(33), "/0".repeat(32), 32],
  ["33 objects in one another", nestedObjects(33), "/a".repeat(32), 160],
  ["100,000 lists in one another", nested(100_000), "/0".repeat(32), 32],
  ["a million opening brackets", "[".repeat(1_000_000), "/0".repeat(32), 32],
  ["1,001 keys", keys(1_001), "/k1000", 8_891],
  ["a string of 65,537 bytes", `["${"a".repeat(65_537)}"]`, "/0", 1],
  ["a string of 65,538 bytes in 32,769 characters", `["${"é".repeat(32_769)}"]`, "/0", 1],
  ["a string of 65,537 escaped bytes", `["${"\\u0061".repeat(65_537)}"]`, "/0", 1],
  ["a byte order mark", "\ufeff{}", "", 0],
  ["nothing", "", "", 0],
  ["only white space", " \n", "", 2],
  ["two values", "{} {}", "", 3],
  ["a comma after the value", "{},", "", 2],
  ["junk after the value", '{"a":1}x', "", 7],
  ["a null byte after the value", "{}\0", "", 2],
  ["a comma before a brace", '{"a":1,}', "/a", 7],
  ["a comma before a bracket", "[1,]", "/1", 3],
  ["a comma too many", "[1,,2]", "/1", 3],
  ["no comma", "[1 2]", "/0", 3],
  ["no colon", '{"a" 1}', "/a", 5],
  ["a key without quotes", "{a:1}", "/", 1],
  ["single quotes", "{'a':1}", "/", 1],
  ["a number as key", "{1:1}", "/", 1],
  ["a comment", "[/* no */1]", "/0", 1],
  ["a word that is none", "[True]", "/0", 1],
  ["a word cut short", "[tru]", "/0", 1],
  ["a word that goes on", "[truer]", "/0", 5],
  ["undefined", "[undefined]", "/0", 1],
  ["an unknown escape", String.raw`["\x41"]`, "/0", 2],
  ["an escape cut short", String.raw`["\u00"]`, "/0", 2],
  ["an escape of no hexadecimal", String.raw`["\u00g0"]`, "/0", 2],
  ["a backslash at the end", '["\\', "/0", 2],
  ["a string that is not closed", '["abc', "/0", 5],
  ["a list that is not closed", "[1", "/0", 2],
  ["an object that is not closed", '{"a":1', "/a", 6],
  ["a bracket closed by a brace", "[1}", "/0", 2],
  ["a no-break space between tokens", "[\u00a01]", "/0", 1],
  ["a form feed between tokens", "[\f1]", "/0", 1],
  ["a key with the pointer's own marks", '{"a/b~c":[x]}', "/a~1b~0c/0", 10],
];

describe("a JSON text is refused, with its place, for", () => {
  test.each(REFUSED)("%s", (_, text, path, offset) => {
    expect(refusal(text)).toMatchObject({ code: "invalid_json", context: { path, offset } });
    expect(refusal(text).detail).toMatch(/^[a-z].*[^.]$/);
  });

  test("limits of the caller's own", () => {
    const limits = { depthMax: 1, keysMax: 2, stringBytesMax: 3 };
    expect(parseStrictJson('{"abc":1,"b":"xyz"}', limits).ok).toBe(true);
    for (const text of ["[[]]", '{"a":1,"b":2,"c":3}', '["abcd"]', '["éé"]', '{"abcd":1}']) {
      expect(parseStrictJson(text, limits).ok).toBe(false);
    }
    expect(parseStrictJson("1", { ...limits, depthMax: 0 }).ok).toBe(true);
  });

  test("long keys without repeating them whole", () => {
    const long = "😀".repeat(10_000);
    const { path } = refusal(`{"${long}":}`).context;
    expect(path).toBe(`/${"😀".repeat(64)}`);
  });
});

describe("reading JSON strictly", () => {
  test("never changes what objects are", () => {
    for (const [, text] of REFUSED) parseStrictJson(text);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Reflect.get({}, "admin")).toBeUndefined();
  });

  test("answers what JSON.parse answers for every text it takes", () => {
    const token = fc.constantFrom(
      ...'{}[],:"\\ \n0123456789-+.eE/ubfnrt\0\ufeff\ud83d\ude00é'.split(""),
      ...[
        '"a":',
        '"b"',
        "true",
        "null",
        "\\u0041",
        "\\ud83d\\ude00",
        "\\ud800",
        '"__proto__":1',
        "1e21",
        "-0",
        "9007199254740993",
      ],
    );
    const soup = fc.array(token, { maxLength: 14 }).map((tokens) => tokens.join(""));
    const spoiled = fc.tuple(arbitraryJson, fc.nat(), token, fc.nat(2)).map(([value, place, piece, cut]) => {
      const text = JSON.stringify(value);
      const at = place % (text.length + 1);
      return text.slice(0, at) + piece + text.slice(at + cut);
    });
    fc.assert(
      fc.property(fc.oneof(soup, spoiled), (text) => {
        const read = parseStrictJson(text);
        if (read.ok) expect(read.value).toEqual(JSON.parse(text));
      }),
      { numRuns: 10_000 },
    );
  });

  test("takes every value whose text keeps the rules, in any layout", () => {
    const within = (text: string) => !/\\u0000|"(?:__proto__|constructor|prototype)":|(?<![\w"])-0(?![.\d])/.test(text);
    fc.assert(
      fc.property(arbitraryJson, fc.constantFrom(0, 2, "\t"), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        fc.pre(within(text));
        const parsed: unknown = JSON.parse(text);
        expect(parseStrictJson(text, { ...STRICT_JSON_LIMITS, depthMax: 1_000 })).toEqual({ ok: true, value: parsed });
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("bytes", () => {
  const bytes = (...values: number[]) => new Uint8Array(values);

  test("of well-formed UTF-8 are read as they are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        fc.pre(!text.startsWith("\ufeff"));
        expect(decodeUtf8Strict(new TextEncoder().encode(text))).toEqual({ ok: true, value: text });
      }),
    );
  });

  test.each([
    ["a byte order mark", bytes(0xef, 0xbb, 0xbf, 0x7b, 0x7d)],
    ["UTF-16", bytes(0xff, 0xfe, 0x7b, 0x00)],
    ["Latin-1", bytes(0x22, 0xe9, 0x22)],
    ["an overlong form", bytes(0x22, 0xc0, 0xaf, 0x22)],
    ["an encoded surrogate", bytes(0x22, 0xed, 0xa0, 0x80, 0x22)],
    ["a code point beyond Unicode", bytes(0xf4, 0x90, 0x80, 0x80)],
    ["a sequence cut short", bytes(0x22, 0xf0, 0x9f, 0x98)],
    ["a lone continuation byte", bytes(0x80)],
  ])("with %s are refused", (_, input) => {
    expect(decodeUtf8Strict(input)).toMatchObject({ ok: false, error: { code: "invalid_json" } });
  });

  test("are decoded each on their own: a cut sequence does not reach into the next", () => {
    expect(decodeUtf8Strict(bytes(0xf0, 0x9f)).ok).toBe(false);
    expect(decodeUtf8Strict(bytes(0x98, 0x80)).ok).toBe(false);
    expect(decodeUtf8Strict(bytes(0x7b, 0x7d))).toEqual({ ok: true, value: "{}" });
  });
});

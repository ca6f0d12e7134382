import type { Endpoint } from "../../lib/contract/endpoint";
import { LIMITS } from "../../lib/contract/proposal";
import { aRefund } from "./api-under-test";

/** A body that every rule of the text lets through. */
export const SOUND = JSON.stringify(aRefund());
const withArguments = (text: string): string => `{"action":{"name":"x.y","arguments":${text}}}`;
const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

type BadBodies = Readonly<Record<string, readonly [body: string | Uint8Array<ArrayBuffer>, verdict: string]>>;

/** Bodies that no call takes, and what each is refused with (design: trust §9). */
const BODIES: BadBodies = {
  empty: ["", "400 invalid_json"],
  spaces: [" \n\t ", "400 invalid_json"],
  "a word": ["hello", "400 invalid_json"],
  null: ["null", "400 invalid_request"],
  "a number": ["1", "400 invalid_request"],
  "a string": ['"x"', "400 invalid_request"],
  "an array": ["[]", "400 invalid_request"],
  "cut short": [SOUND.slice(0, -1), "400 invalid_json"],
  "two values": [`${SOUND}${SOUND}`, "400 invalid_json"],
  "a trailing comma": ['{"a":1,}', "400 invalid_json"],
  "a comment": ["{/* hello */}", "400 invalid_json"],
  "a byte order mark": [`\ufeff${SOUND}`, "400 invalid_json"],
  "UTF-16": [Buffer.from(SOUND, "utf16le"), "400 invalid_json"],
  "ill-formed UTF-8": [Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]), "400 invalid_json"],
  "a lone surrogate": [withArguments('{"a":"\\ud800"}'), "400 invalid_json"],
  NUL: [withArguments('{"a":"\\u0000"}'), "400 invalid_json"],
  "a repeated key": [withArguments('{"amount":10,"amount":10000}'), "400 invalid_json"],
  "a repeated key, escaped": [withArguments('{"a":1,"\\u0061":2}'), "400 invalid_json"],
  "the prototype's key": [withArguments('{"__proto__":{"polluted":true}}'), "400 invalid_json"],
  "a constructor": [withArguments('{"constructor":{"prototype":{}}}'), "400 invalid_json"],
  "2^53 + 1": [withArguments('{"a":9007199254740993}'), "400 invalid_json"],
  "1e400": [withArguments('{"a":1e400}'), "400 invalid_json"],
  "-0": [withArguments('{"a":-0}'), "400 invalid_json"],
  NaN: [withArguments('{"a":NaN}'), "400 invalid_json"],
  "33 levels": [withArguments(`{"a":${nested(31)}}`), "400 invalid_json"],
  "100,000 levels": [nested(100_000), "400 invalid_json"],
  "1,001 keys": [
    withArguments(JSON.stringify(Object.fromEntries(Array.from({ length: 1001 }, (_, key) => [`k${String(key)}`, 1])))),
    "400 invalid_json",
  ],
  "a string of 64 kB + 1": [withArguments(JSON.stringify({ a: "x".repeat(65_537) })), "400 invalid_json"],
  "an unknown field": [JSON.stringify({ ...aRefund(), approved: true }), "400 invalid_request"],
};

/** What no call takes, with a body that is longer than this one does. */
export function badBodies({ bodyBytes = LIMITS.bodyBytes }: Endpoint): BadBodies {
  return { ...BODIES, "one byte too many": [`"${"x".repeat(bodyBytes - 1)}"`, "413 payload_too_large"] };
}

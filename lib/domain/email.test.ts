import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { normaliseEmail } from "./email";

describe("e-mail address", () => {
  it.each([
    ["Ada@Example.COM", "ada@example.com"],
    ["  ada+test@example.co.uk ", "ada+test@example.co.uk"],
    ["admin@localhost", "admin@localhost"],
  ])("%s is written %s", (text, email) => {
    expect(normaliseEmail(text)).toBe(email);
  });

  it.each([
    ["a Cyrillic а", "аda@example.com"],
    ["the Kelvin sign", "\u212aate@example.com"],
    ["a full-width at sign", "ada＠example.com"],
    ["a second at sign", "ada@evil.example@example.com"],
    ["a display name", '"ada@example.com" <eve@evil.example>'],
    ["a line feed inside", "ada@example.com\nbcc:eve@evil.example"],
    ["a zero-width space", "ada\u200b@example.com"],
    ["no domain", "ada@"],
    ["nothing", ""],
    ["255 characters", `${"a".repeat(60)}@${"b.".repeat(97)}example`],
  ])("is refused: %s", (_, text) => {
    expect(normaliseEmail(text)).toBeNull();
  });

  it("whatever is accepted is lower-case ASCII and its own normal form", () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: "binary", maxLength: 80 })), (text) => {
        const email = normaliseEmail(text);
        if (email === null) return;
        expect(email).toMatch(/^[!-?a-~@[-`]+$/);
        expect(normaliseEmail(email)).toBe(email);
      }),
    );
  });
});

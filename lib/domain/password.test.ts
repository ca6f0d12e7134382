import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { checkPassword, normalisedPassword } from "./password";

const ADA = { email: "ada.lovelace@example.com", name: "Ada Lovelace" };

function verdict(password: string): string {
  const checked = checkPassword(password, ADA);
  return checked.ok ? "accepted" : checked.error.code;
}

describe("password", () => {
  it.each([
    ["seven characters", "k7#mQz2"],
    ["the word itself", "password"],
    ["a common word with digits and a sign", "Password2024!"],
    ["a common word in disguise", "P4$$w0rd99"],
    ["a common word twice", "adminadmin"],
    ["a season and a year", "Summer2026"],
    ["one character repeated", "zzzzzzzzzzzz"],
    ["two characters alternating", "abababababab"],
    ["a row of keys", "qwertyuiop"],
    ["the alphabet backwards", "zyxwvutsrq"],
    ["digits alone", "4915551234"],
    ["one's own name and little else", "AdaLovelace1843"],
    ["one's own address", "ada.lovelace@example.com"],
    ["the product's name and little else", "countersign1"],
    ["a lone surrogate", "correct-\ud800-horse"],
    ["1,025 characters", "kx".repeat(512) + "7"],
  ])("is refused: %s", (_, password) => {
    expect(verdict(password)).toBe("weak_password");
  });

  it.each([
    ["eight unrelated characters", "k7#mQz2v"],
    ["a passphrase", "violet anchors drift slowly"],
    ["a passphrase with one's own name in it", "ada drinks eleven espressos"],
    ["another script", "пять тихих берёз"],
    ["emoji", "🦊🌊🎻🧭🍋🪁🏔️🎲"],
    ["64 characters", "kQ7v".repeat(15) + "mmz2"],
    ["1,024 characters", "kx7v".repeat(256)],
    ["sixteen random digits", "8305917264038512"],
  ])("is accepted: %s", (_, password) => {
    expect(verdict(password)).toBe("accepted");
  });

  it("composed and decomposed spellings are the same password", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        expect(normalisedPassword(text.normalize("NFD"))).toBe(normalisedPassword(text.normalize("NFC")));
      }),
    );
  });
});

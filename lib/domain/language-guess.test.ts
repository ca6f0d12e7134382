import fc from "fast-check";
import { expect, it } from "vitest";

import { guessLanguage } from "./language-guess";

it.each<readonly [string, string | null, boolean]>([
  ["Where is the order that I paid for? It is not here.", "en", true],
  ["Ihre Bestellung ist unterwegs und wird am Montag bei Ihnen sein.", "de", true],
  ["Merci pour votre commande, elle est dans la boîte.", "fr", true],
  ["Gracias por su pedido, el paquete está en camino.", "es", true],
  ["Bedankt voor uw bestelling, het pakket is onderweg en wordt morgen bezorgd.", "nl", true],
  ["ההזמנה שלך תישלח מחר", "he", true],
  ["نعتذر عن التأخير في الشحن", "ar", false],
  ["ok", null, false],
  ["W1234", null, false],
  ["", null, false],
])("“%s” is taken for %s", (text, tag, sure) => {
  expect(guessLanguage(text)).toEqual(tag === null ? null : { tag, sure });
});

it("any text is either known or not, and never an error", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
      expect(guessLanguage(text)?.tag ?? "").toMatch(/^[a-z]{0,2}$/u);
    }),
  );
});

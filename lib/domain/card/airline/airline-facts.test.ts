import { expect, it } from "vitest";

import { methodText } from "./airline-facts";

it("names a payment method by all the digits of its id, which are not those of a card", () => {
  expect(methodText("credit_card_4959530")).toBe("Credit card 4959530");
  expect(methodText("gift_card_1647044")).toBe("Gift card 1647044");
  expect(methodText("paypal")).toBe("paypal");
});

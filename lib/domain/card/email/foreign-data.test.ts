import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { cardInput } from "../fixtures/card-fixture";
import { readCard } from "../read-card";

const FROM = "Acme <help@acme.example>";
const FOOTER =
  "\n\nKind regards\nAcme Support\nTel. 030 1234567\nAcme GmbH, HRB 123456\nservice@acme.example\nWe never ask for passwords, see partner@trust.example.";

/** What the check says of a message to Dana after the `last` one, to Eve. */
function found(body: string, last: string | null, before?: JsonObject, from = FROM): string {
  const card = readCard(
    cardInput("email", {
      action: "email.send",
      arguments: { from, to: "dana@customer.example", subject: "Your order", body },
      ...(before === undefined ? {} : { before }),
      ...(last === null
        ? {}
        : { history: { lastApprovedArguments: { from, to: "eve@other.example", subject: "Your order", body: last } } }),
    }),
  );
  const check = card.checks.find(({ id }) => id === "foreign-data");
  return check?.state === "failed" ? `failed: ${check.because ?? ""}` : (check?.state ?? "");
}

const DANAS = { order: "W1000042", email: "dana@customer.example" };

describe("what both messages say word for word", () => {
  it("is nobody’s data where it is the sender’s own: signature, register, legal text", () => {
    expect(found(`W1000042 ships.${FOOTER}`, `W1000007 ships.${FOOTER}`, DANAS)).toBe("passed");
    expect(found(`Hello.${FOOTER}`, `Hello.${FOOTER}`)).toBe("passed");
  });

  it("is the leak where it is about an order or names the other reader", () => {
    expect(found(`W1000007 ships.${FOOTER}`, `W1000007 ships.${FOOTER}`, DANAS)).toBe("failed: W1000007");
    expect(found(`Hello.${FOOTER}\nYour order: W1000007`, `Hello.${FOOTER}\nYour order: W1000007`, DANAS)).toBe(
      "failed: W1000007",
    );
    expect(found(`Hello.${FOOTER}\neve@other.example`, `Hello.${FOOTER}\neve@other.example`, DANAS)).toBe(
      "failed: eve@other.example",
    );
    expect(found("Thanks,\nthe mobile 4711001 is noted.", "Thanks,\nthe mobile 4711001 is yours.", { mobile: "4711002" })).toBe(
      "failed: 4711001",
    );
  });
});

describe("an address of the sender’s house", () => {
  it("is its own, below or above its name; where anybody has an address there is no house", () => {
    expect(found("Write to bills@pay.acme.example.", null, DANAS)).toBe("passed");
    expect(found("Write to bills@acme.example.", null, DANAS, "help@mail.acme.example")).toBe("passed");
    expect(found("As eve@gmail.com wrote.", null, DANAS, "acme.shop@gmail.com")).toBe("failed: eve@gmail.com");
  });
});

describe("a number without a last message", () => {
  it("is the sender’s under its sign-off where it is called a telephone", () => {
    expect(found("It ships.\n\nKind regards\nAcme, Tel. 0301234567", null, { customer: "4711471147" })).toBe("passed");
    expect(found("The number is 0301234567.", null, { customer: "4711471147" })).toBe("failed: 0301234567");
  });
});

describe("a number of the record", () => {
  it("is found wherever it begins a line of it", () => {
    expect(found("Your number is 4711001.", null, { note: "Dear Dana,\n4711001\tis yours" })).toBe("passed");
    expect(found("Your number is INV-20481.", null, { note: "Open:\r\nINV-20481" })).toBe("passed");
  });

  it("is known behind a full stop and without the letters in front of it", () => {
    expect(found("Your number is 4711001.", null, { note: "No.4711001, paid" })).toBe("passed");
    expect(found("Your number is 4711001.", null, { invoice: "INV-4711001" })).toBe("passed");
  });

  it("is not part of a longer one", () => {
    expect(found("Your number is 471100.", null, { number: 4_711_001, other: 815_000 })).toBe("failed: 471100");
    expect(found("Write to ana@customer.example.", null, DANAS)).toBe("failed: ana@customer.example");
  });
});

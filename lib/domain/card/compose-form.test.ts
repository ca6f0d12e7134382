import { describe, expect, it } from "vitest";

import { composedArguments, composeFields } from "./compose-form";

const SCHEMA = {
  type: "object",
  required: ["order", "amount", "currency"],
  properties: {
    order: { type: "string", title: "Order number", description: "as printed on the invoice" },
    amount: { type: ["string", "number"] },
    bags: { type: "integer" },
    currency: { type: "string", enum: ["EUR", "USD"] },
    urgent: { type: "boolean" },
    lines: { type: "array" },
  },
} as const;

describe("the form of a schema", () => {
  it("has one field a property, of its type, in the schema's order", () => {
    const fields = composeFields(SCHEMA);
    expect(fields.map(({ label, type, required }) => [label, type, required])).toEqual([
      ["Order number", "text", true],
      ["Amount", "text", true],
      ["Bags", "number", false],
      ["Currency", "enum", true],
      ["Urgent", "boolean", false],
      ["Lines", "json", false],
    ]);
    expect(fields[0]?.hint).toBe("as printed on the invoice");
  });

  it("is empty where the schema names no properties", () => {
    expect(composeFields({ type: "object" })).toEqual([]);
  });
});

describe("what a filled-in form means", () => {
  const fields = composeFields(SCHEMA);

  it("keeps each value's type, leaves out what was left empty, and takes the first of a closed list that was not touched", () => {
    const composed = composedArguments(fields, { "/order": "0012", "/amount": "48.00", "/bags": "2", "/lines": '[{"n":1}]' });
    expect(composed).toEqual({
      ok: true,
      value: { order: "0012", amount: "48.00", bags: 2, currency: "EUR", lines: [{ n: 1 }] },
    });
  });

  it("refuses a number that is none and JSON that is broken, by field", () => {
    const composed = composedArguments(fields, { "/order": "1", "/amount": "1", "/bags": "two", "/lines": "[1" });
    expect(composed.ok ? [] : Object.keys(composed.error)).toEqual(["/bags", "/lines"]);
  });

  it("asks for a required value that cannot be an empty text", () => {
    const [bags] = composeFields({ required: ["bags"], properties: { bags: { type: "integer" } } });
    expect(bags === undefined ? null : composedArguments([bags], {})).toEqual({ ok: false, error: { "/bags": "fill this in" } });
  });
});

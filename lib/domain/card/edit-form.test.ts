import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../json";
import { anyJsonObject } from "../../../test/any-json";
import { spansText } from "./headline-text";
import { applyEdit, diffArguments, editFields, editText, readEdit } from "./edit-form";

const REFUND: JsonObject = {
  order: "W2378156",
  amount: "48.00",
  quantity: 2,
  express: false,
  currency: "EUR",
  address: { city: "Lyon", zip_code: "69001" },
  tags: ["vip"],
  note: null,
};
const SCHEMA: JsonObject = {
  properties: {
    currency: { enum: ["EUR", "USD"] },
    quantity: { enum: [1, 2] },
    order: { title: "Already approved by security" },
  },
};

describe("the edit form", () => {
  it("lists every value with its type, nested fields by their path", () => {
    expect(editFields(REFUND, SCHEMA)).toEqual([
      { path: "/order", label: "order", type: "text", value: "W2378156" },
      { path: "/amount", label: "amount", type: "text", value: "48.00" },
      { path: "/quantity", label: "quantity", type: "number", value: 2 },
      { path: "/express", label: "express", type: "boolean", value: false },
      { path: "/currency", label: "currency", type: "enum", value: "EUR", options: ["EUR", "USD"] },
      { path: "/address/city", label: "address city", type: "text", value: "Lyon" },
      { path: "/address/zip_code", label: "address zip code", type: "text", value: "69001" },
      { path: "/tags", label: "tags", type: "json", value: ["vip"] },
      { path: "/note", label: "note", type: "json", value: null },
    ]);
  });

  it("never shows the titles that an agent wrote into its schema", () => {
    expect(JSON.stringify(editFields(REFUND, SCHEMA))).not.toContain("security");
  });
});

describe("an edit", () => {
  it("keeps the JSON type: a text that looks like a number stays text", () => {
    const [order, amount, quantity] = editFields(REFUND);
    if (order === undefined || amount === undefined || quantity === undefined) throw new Error("fields are missing");
    expect(readEdit(amount, "12.50")).toEqual({ ok: true, value: "12.50" });
    expect(readEdit(quantity, "3")).toEqual({ ok: true, value: 3 });
    expect(readEdit(quantity, "9007199254740993").ok).toBe(false);
    expect(readEdit(quantity, "three").ok).toBe(false);
    expect(applyEdit(REFUND, [{ path: "/amount", value: "12.50" }])).toEqual({ ...REFUND, amount: "12.50" });
  });

  it("reaches a nested field and leaves its neighbours alone", () => {
    const edited = applyEdit(REFUND, [{ path: "/address/zip_code", value: "69002" }]);
    expect(edited).toEqual({ ...REFUND, address: { city: "Lyon", zip_code: "69002" } });
    expect(REFUND["address"]).toEqual({ city: "Lyon", zip_code: "69001" });
  });

  it("cannot add a field or touch a prototype", () => {
    expect(applyEdit(REFUND, [{ path: "/admin", value: true }])).toEqual(REFUND);
    expect(applyEdit(REFUND, [{ path: "/__proto__/admin", value: true }])).toEqual(REFUND);
    expect(applyEdit(REFUND, [{ path: "/address/city/x", value: true }])).toEqual(REFUND);
  });

  it("is shown as original and yours", () => {
    const [row] = diffArguments(REFUND, { ...REFUND, amount: "12.50" });
    expect([row?.path, spansText(row?.before ?? []), spansText(row?.after ?? [])]).toEqual(["/amount", "48.00", "12.50"]);
  });

  it("that spells each field as it was changes nothing, for any arguments", () => {
    fc.assert(
      fc.property(anyJsonObject, (callArguments) => {
        const changes = editFields(callArguments).flatMap((field) => {
          const read = readEdit(field, editText(field.value));
          return read.ok ? [{ path: field.path, value: read.value }] : [];
        });
        expect(applyEdit(callArguments, changes)).toEqual(callArguments);
        expect(diffArguments(callArguments, applyEdit(callArguments, changes))).toEqual([]);
      }),
    );
  });
});

import { validate as referenceValidate } from "@cfworker/json-schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../json";
import { compileSchema } from "./arguments-schema";
import { anyJson } from "../../../test/any-json";

function issues(schema: Json, value: Json): readonly string[] {
  const compiled = compileSchema(schema);
  if (!compiled.ok) throw new Error(compiled.error.detail);
  return compiled.value.validate(value).map((issue) => `${issue.path} ${issue.says}`);
}

function refusal(schema: Json): string {
  const compiled = compileSchema(schema);
  return compiled.ok ? "accepted" : `${compiled.error.code}: ${compiled.error.detail}`;
}

/** A schema whose references double the work at each of `levels` levels, without ever looping. */
function doubling(levels: number): JsonObject {
  const defs = Array.from({ length: levels }, (_, level) => {
    const next = { $ref: `#/$defs/d${level + 1}` };
    return [`d${level}`, { anyOf: [next, next] }] as const;
  });
  return { $defs: { ...Object.fromEntries(defs), [`d${levels}`]: false }, $ref: "#/$defs/d0" };
}

const REFUND: Json = {
  type: "object",
  properties: {
    order: { type: "string", pattern: "^W\\d{7}$" },
    amount: { type: "number", exclusiveMinimum: 0, maximum: 1000, multipleOf: 0.01 },
    currency: { enum: ["EUR", "USD"] },
    lines: { type: "array", items: { $ref: "#/$defs/line" }, minItems: 1, uniqueItems: true },
  },
  required: ["order", "amount", "currency"],
  additionalProperties: false,
  $defs: { line: { type: "object", properties: { sku: { type: "string", minLength: 1 } }, required: ["sku"] } },
};

describe("arguments that fit", () => {
  it("have no issues", () => {
    expect(issues(REFUND, { order: "W2378156", amount: 48.1, currency: "EUR", lines: [{ sku: "A" }] })).toEqual([]);
  });

  it("are judged in decimal, as they were written", () => {
    expect(issues({ multipleOf: 0.1 }, 0.3)).toEqual([]);
    expect(issues({ multipleOf: 0.01 }, 0.305)).not.toEqual([]);
  });

  it("may nest as an honest recursive schema lets them", () => {
    const tree: Json = { type: "object", properties: { child: { $ref: "#" } }, additionalProperties: false };
    let value: Json = {};
    for (let depth = 0; depth < 30; depth += 1) value = { child: value };
    expect(issues(tree, value)).toEqual([]);
    expect(issues(tree, { child: { other: 1 } })).toEqual(["/child/other is not a field of this action"]);
  });
});

describe("arguments that do not fit", () => {
  it("are answered with every issue, each with its place and what to do", () => {
    expect(issues(REFUND, { order: "2378156", amount: 0, lines: [{ sku: "" }, { sku: "" }], note: "x" })).toEqual([
      "/order does not have the wanted form",
      "/amount must be more than 0",
      "/lines/0/sku must have at least 1 characters",
      "/lines/1/sku must have at least 1 characters",
      "/lines must not repeat an entry",
      "/currency is required",
      "/note is not a field of this action",
    ]);
  });

  it("are not excused by keys of the prototype", () => {
    expect(issues({ required: ["toString"] }, {})).toEqual(["/toString is required"]);
    expect(issues({ properties: { constructor: { type: "string" } } }, {})).toEqual([]);
  });

  it("are refused when checking them would not end", () => {
    const forever: Json = { allOf: [{ $ref: "#" }] };
    expect(issues(forever, {})).toEqual([" takes too long to check against this schema"]);
    expect(issues(doubling(25), {})).toEqual([" takes too long to check against this schema"]);
  });

  it("cannot make a pattern slow", () => {
    expect(issues({ pattern: "^(a+)+$" }, `${"a".repeat(50_000)}!`)).toHaveLength(1);
  });
});

describe("a schema is refused", () => {
  it.each<readonly [string, Json, string]>([
    ["when it is not a schema", "string", "must be an object or a boolean"],
    ["when it points elsewhere", { $ref: "https://example.com/schema.json" }, "must point into this schema"],
    ["when it points to nothing", { $ref: "#/$defs/missing" }, "points to nothing"],
    ["when it moves its base", { properties: { a: { $id: "https://example.com/" } } }, "sets another base"],
    ["when a pattern is not RE2", { pattern: "(?=a)a" }, "not RE2"],
    ["when a pattern refers back", { properties: { a: { pattern: "(a)\\1" } } }, "not RE2"],
    ["when a key pattern is not RE2", { patternProperties: { "(?!x)": true } }, "not RE2"],
    [
      "when patterns repeat too much",
      { allOf: Array.from({ length: 30 }, () => ({ pattern: "[a-z]{900}" })) },
      "repeat too much",
    ],
    ["when it asserts what is not understood", { unevaluatedProperties: false }, "not supported"],
    ["when a keyword has the wrong form", { properties: { a: { maxLength: "3" } } }, "whole number"],
    ["when a type does not exist", { type: "text" }, "must name one of"],
    ["when it nests too deep", Array.from({ length: 40 }).reduce<Json>((inner) => ({ not: inner }), true), "deeper than 32"],
    ["when it is too large", { description: "x".repeat(70_000) }, "larger than 64 kB"],
  ])("%s", (_why, schema, says) => {
    const answer = refusal(schema);
    expect(answer).toMatch(/^invalid_schema: the argumentsSchema cannot be used: /);
    expect(answer).toContain(says);
  });

  it("and nothing is compiled twice under another name of the same place", () => {
    const refs = Array.from({ length: 50 }, (_, at) => ({ $ref: `#/allOf/${"0".repeat(at + 2)}` }));
    expect(refusal({ allOf: refs })).toContain("points to nothing");
  });
});

const name = fc.constantFrom("a", "b", "c");
const schemas = fc.letrec<{ node: boolean | JsonObject }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.boolean(),
    fc.record({ type: fc.constantFrom("string", "number", "integer", "object", "array", "null", "boolean") }),
    fc.record(
      { minimum: fc.integer({ min: -3, max: 3 }), exclusiveMaximum: fc.integer({ min: -3, max: 3 }) },
      { requiredKeys: [] },
    ),
    fc.record({ minLength: fc.nat(3), maxLength: fc.nat(3) }, { requiredKeys: [] }),
    fc.record({ enum: fc.array(fc.constantFrom<Json>(1, "1", null, true, [], {}), { minLength: 1 }) }),
    fc.record(
      {
        properties: fc.dictionary(name, tie("node"), { maxKeys: 2 }),
        required: fc.array(name, { maxLength: 1 }),
        additionalProperties: tie("node"),
      },
      { requiredKeys: ["properties"] },
    ),
    fc.record({ items: tie("node"), minItems: fc.nat(2), uniqueItems: fc.boolean() }, { requiredKeys: ["items"] }),
    fc.record({ prefixItems: fc.array(tie("node"), { maxLength: 2 }), items: tie("node") }, { requiredKeys: ["prefixItems"] }),
    fc.record({ anyOf: fc.array(tie("node"), { minLength: 1, maxLength: 2 }) }),
    fc.record({ oneOf: fc.array(tie("node"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie("node") }),
    fc.record({ if: tie("node"), then: tie("node"), else: tie("node") }, { requiredKeys: ["if"] }),
  ),
})).node;
const values = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom<Json>(0, 1, 2.5, -3, "1", "", "four", true, false, null),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(name, tie("value"), { maxKeys: 3 }),
  ),
})).value;

describe("the interpreter", () => {
  it("agrees with an independent validator on 2,000 schemas and values", () => {
    fc.assert(
      fc.property(schemas, values, (schema, value) => {
        const expected = typeof schema === "boolean" ? schema : referenceValidate(value, schema, "2020-12").valid;
        expect(issues(schema, value).length === 0).toBe(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it("answers any JSON taken for a schema, and any value, without failing", () => {
    fc.assert(
      fc.property(anyJson, anyJson, (schema, value) => {
        const compiled = compileSchema(schema);
        if (compiled.ok) expect(Array.isArray(compiled.value.validate(value))).toBe(true);
        else expect(compiled.error.code).toBe("invalid_schema");
      }),
      { numRuns: 1_000 },
    );
  });
});

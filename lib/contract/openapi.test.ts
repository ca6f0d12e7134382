import { describe, expect, test } from "vitest";

import { ENDPOINTS } from "./endpoints";
import { openApiDocument, openApiText, refusalsOf } from "./openapi";

const BASE = "https://countersign.example";
const text = openApiText(BASE);

describe("the OpenAPI document", () => {
  test("describes every call under its path and method, once", () => {
    const { openapi, paths, servers } = openApiDocument(BASE);
    expect([openapi, servers]).toEqual(["3.1.0", [{ url: BASE }]]);
    const described = Object.entries(paths ?? {}).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method} ${path}`),
    );
    expect(described.sort()).toEqual(ENDPOINTS.map(({ method, path }) => `${method.toLowerCase()} /api/v1${path}`).sort());
    const names = [...text.matchAll(/"operationId":"(\w+)"/g)].map((match) => match[1]);
    expect(new Set(names).size).toBe(ENDPOINTS.length);
  });

  test("holds everything that it refers to", () => {
    const parsed: unknown = JSON.parse(text);
    const missing = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)]
      .map((match) => match[1] ?? "")
      .filter((reference) => at(parsed, reference.split("/")) === undefined);
    expect(missing).toEqual([]);
    expect(text).not.toContain("__schema");
  });

  test("names the refusals of each call, and the statuses they come with", () => {
    for (const declared of ENDPOINTS) {
      const operation = at(JSON.parse(text), ["paths", `/api/v1${declared.path}`, declared.method.toLowerCase()]);
      const said = JSON.stringify(operation);
      for (const code of refusalsOf(declared)) expect(said, declared.id).toContain(`\`${code}\``);
    }
  });

  test("refuses unknown fields in what an agent sends", () => {
    expect(at(JSON.parse(text), ["components", "schemas", "ProposalInput", "additionalProperties"])).toBe(false);
  });
});

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, name) =>
      typeof found === "object" && found !== null ? Object.entries(found).find(([key]) => key === name)?.[1] : undefined,
    value,
  );
}

import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";

import { LIMITS } from "../../lib/contract/proposal";
import { STRICT_JSON_LIMITS } from "../../lib/domain/strict-json";
import type { ApiUnderTest, TestAgent } from "./api-under-test";
import { DOORS, aRefund, anApi, problemOf, verdictOf } from "./api-under-test";

/** One bound on what an agent sends: a body that is just so large, and what one more is refused with. */
interface Cap {
  readonly max: number;
  readonly body: (size: number) => string;
  readonly beyond: "400 invalid_json" | "400 invalid_request" | "413 payload_too_large" | "422 invalid_schema";
}

const withArguments = (text: string): string => `{"action":{"name":"x.y","arguments":${text}}}`;
/** The document, the action and its arguments. */
const OUTER_LEVELS = 3;
const letters = (count: number): string => "x".repeat(count);
const numbered = (count: number): Readonly<Record<string, number>> =>
  Object.fromEntries(Array.from({ length: count }, (_, key) => [`k${String(key)}`, 1]));

function json(max: number, body: Cap["body"]): Cap {
  return { max, body, beyond: "400 invalid_json" };
}

function field(max: number, more: (size: number) => object): Cap {
  return { max, body: (size) => JSON.stringify({ ...aRefund(), ...more(size) }), beyond: "400 invalid_request" };
}

/** Every bound of design: trust §9 and of the contract, each spelled out a second time so that it cannot move unseen. */
const CAPS: Readonly<Record<string, Cap>> = {
  "levels of nesting": json(32, (size) =>
    withArguments(`{"a":${"[".repeat(size - OUTER_LEVELS)}${"]".repeat(size - OUTER_LEVELS)}}`),
  ),
  "keys of one object": json(1_000, (size) => withArguments(JSON.stringify(numbered(size)))),
  "bytes of a string": json(65_536, (size) => withArguments(JSON.stringify({ a: letters(size) }))),
  "bytes of a string of two-byte letters": json(65_536, (size) =>
    withArguments(JSON.stringify({ a: "é".repeat(size >> 1) + letters(size & 1) })),
  ),
  "bytes of a body": { max: 262_144, body: (size) => JSON.stringify(aRefund()).padEnd(size), beyond: "413 payload_too_large" },
  "bytes of an argumentsSchema": {
    max: 65_536,
    body: (size) => {
      const around = JSON.stringify({ description: "" }).length;
      return JSON.stringify(aRefund({ argumentsSchema: { description: letters(size - around) } }));
    },
    beyond: "422 invalid_schema",
  },
  "letters of an action's name": field(200, (size) => ({ action: { name: letters(size), arguments: {} } })),
  "letters of a title": field(300, (size) => ({ title: letters(size) })),
  "letters of a rationale": field(10_000, (size) => ({ rationale: letters(size) })),
  "letters of a doubt": field(1_000, (size) => ({ doubt: letters(size) })),
  "letters of a state": field(10_000, (size) => ({ state: letters(size) })),
  "pieces of evidence": field(20, (size) => ({ evidence: Array(size).fill({ label: "a", text: "b" }) })),
  "letters of a label": field(200, (size) => ({ evidence: [{ label: letters(size), text: "b" }] })),
  "letters of evidence": field(10_000, (size) => ({ evidence: [{ label: "a", text: letters(size) }] })),
  "letters of a system": field(200, (size) => ({ target: { system: letters(size) } })),
  "letters of an environment": field(100, (size) => ({ target: { environment: letters(size) } })),
  "letters of a resource": field(500, (size) => ({ target: { resource: letters(size) } })),
  "letters of an address": field(2_000, (size) => ({ target: { url: "https://a.example/".padEnd(size, "x") } })),
  "letters of a run": field(200, (size) => ({ run: { id: letters(size) } })),
  "letters of a model": field(200, (size) => ({ run: { model: letters(size) } })),
  "a step": field(1_000_000, (size) => ({ run: { step: size } })),
  "seconds to decide": field(2_592_000, (size) => ({ expiresIn: size })),
};

async function verdict(api: ApiUnderTest, agent: TestAgent, body: string): Promise<string> {
  const digest = createHash("sha256").update(body).digest("base64");
  const headers = { "content-type": "application/json", "content-digest": `sha-256=:${digest}:` };
  return verdictOf(await api.send("/proposals", { agent, method: "POST", body, headers }));
}

describe.each(DOORS)("at %s", (door) => {
  test("what is just within a bound is taken, and one more is refused", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    for (const [name, { max, body, beyond }] of Object.entries(CAPS)) {
      for (const size of [max - 1, max]) expect(await verdict(api, agent, body(size)), `${name}: ${String(size)}`).toBe("201 ok");
      expect(await verdict(api, agent, body(max + 1)), `${name}: ${String(max + 1)}`).toBe(beyond);
    }
  });

  test("a batch holds 100, and not one more", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const batch = async (size: number): Promise<string> =>
      verdictOf(await api.send("/proposals/batch", { agent, json: Array.from({ length: size }, () => aRefund()) }));
    expect(await batch(100)).toBe("200 ok");
    expect(await batch(101)).toBe("400 invalid_request");
    expect(await batch(0)).toBe("400 invalid_request");
  });

  test("when and as what it was proposed is never the agent's to say: refused by name, not ignored", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const before = (await api.ctx.store.read.ledgerHead()).seq;
    for (const own of ["createdAt", "id", "status", "risk", "approved", "version", "digest", "decision", "lane"]) {
      const problem = await problemOf(
        await api.send("/proposals", { agent, json: { ...aRefund(), [own]: "2020-01-01T00:00:00.000Z" } }),
      );
      expect(problem.code, own).toBe("invalid_request");
      expect(JSON.stringify(problem.issues), own).toContain(own);
    }
    expect((await api.ctx.store.read.ledgerHead()).seq).toBe(before);
  });
});

test("the bounds are those of the contract", () => {
  expect(STRICT_JSON_LIMITS).toEqual({ depthMax: 32, keysMax: 1_000, stringBytesMax: 65_536 });
  expect(LIMITS.bodyBytes).toBe(262_144);
});

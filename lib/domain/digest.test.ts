import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../test/builders";
import { publishedVectors } from "../../test/published-vectors";
import type { BoundAction } from "./digest";
import { actionDigest, digestText } from "./digest";
import type { AgentId } from "./ids";
import { isId } from "./ids";
import type { Json } from "./json";
import { isJsonObject } from "./json";
import { parseStrictJson } from "./strict-json";

function agent(text: string): AgentId {
  if (!isId("agent", text)) throw new Error(`not an agent id: ${text}`);
  return text;
}

const AGENT = agent("agt_01k0a3k5q0d7xq2m8v6n4r1s3t");

const refund: BoundAction = {
  agentId: AGENT,
  action: { name: "payment.refund", arguments: { order: "W2378156", amount: "48.00", currency: "EUR", to: "card_4242" } },
  target: { system: "Stripe", environment: "production", resource: "order W2378156" },
};

function boundOf(input: string): BoundAction {
  const parsed = parseStrictJson(input);
  if (!parsed.ok || !isJsonObject(parsed.value)) throw new Error("the page's digest input is not a JSON object");
  const { agent: agentId, name, arguments: given, target } = parsed.value;
  if (typeof agentId !== "string" || typeof name !== "string" || !isJsonObject(given)) throw new Error("a member is missing");
  const text = (value: Json | undefined) => (typeof value === "string" ? value : null);
  if (target === null) return { agentId: agent(agentId), action: { name, arguments: given }, target };
  if (!isJsonObject(target)) throw new Error("the target is missing");
  const { system, environment, resource, url } = target;
  const members = { system: text(system), environment: text(environment), resource: text(resource), url: text(url) };
  return { agentId: agent(agentId), action: { name, arguments: given }, target: withoutNull(members) };
}

function withoutNull(members: Readonly<Record<string, string | null>>): Record<string, string> {
  const present: Record<string, string> = {};
  for (const [key, value] of Object.entries(members)) if (value !== null) present[key] = value;
  return present;
}

describe("the digest of an action", () => {
  test("covers exactly version, agent, name, arguments and target, in RFC 8785 form", () => {
    const { agentId, action, target } = refund;
    const whole = { v: 1, agent: agentId, name: action.name, arguments: action.arguments, target };
    expect(digestText(refund)).toBe(canonicalize(whole));
    expect(actionDigest(refund, sha256)).toBe(`sha256:${sha256(canonicalize(whole) ?? "")}`);
  });

  test("is the one published in the security page, for each vector there", () => {
    const inputs = publishedVectors("digest-input").map(boundOf);
    expect(inputs.length).toBeGreaterThanOrEqual(4);
    expect(inputs.map(digestText)).toEqual(publishedVectors("canonical"));
    expect(inputs.map((bound) => actionDigest(bound, sha256))).toEqual(publishedVectors("digest"));
  });

  test("does not depend on the order of keys", () => {
    const turned = { to: "card_4242", currency: "EUR", amount: "48.00", order: "W2378156" };
    expect(actionDigest({ ...refund, action: { ...refund.action, arguments: turned } }, sha256)).toBe(
      actionDigest(refund, sha256),
    );
  });

  test.each<[string, BoundAction]>([
    ["the agent", { ...refund, agentId: agent("agt_01k0a3k5q0d7xq2m8v6n4r1s3v") }],
    ["the name", { ...refund, action: { ...refund.action, name: "payment.refund2" } }],
    ["an argument", { ...refund, action: { ...refund.action, arguments: { ...refund.action.arguments, amount: "480.0" } } }],
    [
      "the type of an argument",
      { ...refund, action: { ...refund.action, arguments: { ...refund.action.arguments, amount: 48 } } },
    ],
    ["the environment", { ...refund, target: { ...refund.target, environment: "staging" } }],
    ["the absence of a target", { ...refund, target: null }],
    ["an empty target in place of none", { ...refund, target: {} }],
    ["an argument in another normal form", { ...refund, action: { ...refund.action, arguments: { name: "e\u0301" } } }],
  ])("changes with %s", (_, changed) => {
    expect(actionDigest(changed, sha256)).not.toBe(actionDigest(refund, sha256));
  });

  test("is the same for two payloads only if they are the same value", () => {
    const small = fc.dictionary(
      fc.constantFrom("a", "b", '"', "a:1"),
      fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom("1", "", null)),
    );
    fc.assert(
      fc.property(small, small, (one, two) => {
        const digestOf = (given: typeof one) =>
          actionDigest({ agentId: AGENT, action: { name: "n", arguments: given }, target: null }, sha256);
        const same = canonicalize(one) === canonicalize(two);
        expect(digestOf(one) === digestOf(two)).toBe(same);
      }),
    );
  });

  test("is refused when the hash function answers something else", () => {
    expect(() => actionDigest(refund, () => "ABC")).toThrow("INVARIANT");
  });
});

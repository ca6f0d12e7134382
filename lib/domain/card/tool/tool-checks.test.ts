import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { cardInput } from "../fixtures/card-fixture";
import { readCard } from "../read-card";

/** What fails for a call with `now` after one with `last`. */
function failures(now: JsonObject, last: JsonObject, schema?: JsonObject): readonly string[] {
  const input = cardInput("tool", { action: "do_it", arguments: now, history: { lastApprovedArguments: last } });
  return readCard({ ...input, ...(schema === undefined ? {} : { schema }) }).checks.flatMap(({ id, state, because }) =>
    state === "failed" ? [`${id}: ${because ?? ""}`] : [],
  );
}

describe("a call against the last one", () => {
  it.each<[string, JsonObject, JsonObject, string]>([
    ["another tenant", { tenantId: "t_2" }, { tenantId: "t_1" }, "place: tenant id t_2, not t_1"],
    ["another organisation", { org: "b" }, { org: "a" }, "place: org b, not a"],
    ["another environment", { env: "prod" }, { env: "test" }, "place: env prod, not test"],
    ["another cluster", { cluster: "eu-1" }, { cluster: "us-1" }, "place: cluster eu-1, not us-1"],
    ["a sum ten times the last", { amount: "900" }, { amount: "90" }, "figures: amount 900, last 90"],
    ["a number ten times the last", { quantity: 500 }, { quantity: 5 }, "figures: quantity 500, last 5"],
    [
      "a host of somebody else",
      { url: "https://acme.evil.example" },
      { url: "https://acme.example" },
      "new-host: acme.evil.example",
    ],
    [
      "somebody else’s name at a shared house",
      { url: "https://eve.github.io" },
      { url: "https://acme.github.io" },
      "new-host: eve.github.io",
    ],
    ["a host without a scheme", { host: "evil.example" }, { host: "api.acme.example" }, "new-host: evil.example"],
    ["a host with its port", { host: "Evil.example:443" }, { host: "api.acme.example:443" }, "new-host: evil.example"],
    ["a host after an address", { url: "evil.example/x" }, { url: "https://api.acme.example/x" }, "new-host: evil.example"],
    ["an endpoint with a path", { endpoint: "evil.example/v1" }, { endpoint: "acme.example/v1" }, "new-host: evil.example"],
    ["a host after two slashes", { url: "//evil.example/x" }, { url: "//acme.example/x" }, "new-host: evil.example"],
    [
      "the two ends of it the other way round",
      { from_account: "b", to_account: "a" },
      { from_account: "a", to_account: "b" },
      "swapped: from account, to account",
    ],
  ])("%s is named", (_, now, last, words) => {
    expect(failures(now, last)).toEqual([words]);
  });

  it.each<[string, JsonObject, JsonObject]>([
    [
      "another customer, account, project",
      { customer: "b", account_id: "b", project: "b" },
      { customer: "a", account_id: "a", project: "a" },
    ],
    ["paging", { page: 40, limit: 500, offset: 4_000, cursor: "9000" }, { page: 1, limit: 50, offset: 10, cursor: "90" }],
    [
      "numbers that name something",
      { customer_id: 4_711, issue: "4711", build: 900 },
      { customer_id: 12, issue: "12", build: 9 },
    ],
    ["digits in a text", { phone: "4930123456", code: "90210" }, { phone: "112", code: "101" }],
    ["a host in prose", { note: "see https://b.example" }, { note: "see https://a.example" }],
    ["a name below the same house", { url: "https://eu.acme.co.uk/x" }, { url: "https://www.acme.co.uk/x" }],
    ["a bare name below the same house", { host: "eu.acme.example:443" }, { host: "api.acme.example" }],
    ["a machine by its short name", { host: "db-2" }, { host: "db-1" }],
    ["another customer’s domain", { domain: "globex.example" }, { domain: "initech.example" }],
    ["a method that is called an endpoint", { endpoint: "users.list" }, { endpoint: "chat.update" }],
    ["a path", { url: "/v1/users" }, { url: "/v1/orders" }],
    ["languages the other way round", { from: "de", to: "en" }, { from: "en", to: "de" }],
    ["two words that change places", { title: "b", subtitle: "a" }, { title: "a", subtitle: "b" }],
  ])("%s is nothing to stop at", (_, now, last) => {
    expect(failures(now, last)).toEqual([]);
  });
});

describe("a schema", () => {
  const title = { title: { type: "string" } } as const;
  it.each<[string, JsonObject]>([
    ["by a pattern", { type: "object", properties: title, patternProperties: { "^x_": { type: "string" } } }],
    ["in a part of it", { type: "object", properties: title, allOf: [{ properties: { x_a: { type: "string" } } }] }],
    [
      "elsewhere",
      { type: "object", properties: title, $ref: "#/$defs/more", $defs: { more: { properties: { x_a: { type: "string" } } } } },
    ],
    ["whatever it is", { type: "object", properties: title, additionalProperties: true }],
  ])("may name an argument %s", (_, schema) => {
    expect(failures({ title: "T", x_a: "b" }, {}, schema)).toEqual([]);
  });

  it("that names arguments one by one names them all", () => {
    expect(failures({ title: "T", x_a: "b" }, {}, { type: "object", properties: title })).toEqual(["schema: x_a"]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyJson } from "../../../test/any-json";
import type { JsonObject } from "../json";
import type { Target } from "../proposal";
import { KINDS, type Kind } from "../words";
import { derive, type Derived } from "./derive";
import { moneyWords } from "./money-words";

const from = (given: JsonObject, kind: Kind = "tool", target: Target | null = null): Derived =>
  derive({ name: "a.b", arguments: given }, target, kind);

describe("the amount", () => {
  const cases: readonly (readonly [string, JsonObject, Kind, number | null, string | null, boolean])[] = [
    ["of a payment", { amount: 48 }, "payment", 48, null, false],
    ["as text with a currency", { amount: "1,250.00", currency: "eur" }, "payment", 1250, "EUR", false],
    ["that is negative counts by its size", { amount: -400 }, "payment", 400, null, false],
    ["in cents", { amount_cents: 4_800 }, "payment", 48, null, false],
    ["of a list is the sum", { payment_methods: [{ amount: 250 }, { amount: 5 }] }, "payment", 255, null, false],
    ["inside an object", { amount: { value: "48.00", currency: "GBP" } }, "payment", 48, "GBP", false],
    ["is the largest where several are named", { amount: 10, refund_amount: 900, note: "1e9" }, "payment", 900, null, false],
    ["is found whatever the key’s spelling", { totalAmount: 7 }, "payment", 7, null, false],
    [
      "has its own currency, not that of a smaller one",
      { amount: 48, currency: "EUR", fee: { amount: 500, currency: "JPY" } },
      "payment",
      500,
      "JPY",
      false,
    ],
    [
      "of items has the currency beside the list",
      { items: [{ amount: 5 }, { amount: 6 }], currency: "EUR" },
      "payment",
      11,
      "EUR",
      false,
    ],
    ["of another kind needs a currency beside it", { amount: 5_000 }, "record", null, null, false],
    ["of another kind with a currency counts", { amount: 5_000, currency: "USD" }, "record", 5_000, "USD", false],
    ["in scientific notation is not read", { amount: "1e9" }, "payment", null, null, true],
    ["in other digits is not read", { amount: "٤٨" }, "payment", null, null, true],
    ["with words is not read", { amount: "about 40" }, "payment", null, null, true],
    ["that is true is not read", { amount: true }, "payment", null, null, true],
    ["that is null is not there", { amount: null }, "payment", null, null, false],
    ["of a currency that is none", { amount: 1, currency: "$$$" }, "payment", 1, null, false],
  ];
  for (const [title, given, kind, amount, currency, amountUnreadable] of cases) {
    it(title, () => expect(from(given, kind)).toMatchObject({ amount, currency, amountUnreadable }));
  }
});

describe("recipients", () => {
  const cases: readonly (readonly [string, JsonObject, readonly string[]])[] = [
    [
      "of a list and a text",
      { to: "a@x.example, b@x.example", cc: ["c@x.example"] },
      ["a@x.example", "b@x.example", "c@x.example"],
    ],
    ["behind a display name are the ones mail goes to", { to: '"ceo@bank.example" <x@evil.example>' }, ["x@evil.example"]],
    ["as objects", { recipients: [{ name: "Dana", email: "d@x.example" }] }, ["d@x.example"]],
    ["named twice count once", { to: "a@x.example", bcc: "a@x.example" }, ["a@x.example"]],
    ["that are none", { to: "", subject: "b@x.example" }, []],
  ];
  for (const [title, given, recipients] of cases) it(title, () => expect(from(given, "email").recipients).toEqual(recipients));

  it("of a file operation are paths", () => {
    expect(from({ from: "a/b", to: "../c" }, "file")).toMatchObject({ recipients: [], paths: ["a/b", "../c"] });
  });
});

describe("hosts", () => {
  const cases: readonly (readonly [string, JsonObject, readonly string[]])[] = [
    [
      "of every address in the arguments",
      { body: "see https://A.example/x and http://b.example:8080", deep: [{ url: "ftp://c.example" }] },
      ["a.example", "b.example", "c.example"],
    ],
    ["behind user information are the real ones", { url: "https://bank.example@evil.example/pay" }, ["evil.example"]],
    ["in other alphabets are shown as what is looked up", { url: "https://аpple.com" }, ["xn--pple-43d.com"]],
    ["spelled as numbers are shown as addresses", { url: "http://2130706433/" }, ["127.0.0.1"]],
    ["named plainly", { host: "db.example." }, ["db.example"]],
    ["that are none", { text: "a://", other: "nothing" }, []],
  ];
  for (const [title, given, hosts] of cases) it(title, () => expect(from(given).hosts).toEqual(hosts));

  it("of the target count too", () => {
    expect(from({}, "tool", { url: "https://api.example/v1" }).hosts).toEqual(["api.example"]);
  });

  it("of a text made of nothing but addresses are bounded", () => {
    expect(from({ text: "://a".repeat(16_000) }).hosts.length).toBeLessThanOrEqual(1_000);
  });
});

describe("the environment", () => {
  const cases: readonly (readonly [JsonObject, Target | null, string | null])[] = [
    [{ environment: " PROD " }, null, "production"],
    [{ env: "stg" }, null, "staging"],
    [{ env: "canary" }, null, "canary"],
    [{ env: "test" }, { environment: "production" }, "production"],
    [{ env: "live" }, { environment: "test" }, "production"],
    [{}, null, null],
    [{ env: "constructor" }, null, "constructor"],
  ];
  for (const [given, target, environment] of cases) {
    it(`of ${JSON.stringify(given)} at ${JSON.stringify(target)} is ${String(environment)}`, () => {
      expect(from(given, "command", target).environment).toBe(environment);
    });
  }
});

describe("paths and rows", () => {
  it("are resolved, so that a detour is not a way around a rule", () => {
    const paths = ["/tmp/../etc/passwd", "a/./b//c", "..\\secret", "/../../x", "a/../../b"];
    expect(from({ paths }, "file").paths).toEqual(["/etc/passwd", "a/b/c", "../secret", "/x", "../b"]);
  });

  it("are counted at their largest", () => {
    expect(from({ rows: 3, affected_rows: 41 }, "sql").rows).toBe(41);
    expect(from({ rows: "many" }, "sql").rows).toBeNull();
  });
});

it("any arguments give facts of the promised shape, without throwing", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), anyJson), fc.constantFrom(...KINDS), (given, kind) => {
      const derived = from(given, kind);
      if (derived.amount !== null) expect(derived.amount >= 0 && Number.isFinite(derived.amount)).toBe(true);
      for (const list of [derived.recipients, derived.hosts, derived.paths]) expect(new Set(list).size).toBe(list.length);
    }),
    { numRuns: 1_000 },
  );
});

it("money is written with its code, grouped, with the decimals its currency has", () => {
  expect([moneyWords(412, "USD"), moneyWords(1_234_567.5, "EUR"), moneyWords(1_200, "JPY"), moneyWords(0.1, null)]).toEqual([
    "412.00 USD",
    "1,234,567.50 EUR",
    "1,200 JPY",
    "0.10",
  ]);
});

describe("a record's own fields", () => {
  it("reach nobody and name no environment", () => {
    const given = { name: "Acme", phone: "+49 30 2222", email: "a@acme.example", stage: "negotiation" };
    expect(from(given, "record")).toMatchObject({ recipients: [], environment: null });
    expect(from(given, "tool")).toMatchObject({
      recipients: ["+49 30 2222", "a@acme.example"],
      environment: "negotiation",
    });
  });

  it("still name whom a record's change is sent to", () => {
    expect(from({ to: "x@evil.example", note: "hi" }, "record").recipients).toEqual(["x@evil.example"]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { facts } from "../../../test/policy-builders";
import type { JsonObject } from "../json";
import { bindingsOf } from "./bindings";
import { conditionCompiler } from "./condition";
import { reasonInEnglish } from "./reason-texts";

function ask(when: string, given: JsonObject = {}): unknown {
  const compiler = conditionCompiler();
  const compiled = compiler.compile(when);
  if (!compiled.ok) throw new Error(compiled.error.map(({ message }) => message).join("; "));
  compiler.begin();
  return compiled.value.evaluate(bindingsOf({ ...facts({ arguments: given }), kind: "record" }));
}

function refusal(when: string): readonly (readonly [number, string])[] {
  const compiled = conditionCompiler().compile(when);
  return compiled.ok ? [] : compiled.error.map(({ offset, message }) => [offset, message] as const);
}

describe("a condition", () => {
  const cases: readonly (readonly [string, JsonObject, boolean])[] = [
    ["arguments.amount > 50", { amount: 50.5 }, true],
    ["double(arguments.amount) > 50.0", { amount: "48.00" }, false],
    ['arguments["a b"].startsWith("x")', { "a b": "xy" }, true],
    ["has(arguments.a) && has(arguments.a.b)", { a: {} }, false],
    ['"x" in arguments.tags', { tags: ["y", "x"] }, true],
    ["arguments.items.exists(item, item.price > 10)", { items: [{ price: 3 }, { price: 11 }] }, true],
    ["arguments.items.all(item, item.price > 10)", { items: [{ price: 3 }, { price: 11 }] }, false],
    ["size(arguments.items.filter(item, item > 1)) == 2", { items: [1, 2, 3] }, true],
    ['arguments.name.lowerAscii() == "root"', { name: "ROOT" }, true],
    ['arguments.name.matches("^r.*t$")', { name: "root" }, true],
    ["arguments.a == null", { a: null }, true],
    ["type(arguments.a) == string", { a: 1 }, false],
    ['action.kind == "record" && agent.name == "support"', {}, true],
  ];
  for (const [when, given, answer] of cases) {
    it(`${when} is ${String(answer)} for ${JSON.stringify(given)}`, () => expect(ask(when, given)).toBe(answer));
  }

  const refused: readonly (readonly [string, number, string])[] = [
    ["", 0, "the condition is empty: leave `when` out for a rule that always applies"],
    ["arguments.amount >> 3", 17, "this cannot be read as CEL from `>> 3` on"],
    ["arguments.amount >", 17, "this cannot be read as CEL from `>` on"],
    ["arguments.a && ", 12, "this cannot be read as CEL from `&&` on"],
    ["amount > 5", 0, "there is no `amount`: a condition reads action, arguments, agent, target, derived"],
    ["true && constructor", 8, "there is no `constructor`: a condition reads action, arguments, agent, target, derived"],
    [
      "derived.amuont > 5.0",
      7,
      "`derived` has no `amuont`: it has amount, currency, recipients, hosts, environment, paths, rows",
    ],
    ['arguments.a.startWith("x")', 11, "there is no function `startWith`"],
    ["size(arguments)", 0, "the condition does not give true or false"],
    ['"text"', 0, "the condition does not give true or false"],
    ["arguments.a.map(x, x)", 11, "the condition does not give true or false"],
    ["arguments.a.exists(x, arguments.b.exists(y, x == y))", 33, "a list cannot be walked inside another walk: write two rules"],
    ["arguments.a.exists(agent, agent == 1)", 11, "`agent` already has a meaning: use another name"],
    ["arguments.a.matches(arguments.b)", 29, "`matches` needs a pattern in quotes: one that is computed could be the agent’s"],
    [
      'arguments.a.matches("(?=x)")',
      20,
      "the pattern cannot be used: error parsing regexp: invalid or unsupported Perl syntax: `(?=`",
    ],
    [
      'arguments.a.matches("(a{1000}){1000}")',
      20,
      "the pattern cannot be used: error parsing regexp: invalid repeat count: `{1000}`",
    ],
    ["google.protobuf.Value{} == null", 0, "messages cannot be made in a condition"],
  ];
  for (const [when, offset, message] of refused) {
    it(`${JSON.stringify(when)} is refused at ${offset}: ${message}`, () =>
      expect(refusal(when)).toContainEqual([offset, message]));
  }

  it("of more than 2,048 bytes is refused", () => {
    expect(refusal(`arguments.a == "${"é".repeat(1_100)}"`)[0]?.[1]).toMatch(/has 2\d+ bytes: at most 2048/);
  });

  it("nested too deep is refused before it is parsed", () => {
    expect(refusal(`${"(".repeat(33)}true${")".repeat(33)}`)).toEqual([[32, "brackets are nested more than 32 deep"]]);
    expect(ask(`${"(".repeat(30)}true${")".repeat(30)}`)).toBe(true);
  });

  it("of any text is compiled or refused with a place in it, and evaluates without throwing", () => {
    const token = fc.constantFrom(
      "arguments",
      "derived",
      ".a",
      "[0]",
      "(",
      ")",
      "&&",
      "==",
      " ",
      "1",
      '"x"',
      "!",
      "?",
      ":",
      ".exists(x, x)",
      "has(",
      "-",
      "size(",
      "\n",
      "é",
    );
    const compiler = conditionCompiler();
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(token, { maxLength: 20 }).map((tokens) => tokens.join("")),
        ),
        (when) => {
          const compiled = compiler.compile(when);
          if (!compiled.ok) {
            expect(compiled.error.length).toBeGreaterThan(0);
            for (const { offset } of compiled.error) expect(offset >= 0 && offset <= when.length).toBe(true);
            return;
          }
          const answer = compiled.value.evaluate(bindingsOf({ ...facts({ arguments: { a: [1] } }), kind: "tool" }));
          expect(typeof answer === "boolean" || reasonInEnglish(answer.fault) !== "").toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe("time", () => {
  const hostile = [
    "(a+)+$",
    "(a|a)*$",
    "(a|aa)+$",
    "(.*a){20}$",
    "^(([a-z])+.)+[A-Z]([a-z])+$",
    "(x+x+)+y",
    "(.*)(.*)(.*)(.*)(.*)[b]",
    "([a-zA-Z]+)*$",
    "^(a?){200}a{200}$",
    "(\\\\w+\\\\s?)*$",
    "^((ab)*)*c$",
  ];
  for (const pattern of hostile) {
    it(`is bounded for the pattern ${pattern} on 64 kB`, () => {
      const answer = ask(`arguments.text.matches("${pattern}")`, { text: `${"a".repeat(65_535)}!` });
      expect(typeof answer === "boolean" || answer).toEqual(
        typeof answer === "boolean" ? true : { fault: { key: "fault.textTooLong" } },
      );
    });
  }

  it("is bounded by the text: longer than 64 kB is a fault", () => {
    expect(ask('arguments.text.matches("a")', { text: "a".repeat(65_537) })).toEqual({ fault: { key: "fault.textTooLong" } });
  });

  it("is bounded over all conditions of one proposal, and starts anew with the next", () => {
    const compiler = conditionCompiler();
    const compiled = compiler.compile('arguments.text.matches("b$")');
    if (!compiled.ok) throw new Error("it compiles");
    const bindings = bindingsOf({ ...facts({ arguments: { text: "a".repeat(60_000) } }), kind: "tool" });
    compiler.begin();
    expect([compiled.value.evaluate(bindings), compiled.value.evaluate(bindings)]).toEqual([
      false,
      { fault: { key: "fault.textTooLong" } },
    ]);
    compiler.begin();
    expect(compiled.value.evaluate(bindings)).toBe(false);
  });

  it("is bounded by the list: more than 1,000 items are a fault for a condition that walks, and no matter to others", () => {
    const items = Array.from({ length: 1_001 }, () => 1);
    expect(ask("arguments.items.exists(item, item == 2)", { items })).toEqual({
      fault: { key: "fault.listTooLong", values: { most: 1000 } },
    });
    expect(ask("arguments.items.exists(item, item == 2)", { items: items.slice(1) })).toBe(false);
    expect(ask("size(arguments.items) > 1000", { items })).toBe(true);
  });
});

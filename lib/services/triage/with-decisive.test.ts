import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readCard } from "../../domain/card/read-card";
import type { JsonObject } from "../../domain/json";
import type { Target } from "../../domain/proposal";
import { TREATMENTS } from "../../domain/words";
import { withDecisive } from "./with-decisive";

interface Given {
  readonly args?: JsonObject;
  readonly before?: JsonObject;
  readonly after?: JsonObject;
  readonly target?: Target;
  readonly name?: string;
}

function cardOf({ args = {}, before, after, target, name = "crm.update" }: Given) {
  const kind = before === undefined ? ("tool" as const) : ("record" as const);
  const action = { name, arguments: args };
  const history = { earlierToCounterpart: null, lastApprovedArguments: null };
  const card = readCard({ kind, action, target: target ?? null, before: before ?? null, after: after ?? null, history, at: 0 });
  return { card, of: { action, target: target ?? null } };
}

describe("a card that two people sign", () => {
  it.each<[string, Given, string, string]>([
    [
      "a changed value with a figure",
      { args: { phone: "+49 30 2222" }, before: { phone: "+49 30 1111" }, after: { phone: "+49 30 2222" } },
      "What does phone become?",
      "+49 30 2222",
    ],
    [
      "the action, and not what the agent expects of it",
      { name: "account.close", args: {}, before: { total: "10.00" }, after: { total: "99.00" } },
      "Which action is this?",
      "account.close",
    ],
    [
      "the action, and not what goes along with a deletion",
      { name: "crm.delete", args: { reason: "case 4711" }, before: { note: "x" } },
      "Which action is this?",
      "crm.delete",
    ],
    ["the environment", { target: { environment: "production" } }, "Which environment is this?", "production"],
    ["the action itself", { name: "account.close" }, "Which action is this?", "account.close"],
  ])("without a value of its own asks for %s", (_what, given, question, value) => {
    const { card, of } = cardOf(given);
    const { decisive } = withDecisive(card, "two_person", of);
    expect(decisive).toMatchObject({ question, value });
    expect(new Set([value, ...(decisive?.decoys ?? [])]).size).toBe(4);
  });

  it("is not asked for one environment under two names", () => {
    const { card, of } = cardOf({ target: { environment: "prod" } });
    expect(withDecisive(card, "two_person", of).decisive).toMatchObject({
      value: "prod",
      decoys: ["staging", "test", "development"],
    });
  });

  it("always asks for something, with four different options", () => {
    const args = fc.dictionary(fc.string({ minLength: 1, maxLength: 12 }), fc.oneof(fc.string(), fc.integer(), fc.boolean()), {
      maxKeys: 6,
    });
    fc.assert(
      fc.property(args, fc.string({ minLength: 1, maxLength: 20 }), (given, name) => {
        const { card, of } = cardOf({ args: { ...given }, name });
        const { decisive } = withDecisive(card, "two_person", of);
        expect(new Set([decisive?.value, ...(decisive?.decoys ?? [])]).size).toBe(4);
      }),
    );
  });

  it("is the only one that is asked more than its kind asks", () => {
    const { card, of } = cardOf({ args: { amount: 5 } });
    for (const treatment of TREATMENTS.filter((other) => other !== "two_person")) {
      expect(withDecisive(card, treatment, of)).toBe(card);
    }
  });
});

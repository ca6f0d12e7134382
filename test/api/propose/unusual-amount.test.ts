import { describe, expect, test } from "vitest";
import { DOORS, anApi, approved, proposed } from "../api-under-test";

const refund = (amount: string, currency = "EUR") => ({
  action: { name: "payment.refund", arguments: { order: "W2378156", amount, currency } },
});

describe.each(DOORS)("an amount, at %s", (door) => {
  test("ten times what people approved of the agent raises its tier and says so, in its own currency only", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("reviewer")];
    const first = await proposed(api, agent, refund("480.00"));
    for (const amount of ["48.00", "47.10", "52.00", "45.99", "48.50"]) {
      await approved(api, person, await proposed(api, agent, refund(amount)));
    }
    const usual = await proposed(api, agent, refund("49.00"));
    const slipped = await proposed(api, agent, refund("480.00"));
    const inYen = await proposed(api, agent, refund("480", "JPY"));
    const says = ({ risk }: typeof usual) =>
      risk.reasons.filter(({ says: words }) => words.includes("power of ten off the usual"));
    expect([first, usual, inYen].flatMap(says)).toEqual([]);
    expect(says(slipped).map(({ says: words }) => words)).toEqual(["a power of ten off the usual 48.00 EUR"]);
    expect([usual.risk.tier < "T2", slipped.risk.tier >= "T2"]).toEqual([true, true]);
    expect(slipped.risk.tier > first.risk.tier).toBe(true);
  });
});

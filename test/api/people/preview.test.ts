import { describe, expect, test } from "vitest";

import { CheckResult } from "../../../lib/contract/proposal";
import type { Door } from "../api-under-test";
import { DOORS, anApi, jsonOf, problemOf, proposed } from "../api-under-test";

const REFUND = { order: "W2378156", amount: "48.00", currency: "EUR", to: "card_4242" };

/** A refund that waits, and a person who changes something in it before they approve. */
async function aRefund(door: Door) {
  const api = await anApi(door);
  const agent = await api.agent();
  const made = await proposed(api, agent, { action: { name: "payment.refund", arguments: REFUND }, kind: "payment" });
  const preview = async (edited: object, version = made.version, role: "reviewer" | "auditor" = "reviewer") =>
    api.send("/people/preview", {
      person: await api.person(role),
      json: { proposal: made.id, version, arguments: { ...REFUND, ...edited } },
    });
  return { api, agent, made, preview };
}

describe.each(DOORS)("at %s", (door) => {
  test("an edit is judged before anybody approves it: one that deletes every row raises the tier, and nothing is written", async () => {
    const { api, agent } = await aRefund(door);
    const one = { sql: "delete from sessions where id = 7" };
    const made = await proposed(api, agent, { action: { name: "data.delete_rows", arguments: one }, kind: "sql" });
    const person = await api.person("reviewer");
    const before = await api.ctx.store.read.ledgerHead();
    const judged = async (sql: string) => {
      const json = { proposal: made.id, version: made.version, arguments: { sql } };
      const { risk, treatment } = await jsonOf(await api.send("/people/preview", { person, json }), CheckResult);
      return [risk.tier, treatment];
    };
    expect(await judged("delete from sessions where id = 8")).toEqual([made.risk.tier, made.treatment]);
    expect([made.risk.tier, ...(await judged("delete from sessions"))]).toEqual(["T1", "T2", "confirm"]);
    expect(await api.ctx.store.read.ledgerHead()).toEqual(before);
  });

  test("what does not fit, is no longer as it was, or is not theirs to decide is refused", async () => {
    const { api, agent, made, preview } = await aRefund(door);
    const refused = await problemOf(await preview({ currency: "euro" }));
    expect([refused.code, refused.issues?.[0]?.path]).toEqual(["invalid_arguments", "/currency"]);
    expect((await problemOf(await preview({}, made.version + 1))).code).toBe("stale");
    expect((await problemOf(await preview({}, made.version, "auditor"))).code).toBe("forbidden");
    await api.send(`/proposals/${made.id}/withdraw`, { agent, json: {} });
    expect((await problemOf(await preview({}))).code).toBe("not_pending");
  });
});

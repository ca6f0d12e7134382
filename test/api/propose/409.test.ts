import { describe, expect, test } from "vitest";

import { DOORS, aRefund, anApi, verdictOf } from "../api-under-test";

describe.each(DOORS)("at %s", (door) => {
  test("a key that stood for another action is refused", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const headers = { "idempotency-key": "refund-1" };
    await api.send("/proposals", { agent, json: aRefund(), headers });
    const other = aRefund({ action: { name: "payment.refund", arguments: { order: "W2", amount: "48.00", currency: "EUR" } } });
    expect(await verdictOf(await api.send("/proposals", { agent, json: other, headers }))).toBe("409 idempotency_conflict");
  });

  test("while the first call with a key runs, another is told to come back", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const { store } = api.ctx;
    const transact = store.transact.bind(store);
    const [entered, gate] = [signal(), signal()];
    Object.assign(store, {
      transact: async (body: Parameters<typeof transact>[0]) => {
        entered.give();
        await gate.given;
        return transact(body);
      },
    });
    const sent = { agent, json: aRefund(), headers: { "idempotency-key": "refund-1" } };
    const first = api.send("/proposals", sent);
    await entered.given;
    const second = await api.send("/proposals", sent);
    expect([second.headers.get("retry-after"), await verdictOf(second)]).toEqual(["1", "409 idempotency_in_flight"]);
    gate.give();
    expect(await verdictOf(await first)).toBe("201 ok");
    expect(await verdictOf(await api.send("/proposals", sent))).toBe("201 ok");
  });
});

function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return {
    given,
    give: () => {
      give();
    },
  };
}

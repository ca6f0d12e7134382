import { describe, expect, test } from "vitest";

import { DOORS, anApi, proposed, verdictOf } from "../api-under-test";

describe.each(DOORS)("at %s", (door) => {
  test("the 101st wait of one key is refused, another key still waits, and places come back", async () => {
    const api = await anApi(door);
    const [agent, other] = [await api.agent(), await api.agent()];
    const [one, two] = [await proposed(api, agent), await proposed(api, other)];
    const { agentWaits } = api.api.parts;
    const leave = Array.from({ length: 100 }, () => agentWaits.enter(agent.keyId));
    const refused = await api.send(`/proposals/${one.id}`, { agent, headers: { prefer: "wait=30" } });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await verdictOf(refused)).toBe("429 too_many_waits");
    expect(await verdictOf(await api.send("/events", { agent }))).toBe("429 too_many_waits");
    expect(await verdictOf(await api.send(`/proposals/${two.id}`, { agent: other, headers: { prefer: "wait=0" } }))).toBe(
      "200 ok",
    );
    for (const out of leave) out();
    expect(agentWaits.open).toBe(0);
  });
});

import { describe, expect, test } from "vitest";

import { DOORS, aRefund, anApi, verdictOf } from "../api-under-test";

describe.each(DOORS)("at %s", (door) => {
  test("a key with too many pending proposals is told to come back, and other agents are not", async () => {
    const api = await anApi(door);
    api.ctx.live.pendingCap = 3;
    const [flood, other] = [await api.agent(), await api.agent()];
    const verdicts: string[] = [];
    for (let sent = 0; sent < 4; sent += 1)
      verdicts.push(await verdictOf(await api.send("/proposals", { agent: flood, json: aRefund() })));
    expect(verdicts).toEqual(["201 ok", "201 ok", "201 ok", "429 too_many_pending"]);
    expect(await verdictOf(await api.send("/proposals", { agent: other, json: aRefund() }))).toBe("201 ok");
    const refused = await api.send("/proposals", { agent: flood, json: aRefund() });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});

import { describe, expect, test } from "vitest";

import { Frame } from "../../../lib/contract/frame";
import { CardDetail } from "../../../lib/contract/people";
import type { ApiUnderTest, TestPerson } from "../api-under-test";
import { DOORS, anApi, jsonOf, proposed } from "../api-under-test";

async function frameOf(api: ApiUnderTest, person: TestPerson): Promise<Frame> {
  return jsonOf(await api.send("/people/frame?zone=Europe/Berlin", { person }), Frame);
}

describe.each(DOORS)("at %s", (door) => {
  test("what stands around a screen: how much waits, and one's own day alone", async () => {
    const api = await anApi(door);
    const [agent, ana, ben] = [await api.agent(), await api.person("reviewer"), await api.person("reviewer")];
    const { id } = await proposed(api, agent);
    const before = { needsYou: "1", decidedToday: 0, medianSeconds: null, testsToday: null, blocked: [], returned: null };
    expect(await frameOf(api, ana)).toEqual(before);

    const { row, digest } = await jsonOf(await api.send(`/people/cards/${id}`, { person: ana }), CardDetail);
    const ref = { proposal: id, version: row.version };
    await api.send("/people/lease", { person: ana, json: ref });
    const json = { ...ref, digest, decision: { type: "reject" }, act: { type: "key" } };
    await api.send("/people/decide", { person: ana, json });
    expect(await frameOf(api, ana)).toMatchObject({ needsYou: "0", decidedToday: 1 });
    expect(await frameOf(api, ben)).toMatchObject({ needsYou: "0", decidedToday: 0 });
  });
});

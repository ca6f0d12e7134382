import { describe, expect, test } from "vitest";

import { Frame } from "../../../lib/contract/frame";
import { CardDetail } from "../../../lib/contract/people";
import { UNATTENDED_HEADER } from "../../../lib/contract/unattended";
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

  test("what a tab asks by itself is no use of the session, and what a person asks is", async () => {
    const api = await anApi(door);
    const person = await api.person("reviewer");
    const lastSeen = async (): Promise<number | undefined> =>
      (await api.ctx.store.read.session(person.actor.sessionId))?.session.lastSeenAt;
    const before = await lastSeen();
    api.ctx.pass(120_000);
    await api.send("/people/frame", { person, headers: { [UNATTENDED_HEADER]: "1" } });
    expect(await lastSeen()).toBe(before);
    await api.send("/people/frame", { person });
    expect(await lastSeen()).toBe(api.ctx.clock());
  });
});

import { describe, expect, test, vi } from "vitest";

import { PeopleEvent, RowResult } from "../../../lib/contract/people";
import { HEARTBEAT_MS } from "../../../lib/domain/heartbeat";
import { setStop } from "../../../lib/services/stops/set-stop";
import { aState } from "../../builders";
import type { ApiUnderTest, TestPerson } from "../api-under-test";
import { DOORS, anApi, jsonOf, proposed, verdictOf } from "../api-under-test";
import { EventReader } from "../event-reader";

/** The stream of somebody who follows it while nothing is stopped. */
async function followed(api: ApiUnderTest, person: TestPerson): Promise<EventReader> {
  const events = new EventReader(await api.send("/people/events", { person }));
  expect((await events.next())?.data).toEqual({ type: "stops", stops: [] });
  return events;
}

describe.each(DOORS)("at %s", (door) => {
  test("an open dashboard hears of new items, leases, decisions, policies and kill switches", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("reviewer")];
    const events = await followed(api, person);
    const next = async (): Promise<PeopleEvent> => PeopleEvent.parse((await events.next())?.data);
    const { id, version, digest } = await proposed(api, agent);
    expect(await next()).toMatchObject({ type: "proposal", queue: "needs_you", event: "proposal.proposed", row: { id } });
    await api.send("/people/lease", { person, json: { proposal: id, version } });
    expect(await next()).toMatchObject({ type: "lease", proposal: id, lease: { by: { name: person.actor.name } } });
    const json = { proposal: id, version, digest, decision: { type: "approve" }, act: { type: "key" } };
    await api.send("/people/decide", { person, json });
    expect(await next()).toMatchObject({ type: "proposal", queue: "waiting", row: { status: "held" } });
    api.ctx.hub.publish({ type: "policy", version: 2 });
    expect(await next()).toEqual({ type: "policy", version: 2 });
    const [by, at] = [person.actor.name, api.ctx.clock()];
    await setStop(api.ctx, person.actor, { scope: `agent:${agent.agentId}`, reason: "runs away" });
    expect(await next()).toMatchObject({ type: "stops", stops: [{ scope: `agent:${agent.agentId}`, by, at }] });
    const late = new EventReader(await api.send("/people/events", { person }));
    expect((await late.next())?.data).toMatchObject({ type: "stops", stops: [{ scope: `agent:${agent.agentId}` }] });
    await late.leave();
    await events.leave();
    while (api.api.parts.peopleWaits.open > 0) await new Promise((resolve) => setImmediate(resolve));
    expect(api.ctx.hub.waiting).toBe(0);
  });

  test("between two signatures only who signed hears how much was said, and before the first everybody does", async () => {
    const api = await anApi(door);
    const [agent, first, watcher] = [await api.agent(), await api.person("reviewer"), await api.person("reviewer")];
    const action = { name: "file.delete", arguments: { path: "exports/may.csv" } };
    const { id, version, digest } = await proposed(api, agent, { action, kind: "file" });
    const events = await followed(api, watcher);
    const theirs = await followed(api, first);
    const toldOn = async (stream: EventReader): Promise<string> => {
      const event = PeopleEvent.parse((await stream.next())?.data);
      return event.type === "proposal" ? `${event.event} ${String(event.row.comments)}` : event.type;
    };
    const told = async (): Promise<readonly string[]> => [await toldOn(theirs), await toldOn(events)];
    const say = (text: string) => api.send("/people/comments", { person: first, json: { proposal: id, text } });
    await say("May is archived");
    expect(await told()).toEqual(["proposal.commented 1", "proposal.commented 1"]);
    await api.send("/people/lease", { person: first, json: { proposal: id, version } });
    expect(await told()).toEqual(["lease", "lease"]);
    api.ctx.pass(10_000);
    const act = { type: "match", value: "exports/may.csv" };
    const json = { proposal: id, version, digest, decision: { type: "approve" }, act };
    expect((await api.send("/people/decide", { person: first, json })).status).toBe(200);
    expect(await told()).toEqual(["proposal.signed 1", "proposal.signed 0"]);
    await say("I checked it twice");
    expect(await told()).toEqual(["proposal.commented 2", "proposal.signed 0"]);
    const given = await api.send("/people/assign", { person: first, json: { proposal: id, person: watcher.actor.personId } });
    expect((await jsonOf(given, RowResult)).row.comments).toBe(2);
    for (const stream of [theirs, events]) await stream.leave();
  });

  test("what policy let run or blocked at once never disturbs a reviewer", async () => {
    const api = await anApi(door);
    const person = await api.person("reviewer");
    const events = await followed(api, person);
    for (const type of ["proposal.allowed", "proposal.blocked"]) {
      const row = { seq: 9, at: 0, type, subject: null, agentId: null, entry: "{}", hash: "" };
      api.ctx.hub.publish({ type: "proposal", state: aState(), rows: [row] });
    }
    const { id } = await proposed(api, await api.agent());
    expect(PeopleEvent.parse((await events.next())?.data)).toMatchObject({ row: { id } });
    await events.leave();
  });

  test("a stream on which nothing happens says by name that its server is alive", async () => {
    const api = await anApi(door);
    const person = await api.person("reviewer");
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const events = await followed(api, person);
    vi.advanceTimersByTime(HEARTBEAT_MS);
    vi.useRealTimers();
    expect(await events.next()).toMatchObject({ event: "beat" });
    await events.leave();
  });

  test("a stream ends when the person's access changes, and the 21st of one person is refused", async () => {
    const api = await anApi(door);
    const person = await api.person("reviewer");
    const events = await followed(api, person);
    const { peopleWaits } = api.api.parts;
    const leave = Array.from({ length: 19 }, () => peopleWaits.enter(person.actor.personId));
    expect(await verdictOf(await api.send("/people/events", { person }))).toBe("429 too_many_waits");
    api.ctx.hub.publish({ type: "access", subject: person.actor.personId });
    expect(await events.next()).toBeNull();
    for (const out of leave) out();
    expect(peopleWaits.open).toBe(0);
  });
});

import { describe, expect, onTestFinished, test, vi } from "vitest";

import { AgentEvent } from "../../../lib/contract/proposal";
import { HEARTBEAT_MS } from "../../../lib/domain/heartbeat";
import { createKey } from "../../../lib/services/keys/create-key";
import { COMMAND_LINE } from "../../context";
import type { ApiUnderTest } from "../api-under-test";
import { DOORS, anApi, approved, proposed, verdictOf } from "../api-under-test";
import { EventReader } from "../event-reader";

const DAY_MS = 86_400_000;

async function nextOf(events: EventReader): Promise<string> {
  const found = await events.next();
  if (found === null) return "ended";
  expect(found.event).toBe("proposal");
  const { type, status } = AgentEvent.parse(found.data);
  return `${type} ${status}`;
}

/** What is read, as it came, until it fits or the stream ends. */
async function readUntil(reader: ReadableStreamDefaultReader<Uint8Array> | undefined, fits: RegExp): Promise<string> {
  const text = new TextDecoder();
  let seen = "";
  while (!fits.test(seen)) {
    const piece = await reader?.read();
    if (piece?.value === undefined) return `${seen}ended`;
    seen += text.decode(piece.value, { stream: true });
  }
  return seen;
}

/** Resolves once nothing waits and nothing listens any more. */
async function untilQuiet(api: ApiUnderTest): Promise<void> {
  const { agentWaits, peopleWaits } = api.api.parts;
  while (agentWaits.open + peopleWaits.open + api.ctx.hub.waiting > 0) await new Promise((resolve) => setImmediate(resolve));
}

describe.each(DOORS)("at %s", (door) => {
  test("an agent follows its own proposals from now on, and no one else's", async () => {
    const api = await anApi(door);
    const [agent, other, person] = [await api.agent(), await api.agent(), await api.person("reviewer")];
    await proposed(api, agent);
    const answer = await api.send("/events", { agent });
    const { headers } = answer;
    expect(headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(headers.get("cache-control")).toBe("no-cache, no-transform");
    expect([headers.get("x-accel-buffering"), headers.get("content-encoding")]).toEqual(["no", "none"]);
    const events = new EventReader(answer);
    await proposed(api, other);
    const proposal = await proposed(api, agent);
    await approved(api, person, proposal);
    await api.send(`/proposals/${proposal.id}`, { agent });
    expect([await nextOf(events), await nextOf(events), await nextOf(events)]).toEqual([
      expect.stringMatching(/^proposal\.proposed /),
      "proposal.released approved",
      "proposal.delivered approved",
    ]);
    await events.leave();
    await untilQuiet(api);
  });

  test("a held decision is not told, and its undo is not either", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("reviewer")];
    const { id, version, digest } = await proposed(api, agent);
    const events = new EventReader(await api.send("/events", { agent }));
    const json = { proposal: id, version, digest, decision: { type: "reject" }, act: { type: "key" } };
    await api.send("/people/decide", { person, json });
    await api.send("/people/undo", { person, json: { proposal: id } });
    await api.send(`/proposals/${id}/withdraw`, { agent, json: {} });
    expect(await nextOf(events)).toBe("proposal.withdrawn withdrawn");
    await events.leave();
  });

  test("a reader that comes back misses nothing and hears nothing twice", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const first = new EventReader(await api.send("/events", { agent }));
    await proposed(api, agent);
    expect(await nextOf(first)).toBe("proposal.proposed pending");
    await first.leave();
    const ids = [await proposed(api, agent), await proposed(api, agent)].map(({ id }) => id);
    const again = new EventReader(await api.send("/events", { agent, headers: { "last-event-id": first.lastId ?? "" } }));
    ids.push((await proposed(api, agent)).id);
    const heard: unknown[] = [];
    for (let count = 0; count < 3; count += 1) heard.push(AgentEvent.parse((await again.next())?.data).id);
    expect(heard).toEqual(ids);
    await again.leave();
    await untilQuiet(api);
  });

  test("a reader whose id was only a mark resumes from there", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const answer = await api.send("/events", { agent });
    const reader = answer.body?.getReader();
    const mark = /^id: (\d+)$/m.exec(await readUntil(reader, /^id: \d+$/m))?.[1] ?? "";
    await reader?.cancel();
    const { id } = await proposed(api, agent);
    const events = new EventReader(await api.send("/events", { agent, headers: { "last-event-id": mark } }));
    expect(AgentEvent.parse((await events.next())?.data).id).toBe(id);
    await events.leave();
  });

  test("a stream on which nothing happens carries a comment with each heartbeat, and ends with the first after its key ran out", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const { secret } = await createKey(api.ctx, COMMAND_LINE, { agentId: agent.agentId, label: "a day", expiresInDays: 1 });
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const reader = (await api.send("/events", { agent: { ...agent, key: secret } })).body?.getReader();
    expect(await readUntil(reader, /^id: \d+\n\n/m)).not.toContain(": \n\n");
    for (const days of [0, 0.9]) {
      api.ctx.pass(days * DAY_MS);
      vi.advanceTimersByTime(HEARTBEAT_MS);
      expect(await readUntil(reader, /: \n\n/)).toBe(": \n\n");
    }
    api.ctx.pass(0.2 * DAY_MS);
    vi.advanceTimersByTime(HEARTBEAT_MS);
    expect(await readUntil(reader, /ended$/)).toMatch(/ended$/);
    await untilQuiet(api);
  });

  test("a stream ends with its key, and with the server", async () => {
    const api = await anApi(door);
    const [agent, other] = [await api.agent(), await api.agent()];
    const [one, two] = await Promise.all(
      [agent, other].map(async (who) => new EventReader(await api.send("/events", { agent: who }))),
    );
    api.ctx.hub.publish({ type: "access", subject: agent.keyId });
    expect(await one?.next()).toBeNull();
    expect(api.api.parts.agentWaits.open).toBe(1);
    api.stop();
    expect(await two?.next()).toBeNull();
    await untilQuiet(api);
  });

  test("a HEAD opens nothing", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    expect(await verdictOf(await api.send("/events", { agent, method: "HEAD" }))).toBe("200 ok");
    expect(api.api.parts.agentWaits.open).toBe(0);
  });
});

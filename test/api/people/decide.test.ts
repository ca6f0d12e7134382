import { describe, expect, test } from "vitest";

import { HistoryPage, LastDecisions } from "../../../lib/contract/listing";
import { CardDetail, DecideResult, LeaseResult, ProposalDetail, QueuePage, RowResult } from "../../../lib/contract/people";
import { Proposal } from "../../../lib/contract/proposal";
import type { ApiUnderTest, TestPerson } from "../api-under-test";
import { DOORS, anApi, jsonOf, proposed, verdictOf } from "../api-under-test";

async function queue(api: ApiUnderTest, person: TestPerson, query = ""): Promise<string[]> {
  const page = await jsonOf(await api.send(`/people/queue${query}`, { person }), QueuePage);
  return page.items.map(({ id }) => id);
}

describe.each(DOORS)("at %s", (door) => {
  test("a person finds a card, opens it, decides, takes it back, and decides again", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("reviewer")];
    const run = { id: "run-1", step: 3, model: "m-1", agentVersion: "2", traceUrl: "https://traces.example/run-1" };
    const { id } = await proposed(api, agent, { run });
    expect(await queue(api, person)).toEqual([id]);
    const card = await jsonOf(await api.send(`/people/cards/${id}`, { person }), CardDetail);
    expect(card.run).toEqual({ ...run, promptVersion: null });
    const { version } = card.row;
    const lease = await jsonOf(await api.send("/people/lease", { person, json: { proposal: id, version } }), LeaseResult);
    expect(lease.heldBy).toBeNull();
    const reject = { proposal: id, version, digest: card.digest, decision: { type: "reject" }, act: { type: "key" } };
    const decided = await jsonOf(await api.send("/people/decide", { person, json: reject }), DecideResult);
    expect([decided.outcome, decided.row.status]).toEqual(["held", "held"]);
    const reason = { proposal: id, reason: { code: "wrong_amount", text: null } };
    expect((await jsonOf(await api.send("/people/reason", { person, json: reason }), RowResult)).row.status).toBe("held");
    expect((await jsonOf(await api.send("/people/undo", { person, json: { proposal: id } }), RowResult)).row.status).toBe(
      "pending",
    );
    expect(await queue(api, person)).toEqual([id]);
    await api.send("/people/decide", { person, json: reject });
    const released = await jsonOf(await api.send("/people/release", { person, json: { proposal: id } }), DecideResult);
    expect([released.outcome, released.row.status]).toEqual(["released", "rejected"]);
    expect(await queue(api, person)).toEqual([]);
    expect(await queue(api, person, "?queue=done")).toEqual([id]);
    const last = await jsonOf(await api.send("/people/last", { person }), LastDecisions);
    expect(last.items.map((row) => row.id)).toEqual([id]);
    const history = await jsonOf(await api.send("/people/history?status=rejected", { person }), HistoryPage);
    expect(history.items.map((row) => row.id)).toEqual([id]);
    const page = await jsonOf(await api.send(`/people/proposals/${id}`, { person }), ProposalDetail);
    expect(page.timeline.map(({ type }) => type)).toContain("proposal.undone");
    expect(page.said).toEqual({ code: "unspecified", text: null, answer: null });
  });

  test("another person sees who has a card open, and giving it back frees it", async () => {
    const api = await anApi(door);
    const [agent, one, two] = [await api.agent(), await api.person("reviewer"), await api.person("reviewer")];
    const { id, version } = await proposed(api, agent);
    const json = { proposal: id, version };
    await api.send("/people/lease", { person: one, json });
    const seen = await jsonOf(await api.send("/people/lease", { person: two, json }), LeaseResult);
    expect(seen.heldBy).toEqual({ id: one.actor.personId, name: one.actor.name });
    await api.send("/people/lease/release", { person: one, json: { proposal: id } });
    expect((await jsonOf(await api.send("/people/lease", { person: two, json }), LeaseResult)).heldBy).toBeNull();
    expect(
      (await jsonOf(await api.send("/people/later", { person: two, json: { proposal: id } }), RowResult)).row.lease,
    ).toBeNull();
  });

  test("a decision names what was shown: another version or digest is stale", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("reviewer")];
    const { id, version, digest } = await proposed(api, agent);
    const decide = async (more: object): Promise<string> =>
      verdictOf(
        await api.send("/people/decide", {
          person,
          json: { proposal: id, version, digest, decision: { type: "approve" }, act: { type: "key" }, ...more },
        }),
      );
    expect(await decide({ version: 2 })).toBe("409 stale");
    expect(await decide({ digest: `sha256:${"0".repeat(64)}` })).toBe("409 stale");
    expect(await decide({ digest: digest.toUpperCase() })).toBe("409 stale");
    expect(await decide({ decision: { type: "answer", answer: "no" } })).toBe("409 decision_not_allowed");
    expect(await decide({ decision: { type: "edit", arguments: {} } })).toBe("400 invalid_request");
    expect(await decide({})).toBe("200 ok");
    expect(await decide({})).toBe("409 already_decided");
  });

  test("what the agent did not list is refused, and what it did list is what it gets", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("reviewer")];
    const { id, version, digest } = await proposed(api, agent, { decisions: ["answer"] });
    const decide = async (decision: object): Promise<string> =>
      verdictOf(
        await api.send("/people/decide", { person, json: { proposal: id, version, digest, decision, act: { type: "key" } } }),
      );
    const reason = { code: "wrong_value", text: null };
    expect(await decide({ type: "approve" })).toBe("409 decision_not_allowed");
    expect(await decide({ type: "edit", arguments: { a: 1 }, reason })).toBe("409 decision_not_allowed");
    expect(await decide({ type: "answer", answer: "x".repeat(10_001) })).toBe("400 invalid_request");
    expect(await decide({ type: "answer", answer: "Ask first." })).toBe("200 ok");
    const page = await jsonOf(await api.send(`/people/proposals/${id}`, { person }), ProposalDetail);
    expect(page.said).toEqual({ code: null, text: null, answer: "Ask first." });
    await api.send("/people/release", { person, json: { proposal: id } });
    const got = await jsonOf(await api.send(`/proposals/${id}`, { agent }), Proposal);
    expect([got.status, got.decision?.answer, got.receipt]).toEqual(["answered", "Ask first.", null]);
  });

  test("of eight people at once exactly one decides", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const { id, version, digest } = await proposed(api, agent);
    const people = await Promise.all(Array.from({ length: 8 }, () => api.person("reviewer")));
    const answers = await Promise.all(
      people.map((person, index) =>
        api.send("/people/decide", {
          person,
          json: {
            proposal: id,
            version,
            digest,
            decision: { type: index % 2 === 0 ? "approve" : "reject" },
            act: { type: "key" },
          },
        }),
      ),
    );
    const verdicts = await Promise.all(answers.map(verdictOf));
    expect(verdicts.filter((verdict) => verdict === "200 ok")).toHaveLength(1);
    expect(verdicts.filter((verdict) => verdict === "409 already_decided")).toHaveLength(7);
  });

  test("a session that was revoked decides nothing", async () => {
    const api = await anApi(door);
    const person = await api.person("reviewer");
    await api.ctx.store.transact(function* (tx) {
      yield* tx.revokeSessions(person.actor.personId, api.ctx.clock(), null);
      return { result: null, unchanged: true };
    });
    expect(await verdictOf(await api.send("/people/queue", { person }))).toBe("401 unauthenticated");
    expect(await verdictOf(await api.send("/people/undo", { person, json: { proposal: "prp_x" } }))).toBe("401 unauthenticated");
  });

  test("a queue is refused for a query that does not fit, and a cursor is good for its own order only", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("reviewer")];
    for (let count = 0; count < 3; count += 1) await proposed(api, agent);
    const { next } = await jsonOf(await api.send("/people/queue?limit=2", { person }), QueuePage);
    expect(next).not.toBeNull();
    expect(await queue(api, person, `?limit=2&cursor=${next ?? ""}`)).toHaveLength(1);
    expect(await verdictOf(await api.send(`/people/queue?sort=age&cursor=${next ?? ""}`, { person }))).toBe("400 invalid_cursor");
    for (const query of [
      "sort=rank",
      "queue=all",
      "limit=0",
      "agent=me",
      "kind=x",
      "queue=done&queue=deep",
      "match=(a%2B)%2B",
      "mine=no",
      "text=",
    ]) {
      expect(await verdictOf(await api.send(`/people/queue?${query}`, { person })), query).toBe("400 invalid_request");
    }
  });
});

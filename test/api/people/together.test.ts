import { describe, expect, test } from "vitest";

import { DecideResult, LeaseResult, ProposalDetail, QueuePage, RowResult } from "../../../lib/contract/people";
import type { ProposalInput } from "../../../lib/contract/proposal";
import { AlikeGroup, CommentList, CommentView, DrawResult, RejectAllResult, RowsResult } from "../../../lib/contract/together";
import type { ApiUnderTest, TestAgent, TestPerson } from "../api-under-test";
import { DOORS, anApi, jsonOf, problemOf, proposed, verdictOf } from "../api-under-test";
import { EventReader } from "../event-reader";

/** Tags of tickets: low, one key each, and all from one template. */
function aTag(ticket: string, tag = "billing"): Partial<ProposalInput> {
  return { action: { name: "ticket.tag", arguments: { ticket, tag } }, kind: "tool", target: { system: "Helpdesk" } };
}

interface Item {
  readonly proposal: string;
  readonly version: number;
  readonly digest: string;
}

async function tagged(api: ApiUnderTest, agent: TestAgent, tickets: readonly string[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const ticket of tickets) {
    ids.push((await proposed(api, agent, aTag(ticket))).id);
    // Each a moment after the last, so that their order is known.
    api.ctx.pass(1);
  }
  return ids;
}

async function groupOf(api: ApiUnderTest, person: TestPerson, id: string): Promise<AlikeGroup> {
  return jsonOf(await api.send(`/people/cards/${id}/alike`, { person }), AlikeGroup);
}

function itemsOf(group: AlikeGroup): Item[] {
  return group.items.map(({ row, digest }) => ({ proposal: row.id, version: row.version, digest }));
}

async function open(api: ApiUnderTest, person: TestPerson, ids: readonly string[]): Promise<void> {
  for (const proposal of ids) await api.send("/people/lease", { person, json: { proposal, version: 1 } });
}

const draw = (api: ApiUnderTest, person: TestPerson, items: readonly Item[]) =>
  api.send("/people/batch/draw", { person, json: { items } });

describe.each(DOORS)("at %s", (door) => {
  test("what is alike is listed together with what differs, and nothing else is in it", async () => {
    const api = await anApi(door);
    const [agent, other, person] = [await api.agent(), await api.agent(), await api.person("reviewer")];
    const ids = await tagged(api, agent, ["101", "102", "103"]);
    await proposed(api, agent);
    await tagged(api, other, ["104"]);
    const group = await groupOf(api, person, ids[1] ?? "");
    expect(group.items.map(({ row }) => row.id)).toEqual([ids[1], ids[0], ids[2]]);
    expect([group.total, group.batch.columns, group.batch.refusal]).toEqual([3, ["ticket"], null]);
    expect(group.batch.rows.map(([cell]) => cell?.map((span) => ("text" in span ? span.text : "")).join(""))).toEqual([
      "102",
      "101",
      "103",
    ]);
  });

  test("a batch is approved in one call once the two that were drawn have been opened, and not before", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("reviewer")];
    const ids = await tagged(api, agent, ["101", "102", "103", "104"]);
    const items = itemsOf(await groupOf(api, person, ids[0] ?? ""));
    const { batch, digest, open: drawn } = await jsonOf(await draw(api, person, items), DrawResult);
    expect(new Set(drawn).size).toBe(2);
    expect(ids).toEqual(expect.arrayContaining(drawn));
    const approve = (json: object = { batch, digest }) => api.send("/people/batch/approve", { person, json });
    expect(await verdictOf(await approve())).toBe("428 too_soon");
    await open(api, person, [drawn[0] ?? "", ...ids.filter((id) => !drawn.includes(id))]);
    expect((await problemOf(await approve())).context?.["proposal"]).toBe(drawn[1]);
    // That it comes next is not that it was opened.
    await api.send("/people/lease", { person, json: { proposal: drawn[1], version: 1, doing: "next" } });
    expect(await verdictOf(await approve())).toBe("428 too_soon");
    await open(api, person, [drawn[1] ?? ""]);
    expect(await verdictOf(await approve({ batch, digest: `sha256:${"0".repeat(64)}` }))).toBe("409 stale");
    const { rows } = await jsonOf(await approve(), RowsResult);
    expect(rows.map(({ id, status }) => [id, status])).toEqual(ids.map((id) => [id, "held"]));
    expect(await verdictOf(await approve())).toBe("409 batch_refused");
    const undone = await jsonOf(await api.send("/people/undo", { person, json: { proposal: ids[2] } }), RowResult);
    expect(undone.row.status).toBe("pending");
  });

  test("one that moved stops the whole batch, is named, and nothing is approved", async () => {
    const api = await anApi(door);
    const [agent, person, colleague] = [await api.agent(), await api.person("reviewer"), await api.person("reviewer")];
    const ids = await tagged(api, agent, ["101", "102", "103"]);
    const items = itemsOf(await groupOf(api, person, ids[0] ?? ""));
    const drawn = await jsonOf(await draw(api, person, items), DrawResult);
    await open(api, person, drawn.open);
    const [, second] = items;
    const decision = { ...second, decision: { type: "reject" }, act: { type: "key" } };
    await api.send("/people/decide", { person: colleague, json: { ...decision } });
    const json = { batch: drawn.batch, digest: drawn.digest };
    const refused = await problemOf(await api.send("/people/batch/approve", { person, json }));
    expect([refused.code, refused.context?.["proposal"]]).toEqual(["batch_refused", second?.proposal]);
    const { items: left } = await jsonOf(await api.send("/people/queue", { person }), QueuePage);
    expect(left.map((row) => row.id)).toEqual(items.filter((item) => item !== second).map((item) => item.proposal));
  });

  test("a batch holds nothing that is not alike, too many, once decided or twice", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("reviewer")];
    const ids = await tagged(
      api,
      agent,
      Array.from({ length: 12 }, (_, index) => String(100 + index)),
    );
    const items = itemsOf(await groupOf(api, person, ids[0] ?? ""));
    const refund = await proposed(api, agent);
    const [first, second] = items;
    const cases: readonly (readonly Item[])[] = [
      items,
      items.slice(0, 1),
      [...items.slice(0, 2), { proposal: refund.id, version: refund.version, digest: refund.digest }],
      [first, first].filter((item) => item !== undefined),
    ];
    for (const shown of cases) expect(await verdictOf(await draw(api, person, shown))).toBe("409 batch_refused");
    const stale = [first, { ...second, version: 2 }];
    expect(await verdictOf(await api.send("/people/batch/draw", { person, json: { items: stale } }))).toBe("409 stale");
  });

  test("another person’s batch is nobody else’s", async () => {
    const api = await anApi(door);
    const [agent, one, two] = [await api.agent(), await api.person("reviewer"), await api.person("reviewer")];
    const ids = await tagged(api, agent, ["101", "102"]);
    const items = itemsOf(await groupOf(api, one, ids[0] ?? ""));
    const { batch, digest, open: drawn } = await jsonOf(await draw(api, one, items), DrawResult);
    await open(api, two, drawn);
    const json = { batch, digest };
    expect(await verdictOf(await api.send("/people/batch/approve", { person: two, json }))).toBe("409 batch_refused");
    expect(await verdictOf(await api.send("/people/batch/approve", { person: one, json }))).toBe("428 too_soon");
  });

  test("any number is rejected for one reason; what moved is left alone and named", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("reviewer")];
    const ids = await tagged(
      api,
      agent,
      Array.from({ length: 15 }, (_, index) => String(100 + index)),
    );
    const items = itemsOf(await groupOf(api, person, ids[0] ?? ""));
    await api.send(`/proposals/${ids[3] ?? ""}/withdraw`, { agent, json: {} });
    const json = { items, reason: { code: "not_needed", text: null } };
    const { rejected, skipped } = await jsonOf(await api.send("/people/batch/reject", { person, json }), RejectAllResult);
    expect([rejected.length, skipped.map(({ proposal, code }) => [proposal, code])]).toEqual([14, [[ids[3], "not_pending"]]]);
    expect(rejected.every((row) => row.status === "held" && row.decision?.type === "reject")).toBe(true);
  });

  test("a comment is read by people and by no agent, and the record holds it by its digest", async () => {
    const api = await anApi(door);
    const [agent, person, colleague] = [await api.agent(), await api.person("reviewer"), await api.person("auditor")];
    const { id } = await proposed(api, agent);
    const json = { proposal: id, text: " Is this the right order? " };
    const made = await jsonOf(await api.send("/people/comments", { person, json }), CommentView);
    expect(made).toMatchObject({ text: "Is this the right order?", by: { name: person.actor.name } });
    const { items } = await jsonOf(await api.send(`/people/cards/${id}/comments`, { person: colleague }), CommentList);
    expect(items).toEqual([made]);
    const page = await jsonOf(await api.send(`/people/proposals/${id}`, { person }), ProposalDetail);
    expect(page.timeline.at(-1)).toMatchObject({ type: "proposal.commented", actor: person.actor.name, says: "commented" });
    const told = await (await api.send(`/proposals/${id}`, { agent })).text();
    expect(told).not.toContain("right order");
    expect(await verdictOf(await api.send("/people/comments", { person, json: { proposal: id, text: "  " } }))).toBe(
      "400 invalid_request",
    );
  });

  test("what is given to a person stands under theirs, and can be given back", async () => {
    const api = await anApi(door);
    const [agent, person, colleague] = [await api.agent(), await api.person("reviewer"), await api.person("reviewer")];
    const auditor = await api.person("auditor");
    const [one, two] = [await proposed(api, agent), await proposed(api, agent)];
    const give = (who: string | null) => api.send("/people/assign", { person, json: { proposal: one.id, person: who } });
    const { row } = await jsonOf(await give(colleague.actor.personId), RowResult);
    expect(row.assignee).toEqual({ id: colleague.actor.personId, name: colleague.actor.name });
    const mine = async (whose: TestPerson, more = ""): Promise<readonly string[]> =>
      (await jsonOf(await api.send(`/people/queue?mine=yes${more}`, { person: whose }), QueuePage)).items.map(({ id }) => id);
    expect([await mine(colleague), await mine(person), await mine(colleague, "&queue=deep")]).toEqual([[one.id], [], []]);
    for (const sort of ["age", "due", "agent"]) expect(await mine(colleague, `&sort=${sort}`)).toEqual([one.id]);
    for (const who of [auditor.actor.personId, "per_x"]) expect(await verdictOf(await give(who))).toBe("400 invalid_request");
    await give(null);
    expect(await mine(colleague)).toEqual([]);
    const decision = { decision: { type: "reject" }, act: { type: "key" } };
    const decided = { proposal: two.id, version: two.version, digest: two.digest, ...decision };
    await jsonOf(await api.send("/people/decide", { person, json: decided }), DecideResult);
    await api.send("/people/release", { person, json: { proposal: two.id } });
    expect([await mine(person, "&queue=done"), await mine(colleague, "&queue=done")]).toEqual([[two.id], []]);
    expect(await verdictOf(await api.send("/people/assign", { person, json: { proposal: two.id, person: null } }))).toBe(
      "409 not_pending",
    );
  });

  test("a section is searched by words of headline, agent, action and id", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("reviewer")];
    const ids = await tagged(api, agent, ["101", "102", "103"]);
    await proposed(api, agent);
    const found = async (text: string, more = ""): Promise<readonly string[]> =>
      (await jsonOf(await api.send(`/people/queue?text=${encodeURIComponent(text)}${more}`, { person }), QueuePage)).items.map(
        ({ id }) => id,
      );
    expect((await found("TAG ticket")).toSorted()).toEqual([...ids].toSorted());
    expect(await found(ids[1] ?? "")).toEqual([ids[1]]);
    expect(await found("no such thing")).toEqual([]);
    const first = await jsonOf(await api.send("/people/queue?text=ticket&limit=2&sort=age", { person }), QueuePage);
    expect(first.items.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect(await found("ticket", `&limit=2&sort=age&cursor=${first.next ?? ""}`)).toEqual(ids.slice(2));
  });

  test("others hear within one breath who has a card open and who is about to sign it; what only comes next yields", async () => {
    const api = await anApi(door);
    const [agent, one, two] = [await api.agent(), await api.person("reviewer"), await api.person("reviewer")];
    const { id } = await proposed(api, agent);
    const reader = new EventReader(await api.send("/people/events", { person: two }));
    expect((await reader.next())?.data).toMatchObject({ type: "stops" });
    const lease = async (person: TestPerson, doing: string) =>
      jsonOf(await api.send("/people/lease", { person, json: { proposal: id, version: 1, doing } }), LeaseResult);
    const heard: string[] = [];
    for (const doing of ["next", "looking", "deciding"]) {
      expect((await lease(one, doing)).heldBy).toBeNull();
      heard.push(JSON.stringify((await reader.next())?.data));
      expect(heard.at(-1)).toContain(`"doing":"${doing}"`);
    }
    await reader.leave();
    expect((await lease(two, "looking")).heldBy?.id).toBe(one.actor.personId);
    await api.send("/people/lease/release", { person: one, json: { proposal: id } });
    await lease(one, "next");
    expect((await lease(two, "looking")).heldBy).toBeNull();
  });
});

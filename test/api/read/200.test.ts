import { describe, expect, test } from "vitest";

import { Proposal, ProposalPage } from "../../../lib/contract/proposal";
import { DOORS, anApi, approved, jsonOf, proposed, verdictOf } from "../api-under-test";

describe.each(DOORS)("at %s", (door) => {
  test("an approved proposal carries its receipt, and the first GET records its delivery where a HEAD does not", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("reviewer")];
    const proposal = await proposed(api, agent);
    await approved(api, person, proposal);
    const path = `/proposals/${proposal.id}`;
    const looked = await api.send(path, { agent, method: "HEAD" });
    expect([looked.status, await looked.text()]).toEqual([200, ""]);
    const [row] = (await api.ctx.store.read.ledgerBefore(null, 1, null)).map(({ type }) => type);
    expect(row).toBe("proposal.released");
    const read = await jsonOf(await api.send(path, { agent }), Proposal);
    expect(read).toMatchObject({ status: "approved", delivery: "delivered", decision: { type: "approve", source: "person" } });
    expect(read.receipt).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  });

  test("a held decision is invisible to the agent", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("reviewer")];
    const { id, version, digest } = await proposed(api, agent);
    const json = { proposal: id, version, digest, decision: { type: "approve" }, act: { type: "key" } };
    expect((await api.send("/people/decide", { person, json })).status).toBe(200);
    const read = await jsonOf(await api.send(`/proposals/${id}`, { agent }), Proposal);
    expect(read).toMatchObject({ status: "pending", decision: null, receipt: null, delivery: "waiting" });
  });

  test("pages follow one another without a gap, and a cursor is good for its own list only", async () => {
    const api = await anApi(door);
    const [agent, other] = [await api.agent(), await api.agent()];
    const made: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      made.unshift((await proposed(api, agent, { run: { id: count < 3 ? "early" : "late" } })).id);
      api.ctx.pass(1);
    }
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const query: string = next === null ? "" : `&cursor=${next}`;
      const page: { items: Proposal[]; next: string | null } = await jsonOf(
        await api.send(`/proposals?limit=2${query}`, { agent }),
        ProposalPage,
      );
      seen.push(...page.items.map(({ id }) => id));
      next = page.next;
      if (next !== null) {
        const forged = `${next.slice(0, -2)}${next.endsWith("AA") ? "BB" : "AA"}`;
        expect(await verdictOf(await api.send(`/proposals?limit=2&cursor=${forged}`, { agent }))).toBe("400 invalid_cursor");
        expect(await verdictOf(await api.send(`/proposals?limit=2&cursor=${next}`, { agent: other }))).toBe("400 invalid_cursor");
        expect(await verdictOf(await api.send(`/proposals?run=early&cursor=${next}`, { agent }))).toBe("400 invalid_cursor");
      }
    } while (next !== null);
    expect(seen).toEqual(made);
    const run = await jsonOf(await api.send("/proposals?run=early&status=pending,approved", { agent }), ProposalPage);
    expect(run.items.map(({ id }) => id)).toEqual(made.slice(2));
  });
});

import { expect, test } from "vitest";

import type { ProposalInput } from "../../../lib/contract/proposal";
import { AlikeGroup, DrawResult, RejectAllResult, RowsResult } from "../../../lib/contract/together";
import { seedCanary } from "../../../lib/services/canary/seed-canary";
import type { Door } from "../api-under-test";
import { anApi, approved, DOORS, jsonOf, proposed } from "../api-under-test";

function aTag(ticket: string): Partial<ProposalInput> {
  return { action: { name: "ticket.tag", arguments: { ticket, tag: "billing" } }, kind: "tool", target: { system: "Helpdesk" } };
}

/** Four look-alikes, one of which is a test made of what was approved before. */
async function withTestAmong(door: Door) {
  const api = await anApi(door);
  const [agent, person] = [await api.agent(), await api.person("reviewer")];
  await approved(api, person, await proposed(api, agent, aTag("100")));
  const ids: string[] = [];
  for (const ticket of ["101", "102", "103"]) ids.push((await proposed(api, agent, aTag(ticket))).id);
  const canary = await seedCanary(api.ctx, 0);
  if (canary === null) throw new Error("a test can be made of a tag");
  const group = await jsonOf(await api.send(`/people/cards/${ids[0] ?? ""}/alike`, { person }), AlikeGroup);
  const items = group.items.map(({ row, digest }) => ({ proposal: row.id, version: row.version, digest }));
  expect(items.map(({ proposal }) => proposal).sort()).toEqual([...ids, canary.proposalId].sort());
  expect(JSON.stringify(group)).not.toMatch(/"test"/u);
  const post = (path: string, json: object) => api.send(`/people/${path}`, { person, json });
  return { post, canary, items };
}

test.each(DOORS)("a test in a batch is told right after the batch was approved, at %s", async (door) => {
  const { post, canary, items } = await withTestAmong(door);
  const { batch, digest, open } = await jsonOf(await post("batch/draw", { items }), DrawResult);
  for (const proposal of open) await post("lease", { proposal, version: 1 });
  const { rows, tests } = await jsonOf(await post("batch/approve", { batch, digest }), RowsResult);
  expect(tests).toEqual([{ proposal: canary.proposalId, caught: false, wrong: canary.wrong }]);
  expect(rows.filter((row) => row.test === true).map(({ id }) => id)).toEqual([canary.proposalId]);
});

test.each(DOORS)("a test among those that are refused together is told as caught, at %s", async (door) => {
  const { post, canary, items } = await withTestAmong(door);
  const json = { items, reason: { code: "not_needed", text: null } };
  const { rejected, tests } = await jsonOf(await post("batch/reject", json), RejectAllResult);
  expect(tests).toEqual([{ proposal: canary.proposalId, caught: true, wrong: canary.wrong }]);
  expect(rejected).toHaveLength(4);
});

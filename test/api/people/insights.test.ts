import { describe, expect, test } from "vitest";

import { FigureLine, InsightFigures, LabelledLine } from "../../../lib/contract/insights";
import { anApi, approved, DOORS, jsonOf, proposed, verdictOf } from "../api-under-test";

const LIVE = /(^|,)"?[=+@-]/mu;

describe.each(DOORS)("at %s", (door) => {
  test("everyone reads the figures of all, one's own, and nobody else's; an admin reads anybody's", async () => {
    const api = await anApi(door);
    const [reviewer, other, admin] = [await api.person("reviewer"), await api.person("reviewer"), await api.person("admin")];
    const agent = await api.agent();
    await approved(api, reviewer, await proposed(api, agent));
    const read = (query: string, person = reviewer) => api.send(`/people/insights${query}`, { person });
    const all = await jsonOf(await read("?days=7&kind=payment"), InsightFigures);
    expect(all).toMatchObject({ items: 1, decisions: 1, truncated: false });
    expect(all.figures).toContainEqual({
      ...{ part: "checking", row: "", figure: "Approved", value: 1, unit: "share", count: 1, of: 1 },
      ...{ low: expect.closeTo(0.2065, 4), high: 1 }, // eslint-disable-line @typescript-eslint/no-unsafe-assignment -- vitest's matchers are any
    });
    const own = `?person=${reviewer.actor.personId}`;
    expect(await verdictOf(await read(own))).toBe("200 ok");
    expect(await verdictOf(await read(own, admin))).toBe("200 ok");
    expect(await verdictOf(await read(own, other))).toBe("403 forbidden");
    expect(await verdictOf(await read(own, await api.person("auditor")))).toBe("403 forbidden");
    expect(await verdictOf(await api.send(`/people/insights/export${own}`, { person: other }))).toBe("403 forbidden");
  });

  test.each([
    ["?days=0", "400 invalid_request"],
    ["?days=367", "400 invalid_request"],
    ["?kind=letter", "400 invalid_request"],
    ["?zone=Nowhere/Land", "400 invalid_request"],
    ["?speed=ranking", "400 invalid_request"],
    ["?agent=nobody", "404 not_found"],
  ])("a query that does not fit is refused: %s", async (query, verdict) => {
    const api = await anApi(door);
    expect(await verdictOf(await api.send(`/people/insights${query}`, { person: await api.person("admin") }))).toBe(verdict);
  });

  test("the figures are taken away as lines of JSON, or as CSV that says the same", async () => {
    const api = await anApi(door);
    const [person, agent] = [await api.person("reviewer"), await api.agent()];
    await approved(api, person, await proposed(api, agent));
    const lines = (await (await api.send("/people/insights/export", { person })).text()).trim().split("\n");
    const figures = lines.map((line) => FigureLine.parse(JSON.parse(line)));
    expect(figures).toEqual((await jsonOf(await api.send("/people/insights", { person }), InsightFigures)).figures);
    const answer = await api.send("/people/insights/export?format=csv", { person });
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="countersign-figures.csv"');
    const csv = (await answer.text()).trimEnd().split("\r\n");
    expect(csv[0]).toBe("part,row,figure,value,unit,count,of,low,high");
    expect(csv).toHaveLength(figures.length + 1);
  });

  test("labelled items are for admins and auditors, hold no arguments, and no cell is a formula", async () => {
    const api = await anApi(door);
    const [reviewer, auditor, agent] = [await api.person("reviewer"), await api.person("auditor"), await api.agent()];
    const run = { model: "=HYPERLINK(1)" };
    const labelled = await proposed(api, agent, { run });
    await approved(api, reviewer, labelled);
    await proposed(api, agent);
    const path = "/people/insights/export?what=items";
    expect(await verdictOf(await api.send(path, { person: reviewer }))).toBe("403 forbidden");
    const text = await (await api.send(path, { person: auditor })).text();
    const lines = text.trim().split("\n");
    expect(lines.map((line) => LabelledLine.parse(JSON.parse(line)))).toMatchObject([
      { id: labelled.id, verdict: "right", because: "approved", ran: "after_look", weight: 1, version: "=HYPERLINK(1)" },
    ]);
    expect(text).not.toContain("W2378156");
    const csv = await (await api.send(`${path}&format=csv`, { person: auditor })).text();
    expect(csv.split("\r\n")[0]).toMatch(/^id,proposedAt,agent,version,action/u);
    expect(csv).not.toMatch(LIVE);
  });
});

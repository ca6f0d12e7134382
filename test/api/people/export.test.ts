import { describe, expect, test } from "vitest";

import { ExportLine } from "../../../lib/contract/listing";
import { DOORS, anApi, proposed, verdictOf } from "../api-under-test";

describe.each(DOORS)("at %s", (door) => {
  test("an auditor takes the history away as lines of JSON or as CSV without live formulas", async () => {
    const api = await anApi(door);
    const [agent, auditor] = [await api.agent(), await api.person("auditor")];
    for (let count = 0; count < 3; count += 1) {
      await proposed(api, agent, {
        action: { name: "record.update", arguments: { "=HYPERLINK(1)": `"a",\r\n${String(count)}` } },
      });
      api.ctx.pass(1);
    }
    const lines = (await (await api.send("/people/export", { person: auditor })).text()).trim().split("\n");
    expect(lines.map((line) => ExportLine.parse(JSON.parse(line)).action)).toEqual(Array(3).fill("record.update"));
    const answer = await api.send("/people/export?format=csv", { person: auditor });
    expect(answer.headers.get("content-disposition")).toContain("attachment");
    const csv = await answer.text();
    expect(csv.split("\r\n")[0]).toMatch(/^id,createdAt,agent/);
    expect(csv).not.toMatch(/(^|,)"?[=+@-]/m);
  });

  test("a reviewer exports nothing", async () => {
    const api = await anApi(door);
    expect(await verdictOf(await api.send("/people/export", { person: await api.person("reviewer") }))).toBe("403 forbidden");
  });
});

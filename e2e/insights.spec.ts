import { readFileSync } from "node:fs";

import { findings } from "./axe";
import { decideByApi } from "./decide-by-api";
import { aNote } from "./desk";
import { expect, test } from "./fixtures";

test("an admin reads figures in pairs and as tables, takes the step that looks suggest, and takes the figures away", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("admin");
  await page.goto("/insights");
  await decideByApi(page, (await agent.propose(aNote("Counted Ltd"))).id, { type: "approve" });
  await page.reload();
  for (const beside of ["Active seconds, median", "Tests caught", "Approved", "Bad found"]) {
    await expect(page.getByText(beside, { exact: true }).first()).toBeVisible();
  }
  await expect(page.getByRole("region", { name: "What each checkpoint found", exact: true })).toContainText("desk.note");
  const times = page.getByRole("region", { name: "Time at a card", exact: true });
  await times.getByText("As a table").click();
  await expect(times.getByRole("table")).toContainText("record");
  expect(await findings(page)).toEqual([]);

  const proven = page.getByRole("listitem").filter({ hasText: "desk.sort" });
  await expect(proven).toContainText("300 checked, 0 bad");
  await expect(proven).toContainText("bad rate under 2\u00A0%");
  await proven.getByRole("button", { name: "Move to 20 % looked at first" }).click();
  await expect(proven.getByText("20 % looked at first", { exact: true })).toBeVisible();
  await expect(proven.getByRole("button")).toHaveCount(0);

  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /Figures, CSV/u }).click()]);
  expect(readFileSync(await file.path(), "utf8")).toMatch(/^part,row,figure,value,unit,count,of,low,high\r\n.*desk\.note/su);
});

import { approveByKey, openCard, releaseByKey } from "./desk";
import { findings } from "./axe";
import { expect, test } from "./fixtures";

/** A change of many records that one person reviews. */
function aSweep(folder: string, days = 30) {
  return { action: { name: "desk.sweep", arguments: { folder, days, mode: "soft" } } };
}

test("an admin lets exactly what a reviewer approved run again, within a range, sees it used, and revokes it in one click", async ({
  signedInAs,
  agent,
}) => {
  const first = await agent.propose(aSweep("spam-folder"));
  expect(first.status).toBe("pending");
  const reviewer = await signedInAs("reviewer");
  await openCard(reviewer, first.id);
  await approveByKey(reviewer);
  await releaseByKey(reviewer);

  const admin = await signedInAs("admin");
  await admin.goto(`/proposals/${first.id}`);
  const standing = admin.getByRole("region", { name: "Standing approval" });
  await standing.getByRole("button", { name: "Allow exactly this again…" }).click();
  const dialog = admin.getByRole("dialog", { name: "Allow exactly this again" });
  await dialog.getByLabel("How often").fill("2");
  await dialog.getByLabel("How far Days may differ").selectOption("in a range");
  await dialog.getByLabel("Days: from").fill("40");
  await dialog.getByLabel("to", { exact: true }).fill("60");
  await dialog.getByRole("button", { name: "Allow it again" }).click();
  await expect(dialog.getByRole("alert")).toContainText("must include what was approved");
  await dialog.getByLabel("Days: from").fill("7");
  expect(await findings(admin)).toEqual([]);
  await dialog.getByRole("button", { name: "Allow it again" }).click();
  await expect(dialog).toBeHidden();
  await expect(standing).toContainText("used 0 of 2");

  const ran = await agent.propose(aSweep("spam-folder", 45));
  expect(ran.status).toBe("approved");
  expect((await agent.propose(aSweep("spam-folder", 61))).status).toBe("pending");
  expect((await agent.propose(aSweep("inbox", 45))).status).toBe("pending");

  await admin.goto(`/proposals/${ran.id}`);
  await expect(admin.getByRole("region", { name: "Why it was treated so" })).toContainText("given by Test admin, use 1 of 2");
  await expect(admin.getByRole("region", { name: "Standing approval" })).toContainText("it ran under this one");

  await reviewer.goto("/policy");
  const list = reviewer.getByRole("region", { name: "Standing approvals" });
  await expect(list).toContainText("where days is between 7 and 60");
  await list.getByRole("button", { name: "Revoke the standing approval of desk.sweep for airline-support" }).click();
  await expect(list).toContainText("revoked by Test reviewer");
  expect((await agent.propose(aSweep("spam-folder", 45))).status).toBe("pending");
});

test("only an admin is offered to let what was approved run again", async ({ signedInAs, agent }) => {
  const held = await agent.propose({ action: { name: "desk.limit", arguments: { name: "Granted Ltd", level: 3 } } });
  const reviewer = await signedInAs("reviewer");
  await openCard(reviewer, held.id);
  await approveByKey(reviewer);
  await releaseByKey(reviewer);
  const admin = await signedInAs("admin");
  await admin.goto(`/proposals/${held.id}`);
  await expect(admin.getByRole("region", { name: "Standing approval" })).toBeVisible();
  await reviewer.goto(`/proposals/${held.id}`);
  await expect(reviewer.getByRole("heading", { name: "Timeline" })).toBeVisible();
  await expect(reviewer.getByRole("region", { name: "Standing approval" })).toHaveCount(0);
});

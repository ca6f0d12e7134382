import { findings } from "./axe";
import { decideByApi } from "./decide-by-api";
import { aNote } from "./desk";
import { expect, test } from "./fixtures";

test("a reviewer reports a problem with what ran; it stands on the proposal with their name, and an auditor only reads it", async ({
  agent,
  signedInAs,
}) => {
  const proposed = await agent.propose(aNote("Reported Ltd"));
  const reviewer = await signedInAs("reviewer");
  await reviewer.goto(`/proposals/${proposed.id}`);
  const report = reviewer.getByRole("button", { name: "Report a problem…" });
  await expect(reviewer.getByRole("region", { name: "Timeline" })).toBeVisible();
  await expect(report, "nothing ran yet").toHaveCount(0);

  await decideByApi(reviewer, proposed.id, { type: "approve" });
  const { receipt } = await agent.wait(proposed.id);
  await agent.redeem(proposed.id, receipt ?? "");
  await reviewer.reload();
  await report.click();
  const dialog = reviewer.getByRole("dialog", { name: "Report a problem" });
  await dialog.getByLabel("What is known").selectOption("Harm was done");
  await dialog.getByLabel("What was wrong").fill("   ");
  await dialog.getByRole("button", { name: "File it" }).click();
  await expect(dialog.getByText(/write something that can be seen/iu)).toBeVisible();
  await dialog.getByLabel("What was wrong").fill("the limit of another customer was raised");
  expect(await findings(reviewer)).toEqual([]);
  await dialog.getByRole("button", { name: "File it" }).click();
  await expect(dialog).toBeHidden();
  const filed = reviewer.getByRole("region", { name: "Findings" });
  await expect(filed).toContainText("Harm was done, Test reviewer");
  await expect(filed).toContainText("the limit of another customer was raised");
  await expect(reviewer.getByRole("region", { name: "Timeline" })).toContainText("finding filed");

  const auditor = await signedInAs("auditor");
  await auditor.goto(`/proposals/${proposed.id}`);
  await expect(auditor.getByRole("region", { name: "Findings" })).toContainText("Harm was done, Test reviewer");
  await expect(auditor.getByRole("button", { name: "Report a problem…" })).toHaveCount(0);
});

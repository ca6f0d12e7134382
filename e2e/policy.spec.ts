import type { Page } from "@playwright/test";

import { findings } from "./axe";
import { aNote, aPayout } from "./desk";
import { expect, test } from "./fixtures";

/** A tag like any other, which the policy of these stories lets through or looks at. */
const A_TAG = { action: { name: "desk.tag", arguments: { ticket: "20711", tag: "limited" } } };

/** Has payouts wait for two hours, by the entry that says what is known of them. */
async function shortenPayouts(page: Page): Promise<void> {
  const catalogue = page.getByRole("region", { name: "Catalogue" });
  await catalogue.getByRole("button", { name: "Edit the entry desk.payout" }).click();
  const entry = page.getByRole("dialog", { name: "Catalogue entry" });
  await expect(entry.getByLabel("Schema of the arguments")).toHaveValue(/"additionalProperties": false/);
  await entry.getByLabel("Waits").fill("2 fortnights");
  await entry.getByRole("button", { name: "Put into the draft" }).click();
  await expect(entry.getByLabel("Waits")).toHaveAttribute("aria-invalid", "true");
  await entry.getByLabel("Waits").fill("2h");
  await entry.getByRole("button", { name: "Put into the draft" }).click();
  await expect(entry).toBeHidden();
  await expect(catalogue.getByRole("listitem").filter({ hasText: "desk.payout" })).toContainText("waits 2h");
}

/** Limits tags to five a day, and then to none. */
async function limitTags(page: Page): Promise<void> {
  const limits = page.getByRole("region", { name: "Limits" });
  await limits.getByRole("button", { name: "Add a limit" }).click();
  const made = page.getByRole("dialog", { name: "New limit" });
  await made.getByLabel("Name").fill("limited-by-test");
  await made.getByLabel("Actions").fill("desk.tag");
  await made.getByLabel("At most").fill("5");
  await made.getByLabel("Beyond it").selectOption("blocked");
  await made.getByRole("button", { name: "Put into the draft" }).click();
  await expect(made).toBeHidden();
  await limits.getByRole("button", { name: "Edit the limit limited-by-test" }).click();
  const limit = page.getByRole("dialog", { name: "Limit", exact: true });
  await expect(limit.getByLabel("Beyond it")).toHaveValue("block");
  await limit.getByLabel("At most").fill("0");
  await limit.getByRole("button", { name: "Put into the draft" }).click();
  await expect(limit).toBeHidden();
}

test("an admin writes a rule with help, is told where it is wrong, edits an entry and a limit beside it, puts all into force, sees them work and takes them back", async ({
  signedInAs,
  agent,
}) => {
  const treatmentOf = async (name: string) => (await agent.check(aNote(name))).treatment;
  expect(await treatmentOf("Ruled Ltd")).toBe("review");
  expect((await agent.check(A_TAG)).treatment).not.toBe("block");

  const page = await signedInAs("admin");
  await page.goto("/policy");
  const rules = page.getByRole("region", { name: "Rules" });
  await rules.getByRole("button", { name: "Add a rule" }).click();
  const dialog = page.getByRole("dialog", { name: "New rule" });
  await dialog.getByLabel("Name").fill("ruled-by-test");
  await dialog.getByLabel("Actions").fill("desk.note");
  await dialog.getByLabel("Act", { exact: true }).selectOption("hold to approve");
  await dialog.getByLabel("Reason").fill("the customer is ruled");

  const condition = dialog.getByRole("combobox", { name: "Only where" });
  await condition.pressSequentially("der");
  await expect(dialog.getByRole("option", { name: /^derived/ })).toBeVisible();
  await condition.press("Enter");
  await condition.pressSequentially(".amuont > 1");
  await dialog.getByRole("button", { name: "Put into the draft" }).click();
  await expect(dialog.getByText(/line 1, column \d+: `derived` has no `amuont`/)).toBeVisible();

  const trial = dialog.getByRole("region", { name: "On past proposals" });
  await expect(trial).toContainText("Not tried: line 1, column");
  await condition.fill('arguments.name == "Ruled Ltd"');
  await dialog.getByRole("button", { name: "Put into the draft" }).click();
  await expect(dialog).toBeHidden();
  await expect(rules).toContainText("ruled-by-test");
  await expect(rules).toContainText("hold to approve");
  await shortenPayouts(page);
  await limitTags(page);

  await page.getByRole("button", { name: "Review changes" }).click();
  // These three and no more: what nobody touched in an entry's dialog is as it was.
  await expect(page.getByRole("region", { name: /^3 changes to v/ })).toContainText("desk.payout");
  await page.getByLabel("Why", { exact: true }).fill("a test of rules");
  await page.getByRole("button", { name: "Put into force" }).click();
  await expect(page.getByRole("region", { name: "Versions" })).toContainText("a test of rules");
  expect(await treatmentOf("Ruled Ltd")).toBe("confirm");
  expect(await treatmentOf("Unruled Ltd")).toBe("review");
  expect((await agent.check(A_TAG)).treatment).toBe("block");
  const payout = await agent.propose(aPayout("Hasty Ltd"));
  expect(payout).toMatchObject({ treatment: "two_person", status: "pending" });
  expect(Date.parse(payout.expiresAt) - Date.parse(payout.createdAt)).toBe(2 * 3_600_000);
  await agent.withdraw(payout.id);

  // Taking it back lets more through, so it asks for the workspace's name.
  const before = page.getByRole("region", { name: "Versions" }).getByRole("listitem").nth(1);
  await before.getByRole("link", { name: "Compare" }).click();
  await expect(page.getByRole("region", { name: /What changed since/ })).toContainText("ruled-by-test");
  await before.getByRole("button", { name: "Revert" }).click();
  const back = page.getByRole("dialog", { name: /^Back to/ });
  await back.getByRole("button", { name: "Revert" }).click();
  await expect(back.getByRole("alert")).toContainText("Test workspace");
  await back.getByRole("textbox").fill("Test workspace");
  await back.getByRole("button", { name: "Revert" }).click();
  await expect(back).toBeHidden();
  expect(await treatmentOf("Ruled Ltd")).toBe("review");
  expect((await agent.check(A_TAG)).treatment).not.toBe("block");
});

test("a text that is no policy is refused with line and column, and what is in force stays", async ({ signedInAs }) => {
  const page = await signedInAs("admin");
  await page.goto("/policy");
  await page.getByText("Show and edit the text").click();
  const text = page.getByLabel("Policy document");
  const whole = await text.inputValue();
  await text.fill(whole.replace('"format"', '"formatt"'));
  await page.getByRole("button", { name: "Review changes" }).click();
  await expect(page.getByText(/line \d+, column \d+: `formatt` is not a field here/)).toBeVisible();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(text).toHaveValue(whole);
});

test("a reviewer reads the policy and cannot change it", async ({ signedInAs }) => {
  const page = await signedInAs("reviewer");
  await page.goto("/policy");
  await expect(page.getByRole("region", { name: "Catalogue" })).toContainText("desk.note");
  await expect(page.getByRole("button", { name: /^(Add|Edit|Remove)/ })).toHaveCount(0);
  await page.getByText("Show the text").click();
  await expect(page.getByLabel("Policy document")).toHaveAttribute("readonly", "");
});

test("a rule that is being written is tried on what was proposed before, worst first, and the page can be read by axe", async ({
  signedInAs,
  agent,
}) => {
  for (const name of ["Tried Ltd", "Tried Ltd", "Untried Ltd"]) await agent.propose(aNote(name));
  const page = await signedInAs("admin");
  await page.goto("/policy");
  await page.getByRole("region", { name: "Rules" }).getByRole("button", { name: "Add a rule" }).click();
  const dialog = page.getByRole("dialog", { name: "New rule" });
  const trial = dialog.getByRole("region", { name: "On past proposals" });
  await expect(trial).toContainText("Say which actions");
  await dialog.getByLabel("Actions").fill("desk.note");
  await dialog.getByRole("combobox", { name: "Only where" }).fill('has(arguments.name) && arguments.name == "Tried Ltd"');
  await expect(trial.getByRole("status")).toContainText("Matches 2 of the newest");
  await expect(trial.getByRole("status")).toContainText("changes what happens to 0");
  await dialog.getByLabel("Act", { exact: true }).selectOption("two people");
  await expect(trial.getByRole("listitem").first()).toContainText("one look → two people");
  await expect(trial.getByRole("listitem")).toHaveCount(2);
  expect(await findings(page)).toEqual([]);
  await dialog.getByLabel("Actions").fill("no.such");
  await expect(trial.getByRole("status")).toContainText("None of the newest");
});

test("a draft is saved by name, counted beside the policy in force, taken up again and dropped; it goes down as a file and comes up as a draft", async ({
  signedInAs,
  agent,
}) => {
  const page = await signedInAs("admin");
  await page.goto("/policy");
  const where = page.getByRole("region", { name: "Where people look" });
  const cell = where.getByRole("combobox", { name: /moderate.*restorable/i });
  await cell.selectOption("two people");
  await where.getByRole("combobox", { name: "Cells of" }).selectOption("payment");
  await cell.selectOption("hold to approve");
  await where.getByText("Badge").click();
  await cell.selectOption("Critical");
  await where.getByText("Act", { exact: true }).click();
  await where.getByRole("combobox", { name: "Cells of" }).selectOption("All kinds");
  await page.getByRole("region", { name: "Thresholds" }).getByLabel("email").fill("0.8");
  await page.getByRole("button", { name: "Save the draft…" }).click();
  const dialog = page.getByRole("dialog", { name: "Save the draft" });
  await dialog.getByLabel("Name").fill("Two for moderate");
  await dialog.getByRole("button", { name: "Save the draft" }).click();
  await expect(dialog).toBeHidden();
  const drafts = page.getByRole("region", { name: "Drafts" });
  await expect(drafts).toContainText("Nothing was proposed since.");

  const document = page.getByRole("region", { name: "The whole document" });
  const [file] = await Promise.all([page.waitForEvent("download"), document.getByRole("button", { name: "Download" }).click()]);
  expect(file.suggestedFilename()).toBe("policy-draft.json");
  const path = await file.path();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(cell).toHaveValue("review");

  expect((await agent.propose(aNote("Shadowed Ltd"))).treatment).toBe("review");
  await page.reload();
  await expect(drafts).toContainText(/\d+ proposals? since: it would have asked/);
  expect(await findings(page)).toEqual([]);
  await drafts.getByRole("button", { name: "Open the draft Two for moderate" }).click();
  await expect(cell).toHaveValue("two_person");
  await page.getByRole("button", { name: "Discard" }).click();
  await drafts.getByRole("button", { name: "Drop the draft Two for moderate" }).click();
  await expect(drafts).toHaveCount(0);

  await document.getByLabel("Policy file").setInputFiles(path);
  await expect(cell).toHaveValue("two_person");
  const changes = page.getByRole("region", { name: /\d+ changes to v/ });
  await expect(changes).toContainText("Moderate × restorable: one look → two people");
  await expect(changes).toContainText("Moderate × restorable, payment: one look → hold to approve");
  await expect(changes).toContainText("Moderate × restorable, badge: Medium → Critical");
  await expect(changes).toContainText("Confidence floor, email: as by default → 0.8");
  await document
    .getByLabel("Policy file")
    .setInputFiles({ name: "broken.json", mimeType: "application/json", buffer: Buffer.from('{\n  "format": 1,\n}') });
  await expect(page.getByText(/line 3, column 1/).first()).toBeVisible();
});

test("a version takes effect in stages, is paused, goes on and is returned in one click", async ({ signedInAs }) => {
  const page = await signedInAs("admin");
  await page.goto("/policy");
  const where = page.getByRole("region", { name: "Where people look" });
  await where.getByRole("combobox", { name: /severe.*undo in place/i }).selectOption("one look");
  await page.getByRole("button", { name: "Review changes" }).click();
  await page.getByLabel("Why", { exact: true }).fill("a test of stages");
  await page.getByLabel("Takes effect").selectOption("2");
  await page.getByLabel(/if no second admin will agree/u).fill("Test workspace");
  await page.getByRole("button", { name: "Save or propose" }).click();
  const rollout = page.getByRole("region", { name: /takes effect in stages/u });
  await expect(rollout.getByRole("listitem").filter({ hasText: "10 %" })).toHaveAttribute("aria-current", "step");
  await rollout.getByRole("button", { name: "Pause" }).click();
  await expect(rollout).toContainText("It stays at this share until an admin lets it go on.");
  await rollout.getByRole("button", { name: "Go on" }).click();
  await expect(rollout.getByRole("button", { name: "Pause" })).toBeVisible();
  await rollout.getByRole("button", { name: /^Return to v/u }).click();
  await expect(rollout).toBeHidden();
  await expect(page.getByRole("region", { name: "Versions" })).toContainText(/version \d+ returned to version \d+/u);
});

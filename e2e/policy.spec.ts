import { aNote } from "./desk";
import { expect, test } from "./fixtures";

test("an admin writes a rule with help, is told where it is wrong, puts it into force, sees it work and takes it back", async ({
  signedInAs,
  agent,
}) => {
  const treatmentOf = async (name: string) => (await agent.check(aNote(name))).treatment;
  expect(await treatmentOf("Ruled Ltd")).toBe("review");

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

  await condition.fill('arguments.name == "Ruled Ltd"');
  await dialog.getByRole("button", { name: "Put into the draft" }).click();
  await expect(dialog).toBeHidden();
  await expect(rules).toContainText("ruled-by-test");
  await expect(rules).toContainText("hold to approve");

  await page.getByRole("button", { name: "Review changes" }).click();
  await page.getByLabel("Why", { exact: true }).fill("a test of rules");
  await page.getByRole("button", { name: "Put into force" }).click();
  await expect(page.getByRole("region", { name: "Versions" })).toContainText("a test of rules");
  expect(await treatmentOf("Ruled Ltd")).toBe("confirm");
  expect(await treatmentOf("Unruled Ltd")).toBe("review");

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

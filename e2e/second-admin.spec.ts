import type { Page } from "@playwright/test";

import { findings } from "./axe";
import { expect, signIn, test } from "./fixtures";
import { PASSWORD, emailOf, withServer } from "./test-server";

const RULE = "Wait for a second admin";

async function choose(page: Page, choice: string, press: string): Promise<void> {
  const panel = page.getByRole("region", { name: "Second admin" });
  await panel.getByLabel(RULE).selectOption(choice);
  await panel.getByRole("button", { name: press }).click();
}

test("a single admin asks for the rule, adds a second admin, and then neither switches it off alone", async ({ browser }) => {
  // A server of its own and three people.
  test.setTimeout(120_000);
  await withServer({ empty: false }, async ({ url }) => {
    const pageOf = async (email: string): Promise<Page> => {
      const context = await browser.newContext({ baseURL: url, storageState: await signIn(url, email, PASSWORD) });
      const page = await context.newPage();
      await page.goto("/policy");
      return page;
    };
    const [ada, reader] = [await pageOf(emailOf("admin")), await pageOf(emailOf("reviewer"))];
    const panel = ada.getByRole("region", { name: "Second admin" });
    await expect(panel).toContainText("once there are two admins. 1 admin can sign in");
    await choose(ada, "always", "Switch");
    await expect(panel).toContainText("always. 1 admin can sign in and nobody else could agree");
    await reader.reload();
    await expect(reader.getByRole("region", { name: "Second admin" })).toContainText("always. 1 admin can sign in");
    await expect(reader.getByLabel(RULE)).toHaveCount(0);

    await ada.goto("/people");
    await ada.getByRole("button", { name: "Add a person" }).click();
    const form = ada.getByRole("dialog");
    await form.getByLabel("Name", { exact: true }).fill("Test grace");
    await form.getByLabel("E-mail").fill("grace@example.com");
    await form.getByLabel("Role").selectOption("admin");
    await form.getByLabel("First password").fill(PASSWORD);
    await form.getByRole("button", { name: "Add them" }).click();
    await expect(ada.getByRole("list", { name: "People" })).toContainText("Test grace");

    await ada.goto("/policy");
    await choose(ada, "never", "Propose to another admin");
    await expect(ada.getByText("You proposed a change: another admin has to agree")).toContainText("never");
    await expect(ada.getByRole("button", { name: "Agree" })).toHaveCount(0);
    await expect(panel).toContainText("always. 2 admins can sign in");
    expect(await findings(ada)).toEqual([]);

    const grace = await pageOf("grace@example.com");
    await expect(grace.getByText("Test admin proposes a change")).toContainText("wait for a second admin: never");
    await grace.getByRole("button", { name: "Agree" }).click();
    await expect(grace.getByRole("region", { name: "Second admin" })).toContainText("never. 2 admins can sign in");
    await choose(grace, "from_two", "Switch");
    await expect(grace.getByRole("region", { name: "Second admin" })).toContainText("once there are two admins. 2 admins");
    await grace.goto("/ledger");
    await expect(grace.getByText("riskier policy changes now wait for a second admin: never").first()).toBeVisible();
    for (const page of [ada, reader, grace]) await page.context().close();
  });
});

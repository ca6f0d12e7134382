import { readFile } from "node:fs/promises";

import type { Page } from "@playwright/test";

import { readEnv } from "../lib/env";
import { verifyExport } from "../scripts/admin/ledger";
import { Countersign } from "../sdk/src/index";
import { aNote } from "./desk";
import { expect, test } from "./fixtures";

/** Reads the key that is shown once, and says that it is kept. */
async function keptSecret(page: Page, title: RegExp): Promise<string> {
  const dialog = page.getByRole("dialog", { name: title });
  const secret = await dialog.locator("code.verbatim").textContent();
  await dialog.getByRole("button", { name: "I have kept it" }).click();
  await expect(dialog).toBeHidden();
  return secret ?? "";
}

test("an admin makes an agent's key, rotates it and revokes both, and each does from then on what the screen says", async ({
  server,
  signedInAs,
}) => {
  test.setTimeout(120_000);
  const page = await signedInAs("admin");
  const proposes = async (apiKey: string): Promise<string> =>
    new Countersign({ url: server.url, apiKey }).propose(aNote("By Its Key")).then(
      async ({ id }) => (await new Countersign({ url: server.url, apiKey }).withdraw(id), "taken"),
      () => "refused",
    );
  await page.goto("/agents");
  await page.getByRole("button", { name: "New agent" }).click();
  await page.getByLabel("Name").fill("keeper-of-keys");
  await page.getByRole("button", { name: "Create the agent" }).click();
  await page.waitForURL(/\/agents\/agt_/);
  await page.getByRole("button", { name: "New key" }).click();
  await page.getByLabel("Label").fill("night shift");
  await page.getByRole("button", { name: "Create the key" }).click();
  const first = await keptSecret(page, /^The new key/);
  expect(await proposes(first)).toBe("taken");

  await page.getByRole("button", { name: /^Rotate night shift/ }).click();
  await page.getByRole("button", { name: "Make the new key" }).click();
  const second = await keptSecret(page, /^The successor of night shift/);
  expect(second).not.toBe(first);
  const keys = page.getByRole("list", { name: "Keys", exact: true }).getByRole("listitem");
  await expect(keys).toHaveCount(2);
  const old = keys.filter({ hasText: "Replaced, ends" });
  expect([await proposes(first), await proposes(second)]).toEqual(["taken", "taken"]);

  await old.getByRole("button", { name: /^Revoke/ }).click();
  await page.getByRole("button", { name: "Revoke it" }).click();
  await expect(keys).toHaveCount(1);
  expect([await proposes(first), await proposes(second)]).toEqual(["refused", "taken"]);
  await keys.getByRole("button", { name: /^Revoke/ }).click();
  await page.getByRole("button", { name: "Revoke it" }).click();
  await expect(page.getByText("2 that have ended")).toBeVisible();
  expect(await proposes(second)).toBe("refused");
});

test("the history narrowed by its form stands in the address, is the same after a reload, and is cleared", async ({
  agent,
  signedInAs,
}) => {
  const [gone, waits] = [await agent.propose(aNote("Narrowed Gone")), await agent.propose(aNote("Narrowed Waits"))];
  await agent.withdraw(gone.id);
  const page = await signedInAs("reviewer");
  await page.goto("/history");
  const shown = (id: string) => page.getByRole("main").locator(`a[href="/proposals/${id}"]`);
  await expect(shown(gone.id)).toBeVisible();
  const form = page.getByRole("search");
  await form.getByRole("searchbox").fill("Narrowed");
  await form.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/\/history\?text=Narrowed$/);
  await form.getByLabel("Outcome").selectOption({ label: "Withdrawn or replaced" });
  await expect(page).toHaveURL(/\/history\?(?=.*text=Narrowed)(?=.*status=withdrawn)/);
  for (const again of [false, true]) {
    if (again) await page.reload();
    await expect(shown(waits.id)).toHaveCount(0);
    await expect(shown(gone.id)).toBeVisible();
    await expect(form.getByRole("searchbox")).toHaveValue("Narrowed");
    await expect(form.getByLabel("Outcome")).toHaveValue(/^withdrawn/);
  }
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(page).toHaveURL(/\/history$/);
  await expect(shown(waits.id)).toBeVisible();
  await agent.withdraw(waits.id);
});

test("the record is verified and taken along from its page: every entry, as this server signed it, and that it was taken along", async ({
  server,
  agent,
  signedInAs,
}) => {
  const proposed = await agent.propose(aNote("On Record"));
  const page = await signedInAs("admin");
  await page.goto("/ledger");
  await page.getByRole("button", { name: "Verify" }).click();
  const whole = page.getByRole("main").getByRole("status").filter({ hasText: "Whole: " });
  await expect(whole).toContainText(/[\d,]+ entries/);
  const verified = Number(/([\d,]+) entries/.exec((await whole.textContent()) ?? "")?.[1]?.replaceAll(",", ""));
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  const file = await (await download).path();
  const { holds, says } = await verifyExport(readEnv({ COUNTERSIGN_DATA_DIR: server.dataDir }), file);
  expect(holds, says).toBe(true);
  expect(says).toContain("a key of this server");
  // Nobody has cut it short: the server may have gone on writing, and no entry is taken out.
  expect(Number(/(\d+) entries/.exec(says)?.[1])).toBeGreaterThanOrEqual(verified);
  expect(await readFile(file, "utf8")).toContain(proposed.id);
  await page.goto("/ledger?type=ledger.exported");
  await expect(page.getByRole("list", { name: "Entries, newest first" })).toContainText("ledger.exported");
  await agent.withdraw(proposed.id);
});

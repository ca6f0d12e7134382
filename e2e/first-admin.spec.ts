import { request } from "@playwright/test";

import { findings } from "./axe";
import { expect, signIn, test } from "./fixtures";
import { PASSWORD, emailOf, withServer } from "./test-server";

test("of two who set up a fresh installation at once exactly one becomes its admin", async ({ browser }) => {
  await withServer({ empty: true }, async ({ url }) => {
    const pages = await Promise.all(
      ["ada", "ben"].map(async (name) => {
        const page = await (await browser.newContext({ baseURL: url })).newPage();
        await page.goto("/");
        await expect(page).toHaveURL(/\/setup/);
        await page.getByLabel("Workspace", { exact: true }).fill("Fresh workspace");
        await page.getByLabel("Your name").fill(name);
        await page.getByLabel("E-mail").fill(`${name}@example.com`);
        await page.getByLabel("Password").fill(PASSWORD);
        return page;
      }),
    );
    for (const page of pages.slice(0, 1)) expect(await findings(page), "the first screen of all").toEqual([]);
    await Promise.all(pages.map((page) => page.getByRole("button", { name: "Create the first admin" }).click()));
    const ends = await Promise.all(
      pages.map(async (page) => {
        const alert = page.getByRole("alert").filter({ hasText: /\w/ });
        const queue = page.getByRole("heading", { name: "Queue", level: 1 });
        await expect(alert.or(queue).first()).toBeAttached();
        if ((await queue.count()) === 0) return "refused";
        await expect(page.getByText("Today nothing ran on its own. Nothing is overdue.").first()).toBeVisible();
        return "in";
      }),
    );
    expect(ends.toSorted()).toEqual(["in", "refused"]);
    for (const page of pages) await page.context().close();
  });
});

test("a wrong password and an unknown address are told apart by nobody", async ({ browser, server }) => {
  const page = await (await browser.newContext({ baseURL: server.url })).newPage();
  const said: string[] = [];
  for (const email of [emailOf("leaver"), "nobody@example.com"]) {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill("not the password of anyone");
    await page.getByRole("button", { name: "Sign in" }).click();
    const alert = page.getByRole("alert").filter({ hasText: /\w/ });
    await expect(alert).toBeVisible();
    said.push((await alert.textContent()) ?? "");
  }
  expect(said[0]).toBe(said[1]);
  await page.getByLabel("E-mail").fill(emailOf("reviewer"));
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/queue/);
  await page.context().close();
});

test("a disabled person's session ends with their next request", async ({ server, signedInAs }) => {
  const leaver = await request.newContext({
    baseURL: server.url,
    storageState: await signIn(server.url, emailOf("leaver"), PASSWORD),
  });
  expect((await leaver.get("/api/v1/people/queue")).status()).toBe(200);
  const page = await signedInAs("admin");
  await page.goto("/people");
  const row = page.getByRole("list", { name: "People" }).getByRole("listitem").filter({ hasText: "Test leaver" });
  await row.getByRole("button").click();
  await page.getByRole("menuitem", { name: "Disable…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Disable", exact: true }).click();
  await expect(row).toContainText("disabled");
  expect((await leaver.get("/api/v1/people/queue")).status()).toBe(401);
  const there = await leaver.get("/queue", { maxRedirects: 0 });
  expect(there.headers()["location"] ?? "").toContain("/sign-in");
  await leaver.dispose();
});

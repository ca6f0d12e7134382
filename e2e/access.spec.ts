import type { Page } from "@playwright/test";

import { findings } from "./axe";
import { aDose, aLimit, aNote, aPayout, openCard, rejectButton } from "./desk";
import { expect, test } from "./fixtures";

/** What the browser said against the content security policy, from now on. */
function refusalsOf(page: Page): readonly string[] {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) refused.push(message.text());
  });
  return refused;
}

test("no screen has a serious accessibility finding in either theme, or breaks its own content policy", async ({
  agent,
  signedInAs,
}) => {
  test.setTimeout(240_000);
  const page = await signedInAs("admin");
  const refused = refusalsOf(page);
  const proposed = await agent.propose(aNote("Accessible Ltd", { rationale: "because they asked" }));
  const paths = ["/queue", `/focus?open=${proposed.id}`, `/proposals/${proposed.id}`, "/history", "/compose", "/policy"];
  await page.goto("/agents");
  const one = await page.getByRole("main").locator('a[href^="/agents/"]').first().getAttribute("href");
  const figures = ["/insights", "/insights/disagreements"];
  for (const path of [...paths, ...figures, "/agents", one ?? "", "/people", "/ledger", "/account", "/docs/api"]) {
    const answer = await page.goto(path);
    expect(answer?.headers()["content-security-policy"], path).toMatch(/script-src [^;]*'nonce-[^']+'/);
    await expect(page.getByRole("heading").first()).toBeAttached();
    expect(await findings(page), path).toEqual([]);
  }
  await agent.withdraw(proposed.id);
  expect(refused).toEqual([]);
});

test("what a stranger meets, and what leads nowhere, has no serious accessibility finding either", async ({
  signedInAs,
  browser,
  server,
}) => {
  test.setTimeout(120_000);
  const stranger = await (await browser.newContext({ baseURL: server.url })).newPage();
  const refused = refusalsOf(stranger);
  await stranger.goto("/sign-in");
  expect(await findings(stranger), "sign-in").toEqual([]);
  await stranger.getByLabel("E-mail").fill("nobody@example.com");
  await stranger.getByLabel("Password").fill("not the password of anybody");
  await stranger.getByRole("button", { name: "Sign in" }).click();
  await expect(stranger.getByRole("main").getByRole("alert")).toBeVisible();
  expect(await findings(stranger), "a refused sign-in").toEqual([]);
  expect((await stranger.goto("/nothing/here"))?.status()).toBe(404);
  expect(await findings(stranger), "an address that leads nowhere").toEqual([]);
  await stranger.context().close();
  expect(refused).toEqual([]);

  const page = await signedInAs("auditor");
  for (const path of ["/proposals/prp_01m8ja9p0navnf997rce2b06vv", "/people"]) {
    await page.goto(path);
    await expect(page.getByRole("heading").first()).toBeAttached();
    expect(await findings(page), path).toEqual([]);
  }
});

test("every question the desk asks is free of serious accessibility findings", async ({ agent, signedInAs }) => {
  test.setTimeout(120_000);
  const page = await signedInAs("second");
  const [note, limit, payout, dose] = await Promise.all(
    [aNote("Asked Note"), aLimit("Asked Limit"), aPayout("Asked Payout"), aDose("Asked Dose")].map((one) => agent.propose(one)),
  );
  const open: readonly (readonly [string | undefined, string, RegExp])[] = [
    [note?.id, "e", /Edit, then approve/],
    // Its button says Evidence too, long before the sheet is there.
    [note?.id, "Enter", /^sha256:/],
    [note?.id, "w", /Why it is here/],
    [note?.id, "?", /Keys/],
    [note?.id, "c", /Whose it is/],
    [note?.id, "Control+k", /Stop this agent/],
    [limit?.id, "r", /Why not/],
    [payout?.id, "a", /Sign and approve/],
    [dose?.id, "a", /I approve/],
  ];
  for (const [id, key, shows] of open) {
    await openCard(page, id ?? "");
    await expect(rejectButton(page)).toBeEnabled();
    await page.keyboard.press(key);
    await expect(page.getByText(shows).first()).toBeVisible();
    expect(await findings(page), `${key} on a card`).toEqual([]);
  }
  for (const one of [note, limit, payout, dose]) await agent.withdraw(one?.id ?? "");
});

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { aDose, aLimit, aNote, aPayout, openCard, rejectButton } from "./desk";
import { expect, test } from "./fixtures";

/** The reference renders every operation and schema by the same two components: the first of each stands for the rest. */
const ALIKE = "main > section > section ~ section ~ section";

/** Switches the theme, and waits for the colours that change with it to arrive. */
async function inTheme(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map((one) => one.finished));
  });
}

/** Serious and critical findings of axe on the page as it stands, in both themes; what dark changes are the contrasts alone. */
async function findings(page: Page): Promise<readonly string[]> {
  const builder = (): AxeBuilder => new AxeBuilder({ page }).exclude(ALIKE);
  await inTheme(page, "light");
  const light = await builder().analyze();
  await inTheme(page, "dark");
  const dark = await builder().withRules(["color-contrast"]).analyze();
  return [...light.violations, ...dark.violations]
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

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
  browser,
  server,
}) => {
  test.setTimeout(180_000);
  const page = await signedInAs("admin");
  const refused = refusalsOf(page);
  const proposed = await agent.propose(aNote("Accessible Ltd", { rationale: "because they asked" }));
  const paths = ["/queue", `/focus?open=${proposed.id}`, `/proposals/${proposed.id}`, "/history", "/compose", "/policy"];
  for (const path of [...paths, "/agents", "/people", "/ledger", "/account", "/docs/api"]) {
    const answer = await page.goto(path);
    expect(answer?.headers()["content-security-policy"], path).toMatch(/script-src [^;]*'nonce-[^']+'/);
    await expect(page.getByRole("heading").first()).toBeAttached();
    expect(await findings(page), path).toEqual([]);
  }
  await agent.withdraw(proposed.id);
  expect(refused).toEqual([]);

  const stranger = await (await browser.newContext({ baseURL: server.url })).newPage();
  const refusedThere = refusalsOf(stranger);
  await stranger.goto("/sign-in");
  expect(await findings(stranger)).toEqual([]);
  expect(refusedThere).toEqual([]);
  await stranger.context().close();
});

test("every question the desk asks is free of serious accessibility findings", async ({ agent, signedInAs }) => {
  test.setTimeout(90_000);
  const page = await signedInAs("second");
  const [note, limit, payout, dose] = await Promise.all(
    [aNote("Asked Note"), aLimit("Asked Limit"), aPayout("Asked Payout"), aDose("Asked Dose")].map((one) => agent.propose(one)),
  );
  const open: readonly (readonly [string | undefined, string, RegExp])[] = [
    [note?.id, "e", /Edit, then approve/],
    [note?.id, "Enter", /Evidence/],
    [note?.id, "w", /Why it is here/],
    [note?.id, "?", /Keys/],
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

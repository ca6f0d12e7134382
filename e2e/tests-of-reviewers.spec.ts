import type { Locator, Page } from "@playwright/test";

import { Countersign } from "../sdk/src/index";
import { decideByApi, idsInQueue } from "./decide-by-api";
import { aNote, approveButton, armed, lastDecision, openCard } from "./desk";
import { expect, signIn, test } from "./fixtures";
import { PASSWORD, emailOf, withServer } from "./test-server";
import type { TestServer, Who } from "./test-server";

/** At one in ten the chance that none has come by then is one in 27 million. */
const DECISIONS_MAX = 163;

test("tests come once an admin turns them on, are told right after the decision, never run, and count on People", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  await withServer({ empty: false }, async (server) => {
    const pageOf = async (who: Who): Promise<Page> => {
      const storageState = await signIn(server.url, emailOf(who), PASSWORD);
      return (await browser.newContext({ baseURL: server.url, storageState })).newPage();
    };
    const [admin, page] = [await pageOf("admin"), await pageOf("reviewer")];
    await page.goto("/account");
    await expect(page.getByText("Tests are off here")).toBeVisible();
    await admin.goto("/people");
    const turn = admin.getByRole("switch", { name: /tests/ });
    await turn.click();
    await expect(turn).toBeChecked();
    await expect(admin.getByRole("region", { name: "Tests of the reviewers" })).toContainText("No test was decided yet.");

    const agent = new Countersign({ url: server.url, apiKey: server.apiKey });
    const missed = await theNextTest(page, agent);
    await openCard(page, missed);
    await expect(page.getByRole("article")).not.toContainText(/\btest\b/iu);
    await expect(agent.get(missed)).rejects.toMatchObject({ code: "not_found" });
    await armed(page);
    await approveButton(page).click();
    await expect(reveal(page, "Missed")).toBeVisible();
    await expect(lastDecision(page)).toContainText("A test, missed:");

    const caught = await theNextTest(page, agent);
    await openCard(page, caught);
    await page.keyboard.press("r");
    await expect(reveal(page, "Caught")).toBeVisible();

    await neverRan(page, agent, [missed, caught]);
    await figuresStand(admin, page, server);
    for (const one of [admin, page]) await one.context().close();
  });
});

/** What the card's column says of the test that was just decided. */
function reveal(page: Page, how: "Caught" | "Missed"): Locator {
  return page.getByRole("region", { name: "Card" }).getByText(`That was a test. ${how}: `);
}

/** Decides real proposals until one stands in the queue that no agent sent. */
async function theNextTest(page: Page, agent: Countersign): Promise<string> {
  for (let count = 0; count < DECISIONS_MAX; count += 1) {
    const { id } = await agent.propose(aNote(`Real ${String(count)} Ltd`));
    await decideByApi(page, id, { type: "approve" });
    const [test] = await idsInQueue(page);
    if (test !== undefined) return test;
  }
  throw new Error("no test came");
}

async function neverRan(page: Page, agent: Countersign, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await expect(agent.get(id)).rejects.toMatchObject({ code: "not_found" });
    await expect(agent.redeem(id, "a.b.c")).rejects.toMatchObject({ code: "not_found" });
  }
  expect((await agent.list()).items.filter(({ id }) => ids.includes(id))).toEqual([]);
  await page.goto("/history");
  for (const id of ids) {
    const row = page.getByRole("listitem").filter({ has: page.locator(`a[href="/proposals/${id}"]`) });
    await expect(row.getByText("test", { exact: true })).toBeVisible();
    await expect(row).toContainText("Never ran, and no agent knows of it");
  }
}

async function figuresStand(admin: Page, reviewer: Page, server: TestServer): Promise<void> {
  await admin.goto("/people");
  const all = admin.getByRole("table", { name: /Tests caught by all reviewers/ });
  await expect(all.getByRole("row").filter({ hasText: "record" })).toContainText("1 of 2");
  await reviewer.goto("/account");
  await expect(reviewer.getByRole("table", { name: "Tests that you caught, by kind" })).toContainText("1 of 2");
  // Nobody else's figures are on anybody's page.
  const session = await signIn(server.url, emailOf("second"), PASSWORD);
  const second = await (
    await reviewer.context().browser()?.newContext({ baseURL: server.url, storageState: session })
  )?.newPage();
  await second?.goto("/account");
  await expect(second?.getByText("No test was decided yet.") ?? reviewer.locator("nothing")).toBeVisible();
  await second?.context().close();
}

import type { Page } from "@playwright/test";

import { PHONE, aNote, armed, headline } from "./desk";
import { decideByApi } from "./decide-by-api";
import { expect, test } from "./fixtures";

const DESK = { viewport: { width: 1440, height: 900 } };
const FINE = { type: "approve" } as const;

/** What stands in place of the acts of a card that is closed. */
function nextButton(page: Page) {
  return page.getByRole("region", { name: "Card" }).getByRole("button", { name: /^Next/ });
}

for (const [where, options] of [
  ["on a phone", PHONE],
  ["in focus mode", DESK],
] as const) {
  test(`${where} a card that somebody else closes says who did, and leads on`, async ({ agent, signedInAs }) => {
    const name = `Closed ${String(options.viewport.width)}`;
    const [first, second, third] = [
      await agent.propose(aNote(`${name} First`)),
      await agent.propose(aNote(`${name} Second`)),
      await agent.propose(aNote(`${name} Third`)),
    ];
    const [page, other] = [await signedInAs("reviewer", options), await signedInAs("second")];
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/people/decide")) sent.push(request.postData() ?? "");
    });
    await page.goto(`/focus?text=${name}&sort=age&fold=no&open=${first.id}`);
    await armed(page);
    await other.goto("/account");
    await decideByApi(other, first.id, FINE);
    const says = "Test second approved: nothing is left to decide.";
    await expect(page.getByRole("region", { name: "Card" }).getByText(says)).toBeInViewport({ ratio: 1 });
    // Whoever had it before them hears it.
    await expect(page.getByRole("status").filter({ hasText: says })).toBeAttached();
    await page.keyboard.press("a");
    await page.keyboard.press("r");
    await expect(nextButton(page)).toBeInViewport({ ratio: 1 });
    await nextButton(page).click();
    await expect(headline(page)).toContainText(`${name} Second`);
    await armed(page);

    // The key does the same, and leads up where nothing stands below.
    await page.keyboard.press("j");
    await expect(headline(page)).toContainText(`${name} Third`);
    await armed(page);
    await decideByApi(other, third.id, FINE);
    await expect(nextButton(page)).toBeVisible();
    await page.keyboard.press("j");
    await expect(headline(page)).toContainText(`${name} Second`);
    await armed(page);

    // The last one leads to what an empty section says.
    await agent.withdraw(second.id);
    await expect(page.getByRole("region", { name: "Card" }).getByText("This proposal is withdrawn")).toBeVisible();
    await nextButton(page).click();
    await expect(page.getByRole("article")).toHaveCount(0);
    expect(sent).toEqual([]);
  });
}

test("whoever opens what was closed long ago is not told it as news", async ({ agent, signedInAs }) => {
  const [page, other] = [await signedInAs("reviewer", DESK), await signedInAs("second")];
  const { id } = await agent.propose(aNote("Closed Long Ago"));
  await other.goto("/account");
  await decideByApi(other, id, FINE);
  await page.goto(`/focus?open=${id}`);
  const says = "Test second approved: nothing is left to decide.";
  await expect(page.getByRole("region", { name: "Card" }).getByText(says)).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: says })).toHaveCount(0);
});

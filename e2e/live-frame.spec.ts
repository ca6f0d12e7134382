import type { Page } from "@playwright/test";

import { aNote, openCard } from "./desk";
import { approveByKey, expect, test } from "./fixtures";

/** How much waits, as the frame of the screen says it. */
async function waiting(page: Page): Promise<number> {
  return Number(
    await page
      .getByRole("link", { name: /^Queue/ })
      .locator("span")
      .last()
      .textContent(),
  );
}

/** How many decisions of today the frame counts. */
async function decided(page: Page): Promise<number> {
  return Number(/\d+/.exec(await page.getByText(/^Today \d+ decided/).innerText())?.[0]);
}

test("what stands around a screen is held current without a reload", async ({ agent, signedInAs }) => {
  const page = await signedInAs("admin");
  const followed = page.waitForResponse(/\/people\/frame/);
  await page.goto("/agents");
  // From then on nothing that happens is missed.
  await followed;
  const before = await waiting(page);

  await test.step("a proposal that comes in is counted on a screen that shows none", async () => {
    const { id } = await agent.propose(aNote("Frame"));
    await expect.poll(() => waiting(page)).toBe(before + 1);
    await openCard(page, id);
  });

  await test.step("what is decided leaves the count and joins the day of who decided", async () => {
    const earlier = await decided(page);
    await approveByKey(page);
    await expect.poll(() => waiting(page)).toBe(before);
    await expect.poll(() => decided(page)).toBe(earlier + 1);
  });
});

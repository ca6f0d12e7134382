import type { Page } from "@playwright/test";

import type { Countersign } from "../sdk/src/index";
import { PHONE, aNote, armed, headline, rejectButton, rowOf } from "./desk";
import { expect, test } from "./fixtures";

/** Two of one name, and another that came between them. */
async function proposeAround(agent: Countersign, name: string): Promise<Record<"first" | "between" | "last", string>> {
  const [first, between, last] = [
    await agent.propose(aNote(`${name} First`)),
    await agent.propose(aNote("Came Between")),
    await agent.propose(aNote(`${name} Last`)),
  ];
  return { first: first.id, between: between.id, last: last.id };
}

/** Which screen of the desk it is, and everything that its address says. */
function address(page: Page): object {
  const { pathname, searchParams } = new URL(page.url());
  return { pathname, ...Object.fromEntries(searchParams) };
}

test("focus mode goes through what was filtered, and Escape leads back to the filtered list with the card open", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer", { viewport: { width: 1440, height: 900 } });
  const { first, between, last } = await proposeAround(agent, "Sifted");
  const view = { text: "Sifted", sort: "age", fold: "no" };
  await page.goto(`/queue?${new URLSearchParams({ ...view, open: first }).toString()}`);
  await armed(page);
  await page.keyboard.press("f");
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await armed(page);
  expect(address(page)).toEqual({ pathname: "/focus", ...view, open: first });
  await page.keyboard.press("r");
  await expect(headline(page)).toContainText("Sifted Last");
  await expect.poll(() => address(page)).toEqual({ pathname: "/focus", ...view, open: last });
  // The first closes the question about the card before, which is still open; nobody is led away from it.
  await expect(page.getByRole("heading", { name: "Rejected. Why?" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "Rejected. Why?" })).toBeHidden();
  expect(address(page)).toMatchObject({ pathname: "/focus" });
  // Nor does Escape lead away that closes a sheet.
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Evidence" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(address(page)).toMatchObject({ pathname: "/focus" });

  await page.keyboard.press("Escape");
  await expect(rowOf(page, last)).toHaveAttribute("aria-current", "true");
  expect(address(page)).toEqual({ pathname: "/queue", ...view, open: last });
  await expect(rowOf(page, between)).toHaveCount(0);
  await expect(headline(page)).toContainText("Sifted Last");
  for (const id of [between, last]) await agent.withdraw(id);
});

test("on a phone a tap on a row of a filtered list opens that view, and the way back leads to the same list", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer", PHONE);
  const { first, between, last } = await proposeAround(agent, "Sieved");
  const view = { text: "Sieved", sort: "age" };
  await page.goto(`/queue?${new URLSearchParams(view).toString()}`);
  await rowOf(page, first).tap();
  await armed(page);
  await expect.poll(() => address(page)).toEqual({ pathname: "/focus", ...view, open: first });
  await rejectButton(page).tap();
  await expect(headline(page)).toContainText("Sieved Last");
  await armed(page);
  await page.getByRole("link", { name: "Queue" }).tap();
  await expect(rowOf(page, last)).toBeVisible();
  expect(address(page)).toEqual({ pathname: "/queue", ...view });
  await expect(rowOf(page, between)).toHaveCount(0);
  for (const id of [between, last]) await agent.withdraw(id);
});

test("a tap that comes before the page can hear it opens that view as well", async ({ agent, signedInAs }) => {
  const page = await signedInAs("reviewer", PHONE);
  const { first, between, last } = await proposeAround(agent, "Screened");
  const view = { text: "Screened", sort: "age" };
  const scripts = "**/_next/static/**/*.js";
  await page.route(scripts, (route) => route.abort());
  await page.goto(`/queue?${new URLSearchParams(view).toString()}`);
  await page.unroute(scripts);
  await rowOf(page, first).tap();
  await armed(page);
  await expect(headline(page)).toContainText("Screened First");
  await expect.poll(() => address(page)).toEqual({ pathname: "/focus", ...view, open: first });
  for (const id of [first, between, last]) await agent.withdraw(id);
});

test("no row of a view that is searched moves while the page comes to life", async ({ agent, signedInAs }) => {
  const { first, between, last } = await proposeAround(agent, "Steady");
  for (const options of [PHONE, { viewport: { width: 1440, height: 900 } }]) {
    const page = await signedInAs("reviewer", options);
    await page.addInitScript(() => {
      const tops = new Set<number>();
      Object.assign(window, { tops });
      const look = (): void => {
        const row = document.querySelector('main li a[href*="open="]');
        if (row !== null) tops.add(Math.round(row.getBoundingClientRect().top));
        requestAnimationFrame(look);
      };
      look();
    });
    // As the first time: nothing of it is in the browser's store.
    await page.goto("/queue?text=Steady&sort=age");
    await expect(rowOf(page, first)).toBeVisible();
    await expect(page.getByText("live", { exact: true })).toBeVisible();
    await page.getByRole("search").getByRole("button", { name: "Clear" }).hover();
    const tops = await page.evaluate("[...window.tops]");
    expect(tops).toHaveLength(1);
  }
  for (const id of [first, between, last]) await agent.withdraw(id);
});

import type { Page } from "@playwright/test";

import { aNote, rowOf } from "./desk";
import { expect, test } from "./fixtures";

/** Chooses one of a few on the account page, where it holds from then on. */
async function choose(page: Page, what: "Density" | "Theme", name: string): Promise<void> {
  await page.goto("/account");
  const choice = page.getByRole("region", { name: "Appearance" }).getByRole("group", { name: what });
  await choice.getByRole("radio", { name }).check();
}

/** How tall the row of one proposal is. */
async function heightOf(page: Page, id: string): Promise<number> {
  return (await rowOf(page, id).boundingBox())?.height ?? Number.NaN;
}

/** How light the page's ground is, from 0 for black to 1 for white. */
async function lightness(page: Page): Promise<number> {
  const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const parts = (/^rgb\((\d+), (\d+), (\d+)\)$/.exec(ground) ?? []).slice(1).map(Number);
  return parts.length === 3 ? parts.reduce((sum, part) => sum + part, 0) / (3 * 255) : Number.NaN;
}

test("compact makes the rows lower, in this browser, until it is chosen otherwise", async ({ agent, signedInAs }) => {
  const [page, elsewhere] = [await signedInAs("reviewer"), await signedInAs("reviewer")];
  const { id } = await agent.propose(aNote("Siskin"));
  const address = "/queue?text=siskin";
  await page.goto(address);
  const comfortable = await heightOf(page, id);
  await choose(page, "Density", "Compact");
  await page.goto(address);
  const compact = await heightOf(page, id);
  expect(compact).toBeLessThan(comfortable);
  await page.reload();
  expect(await heightOf(page, id)).toBe(compact);
  await elsewhere.goto(address);
  expect(await heightOf(elsewhere, id)).toBe(comfortable);

  // By its name, over the list itself: at once, and kept as well.
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("combobox").fill("density: comfortable");
  await page.keyboard.press("Enter");
  await expect.poll(() => heightOf(page, id)).toBe(comfortable);
  await page.goto("/account");
  const choice = page.getByRole("region", { name: "Appearance" }).getByRole("group", { name: "Density" });
  await expect(choice.getByRole("radio", { name: "Comfortable" })).toBeChecked();
  await agent.withdraw(id);
});

test("the theme is the system’s until one is chosen, and then holds in this browser from the first frame on", async ({
  signedInAs,
}) => {
  const [page, elsewhere] = [
    await signedInAs("reviewer", { colorScheme: "light" }),
    await signedInAs("reviewer", { colorScheme: "light" }),
  ];
  await page.goto("/queue");
  expect(await lightness(page)).toBeGreaterThan(0.8);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await lightness(page)).toBeLessThan(0.2);

  for (const [name, theme, system] of [
    ["Dark", "dark", "light"],
    ["Light", "light", "dark"],
  ] as const) {
    await page.emulateMedia({ colorScheme: system });
    await choose(page, "Theme", name);
    const chosen = async (): Promise<boolean> => (await lightness(page)) < 0.5 === (theme === "dark");
    expect(await chosen()).toBe(true);
    await page.goto("/queue");
    expect(await chosen()).toBe(true);
    await page.reload();
    expect(await chosen()).toBe(true);
    // The document itself says so: no script has to run before the first frame.
    expect(await (await page.request.get("/queue")).text()).toMatch(new RegExp(`<html[^>]* data-theme="${theme}"`));
  }
  await elsewhere.goto("/queue");
  expect(await lightness(elsewhere)).toBeGreaterThan(0.8);
  await elsewhere.emulateMedia({ colorScheme: "dark" });
  expect(await lightness(elsewhere)).toBeLessThan(0.2);

  await choose(page, "Theme", "System");
  await page.reload();
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await lightness(page)).toBeLessThan(0.2);
  await page.emulateMedia({ colorScheme: "light" });
  expect(await lightness(page)).toBeGreaterThan(0.8);
});

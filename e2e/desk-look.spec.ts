import type { Page } from "@playwright/test";

import { aLetter, aLimit, aNote, armed, openCard, rowOf } from "./desk";
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

/** Where the question stands and, of what the open card says, what it lies over, by its words. Rules and grounds may go on below it. */
async function reasonsOver(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const strip = document.querySelector("[data-action-bar] section")?.getBoundingClientRect();
    if (strip === undefined) throw new Error("nothing is asked");
    const texts = document.createTreeWalker(document.querySelector("article > div") ?? document, NodeFilter.SHOW_TEXT);
    const covered: string[] = [];
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(text);
      const { bottom, width, height } = range.getBoundingClientRect();
      const isShown = width > 1 && height > 1 && text.parentElement?.checkVisibility() === true;
      if (isShown && bottom > strip.top) covered.push(range.toString());
    }
    return covered;
  });
}

test("while it is asked why not, all that a card of middle height says is read, and nothing has moved", async ({
  agent,
  signedInAs,
}) => {
  const proposed = await agent.propose({
    ...aLimit("Middle Ltd"),
    rationale: "The customer asked for it by phone and named the order, and the order is there.",
  });
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 1280, height: 720 },
  ]) {
    const page = await signedInAs("reviewer", { viewport });
    for (const address of ["/queue", "/focus"]) {
      await page.goto(`${address}?open=${proposed.id}`);
      await armed(page);
      const card = page.getByRole("article");
      const before = await card.boundingBox();
      await page.keyboard.press("r");
      await expect(page.getByRole("region", { name: "Why not?" })).toBeInViewport({ ratio: 1 });
      expect(await reasonsOver(page), `${address}, ${String(viewport.height)} px`).toEqual([]);
      expect(await card.boundingBox()).toEqual(before);
      // Nobody comes by Tab to what lies under the reasons.
      await expect(page.getByRole("button", { name: /^(Approve|Reject|Edit|Later)/u })).toHaveCount(0);
      await page.getByRole("button", { name: "Back to the card" }).click();
      await expect(page.getByRole("region", { name: "Why not?" })).toBeHidden();
      const reject = page.getByRole("button", { name: /^Reject/u });
      await reject.click();
      await page.keyboard.press("Escape");
      await expect(reject).toBeFocused();
    }
  }
  await agent.withdraw(proposed.id);
});

test("a card that is longer than the screen is read to its end while it is asked why not", async ({ agent, signedInAs }) => {
  const letter = aLetter("Endless Ltd");
  const { id } = await agent.propose({ ...letter, action: { ...letter.action, name: "desk.limit" } });
  const page = await signedInAs("reviewer", { viewport: { width: 1280, height: 720 } });
  await page.goto(`/queue?open=${id}`);
  await armed(page);
  await page.keyboard.press("r");
  await expect(page.getByRole("region", { name: "Why not?" })).toBeInViewport({ ratio: 1 });
  expect(await reasonsOver(page)).not.toEqual([]);
  await page.getByRole("article").hover();
  await page.mouse.wheel(0, 50_000);
  await expect.poll(() => reasonsOver(page)).toEqual([]);
  await expect(page.getByRole("region", { name: "Why not?" })).toBeInViewport({ ratio: 1 });
  await agent.withdraw(id);
});

test("the risk badge opens how the risk was derived, and has the focus again once that is closed", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer");
  const proposed = await agent.propose(aNote("Badge Ltd"));
  await openCard(page, proposed.id);
  const badge = page.getByRole("article").getByRole("button", { name: "Medium", exact: true });
  await expect(badge).toHaveAccessibleDescription("How the risk was derived");
  await badge.press("Enter");
  await expect(
    page.getByRole("dialog", { name: "Why it is here" }).getByRole("rowheader", { name: "Catalogue" }),
  ).toBeInViewport();
  await page.keyboard.press("Escape");
  await expect(badge).toBeFocused();
  await agent.withdraw(proposed.id);
});

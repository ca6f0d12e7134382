import type { Page } from "@playwright/test";

import type { Countersign } from "../sdk/src/index";
import { PHONE, aLetter, approveButton, armed, headline } from "./desk";
import { expect, test } from "./fixtures";

/** Two cards taller than any window here, the first of them open among these two alone. */
async function openTallOnes(page: Page, agent: Countersign, path: string, name: string): Promise<void> {
  const first = await agent.propose(aLetter(`${name} First`));
  await agent.propose(aLetter(`${name} Second`));
  await page.goto(`${path}?section=deep&text=${name}&open=${first.id}`);
  await armed(page);
}

/** How far below the upper edge of the window the open card begins. */
async function top(page: Page): Promise<number | undefined> {
  return (await page.getByRole("article").boundingBox())?.y;
}

/** Goes on reading until the end of the card is on the screen: only then a long one can be approved. */
async function readToItsEnd(page: Page): Promise<void> {
  await page.getByRole("article").hover({ position: { x: 100, y: 300 } });
  await page.mouse.wheel(0, 50_000);
  await expect(page.getByText("More below")).toBeHidden();
  await expect(approveButton(page)).toHaveAttribute("aria-disabled", "false");
}

test("a card begins with its head, however far the one before it was read, and is not read to its end for that", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer", { viewport: { width: 1440, height: 900 } });
  await openTallOnes(page, agent, "/queue", "Beside");
  const before = await top(page);
  await readToItsEnd(page);
  expect(await top(page)).not.toBe(before);
  await page.keyboard.press("a");
  await expect(headline(page)).toContainText("Beside Second");
  await armed(page);
  expect(await top(page)).toBe(before);
  await expect(approveButton(page)).toHaveAttribute("aria-disabled", "true");

  // What is taken back begins anew as well.
  await readToItsEnd(page);
  await page.keyboard.press("u");
  await expect(headline(page)).toContainText("Beside First");
  expect(await top(page)).toBe(before);
});

test("a card begins with its head on a phone, where the page scrolls", async ({ agent, signedInAs }) => {
  const page = await signedInAs("reviewer", PHONE);
  await openTallOnes(page, agent, "/focus", "Handheld");
  const before = await top(page);
  await readToItsEnd(page);
  await approveButton(page).tap();
  await expect(headline(page)).toContainText("Handheld Second");
  await armed(page);
  expect(await top(page)).toBe(before);
});

import type { Page } from "@playwright/test";

import { aLimit, aNote, aPayout, approveByKey, armed, heldForUndo, lastDecision, openAmongOwn, openCard, rowOf } from "./desk";
import { expect, test } from "./fixtures";

/** Writes down what this page says to screen readers from now on, in its order. `!` before what interrupts. */
async function listenTo(page: Page): Promise<() => Promise<readonly string[]>> {
  const heard = await page.evaluateHandle(() => {
    const all: string[] = [];
    const regions = [...document.querySelectorAll(".sr-only > [role='status'], .sr-only > [role='alert']")];
    const titles = document.querySelector("next-route-announcer")?.shadowRoot?.firstElementChild;
    for (const region of titles === null || titles === undefined ? regions : [...regions, titles]) {
      const note = (): void => {
        const says = region.textContent;
        const urgency = region.getAttribute("aria-live") ?? (region.getAttribute("role") === "alert" ? "assertive" : "polite");
        if (says !== "" && urgency !== "off") all.push(urgency === "assertive" ? `! ${says}` : says);
      };
      new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });
    }
    return all;
  });
  return () => heard.jsonValue();
}

test("what became of a decision is said, and no title that counts interrupts it; a screen that is led to is said", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer");
  const [first, second] = [await agent.propose(aNote("Heard One")), await agent.propose(aNote("Heard Two"))];
  await page.goto(`/focus?text=Heard&open=${first.id}`);
  await armed(page);
  await expect(page).toHaveTitle(/^\(\d/);
  const heard = await listenTo(page);
  await approveByKey(page);
  await heldForUndo(page, "Heard One");
  await approveByKey(page);
  await heldForUndo(page, "Heard Two");
  await expect.poll(heard).toContainEqual(expect.stringMatching(/^Approved\. Undo with U\. Nothing else waits here/));
  expect((await heard()).filter((says) => says.startsWith("!"))).toEqual([]);

  const left = await agent.propose(aNote("Left Over"));
  await page.goto("/queue");
  await expect(page).toHaveTitle(/^\(\d/);
  const led = await listenTo(page);
  await page.getByRole("link", { name: "History" }).click();
  await expect.poll(led).toContainEqual(expect.stringMatching(/^! History/));
  await agent.withdraw(left.id);
  for (const { id } of [first, second]) expect((await agent.wait(id)).status).toBe("approved");
});

test("what a hold led to is said once its key has come up, and not while it repeats", async ({ agent, signedInAs }) => {
  const page = await signedInAs("reviewer");
  const proposed = await agent.propose(aLimit("Heard Held"));
  await openCard(page, proposed.id);
  const heard = await listenTo(page);
  await page.keyboard.down("a");
  await expect(async () => {
    // As a keyboard does by itself.
    await page.keyboard.down("a");
    await expect(lastDecision(page)).toContainText(/Heard Held.*held for undo/, { timeout: 30 });
  }).toPass({ intervals: [30] });
  expect(await heard()).toEqual([]);
  await page.keyboard.up("a");
  await expect.poll(heard).toContainEqual(expect.stringMatching(/^Approved\. Undo with U\./));
  await page.keyboard.press("u");
  await expect.poll(heard).toContain("Undone. It is back in its place.");
  await page.keyboard.press("g");
  await expect.poll(heard).toContain("Nothing is held any more.");
  await page.keyboard.press("u");
  await expect.poll(heard).toContain("Nothing can be undone any more.");
  await agent.withdraw(proposed.id);
});

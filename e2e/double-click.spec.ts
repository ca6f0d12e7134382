import type { Page } from "@playwright/test";

import { aNote, approveButton, armed, headline, heldForUndo, lastDecision } from "./desk";
import { expect, test } from "./fixtures";

/** Presses and lifts the button of the mouse; `times` is the browser's own count of what is pressed at one place in a row. */
async function press(page: Page, times: number): Promise<void> {
  await page.mouse.down({ clickCount: times });
  await page.mouse.up({ clickCount: times });
}

test("the second half of a double click decides nothing, neither on Approve nor on Reject, and a click of its own does", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("second", { viewport: { width: 1440, height: 900 } });
  const [one, two] = [await agent.propose(aNote("Doubled One")), await agent.propose(aNote("Doubled Two"))];
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/people/decide")) sent.push(request.url());
  });
  await page.goto(`/focus?text=Doubled&sort=age&fold=no&open=${one.id}`);
  await armed(page);
  await approveButton(page).hover();
  await press(page, 1);
  await heldForUndo(page, "Doubled One");
  await expect(headline(page)).toContainText("Doubled Two");
  await armed(page);
  await approveButton(page).hover();
  await press(page, 2);
  await page.getByRole("button", { name: /Reject *:/ }).hover();
  await press(page, 2);
  await press(page, 3);
  // What was sent is sent before anything that is asked after it.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(sent).toHaveLength(1);
  await expect(headline(page)).toContainText("Doubled Two");

  await approveButton(page).hover();
  await press(page, 1);
  await expect(lastDecision(page)).toContainText("Doubled Two");
  expect(sent).toHaveLength(2);
  expect((await agent.wait(two.id)).status).toBe("approved");
});

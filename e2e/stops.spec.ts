import type { Locator, Page } from "@playwright/test";

import { findings } from "./axe";
import { PHONE, aNote, approveButton, armed } from "./desk";
import { expect, test } from "./fixtures";

/** The line above every screen that says what is stopped. */
function line(page: Page): Locator {
  return page.getByRole("status").getByRole("link", { name: /^Stopped:/ });
}

/** Turns a kill switch on by the button, on the screen of the agents. */
async function stopByButton(page: Page, scope: string, why: string): Promise<void> {
  await page.goto("/agents");
  await page.getByLabel("What to stop").selectOption({ label: scope });
  await page.getByLabel("Why").fill(why);
  await page.getByRole("button", { name: "Stop it" }).click();
}

async function liftByButton(page: Page, what: string): Promise<void> {
  await page.getByRole("button", { name: `Lift… the stop of ${what}` }).click();
  await page.getByLabel("Why it is safe again").fill("looked into, all is well");
  await page.getByRole("dialog").getByRole("button", { name: "Lift it" }).click();
}

/** Counts the times that a page is loaded from now on. */
function loadsOf(page: Page): { readonly count: number } {
  const loads = { count: 0 };
  page.on("load", () => (loads.count += 1));
  return loads;
}

test("who reads a card alone on a phone, and who reads the history, see a colleague stop everything and lift it, without a reload", async ({
  agent,
  signedInAs,
}) => {
  test.setTimeout(90_000);
  const proposed = await agent.propose(aNote("Stopped Midway"));
  const [admin, phone, desk] = [await signedInAs("admin"), await signedInAs("reviewer", PHONE), await signedInAs("second")];
  await phone.goto(`/focus?open=${proposed.id}`);
  await armed(phone);
  await desk.goto("/history");
  await expect(desk.getByRole("heading", { name: "History" })).toBeVisible();
  const loads = [loadsOf(phone), loadsOf(desk)];
  for (const page of [phone, desk]) await expect(line(page)).toHaveCount(0);

  await stopByButton(admin, "Everything", "refunds look wrong since noon");
  for (const page of [phone, desk, admin]) {
    await expect(line(page)).toBeInViewport();
    await expect(line(page)).toContainText(/everything · Test admin, /);
    await expect(line(page)).toHaveAttribute("href", "/agents#stop");
  }
  await expect(phone.getByRole("article")).toContainText("Stopped: even once approved");
  // It stays in sight however far the card is read, and takes nothing from the hand.
  await phone.mouse.wheel(0, 5_000);
  await expect(line(phone)).toBeInViewport({ ratio: 1 });
  await expect(approveButton(phone)).toBeInViewport({ ratio: 1 });
  expect(await findings(phone)).toEqual([]);

  await liftByButton(admin, "everything");
  for (const page of [phone, desk, admin]) await expect(line(page)).toHaveCount(0);
  await expect(phone.getByRole("article")).not.toContainText("Stopped: even");
  expect(loads).toEqual([{ count: 0 }, { count: 0 }]);
  await agent.withdraw(proposed.id);
});

test("of one agent that is stopped only its own cards say so, and both the list and the card end with the window", async ({
  agent,
  signedInAs,
}) => {
  const proposed = await agent.propose(aNote("Of One Agent"));
  const [admin, page] = [await signedInAs("admin"), await signedInAs("reviewer", { viewport: { width: 1440, height: 700 } })];
  await page.goto(`/queue?open=${proposed.id}`);
  await armed(page);
  await stopByButton(admin, "Agent lister", "lists what is not there");
  await expect(line(page)).toContainText("lister");
  await expect(page.getByRole("article")).not.toContainText("Stopped: even");
  await stopByButton(admin, "Agent airline-support", "calls twice");
  await expect(line(page)).toContainText("airline-support, lister · last by Test admin");
  await expect(page.getByRole("article")).toContainText("Stopped: even once approved");
  await expect(approveButton(page)).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
  for (const name of ["lister", "airline-support"]) {
    await liftByButton(admin, name);
    await expect(admin.getByRole("button", { name: `Lift… the stop of ${name}` })).toHaveCount(0);
  }
  await expect(line(page)).toHaveCount(0);
  await agent.withdraw(proposed.id);
});

test("a screen of the agents that is open already shows what a colleague stops elsewhere", async ({ signedInAs }) => {
  const [admin, page] = [await signedInAs("admin"), await signedInAs("reviewer")];
  await page.goto("/agents");
  await expect(page.getByText("nothing is stopped")).toBeVisible();
  await stopByButton(admin, "Every payment", "an unknown payee");
  await expect(page.getByRole("region", { name: "Kill switch" })).toContainText("an unknown payee");
  await liftByButton(admin, "every payment");
  await expect(page.getByText("nothing is stopped")).toBeVisible();
});

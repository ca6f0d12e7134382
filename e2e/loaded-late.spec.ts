import type { Page } from "@playwright/test";

import { aNote, armed, hearsKeys } from "./desk";
import { expect, test } from "./fixtures";

/** Refuses the piece of the page that holds `part`, as a server that is away does. `tried`: how often it was asked for; `back` gives it from then on. */
async function withhold(page: Page, part: string): Promise<{ readonly tried: () => number; readonly back: () => void }> {
  let [tries, away] = [0, true];
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    const response = await route.fetch();
    const isIt = (await response.text()).includes(`"${part}"`);
    if (isIt) tries += 1;
    await (isIt && away ? route.abort() : route.fulfill({ response }));
  });
  return { tried: () => tries, back: () => (away = false) };
}

/** The title says how many wait. */
const COUNTED = /^\(\d/;

/** The page asks by itself once more, at once. */
const TRIES = 2;

test("how a lease is kept is asked for again where it could not be loaded", async ({ agent, signedInAs }) => {
  const page = await signedInAs("reviewer");
  const { id } = await agent.propose(aNote("Kept Late"));
  const keeping = await withhold(page, "keepLease");
  // A card that is painted where nobody sees it has no lease yet: whatever keeps one asks for it.
  await page.addInitScript(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
  });
  await page.goto(`/queue?open=${id}`);
  await hearsKeys(page);
  await expect.poll(keeping.tried).toBe(TRIES);
  keeping.back();
  // The card that comes next may be reserved before it.
  const asked = page.waitForRequest(
    (request) => request.url().endsWith("/people/lease") && request.postData()?.includes(id) === true,
  );
  await page.evaluate(() => {
    Reflect.deleteProperty(document, "visibilityState");
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await asked;
  await agent.withdraw(id);
});

test("what the desk does beside the card is asked for again where it could not be loaded", async ({ agent, signedInAs }) => {
  const page = await signedInAs("reviewer");
  const { id } = await agent.propose(aNote("Counted Late"));
  const behind = await withhold(page, "BehindDesk");
  await page.goto(`/queue?open=${id}`);
  await armed(page);
  await expect.poll(behind.tried).toBe(TRIES);
  await expect(page).not.toHaveTitle(COUNTED);
  behind.back();
  await expect(page).toHaveTitle(COUNTED);
  await agent.withdraw(id);
});

test("it goes on where a sheet was opened before the browser had time for it, and closed again", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer");
  const { id } = await agent.propose(aNote("Counted Early"));
  await page.addInitScript(() => (globalThis.requestIdleCallback = () => 0));
  await page.goto(`/queue?open=${id}`);
  await armed(page);
  await expect(page).not.toHaveTitle(COUNTED);
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keys and help" });
  await expect(sheet).toBeVisible();
  await expect(page).toHaveTitle(COUNTED);
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(page).toHaveTitle(COUNTED);
  await agent.withdraw(id);
});

import type { Page } from "@playwright/test";

import type { Countersign } from "../sdk/src/index";
import { PHONE, aLetter, aNote, approveButton, armed, headline, rejectButton, releaseByKey } from "./desk";
import { expect, test } from "./fixtures";
import { boxOf } from "./targets";

/** Two cards taller than any window here, the first of them open among these two alone. */
async function openTallOnes(page: Page, agent: Countersign, path: string, name: string): Promise<void> {
  const first = await agent.propose(aLetter(`${name} First`));
  await agent.propose(aLetter(`${name} Second`));
  await page.goto(`${path}?section=deep&text=${name}&open=${first.id}`);
  await armed(page);
}

/** How far below the upper edge of the window the open card begins. */
async function top(page: Page): Promise<number> {
  return (await boxOf(page.getByRole("article"))).y;
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

test("the three cards that come next are there before the decision, the next one is reserved, and deciding fetches no card", async ({
  agent,
  signedInAs,
}) => {
  const ids: string[] = [];
  for (const name of ["One", "Two", "Three", "Four", "Five"]) ids.push((await agent.propose(aNote(`Fetched ${name}`))).id);
  const [first = "", second, third, fourth, fifth] = ids;
  const page = await signedInAs("reviewer");
  const [fetched, reserved]: [string[], unknown[]] = [[], []];
  page.on("request", (request) => {
    const [, card] = /\/people\/cards\/(\w+)$/.exec(new URL(request.url()).pathname) ?? [];
    if (card !== undefined) fetched.push(card);
    const lease: unknown = request.url().endsWith("/people/lease") ? request.postDataJSON() : null;
    if (lease !== null && JSON.stringify(lease).includes('"next"')) reserved.push(lease);
  });
  await page.goto(`/queue?text=fetched&fold=no&sort=age&open=${first}`);
  await armed(page);
  await expect.poll(() => fetched.toSorted()).toEqual([second, third, fourth].toSorted());
  await expect.poll(() => reserved).toEqual([expect.objectContaining({ proposal: second })]);
  await page.keyboard.press("a");
  await expect(headline(page)).toContainText("Fetched Two");
  await armed(page);
  // Only the one that is the third from here is new.
  await expect.poll(() => fetched.slice(3)).toEqual([fifth]);
  await releaseByKey(page);
  for (const id of ids.slice(1)) await agent.withdraw(id);
});

/** What the person sees of the open card's own place: nothing may move for what is said about the card before. */
async function placeOf(page: Page): Promise<readonly unknown[]> {
  return Promise.all([page.getByRole("article"), headline(page), approveButton(page)].map(boxOf));
}

test("on a phone the last decision is taken back by thumb, from above the bar, and the next card does not move for it", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer", PHONE);
  const undo = page.getByRole("button", { name: /^Undo last *: .*Thumbed First/ });
  const first = await agent.propose(aLetter("Thumbed First"));
  const second = await agent.propose(aLetter("Thumbed Second"));
  const address = `/focus?section=deep&text=Thumbed&open=${first.id}`;
  for (const decide of [approveButton, rejectButton]) {
    await page.goto(address);
    await armed(page);
    const place = await placeOf(page);
    await readToItsEnd(page);
    await decide(page).tap();
    await expect(headline(page)).toContainText("Thumbed Second");
    await expect(undo).toBeInViewport({ ratio: 1 });
    await armed(page);
    expect(await placeOf(page)).toEqual(place);
    const [bar, button] = [await boxOf(approveButton(page)), await boxOf(undo)];
    expect(button.height).toBeGreaterThanOrEqual(56);
    expect(button.y + button.height).toBeLessThan(bar.y);
    await undo.tap();
    await expect(headline(page)).toContainText("Thumbed First");
    await expect(undo).toBeHidden();
    await expect(page.getByRole("heading", { name: "Rejected. Why?" })).toBeHidden();
    expect((await agent.get(first.id)).status).toBe("pending");
  }
  for (const { id } of [first, second]) await agent.withdraw(id);
});

for (const [where, options, path] of [
  ["on a phone", PHONE, "/focus"],
  ["beside the list", { viewport: { width: 1440, height: 900 } }, "/queue"],
  ["in focus mode", { viewport: { width: 1440, height: 900 } }, "/focus"],
] as const) {
  test(`${where} the reason of a rejection is asked above the bar, and the next card stays where it is`, async ({
    agent,
    signedInAs,
  }) => {
    const page = await signedInAs("reviewer", options);
    // Short enough for one line of a phone.
    const name = `Asked ${path.charAt(1)}${String(options.viewport.width)}`;
    await openTallOnes(page, agent, path, name);
    const place = await placeOf(page);
    await rejectButton(page).click();
    await expect(headline(page)).toContainText(`${name} Second`);
    await expect(page.getByRole("heading", { name: "Rejected. Why?" })).toBeInViewport({ ratio: 1 });
    const reason = page.getByRole("group", { name: "Reasons" }).getByRole("button").first();
    await expect(reason).toBeInViewport({ ratio: 1 });
    await armed(page);
    expect(await placeOf(page)).toEqual(place);
    await reason.click();
    await expect(page.getByRole("heading", { name: "Rejected. Why?" })).toBeHidden();
    expect(await placeOf(page)).toEqual(place);
  });
}

test("what asks for the reason leaves the checks of the next card in sight, and the sentence is there when it is asked for", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer", { viewport: { width: 1440, height: 900 } });
  const first = await agent.propose(aNote("Uncovered First"));
  const second = await agent.propose(aNote("Uncovered Second"));
  await page.goto(`/queue?text=Uncovered&sort=age&open=${first.id}`);
  await armed(page);
  await page.keyboard.press("r");
  await expect(headline(page)).toContainText("Uncovered Second");
  const asks = page.getByRole("region", { name: "Rejected. Why?" });
  const [over, checks] = [await boxOf(asks), await boxOf(page.getByText(/checks passed/))];
  expect(checks.y + checks.height).toBeLessThan(over.y);
  await asks.getByRole("button", { name: "In your words" }).click();
  await page.getByLabel("Another reason, in your words").fill("see ticket 7");
  await page.keyboard.press("Enter");
  await expect(asks).toBeHidden();
  await releaseByKey(page);
  expect((await agent.wait(first.id)).decision).toMatchObject({ reason: { code: "other", text: "see ticket 7" } });
  await agent.withdraw(second.id);
});

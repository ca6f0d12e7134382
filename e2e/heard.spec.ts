import type { Page } from "@playwright/test";

import { HOLD_MS } from "../lib/domain/input/input-state";
import {
  PHONE,
  aLimit,
  aNote,
  aPayout,
  approveButton,
  approveByKey,
  armed,
  heldForUndo,
  lastDecision,
  openAmongOwn,
  openCard,
  rowOf,
} from "./desk";
import { expect, test } from "./fixtures";
import { listenTo } from "./listen";
import { boxOf } from "./targets";

/** More than a hold takes. */
const HELD_MS = HOLD_MS + 200;

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

test("that a decision was refused interrupts", async ({ agent, signedInAs }) => {
  const page = await signedInAs("reviewer");
  const { id } = await agent.propose(aNote("Heard Refused"));
  await openCard(page, id);
  await page.route("**/api/v1/people/decide", async (route) => {
    await agent.withdraw(id);
    await route.continue();
  });
  const heard = await listenTo(page);
  await approveByKey(page);
  await expect.poll(heard).toContainEqual(expect.stringMatching(/^! Not recorded: /));
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

test("a hold that was too short says so and how long it takes, once each time, and moves nothing", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer");
  const proposed = await agent.propose(aLimit("Heard Short"));
  await openCard(page, proposed.id);
  const heard = await listenTo(page);
  const says = "Too short: hold it for 0.8 seconds to approve.";
  const line = page.locator("[data-action-bar]").getByText(says);
  const place = await boxOf(approveButton(page));
  await page.keyboard.press("a");
  await expect(line).toBeInViewport();
  expect(await boxOf(approveButton(page))).toEqual(place);
  await expect.poll(heard).toEqual([says]);
  // It lies over the card, and goes with whatever is done next.
  await page.keyboard.press("Shift");
  await expect(line).toBeHidden();
  await page.keyboard.press("a");
  await expect.poll(heard).toEqual([says, says]);
  await approveButton(page).click();
  await expect(line).toBeInViewport();
  await expect.poll(heard).toEqual([says, says, says]);

  // Whoever cannot hold presses twice, as ever.
  await approveButton(page).focus();
  await page.keyboard.press("Enter");
  await expect(line).toBeHidden();
  await expect.poll(heard).toContainEqual(expect.stringMatching(/^Press again to approve: /));
  await expect(async () => {
    await page.keyboard.press("Enter");
    await heldForUndoSoon(page, "Heard Short");
  }).toPass({ intervals: [600] });
  expect((await heard()).filter((one) => one === says)).toHaveLength(3);
});

test("a hold that was long enough, but before the server takes it, says that it was not yet, and without a figure", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer");
  const proposed = await agent.propose(aLimit("Heard Early"));
  // Without the server's word that the card is theirs, nothing says from when it counts.
  let tell: () => void = () => undefined;
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  await page.route("**/api/v1/people/lease", async (route) => {
    await told;
    await route.continue();
  });
  await page.goto(`/queue?open=${proposed.id}`);
  await armed(page);
  const heard = await listenTo(page);
  const says = "Not yet: hold until it is approved.";
  const line = page.locator("[data-action-bar]").getByText(says);
  await page.keyboard.press("a", { delay: HELD_MS });
  await expect(line).toBeInViewport();
  await expect.poll(heard).toEqual([says]);
  await page.keyboard.press("Shift");
  await expect(line).toBeHidden();
  await approveButton(page).click({ delay: HELD_MS });
  await expect(line).toBeInViewport();
  await expect.poll(heard).toEqual([says, says]);

  tell();
  await approveByKey(page);
  await heldForUndo(page, "Heard Early");
  await expect(line).toBeHidden();
});

/** Asked in passing. */
async function heldForUndoSoon(page: Page, name: string): Promise<void> {
  await expect(lastDecision(page)).toContainText(new RegExp(`${name}.*held for undo`), { timeout: 300 });
}

test("of a tap where a card is to be held, a phone says the same in the reader's language", async ({ agent, signedInAs }) => {
  const page = await signedInAs("second", { ...PHONE, locale: "de" });
  const proposed = await agent.propose(aLimit("Heard Tap"));
  await page.goto(`/focus?open=${proposed.id}`);
  const approve = page.locator("[data-action-bar] button[aria-keyshortcuts='A'][aria-disabled='false']");
  await approve.waitFor();
  const heard = await listenTo(page);
  const says = "Zu kurz: zum Genehmigen 0,8 Sekunden halten.";
  const line = page.locator("[data-action-bar]").getByText(says);
  const place = await boxOf(approve);
  await approve.tap();
  await expect(line).toBeInViewport();
  expect(await boxOf(approve)).toEqual(place);
  await expect.poll(heard).toEqual([says]);
  await agent.withdraw(proposed.id);
});

test("what a key opens beside the card is said, with the keys that answer it", async ({ agent, justSignedInAs }) => {
  const page = await justSignedInAs("reviewer");
  const [limit, note] = [await agent.propose(aLimit("Heard Why")), await agent.propose(aNote("Heard After"))];
  await openCard(page, limit.id);
  const heard = await listenTo(page);
  await page.keyboard.press("r");
  await expect.poll(heard).toContainEqual(expect.stringMatching(/^Why not\? 1 Wrong .*, 2 .*, 3 /));
  await page.keyboard.press("Escape");

  await openCard(page, note.id);
  const after = await listenTo(page);
  await page.keyboard.press("r");
  await expect.poll(after).toContainEqual(expect.stringMatching(/^Rejected\. Undo with U\./));
  expect((await after())[0]).toMatch(/^Why not\? 1 to \d are reasons\.$/);
  await page.keyboard.press("u");

  const payout = await agent.propose(aPayout("Heard Ltd", "412.00"));
  await openCard(page, payout.id);
  const signing = await listenTo(page);
  await page.keyboard.press("a");
  await expect.poll(signing).toContainEqual(expect.stringMatching(/\? 1 .* EUR, 2 .* EUR, 3 .* EUR, 4 .* EUR$/));
  await page.keyboard.press("3");
  const third = page
    .getByRole("form", { name: /^Sign: / })
    .getByRole("radio")
    .nth(2);
  await expect.poll(signing).toContain(await third.getAttribute("value"));
  await expect(third).toBeChecked();
  for (const { id } of [limit, note, payout]) await agent.withdraw(id);
});

test("a tab and its count are two words", async ({ signedInAs }) => {
  const page = await signedInAs("reviewer");
  await page.goto("/queue");
  for (const name of ["Needs you", "Second look"]) {
    await expect(page.getByRole("link", { name: new RegExp(`^${name} ?, \\d`) })).toBeVisible();
  }
  await expect(page.locator("[data-screens] a").first()).toHaveAccessibleName(/^Queue ?, \d/);
});

test("a row's words are as many to braille as to the eye", async ({ agent, signedInAs }) => {
  const page = await signedInAs("reviewer");
  const proposed = await agent.propose(aNote("Heard Row"));
  await openAmongOwn(page, proposed.id);
  // As the browser hands it to whoever asks: what is laid out beside each other has no blank between of its own.
  const client = await page.context().newCDPSession(page);
  const row = rowOf(page, proposed.id);
  const { result } = await client.send("Runtime.evaluate", {
    expression: `document.querySelector(${JSON.stringify(`li a[href$="open=${proposed.id}"]`)})`,
  });
  await expect(row).toBeVisible();
  const { nodes } = await client.send("Accessibility.queryAXTree", { objectId: result.objectId ?? "", role: "StaticText" });
  const text = nodes.map(({ name }) => String(name?.value ?? "")).join("");
  expect(text).toMatch(/^Medium, .*Heard Row.*, airline-support, due: .*, takes ~\d/);
  await agent.withdraw(proposed.id);
});

import type { Locator, Page } from "@playwright/test";
import { devices, expect } from "@playwright/test";

import { CardDetail } from "../lib/contract/people";

/** A phone of the smaller kind. */
export const PHONE = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
  userAgent: devices["Pixel 7"].userAgent,
};

/** Opens one proposal on the desk, with its card ready to be decided. */
export async function openCard(page: Page, id: string): Promise<void> {
  await page.goto(`/queue?open=${id}`);
  await armed(page);
}

/** The same in the queue of its own agent, whose address is answered: what other tests left is on no page of it. */
export async function openAmongOwn(page: Page, id: string): Promise<string> {
  const { row } = CardDetail.parse(await (await page.request.get(`/api/v1/people/cards/${id}`)).json());
  const address = `/queue?agent=${row.agent.id}`;
  await page.goto(`${address}&open=${id}`);
  await armed(page);
  return address;
}

/** Waits until a key that is pressed is heard: a page that has come from the server is drawn before it listens. */
export async function hearsKeys(page: Page): Promise<void> {
  await expect(page.locator("body[data-keys]")).toBeAttached();
}

/** Waits until the open card can be decided. Who has decided much in these stories may be offered a break before it, and puts it off. */
export async function armed(page: Page): Promise<void> {
  const notNow = page.getByRole("region", { name: "Two minutes off?" }).getByRole("button", { name: "Not now" });
  // Whether it is offered is known a moment after the page came: it may take the place of a card that has just been drawn.
  await expect(async () => {
    if (await notNow.isVisible()) await notNow.click();
    await expect(rejectButton(page)).toHaveAttribute("aria-disabled", "false", { timeout: 2_000 });
  }).toPass({ timeout: 10_000 });
}

/** More than the least that counts as a look at any card of these tests. */
const READING_MS = 4_000;

/** Keeps the open card open for as long as somebody needs who reads it. */
export async function readCard(): Promise<void> {
  const from = Date.now();
  await expect.poll(() => Date.now() - from, { timeout: 2 * READING_MS }).toBeGreaterThan(READING_MS);
}

export function rejectButton(page: Page): Locator {
  return page.getByRole("button", { name: /Reject *:/ });
}

export function approveButton(page: Page): Locator {
  return page.getByRole("button", { name: /(Hold to approve|Approve|Choose the value…|Sign…) *:/ });
}

/** The open card's own heading. */
export function headline(page: Page): Locator {
  return page.getByRole("article").getByRole("heading", { level: 2 });
}

/** The line that says what was decided last. */
export function lastDecision(page: Page): Locator {
  return page.getByRole("region", { name: "Last decisions" });
}

/** What finds the row of one proposal in the list. */
export function rowLink(id: string): string {
  return `a[href$="open=${id}"]`;
}

/** The row of one proposal in the list. */
export function rowOf(page: Page, id: string): Locator {
  return page.getByRole("list").locator(rowLink(id));
}

/** Every row of the list, each as the link to its card. */
export function rows(page: Page): Locator {
  return page.getByRole("region", { name: "Queue" }).locator('li a[href*="open="]');
}

/** Approves the open card by keyboard once it is armed, with the act that its treatment asks for. */
export async function approveByKey(page: Page): Promise<void> {
  await armed(page);
  const holds = ((await approveButton(page).textContent()) ?? "").includes("Hold");
  await page.keyboard.press(holds ? "Shift+A" : "a");
}

/** The strip may still say it of an earlier decision of the same person, so it is asked of this one, by what its headline names. */
export async function heldForUndo(page: Page, name: string): Promise<void> {
  await expect(lastDecision(page)).toContainText(new RegExp(`${name}.*held for undo`));
}

/** Releases the decision that was just made, once the server has it. */
export async function releaseByKey(page: Page): Promise<void> {
  await expect(lastDecision(page)).toContainText("held for undo");
  await page.keyboard.press("g");
  await expect(lastDecision(page)).not.toContainText("held for undo");
}

/** A change of one record that one person reviews, told apart from every other test's by its name. */
export function aNote(name: string, more: object = {}) {
  return { ...aChange("desk.note", name), ...more };
}

/** More than any screen shows at once. */
export const LETTER = Array.from({ length: 240 }, (_, at) => `Line ${String(at)} of a letter that nobody reads to its end.`).join(
  "\n",
);

/** A long payload: approved only once its end was on the screen. */
export function aLetter(name: string) {
  const letter = { name, letter: LETTER };
  return { action: { name: "desk.note", arguments: letter }, before: { name, letter: "" }, after: letter };
}

/** A payload as long, of which the card shows some: approved only once the exact text was opened. */
export function aFolded(name: string) {
  const parts = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`part_${String(at)}`, at]));
  return { action: { name: "desk.note", arguments: { name, letter: LETTER, ...parts } } };
}

/** A change like `aNote` of an action that is approved by holding. */
export function aLimit(name: string, more: object = {}) {
  return { ...aChange("desk.limit", name), ...more };
}

/** The same under a rule that asks for the meaning in words and a fresh sign-in. */
export function aDose(name: string) {
  return aChange("desk.dose", name);
}

/** A payment that two people sign. */
export function aPayout(payee: string, amount = "412.00") {
  return { action: { name: "desk.payout", arguments: { amount, currency: "EUR", to: payee } } };
}

function aChange(action: string, name: string) {
  return {
    action: { name: action, arguments: { name, level: 30 } },
    before: { name, level: 10, city: "Berlin" },
    after: { name, level: 30, city: "Berlin" },
  };
}

import type { Locator } from "@playwright/test";

import { HOLD_MS } from "../lib/domain/input/input-state";
import { proposedAs } from "../scripts/pictures/proposed-as";
import { PHONE, aLimit, aNote, approveButton, armed, headline, heldForUndo, lastDecision, rejectButton } from "./desk";
import { expect, test } from "./fixtures";
import { firstOf } from "./fixture-cards";
import { ANYBODYS, everyScreen } from "./screens";
import { calledOtherwise, cutWords } from "./shown-words";
import { sideways } from "./sideways";
import { boxOf } from "./targets";

test("a card is read, approved and rejected in one hand on a phone", async ({ agent, signedInAs }) => {
  const page = await signedInAs("reviewer", PHONE);
  const first = await agent.propose(
    aNote("Thumb One", { rationale: "the customer asked", evidence: [{ label: "Mail", text: "please raise my level" }] }),
  );
  const second = await agent.propose(aNote("Thumb Two"));
  await page.goto(`/focus?open=${first.id}`);
  await armed(page);
  for (const button of [rejectButton(page), approveButton(page)]) {
    const box = await boxOf(button);
    expect(box.height).toBeGreaterThanOrEqual(56);
    expect(box.y).toBeGreaterThan(740 * 0.75);
  }
  const [reject, approve] = [await boxOf(rejectButton(page)), await boxOf(approveButton(page))];
  expect(approve.x - reject.x - reject.width).toBeGreaterThanOrEqual(12);
  await page
    .getByRole("button", { name: /Evidence/ })
    .filter({ visible: true })
    .first()
    .tap();
  await expect(page.getByRole("dialog", { name: "Evidence" })).toContainText("please raise my level");
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).tap();
  await armed(page);
  await approveButton(page).tap();
  await expect(headline(page).filter({ hasText: "Thumb One" })).toHaveCount(0);
  await heldForUndo(page, "Thumb One");

  await page.goto(`/focus?open=${second.id}`);
  await armed(page);
  await rejectButton(page).tap();
  await expect(page.getByRole("heading", { name: "Rejected. Why?" })).toBeInViewport();
  await page.getByRole("button", { name: "Wrong value" }).tap();
  await expect(page.getByRole("heading", { name: "Rejected. Why?" })).toBeHidden();
  const [approved, rejected] = [await agent.wait(first.id), await agent.wait(second.id)];
  expect(approved.status).toBe("approved");
  expect(rejected).toMatchObject({ status: "rejected", decision: { reason: { code: "wrong_value" } } });
});

test("a deliberate card is held with the thumb: lifting early decides nothing, and lifting late nothing more", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer", PHONE);
  const proposed = await agent.propose(aLimit("Deliberate One"));
  await agent.propose(aNote("Deliberate Two"));
  await page.goto(`/focus?text=Deliberate&open=${proposed.id}`);
  await armed(page);
  const box = await approveButton(page).boundingBox();
  const at = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  const client = await page.context().newCDPSession(page);
  await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [at] });
  await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await expect(headline(page)).toContainText("Deliberate One");
  expect((await agent.get(proposed.id)).status).toBe("pending");
  await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [at] });
  await expect(lastDecision(page)).toContainText("Deliberate One");
  await expect(headline(page)).toContainText("Deliberate Two");
  await armed(page);
  await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await heldForUndo(page, "Deliberate One");
  await approveButton(page).tap();
  await heldForUndo(page, "Deliberate Two");
});

interface Place {
  readonly x: number;
  readonly y: number;
}

async function middleOf(button: Locator): Promise<Place> {
  const box = await boxOf(button);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** In the middle of the card, where no button is. */
const OFF: Place = { x: 180, y: 400 };
/** What a button looks like that is not held. */
const EMPTY = "matrix(0, 0, 0, 1, 0, 0)";

test("sliding a thumb off a button cancels it, of a hold as of a press", async ({ agent, signedInAs }) => {
  const page = await signedInAs("second", PHONE);
  const thumb = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: Place[]): Promise<unknown> =>
    thumb.send("Input.dispatchTouchEvent", { type, touchPoints });
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/people/decide")) sent.push(request.url());
  });
  const held = await agent.propose(aLimit("Slid Hold"));
  await page.goto(`/focus?open=${held.id}`);
  await armed(page);
  const fill = approveButton(page).locator("span[data-measure]");
  await touch("touchStart", [await middleOf(approveButton(page))]);
  const heldFrom = await page.evaluate(() => performance.now());
  await expect(fill).not.toHaveCSS("transform", EMPTY);
  await touch("touchMove", [OFF]);
  await page.waitForFunction((over) => performance.now() > over, heldFrom + 2 * HOLD_MS);
  await touch("touchEnd", []);
  await expect(headline(page)).toContainText("Slid Hold");
  await expect(fill).toHaveCSS("transform", EMPTY);

  const pressed = await agent.propose(aNote("Slid Press"));
  await page.goto(`/focus?open=${pressed.id}`);
  await armed(page);
  for (const button of [approveButton(page), rejectButton(page)]) {
    await touch("touchStart", [await middleOf(button)]);
    await touch("touchMove", [OFF]);
    await touch("touchEnd", []);
    await expect(headline(page)).toContainText("Slid Press");
  }
  expect(sent).toEqual([]);
  // Nothing of what was cancelled is left behind.
  await approveButton(page).tap();
  await heldForUndo(page, "Slid Press");
  await agent.withdraw(held.id);
});

/** The least that a text must stand when somebody spaces it out to read it (WCAG 1.4.12). */
const SPACED =
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";

test("at 320 px, which is 400 % of a desk, nothing scrolls sideways, also with text spaced out, no word is cut, and what is pressed is called what it shows", async ({
  agent,
  signedInAs,
}) => {
  // In German, whose words are longer.
  const page = await signedInAs("admin", { ...PHONE, viewport: { width: 320, height: 640 }, locale: "de" });
  const proposed = await agent.propose(proposedAs(firstOf("record", "long")));
  for (const path of [...(await everyScreen(page, proposed.id)), ...ANYBODYS]) {
    await page.goto(path);
    await expect(page.getByRole("heading").first()).toBeAttached();
    // What is still being read is not there yet to be too wide.
    await expect(page.locator("[aria-busy='true']"), path).toHaveCount(0);
    expect(await sideways(page), path).toEqual([]);
    expect(await calledOtherwise(page), path).toEqual([]);
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets.push(sheet);
    }, SPACED);
    expect(await sideways(page), `${path}, spaced out`).toEqual([]);
    expect(await cutWords(page), `${path}, spaced out`).toEqual([]);
  }
  await agent.withdraw(proposed.id);
});

import type { CDPSession, Page } from "@playwright/test";
import { PHONE, aLimit, aNote, armed, headline, lastDecision, openCard } from "./desk";
import { expect, test } from "./fixtures";

/** Draws a finger over the glass, point by point. It stays down unless it is lifted. */
async function draw(finger: CDPSession, points: readonly (readonly [number, number])[], lifted = true): Promise<void> {
  const [first, ...others] = points;
  await finger.send("Input.dispatchTouchEvent", {
    type: "touchStart",
    touchPoints: [{ x: first?.[0] ?? 0, y: first?.[1] ?? 0 }],
  });
  for (const [x, y] of others) await finger.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x, y }] });
  if (lifted) await finger.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

/** From one place to another in steps a hand could make. */
function line(from: readonly [number, number], to: readonly [number, number], steps = 8): readonly (readonly [number, number])[] {
  return Array.from({ length: steps + 1 }, (_, step) => [
    Math.round(from[0] + ((to[0] - from[0]) * step) / steps),
    Math.round(from[1] + ((to[1] - from[1]) * step) / steps),
  ]);
}

/** Waits until the card may be decided and what reads a finger's way has been loaded: before that no swipe means anything. */
async function swipeable(page: Page): Promise<void> {
  await armed(page);
  await expect(page.locator("[data-swipes]")).toBeAttached();
}

async function fingerOn(page: Page): Promise<CDPSession> {
  return page.context().newCDPSession(page);
}

test("a card of low stakes is pushed right to approve and left to reject, and says which while it moves", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer", PHONE);
  const finger = await fingerOn(page);
  const [one, two] = [await agent.propose(aNote("Swiped Right")), await agent.propose(aNote("Swiped Left"))];
  await page.goto(`/focus?open=${one.id}`);
  await swipeable(page);
  await draw(finger, line([120, 250], [200, 254]), false);
  await expect(page.locator("p", { hasText: /^Approve$/ })).toBeVisible();
  await finger.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x: 280, y: 255 }] });
  await finger.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await expect(lastDecision(page)).toContainText("Approved");
  await expect(lastDecision(page)).toContainText("Swiped Right");

  await page.goto(`/focus?open=${two.id}`);
  await swipeable(page);
  await draw(finger, line([280, 250], [120, 250]));
  await expect(lastDecision(page)).toContainText("Swiped Left");
  const [approved, rejected] = [await agent.wait(one.id), await agent.wait(two.id)];
  expect([approved.status, rejected.status]).toEqual(["approved", "rejected"]);
});

test("no other movement of a finger decides anything", async ({ agent, signedInAs }) => {
  // Not who decides most in these stories, whom a break may be offered in place of the card.
  const page = await signedInAs("second", PHONE);
  const finger = await fingerOn(page);
  const sent: string[] = [];
  const note = (request: { readonly url: () => string }): void => {
    if (request.url().endsWith("/people/decide")) sent.push(request.url());
  };
  page.on("request", note);
  const proposed = await agent.propose(aNote("Untouched Phone"));
  await page.goto(`/focus?open=${proposed.id}`);
  await swipeable(page);
  const moves: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
    "too short": line([120, 250], [240, 250]),
    "from the left edge": line([10, 250], [300, 250]),
    "from the right edge": line([355, 250], [60, 250]),
    "a scroll": line([180, 400], [200, 150]),
    "slid back": [...line([120, 250], [300, 250]), ...line([290, 250], [130, 250])],
    "on the buttons": line([60, 700], [300, 700]),
  };
  for (const [what, points] of Object.entries(moves)) {
    await draw(finger, points);
    await expect(headline(page), what).toContainText("Untouched Phone");
    await page.evaluate(() => {
      scrollTo(0, 0);
    });
  }
  // More than one key is asked of this one: it does not even move.
  const held = await agent.propose(aLimit("Held Phone"));
  const other = await signedInAs("second", PHONE);
  other.on("request", note);
  const thumb = await fingerOn(other);
  await other.goto(`/focus?open=${held.id}`);
  await swipeable(other);
  await draw(thumb, line([120, 250], [300, 250]), false);
  await expect(other.locator("[data-swiping]")).toHaveCount(0);
  await thumb.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await expect(headline(other)).toContainText("Held Phone");
  expect(sent).toEqual([]);
  for (const { id } of [proposed, held]) expect((await agent.withdraw(id)).status).toBe("withdrawn");
});

test("a swipe can be turned round or switched off, and a mouse never makes one", async ({ agent, signedInAs }) => {
  const page = await signedInAs("second", PHONE);
  const finger = await fingerOn(page);
  const proposed = await agent.propose(aNote("Chosen Way"));
  const choose = async (way: string): Promise<void> => {
    await page.goto("/account");
    await page
      .getByRole("group", { name: /Pushing a card aside/ })
      .getByText(way)
      .tap();
    await page.getByRole("button", { name: "Save", exact: true }).first().tap();
    await expect(page.getByText("Saved. It holds wherever you sign in.")).toBeVisible();
  };
  await choose("Off");
  await page.goto(`/focus?open=${proposed.id}`);
  await swipeable(page);
  await draw(finger, line([280, 250], [100, 250]));
  await expect(headline(page)).toContainText("Chosen Way");

  await choose("Left approves");
  const desk = await signedInAs("second");
  await openCard(desk, proposed.id);
  const box = await headline(desk).boundingBox();
  await desk.mouse.move(box?.x ?? 0, box?.y ?? 0);
  await desk.mouse.down();
  await desk.mouse.move((box?.x ?? 0) + 600, box?.y ?? 0, { steps: 5 });
  await desk.mouse.up();
  await expect(headline(desk)).toContainText("Chosen Way");

  await page.goto(`/focus?open=${proposed.id}`);
  await swipeable(page);
  await draw(finger, line([280, 250], [100, 250]));
  await expect(lastDecision(page)).toContainText("Approved");
  await choose("Right approves");
  expect((await agent.wait(proposed.id)).status).toBe("approved");
});

test("what the hand feels as a card is pushed far enough can be switched off", async ({ agent, signedInAs }) => {
  const page = await signedInAs("second", PHONE);
  await page.addInitScript(() => {
    let felt = 0;
    Object.defineProperty(navigator, "vibrate", { value: () => (felt += 1) > 0 });
    Object.defineProperty(window, "felt", { get: () => felt });
  });
  const finger = await fingerOn(page);
  const feltOn = async (name: string): Promise<unknown> => {
    const { id } = await agent.propose(aNote(name));
    await page.goto(`/focus?open=${id}`);
    await swipeable(page);
    await draw(finger, line([280, 250], [120, 250]));
    await expect(lastDecision(page)).toContainText(name);
    return page.evaluate("window.felt");
  };
  const turn = async (): Promise<void> => {
    await page.goto("/account");
    await page.getByText("Vibrate, on devices that can").tap();
    await page.getByRole("button", { name: "Save", exact: true }).first().tap();
    await expect(page.getByText("Saved. It holds wherever you sign in.")).toBeVisible();
  };
  expect(await feltOn("Felt")).toBe(1);
  await turn();
  expect(await feltOn("Not Felt")).toBe(0);
  await turn();
});

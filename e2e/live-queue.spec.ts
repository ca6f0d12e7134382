import { decideByApi } from "./decide-by-api";
import {
  aLimit,
  aNote,
  approveButton,
  approveByKey,
  armed,
  headline,
  lastDecision,
  openAmongOwn,
  openCard,
  rejectButton,
  releaseByKey,
  rowOf,
} from "./desk";
import { expect, test } from "./fixtures";

test("what arrives, what others decide and what expires appears without a reload and moves no row", async ({
  agent,
  signedInAs,
}) => {
  test.setTimeout(90_000);
  const [page, other] = [await signedInAs("reviewer"), await signedInAs("second")];
  const mine = await agent.propose(aNote("Stays Put"));
  const theirs = await agent.propose(aNote("Decided Elsewhere"));
  // Long enough for a slow machine to have the page live before it ends: what ended before that is only known to be gone.
  const brief = await agent.propose(aNote("Runs Out", { expiresIn: 20 }));
  // Each row for itself: those of other tests are alike.
  await page.goto(`/queue?fold=no&open=${mine.id}`);
  await armed(page);
  await expect(page.getByText("live", { exact: true })).toBeVisible();
  const rows = page.getByRole("region", { name: "Queue" }).locator('a[href*="open="]');
  await rowOf(page, mine.id).hover();
  const before = await rows.evaluateAll((links) =>
    links.map((link) => [link.getAttribute("href"), link.getBoundingClientRect().top]),
  );

  const arrived = await agent.propose(aNote("Just Arrived"));
  const pill = page.getByRole("button", { name: /1 new/ });
  await expect(pill).toBeVisible();
  await openCard(other, theirs.id);
  await other.keyboard.press("r");
  await expect(rowOf(page, theirs.id)).toContainText("Test second rejected");
  await expect(rowOf(page, brief.id)).toContainText("expired", { timeout: 40_000 });
  const after = await rows.evaluateAll((links) =>
    links.map((link) => [link.getAttribute("href"), link.getBoundingClientRect().top]),
  );
  expect(after.map(([href]) => href)).toEqual(before.map(([href]) => href));
  const ofMine = ([href]: (typeof before)[number]) => String(href).endsWith(mine.id);
  expect(before.some(ofMine)).toBe(true);
  expect(after.find(ofMine)).toEqual(before.find(ofMine));
  await expect(rowOf(page, arrived.id)).toHaveCount(0);
  await page.keyboard.press("n");
  await expect(rowOf(page, arrived.id)).toBeVisible();
  await expect(rowOf(page, theirs.id)).toHaveCount(0);
  await expect(headline(page)).toContainText("Stays Put");
  await page.keyboard.press("a");
  await releaseByKey(page);
});

test("whoever looks at a card is named to others, and is gone with their tab", async ({ agent, signedInAs }) => {
  const held = await agent.propose(aLimit("Looked At"));
  const next = await agent.propose(aNote("Comes Next"));
  const [ana, ben] = [await signedInAs("second"), await signedInAs("reviewer")];
  await openCard(ana, held.id);
  await openCard(ben, held.id);
  const looking = rowOf(ben, held.id).getByText("Test second is looking");
  const open = ben.getByRole("note").getByText("Test second has this card open");
  await expect(looking).toBeVisible();
  await expect(open).toBeVisible();
  await ana.keyboard.press("e");
  await expect(rowOf(ben, held.id).getByText("Test second is deciding")).toBeVisible();
  await ana.keyboard.press("Escape");
  await expect(looking).toBeVisible();
  await expect(approveButton(ben)).toHaveAttribute("aria-disabled", "true");
  // Long before her lease would end.
  await ana.close();
  await expect(looking).toBeHidden();
  await expect(open).toBeHidden();
  await ben.mouse.move(10, 10);
  await approveByKey(ben);
  await releaseByKey(ben);
  await agent.withdraw(next.id);
});

test("what happened before the stream opened is found out", async ({ agent, signedInAs }) => {
  const gone = await agent.propose(aNote("Gone Before"));
  const page = await signedInAs("reviewer");
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/api/v1/people/events", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/queue?fold=no");
  await expect(rowOf(page, gone.id)).toBeVisible();
  await agent.withdraw(gone.id);
  const arrived = await agent.propose(aNote("Came Between"));
  release();
  await expect(page.getByRole("button", { name: /new/ })).toBeVisible();
  await page.keyboard.press("n");
  await expect(rowOf(page, arrived.id)).toBeVisible();
  await expect(rowOf(page, gone.id)).toHaveCount(0);
});

test("the first card is decided before anything is loaded that reads the others, and the second is shown once it is", async ({
  agent,
  signedInAs,
}) => {
  const [first, second] = [await agent.propose(aNote("Decided First")), await agent.propose(aNote("Shown Second"))];
  const page = await signedInAs("reviewer");
  // Nothing is loaded ahead in a browser that is never idle, and what is loaded when it is needed is held back.
  await page.addInitScript(() => (globalThis.requestIdleCallback = () => 0));
  // Whoever has decided before has the strip that says so from the start.
  const before = await agent.propose(aNote("Decided Before"));
  await page.goto("/account");
  await decideByApi(page, before.id, { type: "approve" });
  await openAmongOwn(page, first.id);
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest("**/_next/static/chunks/*.js");
  await page.keyboard.press("a");
  await asked;
  await expect(lastDecision(page)).toContainText("Decided First");
  await expect(lastDecision(page)).toContainText("held for undo");
  await expect(headline(page)).toHaveCount(0);
  release();
  await expect(headline(page)).toContainText("Shown Second");
  await armed(page);
  await releaseByKey(page);
  await agent.withdraw(second.id);
});

test("while the connection is lost nothing can be decided, and it comes back by itself", async ({ agent, signedInAs }) => {
  const proposed = await agent.propose(aNote("Offline Ltd"));
  const page = await signedInAs("reviewer");
  await page.route("**/api/v1/people/events", (route) => route.abort());
  await page.goto(`/queue?open=${proposed.id}`);
  await expect(page.getByText("Connection lost").first()).toBeVisible();
  await expect(rejectButton(page)).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("a");
  await page.keyboard.press("r");
  expect((await agent.get(proposed.id)).status).toBe("pending");
  await page.unroute("**/api/v1/people/events");
  await armed(page);
  await page.keyboard.press("a");
  await releaseByKey(page);
});

test.describe("for a reader in Tokyo", () => {
  test("times are said in their own zone first, and in that of whoever is affected", async ({ agent, signedInAs }) => {
    const page = await signedInAs("reviewer", { timezoneId: "Asia/Tokyo" });
    const note = aNote("Elsewhere Ltd");
    const proposed = await agent.propose({
      ...note,
      action: { ...note.action, arguments: { ...note.action.arguments, timezone: "America/New_York" } },
    });
    await openCard(page, proposed.id);
    const due = page.getByRole("article").locator("time").first();
    await expect(due).toHaveAttribute(
      "title",
      /^\d+ \w+ \d{4}, \d\d:\d\d (JST|GMT\+9) · for them \d+ \w+ \d{4}, \d\d:\d\d (EST|EDT|GMT-[45])$/,
    );
    await agent.withdraw(proposed.id);
  });
});

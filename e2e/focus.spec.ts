import type { Page } from "@playwright/test";

import type { Countersign } from "../sdk/src/index";
import { findings } from "./axe";
import { aNote, approveButton, armed, headline, lastDecision, rejectButton } from "./desk";
import { expect, test } from "./fixtures";
import { boxOf } from "./targets";

/** Decides on so many items in one call, as the record of a long sitting. */
async function decideMany(page: Page, agent: Countersign, count: number): Promise<void> {
  const items = [];
  for (let index = 0; index < count; index += 1) {
    const { id, version, digest } = await agent.propose(aNote(`Earlier ${String(index)}`));
    items.push({ proposal: id, version, digest });
  }
  const answer = await page.request.post("/api/v1/people/batch/reject", {
    data: { items, reason: { code: "other", text: null } },
    headers: { origin: new URL(page.url()).origin },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** Where everything that the hand goes to stands. */
async function places(page: Page): Promise<readonly unknown[]> {
  const boxes = [headline(page), approveButton(page), page.getByRole("button", { name: /Reject *:/ })];
  return Promise.all(boxes.map(async (one) => (await boxOf(one)).y));
}

test("one card fills the window, says how many are left, and nothing moves from card to card", async ({ agent, signedInAs }) => {
  const page = await signedInAs("reviewer", { viewport: { width: 1440, height: 600 } });
  const long = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`field ${String(index)}`, `value ${String(index)}`]));
  const one = await agent.propose(aNote("Alone One"));
  const two = await agent.propose({ ...aNote("Alone Two"), before: {}, after: { name: "Alone Two", ...long } });
  await page.goto(`/focus?open=${two.id}`);
  await armed(page);
  await expect(page.getByRole("navigation")).toHaveCount(0);
  const first = await places(page);
  // What does not fit is announced, and reached by Tab and the arrow keys.
  await expect(page.getByText("More below")).toBeVisible();
  await page.getByRole("region", { name: "The whole card" }).focus();
  await page.keyboard.press("End");
  await expect(page.getByText("More below")).toBeHidden();
  await page.goto(`/focus?open=${one.id}`);
  await armed(page);
  expect(await places(page)).toEqual(first);
  const left = page.getByText(/^\d+ left$/);
  const before = Number.parseInt((await left.textContent()) ?? "", 10);
  await page.keyboard.press("r");
  await expect(lastDecision(page)).toContainText("Alone One");
  await expect(left).toHaveText(`${String(before - 1)} left`);
  await page.keyboard.press("f");
  await expect(page).toHaveURL(/\/queue/);
  await agent.withdraw(two.id);
});

test("after 150 decisions two minutes off are offered in place of the next card, once", async ({ agent, signedInAs }) => {
  test.setTimeout(120_000);
  const page = await signedInAs("tired", { viewport: { width: 1440, height: 900 } });
  const [one, two, three] = [
    await agent.propose(aNote("Rested One")),
    await agent.propose(aNote("Rested Two")),
    await agent.propose(aNote("Rested Three")),
  ];
  await page.goto(`/focus?open=${one.id}`);
  const ring = page.getByRole("img", { name: /break/ });
  await expect(ring).toHaveAccessibleName("Next break: not for a while");
  await decideMany(page, agent, 149);
  await page.goto(`/focus?open=${one.id}`);
  await armed(page);
  await expect(ring).toHaveAccessibleName(/149 of 150 decisions/);
  await page.keyboard.press("r");
  const offer = page.getByRole("heading", { name: "Two minutes off?" });
  await expect(offer).toBeFocused();
  await expect(ring).toHaveAccessibleName("Time for a break");
  expect(await findings(page)).toEqual([]);
  await expect(page).not.toHaveURL(new RegExp(one.id));
  // A reload is no way around it, and no key decides what nobody sees.
  await page.reload();
  await expect(offer).toBeVisible();
  for (const key of ["a", "r", "Enter", " "]) await page.keyboard.press(key);
  await expect(offer).toBeVisible();
  expect((await agent.get(two.id)).status).toBe("pending");

  // What is about to expire is shown in its place at once.
  const urgent = await agent.propose({ ...aNote("Urgent Ltd"), expiresIn: 90 });
  await expect(headline(page)).toContainText("Urgent Ltd");
  await agent.withdraw(urgent.id);
  await page.goto(`/focus?open=${two.id}`);
  await page.getByRole("button", { name: "Take two minutes" }).click();
  await expect(page.getByText(/to go\./)).toBeVisible();
  await page.getByRole("button", { name: "Go on now" }).click();
  await armed(page);
  // Put off for this sitting: the next decision is followed by the next card, also after a reload.
  await page.goto(`/focus?open=${two.id}`);
  await armed(page);
  await page.keyboard.press("r");
  await armed(page);
  await expect(offer).toBeHidden();
  for (const { id } of [one, two]) expect((await agent.get(id)).status).not.toBe("approved");
  await agent.withdraw(three.id);
});

test("where an admin switched it on, ten items with immediate feedback come before the real ones", async ({
  agent,
  signedInAs,
}) => {
  test.setTimeout(120_000);
  const [page, admin] = [await signedInAs("second", { viewport: { width: 1440, height: 900 } }), await signedInAs("admin")];
  await page.goto("/account");
  const headers = { origin: new URL(page.url()).origin };
  for (let index = 0; index < 12; index += 1) {
    const { id: proposal, version, digest } = await agent.propose(aNote(`Approved ${String(index)}`));
    const data = { proposal, version, digest, decision: { type: "approve" }, act: { type: "key" } };
    expect((await page.request.post("/api/v1/people/decide", { data, headers })).ok()).toBe(true);
    expect((await page.request.post("/api/v1/people/release", { data: { proposal }, headers })).ok()).toBe(true);
  }
  const real = await agent.propose(aNote("After Warm-up"));
  const toggle = admin.getByRole("switch", { name: /Warm up before focus mode/ });
  await admin.goto("/people");
  await toggle.click();
  await expect(toggle).toBeChecked();

  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/people/decide") || request.url().includes("/people/lease")) sent.push(request.url());
  });
  await page.goto(`/focus?open=${real.id}`);
  await expect(page).toHaveURL(/\/focus\/warm-up/);
  await page.getByRole("button", { name: "Begin" }).click();
  let missed = 0;
  for (let left = 10; left > 0; left -= 1) {
    await expect(page.getByText(`${String(left)} left`)).toBeVisible();
    await expect(rejectButton(page)).toHaveAttribute("aria-disabled", "false");
    if (left === 10) expect(await findings(page)).toEqual([]);
    // What was drawn anew for another width takes a moment until it can be decided.
    await expect(rejectButton(page)).toHaveAttribute("aria-disabled", "false");
    await page.keyboard.press("r");
    const told = page.getByRole("region", { name: "Card" }).getByText(/^(Caught: .+|Nothing was wrong with it: .+)$/);
    await expect(told).toBeVisible();
    if (left === 10) expect(await findings(page)).toEqual([]);
    if ((await told.textContent())?.startsWith("Nothing") === true) missed += 1;
    await expect(page.getByRole("button", { name: "Next" })).toBeFocused();
    await page.keyboard.press("Enter");
  }
  expect(missed).toBe(5);
  await expect(page.getByRole("heading", { name: "Caught 5 of 5" })).toBeVisible();
  expect(sent).toEqual([]);
  await page.getByRole("link", { name: "Begin" }).click();
  await expect(headline(page)).toContainText("After Warm-up");
  // Done within four hours: it is not asked for again, and may be passed over.
  await page.goto(`/focus?open=${real.id}`);
  await armed(page);
  await page.goto("/account");
  await expect(page.getByText("caught 5 of 5 with something wrong, approved 0 of 5")).toBeVisible();
  await page.goto("/focus/warm-up");
  await expect(page.getByRole("link", { name: /Skip, I did/ })).toBeVisible();
  await toggle.click();
  await expect(toggle).not.toBeChecked();
  await agent.withdraw(real.id);
});

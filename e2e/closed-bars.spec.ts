import type { Page } from "@playwright/test";

import { CardDetail } from "../lib/contract/people";
import { Countersign } from "../sdk/src/index";
import { PHONE, aNote, armed, headline } from "./desk";
import { expect, test } from "./fixtures";
import { boxOf } from "./targets";

/** Has the page read a card as what nobody decided: it runs by itself in a moment. */
async function heldBack(page: Page, id: string): Promise<void> {
  await changed(page, id, {
    status: "held",
    releaseAt: Date.now() + 600_000,
    decision: { type: "approve", source: "policy", by: [] },
  });
}

async function changed(page: Page, id: string, change: Partial<CardDetail["row"]>): Promise<void> {
  await page.route(`**/people/cards/${id}`, async (route) => {
    const answer = await route.fetch();
    const card = CardDetail.parse(await answer.json());
    await route.fulfill({ response: answer, json: { ...card, row: { ...card.row, ...change } } });
  });
}

/** Opens a card among those of its agent, each a line of its own. */
async function openFirst(page: Page, id: string, path: "/queue" | "/focus"): Promise<void> {
  const { row } = CardDetail.parse(await (await page.request.get(`/api/v1/people/cards/${id}`)).json());
  await page.goto(`${path}?agent=${row.agent.id}&fold=no&open=${id}`);
  await armed(page);
}

test("where a card can only be stopped, or renewed by somebody else, there is a way on to the next", async ({
  server,
  signedInAs,
}) => {
  const agent = new Countersign({ url: server.url, apiKey: server.ownApiKey });
  const page = await signedInAs("reviewer");
  const cards = [];
  for (const name of ["First", "Second", "Third"]) cards.push(await agent.propose(aNote(`${name} of three`)));
  const [first, second, third] = cards.map(({ id }) => id);
  if (first === undefined || second === undefined || third === undefined) throw new Error("three were proposed");
  await heldBack(page, second);
  await changed(page, third, { status: "approved", lapsed: true, decision: { type: "approve", source: "person", by: [] } });
  await openFirst(page, first, "/queue");
  await page.keyboard.press("j");
  await expect(page.getByRole("button", { name: /^Stop it *:/ })).toBeVisible();
  await page.getByRole("button", { name: /^Next *:/ }).click();
  await expect(headline(page)).toContainText("Third of three");
  await expect(page.getByText("Whoever signed it can renew the approval.")).toBeVisible();
  for (const { id } of cards) await agent.withdraw(id);
});

test("on a phone both stand in the bar, a thumb high, and the card ends above them", async ({ server, signedInAs }) => {
  const agent = new Countersign({ url: server.url, apiKey: server.ownApiKey });
  const page = await signedInAs("reviewer", PHONE);
  const [first, second, third] = [
    await agent.propose(aNote("Above it")),
    await agent.propose(aNote("Runs soon")),
    await agent.propose(aNote("Below it")),
  ];
  await heldBack(page, second.id);
  await openFirst(page, first.id, "/focus");
  await page.keyboard.press("j");
  const [stop, next] = [page.getByRole("button", { name: /^Stop it *:/ }), page.getByRole("button", { name: /^Next *:/ })];
  for (const button of [stop, next]) expect((await boxOf(button)).height).toBeGreaterThanOrEqual(44);
  // Lower than any phone: the card has to scroll.
  await page.setViewportSize({ width: 360, height: 400 });
  await page.evaluate(() => {
    scrollTo(0, document.documentElement.scrollHeight);
  });
  const end = await boxOf(page.getByText("can be set back"));
  expect(end.y + end.height).toBeLessThanOrEqual((await boxOf(page.locator("[data-action-bar]"))).y);
  for (const { id } of [first, second, third]) await agent.withdraw(id);
});

import type { Page } from "@playwright/test";

import { PHONE, aLimit, aNote, approveButton, armed, headline, openCard, rejectButton, rowOf } from "./desk";
import { expect, test } from "./fixtures";
import { boxOf } from "./targets";

/** More rows than the list loads at first. */
const AHEAD = 60;
const DESK = { viewport: { width: 1440, height: 900 } };

/** Where the open card, its words and its acts stand. */
async function places(page: Page): Promise<readonly unknown[]> {
  const parts = [page.getByRole("article"), headline(page), rejectButton(page), approveButton(page)];
  return Promise.all(parts.map(boxOf));
}

for (const [where, options, path] of [
  ["beside the list", DESK, "/queue"],
  ["in focus mode", DESK, "/focus"],
  ["on a phone", PHONE, "/focus"],
] as const) {
  test(`${where} a colleague who comes and goes moves nothing of the card`, async ({ agent, signedInAs }) => {
    const page = await signedInAs("reviewer", options);
    for (const change of [aNote, aLimit]) {
      const other = await signedInAs("second");
      const { id } = await agent.propose(change(`Visited ${path} ${String(options.viewport.width)}`));
      await openCard(other, id);
      // It is told once the card can be decided.
      let tell: () => void = () => undefined;
      const told = new Promise<void>((resolve) => {
        tell = resolve;
      });
      await page.route("**/api/v1/people/lease", async (route) => {
        await told;
        await route.continue();
      });
      await page.goto(`${path}?open=${id}`);
      await armed(page);
      const before = await places(page);
      tell();
      const note = page.getByRole("note").getByText("Test second has this card open");
      await expect(note).toBeInViewport({ ratio: 1 });
      expect(await places(page)).toEqual(before);
      await other.close();
      await expect(note).toBeHidden();
      expect(await places(page)).toEqual(before);
      await page.unroute("**/api/v1/people/lease");
      await agent.withdraw(id);
    }
  });
}

test("a card that stands on no loaded page of the list is free, too, when a colleague leaves it", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer", DESK);
  const other = await signedInAs("second");
  const ahead = await Promise.all(Array.from({ length: AHEAD }, (_, index) => agent.propose(aLimit(`Ahead ${String(index)}`))));
  const { id } = await agent.propose(aNote("Visited far down"));
  await openCard(other, id);
  await openCard(page, id);
  const note = page.getByRole("note").getByText("Test second has this card open");
  await expect(note).toBeInViewport({ ratio: 1 });
  await expect(rowOf(page, id)).toHaveCount(0);
  await other.close();
  await expect(note).toBeHidden();
  for (const { id: each } of [...ahead, { id }]) await agent.withdraw(each);
});

test("who opens a card while a colleague leaves it has it, though they were told that it is taken", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer", DESK);
  const other = await signedInAs("second");
  const { id } = await agent.propose(aLimit("Visited while opened"));
  await openCard(other, id);
  let tell: () => void = () => undefined;
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const asked = page.waitForRequest("**/api/v1/people/lease");
  let answered: () => void = () => undefined;
  const answer = new Promise<void>((resolve) => {
    answered = resolve;
  });
  await page.route("**/api/v1/people/lease", async (route) => {
    const response = await route.fetch();
    answered();
    await told;
    await route.fulfill({ response });
  });
  await page.goto(`/queue?open=${id}`);
  await asked;
  await answer;
  await expect(rowOf(page, id)).toContainText("Test second");
  await other.close();
  await expect(rowOf(page, id)).not.toContainText("Test second");
  tell();
  await expect(approveButton(page)).toHaveAttribute("aria-disabled", "false");
  await agent.withdraw(id);
});

import type { Page } from "@playwright/test";

import { PHONE, aLimit, aNote, approveButton, armed, headline, openCard, rejectButton } from "./desk";
import { expect, test } from "./fixtures";

const DESK = { viewport: { width: 1440, height: 900 } };

/** Where the open card, its words and its acts stand. */
async function places(page: Page): Promise<readonly unknown[]> {
  const parts = [page.getByRole("article"), headline(page), rejectButton(page), approveButton(page)];
  return Promise.all(parts.map((part) => part.boundingBox()));
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

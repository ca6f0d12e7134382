import type { Page } from "@playwright/test";

import { KINDS } from "../lib/domain/words";
import { proposedAs } from "../scripts/pictures/proposed-as";
import { PHONE } from "./desk";
import { expect, test } from "./fixtures";
import { firstOf } from "./fixture-cards";
import { cutWords } from "./shown-words";
import { sideways } from "./sideways";

/** What 1280 px are at 400 % (WCAG 1.4.10). In German, whose words are longer. */
const NARROW = { ...PHONE, viewport: { width: 320, height: 640 }, locale: "de" };

/** Buttons that are on, and smaller than a thumb. */
async function smallButtons(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("button:not([disabled], [aria-disabled='true'])")].flatMap((button) => {
      const { width, height } = button.getBoundingClientRect();
      // What only screen readers meet is one pixel wide.
      const isThere = width > 1 && height > 1 && button.checkVisibility({ visibilityProperty: true });
      return isThere && (width < 44 || height < 44) ? [`${button.textContent}: ${String(width)} × ${String(height)}`] : [];
    }),
  );
}

test("a card of every kind, plain or at its longest, fits 320 px, and everything on it that is pressed fits a thumb", async ({
  agent,
  signedInAs,
}) => {
  test.setTimeout(240_000);
  // Side by side: a card mostly waits until it can be decided.
  const shown = (["typical", "long"] as const).map(async (sort) => {
    const page = await signedInAs("reviewer", NARROW);
    for (const kind of KINDS) {
      const { id } = await agent.propose(proposedAs(firstOf(kind, sort)));
      await page.goto(`/focus?open=${id}`);
      await expect(page.locator("[data-action-bar] button[aria-disabled='false']").first(), `${sort} ${kind}`).toBeAttached();
      expect(await sideways(page), `${sort} ${kind}`).toEqual([]);
      expect(await cutWords(page), `${sort} ${kind}`).toEqual([]);
      expect(await smallButtons(page), `${sort} ${kind}`).toEqual([]);
      await agent.withdraw(id);
    }
  });
  await Promise.all(shown);
});

/** React has taken up every filter that the server drew: what was changed in one before that, it would take for an error. */
async function takenUp(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll("main select")].every((select) => Object.keys(select).some((key) => key.startsWith("__react"))),
  );
}

/** As long as a person or an agent may well be called, after the words of a filter. */
const LONG_CHOICE = "Decided by Wilhelmina Featherstonehaugh-Cholmondeley of the second line";

test("a filter can be read whole at 320 px, whatever it is set to, and fits a thumb", async ({ signedInAs }) => {
  const page = await signedInAs("admin", NARROW);
  for (const path of ["/queue", "/history", "/insights", "/ledger"]) {
    await page.goto(path);
    await expect(page.locator("main select").first()).toBeVisible();
    await takenUp(page);
    const unread = await page.evaluate((long) => {
      const selects = [...document.querySelectorAll<HTMLSelectElement>("main select")];
      return selects.flatMap((select) => {
        select.add(new Option(long, "long", false, true));
        const { clientWidth, scrollWidth, clientHeight, scrollHeight } = select;
        const small = Math.min(clientWidth, clientHeight) < 44;
        return scrollWidth > clientWidth || scrollHeight > clientHeight || small
          ? [`${select.name}: ${String(clientHeight)}`]
          : [];
      });
    }, LONG_CHOICE);
    expect(unread, path).toEqual([]);
    expect(await sideways(page), path).toEqual([]);
  }
});

import type { Page } from "@playwright/test";

import { ALL_FIXTURES } from "../lib/domain/card/fixtures/all-fixtures";
import type { CardFixture, FixtureSort } from "../lib/domain/card/fixtures/card-fixture";
import { KINDS } from "../lib/domain/words";
import { proposedAs } from "../scripts/pictures/proposed-as";
import { PHONE } from "./desk";
import { expect, test } from "./fixtures";
import { cutWords } from "./shown-words";

/** What 1280 px are at 400 % (WCAG 1.4.10). In German, whose words are longer. */
const NARROW = { ...PHONE, viewport: { width: 320, height: 640 }, locale: "de" };

/** What may scroll sideways by itself: the tabs above a list, and a table, whose columns say something by standing side by side. */
const MAY_SCROLL = "nav ul, :has(> table)";

/** What is wider than it may be, by its words: the page itself, and what scrolls sideways within it. */
async function sideways(page: Page): Promise<readonly string[]> {
  return page.evaluate((mayScroll) => {
    const { scrollingElement } = document;
    const across = (one: Element): boolean => ["auto", "scroll"].includes(getComputedStyle(one).overflowX);
    const wide = [...document.querySelectorAll("main, main *")].filter(
      (one) => across(one) && one.scrollWidth > one.clientWidth && !one.matches(mayScroll) && one.checkVisibility(),
    );
    const taken = scrollingElement?.scrollWidth ?? Infinity;
    return [
      ...(taken > 320 ? [`the page: ${String(taken)}`] : []),
      ...wide.map((one) => `${one.outerHTML.slice(0, 120)}: ${String(one.scrollWidth)}`),
    ];
  }, MAY_SCROLL);
}

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

function firstOf(kind: (typeof KINDS)[number], sort: FixtureSort): CardFixture {
  const found = ALL_FIXTURES[kind].find(({ of }) => of === sort);
  if (found === undefined) throw new Error(`no ${sort} ${kind}`);
  return found;
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

test("no screen scrolls both ways at 320 px", async ({ agent, signedInAs }) => {
  const page = await signedInAs("admin", NARROW);
  const { id } = await agent.propose(proposedAs(firstOf("record", "long")));
  const screens = ["/queue", `/proposals/${id}`, "/history", "/compose", "/agents", "/policy", "/people"];
  for (const path of [...screens, "/account", "/ledger", "/insights"]) {
    await page.goto(path);
    await expect(page.getByRole("heading").first()).toBeAttached();
    await expect(page.locator("[aria-busy='true']"), path).toHaveCount(0);
    expect(await sideways(page), path).toEqual([]);
  }
  await agent.withdraw(id);
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

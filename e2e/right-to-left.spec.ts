import type { Locator } from "@playwright/test";

import { ALL_FIXTURES } from "../lib/domain/card/fixtures/all-fixtures";
import { HIDDEN, RTL } from "../lib/domain/card/fixtures/hostile-texts";
import { proposedAs } from "../scripts/pictures/proposed-as";
import { findings } from "./axe";
import { aNote, headline, openCard } from "./desk";
import { expect, test } from "./fixtures";
import { boxOf } from "./targets";

/** Hebrew becomes Arabic, and the agent tells why in Arabic with a control that would turn what follows round. */
const TURNED = {
  before: { name: RTL.name, note: RTL.hebrew },
  after: { name: RTL.name, note: RTL.arabic },
  action: { name: "desk.note", arguments: { name: RTL.name, note: RTL.arabic } },
  rationale: `${RTL.arabic} ${HIDDEN.override}`,
};

/** From where to where something stands on the page. */
async function across(one: Locator): Promise<{ readonly from: number; readonly to: number }> {
  const { x, width } = await boxOf(one);
  return { from: x, to: x + width };
}

test("what is written from right to left turns round nothing but itself, and a control that would is a mark that one sees", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer");
  const { id } = await agent.propose({ ...aNote("Turned"), ...TURNED });
  await openCard(page, id);
  const card = page.getByRole("article");

  // Our words stand first and lead from left to right, whatever value they are followed by.
  await expect(headline(page)).toHaveCSS("direction", "ltr");
  const [ours, theirs] = [headline(page).locator("bdi").first(), headline(page).getByText(RTL.name)];
  expect((await across(ours)).to).toBeLessThanOrEqual((await across(theirs)).from);

  const row = card.getByRole("row").filter({ hasText: RTL.arabic });
  const [before, after] = [row.getByText(RTL.hebrew), row.getByText(RTL.arabic)];
  expect((await across(row.getByRole("rowheader"))).to).toBeLessThanOrEqual((await across(before)).from);
  expect((await across(before)).to).toBeLessThanOrEqual((await across(after)).from);
  for (const value of [theirs, before, after]) {
    await expect(value).toHaveCSS("direction", "rtl");
    await expect(value).toHaveCSS("unicode-bidi", "isolate");
  }

  const says = card.getByRole("group", { name: "Agent says" });
  const quote = says.locator("q");
  await expect(quote).toHaveCSS("unicode-bidi", "plaintext");
  await expect(says.locator("p").first()).toHaveCSS("direction", "ltr");
  await expect(quote.getByTitle("U+202E")).toBeVisible();
  await expect(quote.getByTitle("U+202E")).toContainText("⟨U+202E⟩");
  await expect(quote.getByTitle("right-to-left override U+202E")).toBeVisible();
  // Its pieces follow each other as they are read.
  const arabic = await quote.getByText(RTL.arabic).evaluate((run, length) => {
    const range = document.createRange();
    const [text] = run.childNodes;
    if (text === undefined) throw new Error("the quote is empty");
    range.setStart(text, 0);
    range.setEnd(text, length);
    return range.getBoundingClientRect().left;
  }, RTL.arabic.length);
  expect((await across(quote.getByTitle("U+202E"))).to).toBeLessThanOrEqual(arabic);
  expect(await card.textContent()).not.toContain("\u202E");
  expect(await findings(page, "article")).toEqual([]);
  await agent.withdraw(id);
});

test("mails and posts from right to left are isolated in the same way", async ({ agent, signedInAs }) => {
  const page = await signedInAs("reviewer");
  for (const fixture of [...ALL_FIXTURES.email, ...ALL_FIXTURES.post].filter(({ of }) => of === "rtl")) {
    const { id } = await agent.propose(proposedAs(fixture));
    await openCard(page, id);
    await expect(headline(page)).toHaveCSS("direction", "ltr");
    const runs = page
      .getByRole("article")
      .locator("bdi")
      .filter({ hasText: /^[\p{Script=Arabic}\p{Script=Hebrew}]/u });
    await expect(runs.first(), fixture.name).toBeVisible();
    for (const run of await runs.all()) {
      await expect(run, fixture.name).toHaveCSS("unicode-bidi", "isolate");
      await expect(run, fixture.name).toHaveCSS("direction", "rtl");
    }
    expect(await findings(page, "article"), fixture.name).toEqual([]);
    await agent.withdraw(id);
  }
});

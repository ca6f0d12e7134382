import { openCard } from "./desk";
import { expect, test } from "./fixtures";

test("what is added never covers what it takes the place of", async ({ signedInAs, agent }) => {
  const diff = [
    "diff --git a/docs/refunds.md b/docs/refunds.md",
    "--- a/docs/refunds.md",
    "+++ b/docs/refunds.md",
    "@@ -10 +10 @@",
    "-Refunds to Mia Lind take 10 days.",
    "+Refunds to Jonas Berg take 5 days.",
    "",
  ].join("\n");
  const { id } = await agent.propose({
    action: { name: "desk.merge", arguments: { repository: "docs", branch: "main", additions: 1, deletions: 1, diff } },
    kind: "code",
  });
  const page = await signedInAs("reviewer");
  await openCard(page, id);
  await expect(page.getByRole("article").locator("del", { hasText: "Mia" }).first()).toBeVisible();
  const overlaps = await page.getByRole("article").evaluate((article) => {
    const boxes = [...article.querySelectorAll("ins, del")].flatMap((mark) => [...mark.getClientRects()]);
    const covers = (one: DOMRect, other: DOMRect) =>
      one !== other &&
      one.left < other.right - 0.5 &&
      other.left < one.right - 0.5 &&
      one.top < other.bottom - 4 &&
      other.top < one.bottom - 4;
    return { marks: boxes.length, covered: boxes.filter((one) => boxes.some((other) => covers(one, other))).length };
  });
  expect(overlaps.marks).toBeGreaterThanOrEqual(4);
  expect(overlaps.covered).toBe(0);
});

test("a value that is set to what it was stays: nothing on the card leads from it to itself", async ({ signedInAs, agent }) => {
  const { id } = await agent.propose({
    action: { name: "desk.account.update", arguments: { id: "a_1", name: "Globex", plan: "pro", seats: 30 } },
    kind: "record",
    before: { id: "a_1", name: "Globex", plan: "pro", seats: 10, owner: "A. Silva" },
  });
  const page = await signedInAs("reviewer");
  await openCard(page, id);
  const card = page.getByRole("article");
  await expect(card.getByText("1 field changes: seats from 10 to 30; name · plan stay Globex · pro")).toBeAttached();
  const stays = card.getByRole("row", { name: "name · plan" });
  await expect(stays.getByRole("cell")).toHaveText(["Globex · pro", "stay"]);
  await expect(stays.locator("svg")).toHaveCount(0);
  await expect(card.getByRole("row", { name: "owner" }).getByRole("cell")).toHaveText(["A. Silva", "unchanged"]);
});

import type { Locator } from "@playwright/test";

import { approveButton, openCard } from "./desk";
import { expect, test } from "./fixtures";

const FOLDED_NAME = "Row 31 of a customer";
/** More of them are unlike the rest than a card lists, so that the one with the markup is folded away. */
const UNLIKE = [20, 21, 22, 31, 33];
const ROWS = Array.from({ length: 37 }, (_, at) => ({
  id: 1041 + at,
  status: UNLIKE.includes(at) ? `paid ${String(at)}` : "draft",
  customer: at === 31 ? `${FOLDED_NAME} <b>bold</b> a\u202Eb` : `Row ${String(at)} of a customer`,
}));
const DELETE = {
  kind: "sql" as const,
  action: { name: "sql.execute", arguments: { sql: "DELETE FROM orders WHERE status = 'draft' AND shop_id = 7", rows: 37 } },
  before: { table_rows: 41_220, rows: ROWS },
};

/** The record is there whole, as data: what would be markup is text, and what draws nothing has its mark. */
async function isWhole(record: Locator): Promise<void> {
  await expect(record).toContainText('"table_rows": 41220');
  const text = (await record.textContent()) ?? "";
  for (const { id } of ROWS) expect(text).toContain(`"id": ${String(id)}`);
  await expect(record).toContainText(`${FOLDED_NAME} <b>bold</b> a`);
  await expect(record).toContainText("U+202E");
  await expect(record.locator("b")).toHaveCount(0);
}

test("what a card folds of the records is read whole, in the drawer and on the proposal's page, and approved only after that", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer");
  const deleting = await agent.propose(DELETE);
  await openCard(page, deleting.id);
  await expect(page.getByRole("article")).toContainText("32 more changes, 2 unlike the rest");
  await expect(page.getByRole("article")).not.toContainText(FOLDED_NAME);
  // Short as the payload is: what is unlike the rest is not passed over.
  await expect(page.getByText("open the evidence before approving")).toBeVisible();
  await expect(approveButton(page)).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Enter");
  const sheet = page.getByRole("dialog", { name: "Evidence" });
  await isWhole(sheet.getByRole("region", { name: "Before, as sent" }));
  // Nothing was sent of it, and nothing is made up.
  await expect(sheet.getByRole("region", { name: "After, as sent" })).toHaveCount(0);
  await sheet.getByRole("button", { name: "Close" }).click();
  await expect(page.getByText("Nothing is left to be read before approving")).toBeVisible();
  await expect(approveButton(page)).toHaveAttribute("aria-disabled", "false");
  await page.goto(`/proposals/${deleting.id}`);
  await isWhole(page.getByRole("region", { name: "Before, as sent" }));
  await agent.withdraw(deleting.id);

  const record = { action: { name: "desk.note", arguments: { level: 30 } }, after: { level: 30, note: "only afterwards" } };
  const noted = await agent.propose(record);
  await page.goto(`/proposals/${noted.id}`);
  await expect(page.getByRole("region", { name: "After, as sent" })).toContainText("only afterwards");
  await agent.withdraw(noted.id);
});

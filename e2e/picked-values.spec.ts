import { CardDetail } from "../lib/contract/people";
import { aPayout, lastDecision, openCard } from "./desk";
import { expect, test } from "./fixtures";

test("values keep their places while the card is read again, and a wrong one that a key picked is not kept", async ({
  agent,
  justSignedInAs,
}) => {
  const proposed = await agent.propose(aPayout("Steady Ltd", "618.00"));
  const page = await justSignedInAs("reviewer");
  await openCard(page, proposed.id);
  await page.keyboard.press("a");
  const form = page.getByRole("form", { name: /^Sign: / });
  const places = (): Promise<readonly string[]> =>
    form.getByRole("radio").evaluateAll((all) => all.map((one) => one.getAttribute("value") ?? ""));
  await expect(form.getByRole("radio")).toHaveCount(4);
  const before = await places();
  const digitOf = (value: string): string => String(before.indexOf(value) + 1);
  const wrong = before.find((value) => value !== "618.00 EUR") ?? "";
  // As the server may well send them: in another order each time.
  await page.route(`**/api/v1/people/cards/${proposed.id}`, async (route) => {
    const answer = await route.fetch();
    const detail = CardDetail.parse(await answer.json());
    const { match } = detail.card;
    if (match !== null)
      await route.fulfill({ json: { ...detail, card: { ...detail.card, match: { ...match, options: before.toReversed() } } } });
  });
  await page.keyboard.press(digitOf(wrong));
  await expect(form.getByRole("radio", { name: wrong, exact: true })).toBeChecked();
  const sign = form.getByRole("button", { name: "Sign and approve" });
  const readAgain = page.waitForResponse(`**/api/v1/people/cards/${proposed.id}`);
  await sign.click();
  await readAgain;
  await expect(form.getByText("That is not the value on the card")).toBeVisible();
  await expect(form.getByRole("alert"), "the page's voice says it, once").toHaveCount(0);
  expect(await places()).toEqual(before);
  await expect(form.getByRole("radio", { checked: true })).toHaveCount(0);
  await page.keyboard.press(digitOf(wrong));
  await expect(form.getByRole("radio", { name: wrong, exact: true })).toBeChecked();
  await page.keyboard.press(digitOf("618.00 EUR"));
  await expect(form.getByRole("radio", { name: "618.00 EUR", exact: true })).toBeChecked();
  await sign.click();
  await expect(lastDecision(page)).toContainText("waits for a second signature");
  await agent.withdraw(proposed.id);
});

import { decideByApi } from "./decide-by-api";
import { PHONE, aLetter, aNote, approveButton } from "./desk";
import { expect, test } from "./fixtures";
import { lettersOf } from "./letters";
import { ANYBODYS, everyScreen } from "./screens";
import { cutWords, letterByLetter } from "./shown-words";

const DESK = { viewport: { width: 1440, height: 900 } };

for (const [name, device] of [
  ["phone", { ...PHONE, locale: "de" }],
  ["desk", { ...DESK, locale: "de" }],
] as const) {
  test(`with letters twice as large nothing is cut and no screen scrolls sideways on a ${name}`, async ({
    agent,
    signedInAs,
  }) => {
    const page = await signedInAs("admin", device);
    const proposed = await agent.propose(aNote("Large Letters"));
    const decided = await agent.propose(aNote("Large Print"));
    await page.goto("/queue");
    await decideByApi(page, decided.id, { type: "approve" });
    // How far an answer has travelled is said in the history as well.
    const { receipt } = await agent.wait(decided.id);
    await agent.report(decided.id, (await agent.redeem(decided.id, receipt ?? "")).redemption, "failed", "no paper");
    const screens = await everyScreen(page, proposed.id);
    await lettersOf(page, 32);
    for (const path of [...screens, ...ANYBODYS]) {
      await page.goto(path);
      await expect(page.getByRole("heading").first()).toBeAttached();
      // What is still being read is not there yet to be cut.
      await expect(page.locator("[aria-busy='true']"), path).toHaveCount(0);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), path).toBe("32px");
      expect(await page.evaluate(() => document.documentElement.scrollWidth - screen.width), path).toBeLessThanOrEqual(0);
      expect(await cutWords(page), path).toEqual([]);
      expect(await letterByLetter(page), path).toEqual([]);
    }
    await agent.withdraw(proposed.id);
  });
}

test("with letters twice as large a phone shows a long card to its end, and it can be decided", async ({ agent, signedInAs }) => {
  const page = await signedInAs("reviewer", PHONE);
  const { id } = await agent.propose(aLetter("Large Reader"));
  await lettersOf(page, 32);
  await page.goto(`/focus?open=${id}`);
  await expect(approveButton(page)).toHaveAttribute("aria-disabled", "true");
  // Below it may stand what was decided before: at the end of the page the card is past.
  await page.getByRole("article").evaluate((card) => card.scrollIntoView({ block: "end" }));
  await expect(approveButton(page)).toHaveAttribute("aria-disabled", "false");
  await approveButton(page).tap();
  expect((await agent.wait(id)).status).toBe("approved");
});

import { decideByApi } from "./decide-by-api";
import { PHONE, aNote } from "./desk";
import { expect, test } from "./fixtures";
import { cutWords } from "./shown-words";

const DESK = { viewport: { width: 1440, height: 900 } };

for (const [name, device] of [
  ["phone", { ...PHONE, locale: "de" }],
  ["desk", { ...DESK, locale: "de" }],
] as const) {
  test(`text twice as large is cut nowhere on a ${name}`, async ({ agent, signedInAs }) => {
    const page = await signedInAs("admin", device);
    const proposed = await agent.propose(aNote("Large Letters"));
    const decided = await agent.propose(aNote("Large Print"));
    await page.goto("/queue");
    await decideByApi(page, decided.id, { type: "approve" });
    // How far an answer has travelled is said in the history as well.
    const { receipt } = await agent.wait(decided.id);
    await agent.report(decided.id, (await agent.redeem(decided.id, receipt ?? "")).redemption, "failed", "no paper");
    const screens = ["/queue", `/focus?open=${proposed.id}`, `/proposals/${proposed.id}`, "/history", "/compose", "/agents"];
    const others = ["/policy", "/people", "/ledger", "/account", "/insights", "/docs/api", "/offline.html", "/nothing/here"];
    for (const path of [...screens, ...others]) {
      await page.goto(path);
      await expect(page.getByRole("heading").first()).toBeAttached();
      // What is still being read is not there yet to be cut.
      await expect(page.locator("[aria-busy='true']"), path).toHaveCount(0);
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(":root { font-size: 200% }");
        document.adoptedStyleSheets.push(sheet);
      });
      expect(await cutWords(page), path).toEqual([]);
    }
    await agent.withdraw(proposed.id);
  });
}

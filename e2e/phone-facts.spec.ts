import type { Page } from "@playwright/test";

import { PHONE, aFolded, aNote, armed } from "./desk";
import { expect, test } from "./fixtures";
import { boxOf } from "./targets";

/** A command whose flags come to the end of a line at one width or another. */
const COMMAND =
  "kubectl delete deployment checkout-worker --namespace=payments-production --dry-run=client --ignore-not-found --grace-period=30 --wait";
const WIDTHS = [320, 360, 390, 430];

/** What of the card's headline and facts stands on more than one line though it fits one: of a path each part is one. */
async function brokenNames(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("article h2 bdi, article dd bdi")].flatMap((value) => {
      const texts = document.createTreeWalker(value, NodeFilter.SHOW_TEXT);
      const broken: string[] = [];
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
        for (const { 0: name, index } of (text.textContent ?? "").matchAll(/[^\s/]+/gu)) {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + name.length);
          if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) broken.push(name);
        }
      }
      return broken;
    }),
  );
}

test("a flag of a command, a part of a path and the name of a resource go to the next line whole, at every width of a phone", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer", PHONE);
  const target = { system: "cluster", environment: "production", resource: "orders-service-worker" };
  for (const command of [COMMAND, "rm -rf /srv/checkout/releases/2026-11-12-hotfix/cache-warmup"]) {
    const { id } = await agent.propose({ kind: "command", action: { name: "shell.run", arguments: { command } }, target });
    await page.goto(`/focus?open=${id}`);
    await expect(page.getByRole("article").getByText("orders-service-worker").first()).toBeVisible();
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 740 });
      expect(await brokenNames(page), `${String(width)} px`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${String(width)} px`).toBe(width);
    }
    await agent.withdraw(id);
  }
});

test("on a phone what an agent handed over is opened with the thumb", async ({ agent, signedInAs }) => {
  const page = await signedInAs("reviewer", PHONE);
  const evidence = [{ label: "customer", text: "The lid was broken when it came." }];
  const { id } = await agent.propose({ ...aNote("Handed Ltd"), evidence });
  await page.goto(`/focus?open=${id}`);
  await armed(page);
  const opens = page.getByRole("group", { name: "Agent says" }).getByRole("button");
  const { width, height } = await boxOf(opens);
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  await opens.tap();
  await expect(page.getByRole("dialog")).toContainText("The lid was broken");
  await agent.withdraw(id);
});

test("on a phone the payload is opened with the thumb where an agent handed nothing over, and a long card is then free", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer", PHONE);
  const { id } = await agent.propose(aFolded("Nothing Handed Ltd"));
  await page.goto(`/focus?open=${id}`);
  await expect(page.getByText("open the evidence before approving")).toBeVisible();
  await page.getByRole("button", { name: "More about this card" }).tap();
  await expect(page.getByRole("menuitem", { name: "Focus" })).toHaveCount(0);
  await expect(page.getByRole("menuitem", { name: "Stop this agent" })).toBeVisible();
  const item = page.getByRole("menuitem", { name: "Evidence" });
  expect((await boxOf(item)).height).toBeGreaterThanOrEqual(44);
  await item.tap();
  const sheet = page.getByRole("dialog", { name: "Evidence" });
  await expect(sheet).toContainText("Exact arguments");
  await sheet.getByRole("button", { name: "Close" }).tap();
  await expect(page.getByText("open the evidence before approving")).toHaveCount(0);
  await agent.withdraw(id);
});

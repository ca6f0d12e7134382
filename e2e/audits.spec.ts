import { headline, lastDecision, readCard, rowOf } from "./desk";
import { expect, test } from "./fixtures";

test("what ran by itself is drawn, comes blind to a second look, and a verdict against it stands in the figures", async ({
  agent,
  signedInAs,
}) => {
  const ran = await agent.propose({
    action: { name: "desk.label", arguments: { name: "Audited Ltd", label: "key customer" } },
    before: { name: "Audited Ltd", label: "customer" },
    after: { name: "Audited Ltd", label: "key customer" },
  });
  expect([ran.status, ran.decision?.source]).toEqual(["approved", "policy"]);
  const { redemption } = await agent.redeem(ran.id, ran.receipt ?? "");
  await agent.report(ran.id, redemption, "failed", "the label printer was out of paper");

  const page = await signedInAs("reviewer");
  await page.goto("/queue?section=second_look");
  await expect(rowOf(page, ran.id)).toContainText("ran already");
  await page.goto(`/queue?section=second_look&open=${ran.id}`);
  await expect(headline(page)).toContainText("Audited Ltd");
  // How it went is shown to nobody before somebody has said.
  for (const address of [page.url(), `/proposals/${ran.id}`, "/history"]) {
    await page.goto(address);
    await expect(page.getByText("Audited Ltd").first()).toBeVisible();
    await expect(page.getByText(/out of paper|ran and failed/u)).toHaveCount(0);
  }

  await page.goto(`/queue?section=second_look&open=${ran.id}`);
  const notFine = page.getByRole("button", { name: /^Not fine/ });
  await expect(notFine).toHaveAttribute("aria-disabled", "false");
  await readCard();
  await notFine.click();
  await expect(page.getByRole("region", { name: "Why not?" })).toBeVisible();
  await page.keyboard.press("1");
  await expect(lastDecision(page)).toContainText("Looked again, not fine");

  await page.goto(`/proposals/${ran.id}`);
  await expect(page.getByText("out of paper").first()).toBeVisible();
  await expect(page.getByRole("region", { name: /Findings/ })).toContainText(/second.look/iu);
  expect((await agent.get(ran.id)).delivery).toBe("failed");

  await page.goto("/insights");
  const line = page.getByRole("listitem").filter({ hasText: "desk.label" });
  await expect(line).toContainText("1 of 1 bad");
});

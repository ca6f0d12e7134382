import type { Page } from "@playwright/test";

import { Countersign } from "../sdk/src/index";
import { GLANCE_MS, decideByApi } from "./decide-by-api";
import { approveByKey, lastDecision, openCard, readCard, releaseByKey } from "./desk";
import { expect, test } from "./fixtures";

const LOOKS = 50;
const IN_BROWSER = 2;

const aTag = (ticket: number, model = "large-1") => ({
  action: { name: "desk.tag", arguments: { ticket: String(20_000 + ticket), tag: "billing" } },
  run: { model },
});

test("a new agent’s harmless action is looked at fifty times, then runs by itself, until another model comes", async ({
  server,
  signedInAs,
}) => {
  test.setTimeout(120_000);
  const admin = await signedInAs("admin");
  const agent = new Countersign({ url: server.url, apiKey: await newAgent(admin, "newcomer") });
  const agentPage = admin.url();
  const observed = async (): Promise<string> => {
    await admin.goto(agentPage);
    return (await admin.getByRole("region", { name: "Observation" }).textContent()) ?? "";
  };

  // The grid lets it run; that it is new is why a person looks.
  const first = await agent.propose(aTag(0));
  expect([first.status, first.treatment]).toEqual(["pending", "review"]);
  const page = await signedInAs("reviewer");
  await page.goto(`/proposals/${first.id}`);
  await expect(page.getByRole("region", { name: "Why it was treated so" })).toContainText("look 1 of 50");

  // Faster than anybody reads: it is decided, and is no look.
  await decideByApi(page, first.id, { type: "approve" }, GLANCE_MS);
  expect(await observed()).toContain("0 of 50 · none wrong");

  const proposed = await Promise.all(Array.from({ length: LOOKS }, (_, ticket) => agent.propose(aTag(ticket + 1))));
  expect(new Set(proposed.map(({ status }) => status))).toEqual(new Set(["pending"]));
  const [wrong, ...rest] = proposed.map(({ id }) => id);
  await decideByApi(page, wrong ?? "", { type: "reject", reason: { code: "wrong_value", text: null } });
  for (const id of rest.slice(IN_BROWSER)) await decideByApi(page, id, { type: "approve" });
  expect(await observed()).toContain(`${String(LOOKS - IN_BROWSER)} of 50 · 1 wrong`);
  for (const id of rest.slice(0, IN_BROWSER)) {
    await openCard(page, id);
    await readCard();
    await approveByKey(page);
    await releaseByKey(page);
  }
  expect(await observed()).toContain("over after 50 looks · 1 wrong");

  await page.goto("/insights");
  const line = page.getByRole("listitem").filter({ hasText: "desk.tag" }).filter({ hasText: "newcomer" });
  await expect(line).toContainText("50 checked, 1 bad");

  const alone = await agent.propose(aTag(100));
  expect([alone.status, alone.decision?.source]).toEqual(["approved", "policy"]);
  const { redemption } = await agent.redeem(alone.id, alone.receipt ?? "");
  expect((await agent.report(alone.id, redemption, "succeeded")).delivery).toBe("succeeded");

  const anew = await agent.propose(aTag(101, "large-2"));
  expect([anew.status, anew.treatment]).toEqual(["pending", "review"]);
  await openCard(page, anew.id);
  await readCard();
  await approveByKey(page);
  await releaseByKey(page);
  await expect(lastDecision(page)).toContainText("agent has not fetched it yet");
  const both = await observed();
  expect(both).toContain("over after 50 looks · 1 wrong");
  expect(both).toContain("1 of 50 · none wrong");

  await admin.getByRole("button", { name: /^End…/u }).click();
  await admin.getByRole("dialog").getByLabel("Why").fill("the same weights under a new name");
  await admin.getByRole("button", { name: "End it" }).click();
  await expect(admin.getByRole("region", { name: "Observation" })).toContainText("an admin ended it");
  expect((await agent.propose(aTag(102, "large-2"))).status).toBe("approved");
});

/** Makes an agent and its key as an admin does; the page then shows the agent. Answers the key. */
async function newAgent(page: Page, name: string): Promise<string> {
  await page.goto("/agents");
  await page.getByRole("button", { name: "New agent" }).click();
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Create the agent" }).click();
  await page.waitForURL(/\/agents\/agt_/u);
  await page.getByRole("button", { name: "New key" }).click();
  await page.getByLabel("Label").fill("tests");
  await page.getByRole("button", { name: "Create the key" }).click();
  const secret = await page.getByRole("dialog").locator("code", { hasText: /^cs_/u }).textContent();
  await page.getByRole("button", { name: "I have kept it" }).click();
  return secret ?? "";
}

import { Rejected, actionDigest } from "../sdk/src/index";
import { aLimit, aNote, approveByKey, armed, headline, heldForUndo, lastDecision, openCard, releaseByKey } from "./desk";
import { expect, test } from "./fixtures";

test("an agent proposes, a reviewer presses one key, and the agent receives, redeems and reports", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer");
  const target = { system: "Ledger", resource: "account 7731" };
  const note = aNote("Acme One", { target });
  const proposed = await agent.propose(note);
  expect(proposed).toMatchObject({ status: "pending", treatment: "review" });
  const answer = agent.wait(proposed.id);

  await openCard(page, proposed.id);
  await expect(headline(page)).toContainText("Acme One");
  // Signed with the rest: where it is done stands on the card, and whole behind it.
  await expect(page.getByRole("article").getByText("account 7731")).toBeVisible();
  await page.keyboard.press("Enter");
  const evidence = page.getByRole("dialog", { name: "Evidence" });
  await expect(evidence.getByRole("region", { name: "Exact target" })).toContainText('"system": "Ledger"');
  await evidence.getByRole("button", { name: "Close" }).click();
  await armed(page);
  await page.keyboard.press("a");
  await releaseByKey(page);

  const decided = await answer;
  expect(decided.status).toBe("approved");
  expect(decided.decision?.source).toBe("person");
  const args = await agent.approvedArguments(decided, target);
  expect(args).toEqual(note.action.arguments);
  const claims = await agent.verifyReceipt(decided.receipt ?? "");
  expect(claims.digest).toBe(await actionDigest(claims.aud, "desk.note", args, target));

  const { redemption } = await agent.redeem(decided.id, decided.receipt ?? "");
  await expect(agent.redeem(decided.id, decided.receipt ?? "")).rejects.toMatchObject({ code: "already_redeemed" });
  expect((await agent.report(decided.id, redemption, "succeeded")).delivery).toBe("succeeded");

  await page.goto(`/proposals/${decided.id}`);
  await expect(page.getByText("Approved by Test reviewer")).toBeVisible();
  await expect(page.getByText("ran and succeeded")).toBeVisible();
});

test("a decision taken back in its window never reaches the agent, and a rejection reaches it with its reason", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer");
  const note = aNote("Acme Two");
  const guarded = agent.guard("desk.note", () => "ran", { before: () => note.before, after: () => note.after });
  const outcome = guarded(note.action.arguments).catch((error: unknown) => error);
  const pending = async () =>
    (await agent.list({ status: "pending" })).items.find((item) => item.action.arguments["name"] === "Acme Two")?.id ?? "";
  await expect.poll(pending).not.toBe("");
  const id = await pending();

  await openCard(page, id);
  await approveByKey(page);
  await heldForUndo(page, "Acme Two");
  // Heard, too: what was done, the way back, and what comes next.
  const next = /^Approved\. Undo with U\. (Next: (Low|Medium|High|Critical), .+|Nothing else waits here\.)$/;
  await expect(page.getByRole("status").filter({ hasText: next })).toBeAttached();
  expect((await agent.get(id)).status).toBe("pending");
  await page.keyboard.press("u");
  await expect(headline(page)).toContainText("Acme Two");
  await armed(page);
  await page.keyboard.press("r");
  // At once, and faster than the server answers: the reason waits for the rejection it belongs to.
  await expect(page.getByText("Rejected. Why?")).toBeVisible();
  await page.keyboard.press("1");
  await releaseByKey(page);
  const error = await outcome;
  expect(error).toBeInstanceOf(Rejected);
  expect(error).toMatchObject({ code: "decided_by_human", reason: { code: "wrong_record" } });
});

test("a deliberate item is held to approve, is never refused as too soon, and is rejected only with a reason", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer");
  const early: string[] = [];
  page.on("response", (response) => {
    if (response.status() === 428) early.push(response.url());
  });
  const held = await agent.propose(aLimit("Held Ltd"));
  expect(held.treatment).toBe("confirm");
  await openCard(page, held.id);
  await page.keyboard.down("a");
  await expect(lastDecision(page)).toContainText("Held Ltd");
  await page.keyboard.up("a");
  await releaseByKey(page);
  expect((await agent.wait(held.id)).status).toBe("approved");

  const refused = await agent.propose(aLimit("Refused Ltd"));
  await openCard(page, refused.id);
  await page.keyboard.press("r");
  await expect(page.getByRole("heading", { name: "Why not?" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "Why not?" })).toBeHidden();
  expect((await agent.get(refused.id)).status).toBe("pending");
  await page.keyboard.press("r");
  const words = page.getByLabel("Another reason, in your words");
  await words.fill("see ticket ");
  await words.press("1");
  await expect(words).toHaveValue("see ticket 1");
  await words.press("Enter");
  await releaseByKey(page);
  expect((await agent.wait(refused.id)).decision).toMatchObject({
    type: "reject",
    reason: { code: "other", text: "see ticket 1" },
  });
  expect(early).toEqual([]);
});

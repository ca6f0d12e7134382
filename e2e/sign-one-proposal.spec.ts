import { Rejected, actionDigest } from "../sdk/src/index";
import { expect, test } from "./fixtures";

const REFUND = {
  action: { name: "crm.update", arguments: { name: "Acme Ltd", phone: "+49 30 2222" } },
  before: { name: "Acme Ltd", phone: "+49 30 1111", city: "Berlin" },
  after: { name: "Acme Ltd", phone: "+49 30 2222", city: "Berlin" },
  title: "Update Acme Ltd",
};

test("an agent proposes, a reviewer presses one key, and the agent receives, redeems and reports", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer");
  const proposed = await agent.propose(REFUND);
  expect(proposed.status).toBe("pending");
  const answer = agent.wait(proposed.id);

  await page.goto(`/queue?open=${proposed.id}`);
  await expect(page.getByRole("article").getByRole("heading", { name: /Acme Ltd/ })).toBeVisible();
  const approve = page.getByRole("button", { name: /^A? ?(Hold to approve|Approve)/ });
  await expect(approve).toHaveAttribute("aria-disabled", "false");
  if (proposed.treatment === "confirm") await page.keyboard.press("Shift+A");
  else await page.keyboard.press("a");
  await expect(page.getByText("held for undo")).toBeVisible();

  const decided = await answer;
  expect(decided.status).toBe("approved");
  expect(decided.decision?.source).toBe("person");
  const args = await agent.approvedArguments(decided);
  expect(args).toEqual(REFUND.action.arguments);
  const claims = await agent.verifyReceipt(decided.receipt ?? "");
  expect(claims.digest).toBe(await actionDigest(claims.aud, "crm.update", args, null));

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
  const guarded = agent.guard("crm.update", () => "ran", { before: () => REFUND.before, after: () => REFUND.after });
  const outcome = guarded(REFUND.action.arguments).catch((error: unknown) => error);

  const pending = async () => (await agent.list({ status: "pending" })).items.find((item) => item.action.name === "crm.update");
  await expect.poll(async () => (await pending())?.status).toBe("pending");
  await page.goto(`/queue?open=${(await pending())?.id ?? ""}`);
  const approve = page.getByRole("button", { name: /^A? ?(Hold to approve|Approve)/ });
  await expect(approve).toHaveAttribute("aria-disabled", "false");
  await page.keyboard.press("Shift+A");
  await expect(page.getByText("held for undo")).toBeVisible();
  await page.keyboard.press("u");
  await expect(approve).toHaveAttribute("aria-disabled", "false");

  await page.keyboard.press("r");
  await expect(page.getByText("Rejected. Why?")).toBeVisible();
  await page.keyboard.press("1");
  const error = await outcome;
  expect(error).toBeInstanceOf(Rejected);
  expect(error).toMatchObject({ code: "decided_by_human", reason: { code: "wrong_record" } });
});

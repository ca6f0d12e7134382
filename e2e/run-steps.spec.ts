import { decideByApi } from "./decide-by-api";
import { aNote, openCard } from "./desk";
import { expect, test } from "./fixtures";

test("a card says how many steps its run took before it, and the evidence what became of them", async ({ agent, signedInAs }) => {
  const page = await signedInAs("reviewer");
  const step = (name: string) => agent.propose({ ...aNote(name), run: { id: "steps-of-a-run" } });
  const [rejected, waiting, last] = [await step("Step One"), await step("Step Two"), await step("Step Three")];
  await openCard(page, last.id);
  const card = page.getByRole("article");
  await expect(card).toContainText("run steps-of-a-run, 2 steps before it");
  // After the card was read: what became of a step is asked for as the evidence opens.
  await decideByApi(page, rejected.id, { type: "reject", reason: { code: "wrong_value", text: null } });
  await page.keyboard.press("Enter");
  const steps = page.getByRole("region", { name: "Before this in the same run" });
  await expect(steps.getByRole("listitem").first()).toContainText(/Step One.*rejected/);
  await expect(steps.getByRole("listitem").last()).toContainText(/Step Two.*waits/);
  await steps.getByRole("link", { name: /Step Two/ }).click();
  await expect(page).toHaveURL(new RegExp(`/proposals/${waiting.id}$`));
  await expect(page.getByRole("region", { name: "Before this in the same run" })).toContainText(/Step One.*rejected/);
});

test("where what became of the steps before cannot be read, the evidence says so and shows the rest", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer");
  const step = (name: string) => agent.propose({ ...aNote(name), run: { id: "steps-unread" } });
  await step("Unread One");
  const last = await step("Unread Two");
  await page.route(`**/api/v1/people/cards/${last.id}/run`, (route) => route.abort());
  await openCard(page, last.id);
  await page.keyboard.press("Enter");
  const evidence = page.getByRole("dialog");
  await expect(evidence.getByRole("alert")).toContainText("They could not be read");
  await expect(evidence).toContainText("Unread Two");
});

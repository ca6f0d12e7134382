import { Rejected } from "../sdk/src/index";
import { aNote, heldForUndo, openCard, rejectButton } from "./desk";
import { expect, test } from "./fixtures";

test("whoever cannot decide asks the agent by key, and the agent’s call ends with the question", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer");
  const note = aNote("Asked Ltd");
  const guarded = agent.guard("desk.note", () => "ran", { before: () => note.before, after: () => note.after });
  const call = guarded(note.action.arguments).catch((error: unknown) => error);
  const waiting = async () =>
    (await agent.list({ status: "pending" })).items.find((item) => item.action.arguments["name"] === "Asked Ltd")?.id ?? "";
  await expect.poll(waiting).not.toBe("");
  await openCard(page, await waiting());
  await page.keyboard.press("q");
  const form = page.getByRole("form", { name: /^Ask the agent/ });
  await form.getByLabel("What do you need to know?").fill("Which of the two customers?");
  await form.getByRole("button", { name: "Send question" }).click();
  await heldForUndo(page, "Asked Ltd");
  await page.keyboard.press("g");
  const ended = await call;
  expect(ended).toBeInstanceOf(Rejected);
  expect(ended).toMatchObject({ question: "Which of the two customers?", reason: { code: "ask_agent" } });
});

test("a rejection becomes a question by pointer while it can be undone", async ({ agent, signedInAs }) => {
  const page = await signedInAs("reviewer");
  const proposed = await agent.propose(aNote("Asked After Ltd"));
  await openCard(page, proposed.id);
  await rejectButton(page).click();
  await page.getByRole("button", { name: "Ask the agent…" }).click();
  await page.getByRole("textbox", { name: "What do you need to know?" }).fill("For which year?");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await heldForUndo(page, "Asked After Ltd");
  await page.keyboard.press("g");
  const { status, decision } = await agent.wait(proposed.id);
  expect([status, decision?.reason]).toEqual(["rejected", { code: "ask_agent", text: "For which year?" }]);
});

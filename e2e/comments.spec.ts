import { PHONE, aNote, armed, openAmongOwn, openCard, rowOf } from "./desk";
import { expect, test } from "./fixtures";
import { boxOf } from "./targets";

test("a card is commented on and given away by pointer, and another desk sees that something was said", async ({
  agent,
  signedInAs,
}) => {
  const [one, two] = [await signedInAs("reviewer"), await signedInAs("second")];
  const proposed = await agent.propose(aNote("Pointed Ltd", { target: { system: "pointed" } }));
  await two.goto(await openAmongOwn(one, proposed.id));
  await expect(rowOf(two, proposed.id)).not.toContainText("comment");
  await one.getByRole("button", { name: "More about this card" }).click();
  await expect(one.getByRole("menuitem", { name: "Ask the agent" })).toHaveAttribute("aria-keyshortcuts", "Q");
  await one.getByRole("menuitem", { name: /^Comment/ }).click();
  const sheet = one.getByRole("dialog", { name: "Comments" });
  await sheet.getByLabel("Say something").fill("The invoice is attached");
  await sheet.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(rowOf(two, proposed.id)).toContainText("1 comment");
  await sheet.getByLabel("Whose it is").selectOption({ index: 2 });
  await sheet.getByRole("button", { name: "Close" }).click();
  await expect(rowOf(one, proposed.id)).toContainText(/yours|for /);
  await openCard(two, proposed.id);
  await two.getByRole("button", { name: "1 comment" }).click();
  await expect(two.getByRole("dialog", { name: "Comments" })).toContainText("The invoice is attached");
  await two.goto(`/proposals/${proposed.id}`);
  const said = two.getByRole("region", { name: "Comments" });
  await expect(said).toContainText("The invoice is attached");
  await said.getByLabel("Say something").fill("Then it is fine");
  await said.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(said.getByRole("listitem").filter({ hasText: "Then it is fine" })).toBeVisible();
  await expect(one.getByRole("button", { name: "2 comments" })).toBeVisible();
  await agent.withdraw(proposed.id);
});

test("on a phone a comment is made with the thumb, from a menu that it can hit", async ({ agent, signedInAs }) => {
  const page = await signedInAs("reviewer", PHONE);
  const proposed = await agent.propose(aNote("Tapped Ltd"));
  await page.goto(`/focus?open=${proposed.id}`);
  await armed(page);
  const more = page.getByRole("button", { name: "More about this card" });
  const { width, height } = await boxOf(more);
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  await more.tap();
  const item = page.getByRole("menuitem", { name: /^Comment/ });
  expect((await boxOf(item)).height).toBeGreaterThanOrEqual(44);
  await item.tap();
  const sheet = page.getByRole("dialog", { name: "Comments" });
  const send = sheet.getByRole("button", { name: "Comment", exact: true });
  await sheet.getByLabel("Say something").fill("A long story.\n".repeat(60));
  await expect(send).toBeInViewport({ ratio: 1 });
  await page.route("**/api/v1/people/comments", (route) => route.abort());
  await send.tap();
  await expect(sheet.getByRole("alert")).toHaveText("Not sent: the server cannot be reached");
  await page.unroute("**/api/v1/people/comments");
  await sheet.getByLabel("Say something").fill("From the train");
  await send.tap();
  await sheet.getByRole("button", { name: "Close" }).tap();
  await expect(page.getByRole("button", { name: "1 comment" })).toBeVisible();
  await agent.withdraw(proposed.id);
});

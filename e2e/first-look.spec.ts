import {
  PHONE,
  aNote,
  aPayout,
  approveButton,
  armed,
  headline,
  hearsKeys,
  openAmongOwn,
  openCard,
  rejectButton,
  rowOf,
} from "./desk";
import { expect, test } from "./fixtures";
import { boxOf } from "./targets";

test("on a phone what a signature asks for comes into sight above the bar", async ({ agent, signedInAs }) => {
  const page = await signedInAs("reviewer", PHONE);
  const proposed = await agent.propose(aPayout("In sight", "412.00"));
  await page.goto(`/focus?open=${proposed.id}`);
  await armed(page);
  await approveButton(page).tap();
  const send = page.getByRole("form", { name: /^Sign: / }).getByRole("button", { name: "Sign and approve" });
  const top = async (): Promise<number> => (await boxOf(rejectButton(page))).y;
  await expect.poll(async () => (await boxOf(send)).y + (await boxOf(send)).height - (await top())).toBeLessThanOrEqual(0);
  await agent.withdraw(proposed.id);
});

test("on a phone the section that is open is among the tabs in sight", async ({ signedInAs }) => {
  const page = await signedInAs("reviewer", PHONE);
  await page.goto("/queue?section=done");
  await hearsKeys(page);
  await expect(page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Done" })).toBeInViewport({
    ratio: 1,
  });
});

test("a card that could not be read is read again when it is asked for", async ({ agent, signedInAs }) => {
  const page = await signedInAs("reviewer");
  const [first, second] = [await agent.propose(aNote("Read at once")), await agent.propose(aNote("Read late"))];
  await page.route(`**/people/cards/${second.id}`, (route) => route.abort());
  await openAmongOwn(page, first.id);
  await page.goto(`${page.url()}&fold=no`);
  await armed(page);
  await rowOf(page, second.id).click();
  await expect(page.getByText("This card could not be read")).toBeVisible();
  await page.unroute(`**/people/cards/${second.id}`);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(headline(page)).toContainText("Read late");
  for (const { id } of [first, second]) await agent.withdraw(id);
});

test("the key that stops an agent leads to the question why", async ({ agent, signedInAs }) => {
  const page = await signedInAs("reviewer");
  const proposed = await agent.propose(aNote("Stop it here"));
  await openCard(page, proposed.id);
  await page.keyboard.press(".");
  await expect(page.getByLabel("Why", { exact: true })).toBeFocused();
  await agent.withdraw(proposed.id);
});

import type { Locator } from "@playwright/test";

import { REJECTED_AT_ONCE } from "../lib/client/reject-whole";
import { ARMED_AFTER_PAINT_MS } from "../lib/domain/input/input-state";
import { aNote, armed, lastDecision, openAmongOwn, openCard, rowOf } from "./desk";
import { expect, test } from "./fixtures";

test("look-alikes are one line, and are approved together once the two that were drawn have been opened", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer");
  const names = ["Alike One", "Alike Two", "Alike Three", "Alike Four"];
  const proposed = await Promise.all(
    names.map((name) => agent.propose({ action: { name: "desk.alike", arguments: { name, level: 7 } } })),
  );
  await openAmongOwn(page, proposed[0]?.id ?? "");
  await expect(rowOf(page, proposed[0]?.id ?? "")).toContainText("×4");
  await expect(rowOf(page, proposed[1]?.id ?? "")).toHaveCount(0);
  await page.keyboard.press("b");
  const pane = page.getByRole("article");
  await expect(pane.getByRole("heading", { name: "4 alike" })).toBeVisible();
  await expect(pane.getByRole("columnheader", { name: "name" })).toBeVisible();
  const approve = pane.getByRole("button", { name: "Approve 4 together" });
  await expect(pane.getByText("open first")).toHaveCount(2);
  await page.keyboard.press("a");
  await expect(approve).toHaveAttribute("aria-disabled", "true");
  for (let left = 2; left > 0; left -= 1) {
    await pane.getByRole("row").filter({ hasText: "open first" }).first().getByRole("button").click();
    await pane.getByRole("button", { name: "Back to all of them" }).click();
    await expect(pane.getByText("open first")).toHaveCount(left - 1);
  }
  await expect(approve).toHaveAttribute("aria-disabled", "false");
  await page.keyboard.press("a");
  await expect(lastDecision(page)).toContainText("held for undo");
  const decided = await Promise.all(proposed.map(({ id }) => agent.wait(id)));
  expect(decided.map(({ status }) => status)).toEqual(names.map(() => "approved"));
});

test("all that is alike is rejected with one reason, and where it stops it says how far it came and goes on", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer");
  // More than one call takes.
  const proposed = await Promise.all(
    Array.from({ length: REJECTED_AT_ONCE + 3 }, (_, level) =>
      agent.propose({ action: { name: "desk.flood", arguments: { name: "Flood", level } } }),
    ),
  );
  await openAmongOwn(page, proposed[0]?.id ?? "");
  await page.keyboard.press("b");
  const pane = page.getByRole("article");
  await expect(pane.getByRole("heading", { name: `${String(proposed.length)} alike` })).toBeVisible();
  let calls = 0;
  await page.route("**/people/batch/reject", (route) => ((calls += 1) === 2 ? route.abort() : route.continue()));

  await test.step("a call that fails ends it, and what was done is said and stays done", async () => {
    await pane.getByRole("button", { name: "Reject all…" }).click();
    await pane.getByRole("button", { name: "Not needed" }).click();
    await expect(pane.getByRole("alert")).toContainText(`${String(REJECTED_AT_ONCE)} were rejected, then it stopped`);
  });

  await test.step("the others are rejected with the next try", async () => {
    await pane.getByRole("button", { name: "Not needed" }).click();
    await expect(lastDecision(page)).toContainText("held for undo");
    await expect(pane.getByRole("alert")).toHaveCount(0);
    const decided = await Promise.all(proposed.map(({ id }) => agent.wait(id)));
    expect(new Set(decided.map(({ status }) => status))).toEqual(new Set(["rejected"]));
  });
});

test("people comment on a card, give it to each other and see who has it open", async ({ agent, signedInAs }) => {
  const [one, two] = [await signedInAs("reviewer"), await signedInAs("second")];
  // In a system of its own: like no other that a test left, it has a line to itself.
  const proposed = await agent.propose(aNote("Discussed Ltd", { target: { system: "discussed" } }));
  await two.goto(await openAmongOwn(one, proposed.id));
  await expect(rowOf(two, proposed.id)).toContainText("is looking");
  await one.keyboard.press("c");
  const sheet = one.getByRole("dialog", { name: "Comments" });
  await sheet.getByLabel("Say something").fill("Is this the right level?");
  await sheet.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(sheet.getByText("Is this the right level?").first()).toBeVisible();
  await sheet.getByLabel("Whose it is").selectOption({ index: 2 });
  await one.keyboard.press("Escape");
  await expect(rowOf(one, proposed.id)).toContainText(/yours|for /);
  await openCard(two, proposed.id);
  await two.keyboard.press("c");
  await expect(two.getByRole("dialog", { name: "Comments" })).toContainText("Is this the right level?");
  await agent.withdraw(proposed.id);
});

test("every command is found by its name, and a key that was changed works where the old one did", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("typist");
  await page.goto("/account");
  const field = page.getByLabel("Approve", { exact: true });
  await field.fill("r");
  await expect(page.getByText("is the key of “Reject” already")).toBeVisible();
  await field.fill("y");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("It holds wherever you sign in.")).toBeVisible();
  const [first, second] = [await agent.propose(aNote("Remapped Ltd")), await agent.propose(aNote("By Name Ltd"))];
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/people/decide")) sent.push(request.postData() ?? "");
  });
  await openCard(page, first.id);
  await page.keyboard.press("a");
  await page.keyboard.press("y");
  await expect.poll(() => sent.length).toBe(1);
  expect(sent[0]).toContain(first.id);

  await openCard(page, second.id);
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Commands" });
  await palette.getByRole("combobox").fill("save this view");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill("My view");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.keyboard.press("Control+k");
  await palette.getByRole("combobox").fill("my view");
  await expect(palette.getByRole("option", { name: /My view/ })).toBeVisible();
  // A decision is offered by its name, never by a stray letter, and is made under the rules of the keys.
  await palette.getByRole("combobox").fill("re");
  await expect(palette.getByRole("option", { name: /Reject/ })).toHaveCount(0);
  await palette.getByRole("combobox").fill("rej");
  const rejection = palette.getByRole("option", { name: /Reject: .*By Name Ltd/ });
  await expect(rejection).toHaveAttribute("aria-keyshortcuts", "R");
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await page.keyboard.press("Enter");
  await expect(palette).toBeHidden();
  await armed(page);
  expect(sent).toHaveLength(1);
  await page.keyboard.press("Control+k");
  const openedAt = Date.now();
  await palette.getByRole("combobox").fill("reject");
  await expect.poll(() => Date.now() - openedAt).toBeGreaterThan(ARMED_AFTER_PAINT_MS * 2);
  await page.keyboard.press("Enter");
  await expect.poll(() => sent.length).toBe(2);
  expect(sent[1]).toContain(second.id);
  await expect(lastDecision(page)).toContainText("By Name Ltd");
});

test("without single keys a reason is picked by its button, and no digit is promised", async ({ agent, signedInAs }) => {
  const page = await signedInAs("typist");
  const singleKeys = async (on: boolean): Promise<void> => {
    await page.goto("/account");
    await page.getByRole("switch", { name: "Single keys" }).setChecked(on);
    await page.getByRole("button", { name: "Save", exact: true }).first().click();
    await expect(page.getByText("It holds wherever you sign in.")).toBeVisible();
  };
  const reasonOf = async (name: string): Promise<Locator> => {
    const { id } = await agent.propose(aNote(name));
    await openCard(page, id);
    await page.getByRole("button", { name: /^Reject ?:/ }).click();
    await expect(lastDecision(page)).toContainText(name);
    return page.locator("[aria-label='Reasons'] button").first();
  };
  await singleKeys(true);
  await expect(await reasonOf("Digits Ltd")).toHaveAttribute("aria-keyshortcuts", "1");
  await singleKeys(false);
  await expect(await reasonOf("No Digits Ltd")).not.toHaveAttribute("aria-keyshortcuts");
  await singleKeys(true);
});

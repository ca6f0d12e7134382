import type { Page } from "@playwright/test";

import { Countersign } from "../sdk/src/index";
import { aDose, aPayout, approveButton, armed, heldForUndo, lastDecision, openCard, rejectButton } from "./desk";
import { expect, keptFrom, test } from "./fixtures";
import { listenTo } from "./listen";
import { PASSWORD } from "./test-server";

/** Opens what the treatment asks for, picks a value, and signs. */
async function signWith(page: Page, value: string): Promise<void> {
  await page.keyboard.press("a");
  const form = page.getByRole("form", { name: /^Sign: / });
  await form.getByRole("radio", { name: value, exact: true }).check();
  await form.getByRole("button", { name: "Sign and approve" }).click();
}

async function decide(page: Page, proposal: string, more: object): Promise<string> {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the contract's CardDetail
  const card = (await (await page.request.get(`/api/v1/people/cards/${proposal}`)).json()) as {
    readonly digest: string;
    readonly row: { readonly version: number };
  };
  const answer = await page.request.post("/api/v1/people/decide", {
    headers: { origin: new URL(page.url()).origin },
    data: { proposal, version: card.row.version, digest: card.digest, ...more },
  });
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- a problem or a decision
  const body = (await answer.json()) as { readonly code?: string };
  return body.code ?? "decided";
}

/** The id of the first signer as this person is told it. */
async function firstSignerOf(page: Page, proposal: string): Promise<string | undefined> {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the contract's CardDetail
  const card = (await (await page.request.get(`/api/v1/people/cards/${proposal}`)).json()) as {
    readonly signatures: readonly { readonly by: { readonly id: string } }[];
  };
  return card.signatures[0]?.by.id;
}

test("two people sign by the decisive value, the second blind to the first, and a wrong pick reopens the card", async ({
  agent,
  justSignedInAs,
}) => {
  const proposed = await agent.propose(aPayout("Blind Ltd", "412.00"));
  expect(proposed.treatment).toBe("two_person");
  const [one, two] = [await justSignedInAs("reviewer"), await justSignedInAs("second")];
  await openCard(one, proposed.id);
  await one.keyboard.press("a");
  const form = one.getByRole("form", { name: /^Sign: / });
  await expect(form.getByRole("radio")).toHaveCount(4);
  const wrong = form.getByRole("radio").and(one.locator('input:not([value="412.00 EUR"])')).first();
  await wrong.check();
  await form.getByRole("button", { name: "Sign and approve" }).click();
  await expect(form.getByText("That is not the value on the card")).toBeVisible();
  expect((await agent.get(proposed.id)).status).toBe("pending");
  await form.getByRole("radio", { name: "412.00 EUR", exact: true }).check();
  await form.getByRole("button", { name: "Sign and approve" }).click();
  await expect(lastDecision(one)).toContainText("waits for a second signature");
  expect((await agent.get(proposed.id)).status).toBe("pending");

  const first = await firstSignerOf(one, proposed.id);
  expect(first).toMatch(/^per_/);
  await openCard(one, proposed.id);
  await expect(approveButton(one)).toHaveAttribute("aria-disabled", "true");
  expect(await decide(one, proposed.id, { decision: { type: "approve" }, act: { type: "match", value: "412.00 EUR" } })).toBe(
    "already_signed",
  );
  await one.keyboard.press("s");

  await two.goto(`/proposals/${proposed.id}`);
  await expect(two.getByText("the first signer").first()).toBeVisible();
  await expect(two.getByText("Test reviewer")).toHaveCount(0);
  expect(await firstSignerOf(two, proposed.id)).toBe("");
  await two.goto("/ledger");
  await expect(two.getByText("Withheld until you have decided").first()).toBeVisible();
  await expect(two.getByRole("listitem").filter({ hasText: "Test reviewer" }).filter({ hasText: "412.00 EUR" })).toHaveCount(0);
  await one.goto("/ledger");
  await expect(
    one.getByRole("listitem").filter({ hasText: "412.00 EUR" }).filter({ hasText: "Test reviewer" }).first(),
  ).toBeVisible();
  await openCard(two, proposed.id);
  await expect(two.getByRole("note")).toContainText("One person has signed");
  await expect(two.getByRole("region", { name: "Card" }).getByText("Test reviewer")).toHaveCount(0);
  const heard = await listenTo(two);
  await signWith(two, "412.00 EUR");
  await heldForUndo(two, "Blind Ltd");
  expect((await heard())[0]).toMatch(
    /^One person has signed\. Yours would be the second signature\. Which amount is this payment\? 1 /,
  );
  await two.keyboard.press("g");
  const decided = await agent.wait(proposed.id);
  expect([decided.status, decided.decision?.by.length]).toEqual(["approved", 2]);
});

test("a card without a value of its own is signed by what it shows, and no hold passes for it", async ({
  agent,
  justSignedInAs,
}) => {
  const proposed = await agent.propose({ action: { name: "desk.closing", arguments: { account: "ACC-2291", now: true } } });
  const page = await justSignedInAs("reviewer");
  await openCard(page, proposed.id);
  await page.keyboard.press("a");
  const form = page.getByRole("form", { name: /^Sign: / });
  await expect(form.getByRole("radio")).toHaveCount(4);
  for (const act of ["key", "hold", "alternative"]) {
    expect(await decide(page, proposed.id, { decision: { type: "approve" }, act: { type: act } })).toBe("act_required");
  }
  await form.getByRole("radio", { name: "ACC-2291", exact: true }).check();
  await form.getByRole("button", { name: "Sign and approve" }).click();
  await expect(lastDecision(page)).toContainText("waits for a second signature");
});

test("whoever owns the agent's key cannot sign what takes two people, on the card and at the server", async ({
  server,
  signedInAs,
}) => {
  const own = new Countersign({ url: server.url, apiKey: server.ownApiKey });
  const proposed = await own.propose(aPayout("Owned Ltd"));
  const page = await signedInAs("admin");
  await openCard(page, proposed.id);
  await expect(page.getByText("you own this agent’s key: another person must sign it")).toBeVisible();
  await expect(approveButton(page)).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("a");
  await expect(page.getByRole("form", { name: /^Sign: / })).toBeHidden();
  expect(await decide(page, proposed.id, { decision: { type: "approve" }, act: { type: "match", value: "412.00 EUR" } })).toBe(
    "separation_of_duties",
  );
  // Rejecting stays possible, and a dead approve key has not used it up.
  await armed(page);
  await rejectButton(page).click();
  await page.getByRole("button", { name: "Duplicate" }).waitFor();
});

test("a regulated action is signed with its meaning and a fresh password, and nothing less is taken by the server", async ({
  agent,
  signedInAs,
}) => {
  const proposed = await agent.propose(aDose("Regulated Ltd"));
  const page = await signedInAs("reviewer");
  await openCard(page, proposed.id);
  const reason = { code: "verified", text: null };
  const approve = { decision: { type: "approve", reason }, act: { type: "alternative" } };
  expect(await decide(page, proposed.id, { ...approve, decision: { type: "approve" }, meaningConfirmed: true })).toBe(
    "reason_required",
  );
  expect(await decide(page, proposed.id, approve)).toBe("act_required");
  expect(await decide(page, proposed.id, { decision: { type: "reject" }, act: { type: "key" } })).toBe("reason_required");

  const heard = await listenTo(page);
  await page.keyboard.press("a");
  const form = page.getByRole("form", { name: /^Sign: / });
  await expect
    .poll(heard)
    .toContainEqual(
      expect.stringMatching(/^Sign: .*Regulated Ltd.*\. Dosing rule: signed in words, with a reason and your password\.$/),
    );
  const sign = form.getByRole("button", { name: "Sign and approve" });
  // It can be come to before it signs, and says what is missing.
  await expect(sign).toHaveText("Sign and approve");
  await sign.focus();
  await page.keyboard.press("Enter");
  await expect(form.getByRole("checkbox", { name: /I approve/ })).toBeFocused();
  await form.getByRole("checkbox", { name: /I approve/ }).check();
  await form.getByLabel("Reason").selectOption("verified");
  await expect(sign).toBeDisabled();
  await form.getByLabel("Your password").fill("not my password at all");
  await sign.click();
  await expect(form.getByText("the password is not right")).toBeVisible();
  await expect(sign).toBeFocused();
  expect((await agent.get(proposed.id)).status).toBe("pending");
  await form.getByLabel("Your password").fill(PASSWORD);
  await sign.click();
  await heldForUndo(page, "Regulated Ltd");
  await page.keyboard.press("g");
  expect((await agent.wait(proposed.id)).decision?.reason).toEqual(reason);
});

test("two people sign with a sign-in of the last five minutes: whoever has been here for longer gives the password again, once", async ({
  agent,
  server,
  signedInAs,
}) => {
  const page = await signedInAs("early", { storageState: keptFrom(server.earlyCookies[0]) });
  const [first, next] = [
    await agent.propose(aPayout("Unlocked Ltd", "512.00")),
    await agent.propose(aPayout("Locked Ltd", "513.00")),
  ];
  await openCard(page, first.id);
  const dose = await agent.propose(aDose("Regulated Early"));
  const complete = { decision: { type: "approve", reason: { code: "verified", text: null } }, act: { type: "alternative" } };
  expect(await decide(page, dose.id, { ...complete, meaningConfirmed: true })).toBe("stale_sign_in");
  await agent.withdraw(dose.id);
  // The refusal says nothing of the value that was picked.
  for (const value of ["512.00 EUR", "999.00 EUR"]) {
    const act = { type: "match", value };
    expect(await decide(page, first.id, { decision: { type: "approve" }, act })).toBe("stale_sign_in");
  }
  await signWith(page, "512.00 EUR");
  const form = page.getByRole("form", { name: /^Sign: / });
  const password = form.getByLabel("Your password");
  await expect(password).toBeFocused();
  await expect(form).toContainText("a sign-in of the last five minutes");
  await expect(form.getByRole("radio", { name: "512.00 EUR", exact: true })).toBeChecked();
  const sign = form.getByRole("button", { name: "Sign and approve" });
  await expect(sign).toBeDisabled();
  await page.keyboard.type("not my password at all");
  await page.keyboard.press("Enter");
  await expect(password).toHaveAccessibleDescription(/the password is not right/);
  expect((await agent.get(first.id)).status).toBe("pending");
  await password.fill(PASSWORD);
  await expect(sign).toBeEnabled();
  await page.keyboard.press("Enter");
  await expect(lastDecision(page)).toContainText("waits for a second signature");

  await openCard(page, next.id);
  await signWith(page, "513.00 EUR");
  await expect(lastDecision(page)).toContainText("Locked Ltd");
  await expect(lastDecision(page)).toContainText("waits for a second signature");
  for (const { id } of [first, next]) await agent.withdraw(id);
});

test("an edit that two people sign asks for the password as well, and nothing is approved without it", async ({
  agent,
  server,
  signedInAs,
}) => {
  const page = await signedInAs("early", { storageState: keptFrom(server.earlyCookies[1]) });
  const { id } = await agent.propose(aPayout("Edited Early Ltd", "730.00"));
  await openCard(page, id);
  await page.keyboard.press("e");
  const sheet = page.getByRole("dialog", { name: "Edit, then approve" });
  await sheet.getByRole("textbox", { name: "amount", exact: true }).fill("700.00");
  await sheet.getByLabel("Why").selectOption("wrong_value");
  const approve = sheet.getByRole("button", { name: "Approve as edited" });
  const password = sheet.getByLabel("Your password");
  // The card has to be open for three seconds first.
  await expect(async () => {
    await approve.click();
    await expect(password).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await expect(sheet).toContainText("Give your password above.");
  await expect(approve).toBeDisabled();
  expect((await agent.get(id)).version).toBe(1);
  await page.keyboard.type(PASSWORD);
  await approve.click();
  await expect(sheet).toBeHidden();
  await expect(lastDecision(page)).toContainText("waits for a second signature");
  await agent.withdraw(id);
});

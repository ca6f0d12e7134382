import { actionDigest } from "../sdk/src/index";
import { aNote, aPayout, armed, heldForUndo, lastDecision, openCard, releaseByKey, rowOf } from "./desk";
import { expect, test } from "./fixtures";

const SCHEMA = {
  type: "object",
  properties: { name: { type: "string" }, level: { type: "integer", maximum: 100 } },
  required: ["name", "level"],
};

test("a reviewer edits, sees original and own, and the agent gets the edited arguments under a receipt for their digest", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer");
  const proposed = await agent.propose(aNote("Edited Ltd", { argumentsSchema: SCHEMA }));
  const answer = agent.wait(proposed.id);
  await openCard(page, proposed.id);
  await page.keyboard.press("e");
  const sheet = page.getByRole("dialog", { name: "Edit, then approve" });
  await sheet.getByRole("textbox", { name: "level", exact: true }).fill("25");
  const changes = sheet.getByRole("table", { name: /Changes to/ });
  await expect(changes.getByRole("row").last()).toContainText(/30.*25/s);
  await expect(sheet.getByText("The same risk with your values")).toBeVisible();
  await sheet.getByLabel("Why").selectOption("wrong_value");
  await sheet.getByRole("button", { name: "Approve as edited" }).click();
  await expect(sheet).toBeHidden();
  await releaseByKey(page);

  const decided = await answer;
  expect(decided).toMatchObject({ status: "approved", version: 2, decision: { type: "edit", reason: { code: "wrong_value" } } });
  const args = await agent.approvedArguments(decided);
  expect(args).toEqual({ name: "Edited Ltd", level: 25 });
  const claims = await agent.verifyReceipt(decided.receipt ?? "");
  expect(claims.digest).toBe(await actionDigest(claims.aud, "desk.note", args, null));
  expect(claims.digest).not.toBe(proposed.digest);

  // Its page keeps both: newest first, who changed what, and from the record what happened in its order.
  await page.goto(`/proposals/${proposed.id}`);
  const versions = page.getByRole("region", { name: "Versions" }).getByRole("listitem");
  const [edited, first] = [versions.nth(0), versions.nth(1)];
  await expect(edited).toContainText(/^Version 2, in force.*edited by Test reviewer/);
  const changed = edited.getByRole("table", { name: /version 2/ });
  await expect(changed.getByRole("row").last()).toContainText(/level.*30.*25/s);
  await expect(edited).toContainText(claims.digest);
  await expect(first).toContainText(/^Version 1.*as proposed/);
  await expect(first).toContainText(proposed.digest);
  const happened = page.getByRole("region", { name: "Timeline" }).getByRole("listitem");
  await expect(happened).toContainText([
    "proposed",
    "edited the arguments",
    "approved with changes",
    "released to the agent",
    "fetched by the agent",
  ]);
  await expect(happened.filter({ hasText: "Test reviewer" })).toHaveCount(3);
});

test("an edit that does not fit the agent's schema is refused by the server with its field named, and nothing typed is lost", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer");
  const proposed = await agent.propose(aNote("Too High Ltd", { argumentsSchema: SCHEMA }));
  await openCard(page, proposed.id);
  await page.keyboard.press("e");
  const sheet = page.getByRole("dialog", { name: "Edit, then approve" });
  const level = sheet.getByRole("textbox", { name: "level", exact: true });
  await level.fill("101");
  await sheet.getByLabel("Why").selectOption("wrong_value");
  await sheet.getByRole("button", { name: "Approve as edited" }).click();
  await expect(sheet.getByText(/Not approved: the arguments do not fit/)).toBeVisible();
  await expect(level).toHaveAttribute("aria-invalid", "true");
  await expect(level).toHaveValue("101");
  expect((await agent.get(proposed.id)).status).toBe("pending");
  await level.fill("99");
  await sheet.getByRole("button", { name: "Approve as edited" }).click();
  await releaseByKey(page);
  expect(await agent.approvedArguments(await agent.wait(proposed.id))).toEqual({ name: "Too High Ltd", level: 99 });
});

test("what an agent only asks is answered in words, nothing else is offered for it, and the agent gets the words and no receipt", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer");
  const proposed = await agent.propose(aNote("Asked Ltd", { decisions: ["answer"] }));
  await openCard(page, proposed.id);
  await expect(page.getByRole("button", { name: /(Approve|Edit)/ })).toHaveCount(0);
  await page.keyboard.press("a");
  await page.keyboard.press("e");
  await page.keyboard.press("t");
  const form = page.getByRole("form", { name: /^Answer: / });
  await form.getByLabel("Your answer to the agent").fill("Ask them for the invoice first.");
  expect((await agent.get(proposed.id)).status).toBe("pending");
  await form.getByRole("button", { name: "Send answer" }).click();
  await releaseByKey(page);
  expect(await agent.wait(proposed.id)).toMatchObject({
    status: "answered",
    decision: { type: "answer", answer: "Ask them for the invoice first." },
    receipt: null,
  });
});

test("a decision on what someone else has meanwhile edited is refused, and the card comes back and says what changed", async ({
  agent,
  justSignedInAs,
}) => {
  const proposed = await agent.propose(aPayout("Moved Ltd", "630.00"));
  expect(proposed.treatment).toBe("two_person");
  const [one, two] = [await justSignedInAs("reviewer"), await justSignedInAs("second")];
  // Whoever edits has the card first: signing counts how long they had it, rejecting does not.
  await openCard(two, proposed.id);
  await two.keyboard.press("e");
  const sheet = two.getByRole("dialog", { name: "Edit, then approve" });
  await sheet.getByRole("textbox", { name: "amount", exact: true }).fill("600.00");
  await sheet.getByLabel("Why").selectOption("wrong_value");
  await openCard(one, proposed.id);
  await one.keyboard.press("r");
  await expect(one.getByRole("group", { name: "Reasons" })).toBeVisible();

  // The rejection of what was shown is on its way while the other edits it.
  await one.route("**/api/v1/people/decide", async (route) => {
    const approve = sheet.getByRole("button", { name: "Approve as edited" });
    await expect(async () => {
      await approve.click();
      await expect(sheet).toBeHidden({ timeout: 1_000 });
    }).toPass();
    await route.continue();
  });
  const answer = one.waitForResponse("**/api/v1/people/decide");
  await one.keyboard.press("1");
  expect(await (await answer).json()).toMatchObject({ status: 409, code: "stale" });
  await expect(lastDecision(one)).toContainText("came back: the proposal changed since it was shown");
  expect((await agent.get(proposed.id)).status).toBe("pending");

  await rowOf(one, proposed.id).click();
  const news = one.getByRole("region", { name: "Changed since you looked" });
  await expect(news.getByRole("row").last()).toContainText(/630.*600/s);
  await armed(one);
  await expect(one.getByRole("note").filter({ hasText: "Edited: this is version 2" })).toBeVisible();
  await expect(one.getByRole("region", { name: "Card" }).getByText("Test second")).toHaveCount(0);
});

test("of two who decide at once the loser sees who was first", async ({ agent, signedInAs }) => {
  const proposed = await agent.propose(aNote("Raced Ltd"));
  const [one, two] = [await signedInAs("reviewer"), await signedInAs("second")];
  await openCard(one, proposed.id);
  await openCard(two, proposed.id);
  // The loser's stream is cut, so that they decide on what they still see.
  await one.route("**/api/v1/people/decide", async (route) => {
    await two.keyboard.press("r");
    await heldForUndo(two, "Raced Ltd");
    await route.continue();
  });
  await one.keyboard.press("a");
  await expect(lastDecision(one)).toContainText("Test second rejected first");
  await expect(rowOf(one, proposed.id)).toContainText("Test second rejected");
  await releaseByKey(two);
  expect((await agent.wait(proposed.id)).status).toBe("rejected");
});

test("an edit whose values take a hold where one look was asked for is approved by sending its form", async ({
  agent,
  signedInAs,
}) => {
  const flights = [{ flight_number: "HAT110", date: "2024-05-24" }];
  const paidBy = (payment_id: string) => ({ reservation_id: "EHGLP3", cabin: "economy", flights, payment_id });
  const action = { name: "airline.update_reservation_flights", arguments: paidBy("credit_card_5051208") };
  const proposed = await agent.propose({ action });
  expect(proposed.treatment).toBe("review");
  const page = await signedInAs("reviewer");
  await openCard(page, proposed.id);
  await page.keyboard.press("e");
  const sheet = page.getByRole("dialog", { name: "Edit, then approve" });
  await sheet.getByRole("textbox", { name: "payment id", exact: true }).fill("certificate_7504069");
  await sheet.getByLabel("Why").selectOption("wrong_value");
  await expect(sheet).toContainText("one person approves, by holding");
  const approve = sheet.getByRole("button", { name: "Approve as edited" });
  // What is held has to be open for a second.
  await expect(async () => {
    await approve.click();
    await expect(sheet).toBeHidden({ timeout: 1_000 });
  }).toPass();
  await releaseByKey(page);
  const decided = await agent.wait(proposed.id);
  expect(decided).toMatchObject({ status: "approved", decision: { type: "edit" } });
  expect(await agent.approvedArguments(decided)).toEqual(paidBy("certificate_7504069"));
});

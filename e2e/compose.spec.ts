import type { Page, Request, Route } from "@playwright/test";
import { request } from "@playwright/test";

import { aNote, approveButton, headline, heldForUndo, lastDecision, openCard, rowOf } from "./desk";
import { expect, test } from "./fixtures";

const line = (proposal: object): string => JSON.stringify(proposal);

async function composePayout(page: Page, payee: string): Promise<Request> {
  await page.goto("/compose");
  await page.getByLabel("Action").fill("desk.payout");
  await page.getByRole("textbox", { name: "Amount", exact: true }).fill("75.00");
  await page.getByLabel("Currency", { exact: true }).selectOption("EUR");
  await page.getByRole("textbox", { name: "To", exact: true }).fill(payee);
  const sent = page.waitForRequest((one) => one.method() === "POST" && one.headers()["next-action"] !== undefined);
  await page.getByRole("button", { name: "Propose" }).click();
  return sent;
}

test("a person composes from the catalogue's schema, it appears in the live queue, and its composer cannot sign it", async ({
  signedInAs,
}) => {
  const [composer, other] = [await signedInAs("reviewer"), await signedInAs("second")];
  await other.goto("/queue");
  await expect(other.getByText("live", { exact: true })).toBeVisible();
  await composePayout(composer, "Composed Ltd");
  await expect(composer.getByText(/^Proposed: Pay 75.00 EUR to Composed Ltd/)).toBeVisible();
  const href = (await composer.getByRole("link", { name: "It waits in the queue" }).getAttribute("href")) ?? "";
  const id = href.replace("/proposals/", "");

  await expect(async () => {
    await other.keyboard.press("n");
    await expect(rowOf(other, id)).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(rowOf(other, id)).toContainText("manual");

  await openCard(composer, id);
  await expect(headline(composer)).toContainText("Composed Ltd");
  await expect(composer.getByText("you composed this: another person must sign it")).toBeVisible();
  await expect(approveButton(composer)).toHaveAttribute("aria-disabled", "true");
});

test("a file is imported line by line: each gets its own answer, known ones are not made twice, and one approved has a receipt", async ({
  signedInAs,
}) => {
  const page = await signedInAs("reviewer");
  await page.goto("/compose");
  const text = [line(aNote("Imported One")), "{ not json", line({ action: { name: "" } }), line(aNote("Imported Two"))].join(
    "\n",
  );
  const file = { name: "some.jsonl", mimeType: "application/x-ndjson", buffer: Buffer.from(text) };
  await page.getByLabel("File", { exact: true }).setInputFiles(file);
  await page.getByRole("button", { name: "Import" }).click();
  const results = page.getByRole("region", { name: "What became of each line" });
  await expect(results).toContainText("2 proposed, 0 known already, 2 refused");
  await expect(results.getByRole("listitem").nth(2)).toContainText("action.name");
  await page.getByRole("button", { name: "Import" }).click();
  await expect(results).toContainText("0 proposed, 2 known already, 2 refused");

  const href = (await results.getByRole("link", { name: /Imported One/ }).getAttribute("href")) ?? "";
  await openCard(page, href.replace("/proposals/", ""));
  await page.keyboard.press("a");
  await heldForUndo(page, "Imported One");
  await page.keyboard.press("g");
  await expect(lastDecision(page)).not.toContainText("held for undo");
  await page.goto(href);
  await expect(page.getByText("Approved by Test reviewer")).toBeVisible();
  await expect(page.getByText("released to the agent").first()).toBeVisible();
  await carryOutByHand(page);
});

/** Takes the receipt, starts once and reports. Before, the same call without a session takes nothing. */
async function carryOutByHand(page: Page): Promise<void> {
  const take = page.getByRole("button", { name: "Take the receipt" });
  const held = (route: Route) => (route.request().method() === "POST" ? route.abort() : route.fallback());
  await page.route("**/proposals/*", held);
  const [sent] = await Promise.all([page.waitForRequest((one) => one.method() === "POST"), take.click()]);
  const { cookie: _cookie, ...headers } = await sent.allHeaders();
  const plain = Object.fromEntries(
    Object.entries(headers).filter(([name]) => !name.startsWith(":") && name !== "content-length"),
  );
  const stranger = await request.newContext();
  await stranger.post(sent.url(), { headers: plain, data: sent.postData() ?? "", maxRedirects: 0 });
  await stranger.dispose();
  await page.unroute("**/proposals/*", held);
  await page.reload();
  await expect(take).toBeVisible();
  // The very same request with a session takes it: it was refused for who sent it.
  await page.request.post(sent.url(), { headers: plain, data: sent.postData() ?? "", maxRedirects: 0 });
  await page.reload();
  await expect(page.getByRole("region", { name: "Receipt" })).toContainText(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  await page.getByRole("button", { name: "I start now" }).click();
  await page.getByText("Done", { exact: true }).click();
  await page.getByRole("textbox", { name: "Note" }).fill("changed in the console");
  await page.getByRole("button", { name: "Report", exact: true }).click();
  await expect(page.getByText("ran and succeeded")).toBeVisible();
  await expect(page.getByText("changed in the console")).toBeVisible();
}

test("the server action is refused without a session, from an auditor's and from another site", async ({
  server,
  signedInAs,
  sessionOf,
}) => {
  const page = await signedInAs("reviewer");
  const sent = await composePayout(page, "Captured Ltd");
  await expect(page.getByText(/^Proposed: /)).toBeVisible();
  const { cookie: _cookie, ...headers } = await sent.allHeaders();
  const plain = Object.fromEntries(
    Object.entries(headers).filter(([name]) => !name.startsWith(":") && name !== "content-length"),
  );
  const body = (sent.postData() ?? "")
    .replaceAll("Captured Ltd", "Forged Ltd")
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, crypto.randomUUID());
  expect(body).toContain("Forged Ltd");
  const send = async (who: "auditor" | "reviewer" | null, more: Readonly<Record<string, string>> = {}): Promise<string> => {
    const client = await request.newContext(who === null ? {} : { storageState: await sessionOf(who) });
    const answer = await client.post(`${server.url}/compose`, { headers: { ...plain, ...more }, data: body, maxRedirects: 0 });
    const text = await answer.text();
    await client.dispose();
    return text;
  };
  expect(await send(null)).not.toContain("Pay 75.00 EUR to Forged Ltd");
  expect(await send("auditor")).not.toContain("Pay 75.00 EUR to Forged Ltd");
  expect(await send("reviewer", { origin: "https://evil.example" })).not.toContain("Pay 75.00 EUR to Forged Ltd");
  const history = await page.request.get("/api/v1/people/history?text=Forged");
  expect(await history.json()).toMatchObject({ items: [] });
  // The very same request with a reviewer's session works: it was refused for who sent it.
  expect(await send("reviewer")).toContain("Forged Ltd");
});

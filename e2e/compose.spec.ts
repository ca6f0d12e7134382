import type { Page, Request, Route } from "@playwright/test";
import { request } from "@playwright/test";

import { HistoryPage } from "../lib/contract/listing";
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

async function importLines(page: Page, text: string): Promise<Request> {
  const file = { name: "some.jsonl", mimeType: "application/x-ndjson", buffer: Buffer.from(text) };
  await page.getByLabel("File", { exact: true }).setInputFiles(file);
  const sent = page.waitForRequest((one) => one.method() === "POST" && one.headers()["next-action"] !== undefined);
  await page.getByRole("button", { name: "Import" }).click();
  return sent;
}

/** The headers of a request as anyone could send them again. */
async function withoutSession(sent: Request): Promise<Readonly<Record<string, string>>> {
  const { cookie: _cookie, ...headers } = await sent.allHeaders();
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(":") && name !== "content-length"));
}

/** How many proposals the history finds by the text. */
async function recorded(page: Page, text: string): Promise<number> {
  const answer = await page.request.get(`/api/v1/people/history?text=${encodeURIComponent(text)}`);
  return HistoryPage.parse(await answer.json()).items.length;
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
  await importLines(page, text);
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
  const plain = await withoutSession(sent);
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

test("composing and importing are refused without a session, from an auditor's and from another site", async ({
  server,
  signedInAs,
  sessionOf,
}) => {
  const page = await signedInAs("reviewer");
  const composed = await composePayout(page, "Captured Ltd");
  await expect(page.getByText(/^Proposed: /)).toBeVisible();
  const imported = await importLines(page, line(aNote("Captured Note")));
  await expect(page.getByRole("region", { name: "What became of each line" })).toContainText("1 proposed");
  for (const [sent, headlineOf] of [
    [composed, "Pay 75.00 EUR to Forged Ltd"],
    [imported, "Forged Note"],
  ] as const) {
    const body = (sent.postData() ?? "")
      .replaceAll("Captured", "Forged")
      .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, crypto.randomUUID());
    expect(body).toContain("Forged");
    const plain = await withoutSession(sent);
    const send = async (who: "auditor" | "reviewer" | null, more: Readonly<Record<string, string>> = {}): Promise<string> => {
      const client = await request.newContext(who === null ? {} : { storageState: await sessionOf(who) });
      const answer = await client.post(`${server.url}/compose`, { headers: { ...plain, ...more }, data: body, maxRedirects: 0 });
      const text = await answer.text();
      await client.dispose();
      return text;
    };
    expect(await send(null)).not.toContain(headlineOf);
    expect(await send("auditor")).not.toContain(headlineOf);
    expect(await send("reviewer", { origin: "https://evil.example" })).not.toContain(headlineOf);
    expect(await recorded(page, headlineOf)).toBe(0);
    // The very same request with a reviewer's session works: it was refused for who sent it.
    expect(await send("reviewer")).toContain(headlineOf);
    expect(await recorded(page, headlineOf)).toBe(1);
  }
});

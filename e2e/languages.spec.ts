import type { Page } from "@playwright/test";

import { aPayout, hearsKeys } from "./desk";
import { expect, test } from "./fixtures";
import { textsOfNoCatalogue } from "./no-catalogue";

const HEADLINE = "Pay 412.00 EUR to Accented Ltd";

test("every text of the screens that are translated comes from the catalogue", async ({ agent, signedInAs, browser, server }) => {
  const stranger = await (await browser.newContext({ baseURL: server.url, locale: "en-XA" })).newPage();
  for (const path of ["/sign-in", "/nothing/here"]) {
    await stranger.goto(path);
    await expect(stranger.getByText(/^\[.+~\]$/).first()).toBeVisible();
    expect(await textsOfNoCatalogue(stranger), path).toEqual([]);
  }
  await stranger.context().close();

  const page = await signedInAs("admin", { locale: "en-XA" });
  await page.goto("/agents");
  const agentPage = await page.getByRole("main").locator('a[href^="/agents/"]').first().getAttribute("href");
  const { id } = await agent.propose(aPayout("Accented Ltd"));
  for (const path of [
    "/agents",
    agentPage ?? "",
    "/history",
    "/history?text=nothing-has-this",
    "/people",
    "/ledger",
    "/compose",
    "/account",
    "/insights",
    "/insights/disagreements",
    "/policy",
    "/queue?section=deep&text=nothing-has-this",
    `/queue?open=${id}`,
    `/focus?open=${id}`,
    `/proposals/${id}`,
  ]) {
    await page.goto(path);
    await expect(
      page
        .getByRole("main")
        .getByText(/^\[.+~\]$/)
        .first(),
    ).toBeVisible();
    if (path.includes(id)) await expect(page.getByRole("main")).toContainText(HEADLINE);
    // Beside the words of a button stands, for ears alone, what it decides on: data, as in the heading.
    expect(
      (await textsOfNoCatalogue(page)).filter((text) => text !== HEADLINE),
      path,
    ).toEqual([]);
  }
  await agent.withdraw(id);
});

/** Opens the queue, until it hears keys: in a language whose words the story need not know. */
async function openQueue(page: Page): Promise<void> {
  await page.goto("/queue");
  await hearsKeys(page);
}

test("the palette chooses the language, wherever one signs in and for this browser’s sign-in page too", async ({
  signedInAs,
}) => {
  const page = await signedInAs("typist", { locale: "en-XA" });
  const choose = async (words: string) => {
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").getByRole("combobox").fill(words);
    await page.keyboard.press("Enter");
  };
  await openQueue(page);
  await expect(page.locator("html")).toHaveAttribute("lang", "en-XA");
  await choose("deutsch");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByRole("navigation", { name: "Hauptmenü" })).toBeVisible();

  const elsewhere = await signedInAs("typist");
  await elsewhere.goto("/history");
  await expect(elsewhere.getByRole("heading", { name: "Verlauf", level: 1 })).toBeVisible();
  const cookies = (await page.context().cookies()).filter(({ name }) => name === "language");
  await page.context().clearCookies();
  await page.context().addCookies(cookies);
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: "Anmelden" })).toBeVisible();

  await openQueue(elsewhere);
  await elsewhere.keyboard.press("Control+k");
  await elsewhere.getByRole("combobox", { name: "Befehl, Ansicht, Bildschirm oder Vorschlag" }).fill("wie der Browser");
  await elsewhere.keyboard.press("Enter");
  await expect(elsewhere.locator("html")).toHaveAttribute("lang", "en");
});

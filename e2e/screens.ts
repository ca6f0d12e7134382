import type { Page } from "@playwright/test";

/** Every screen of an admin, each once: with the proposal `id` where one is shown by itself, and the first of the agents. */
export async function everyScreen(page: Page, id: string): Promise<readonly string[]> {
  await page.goto("/agents");
  const agent = await page.getByRole("main").locator('a[href^="/agents/"]').first().getAttribute("href");
  if (agent === null) throw new Error("there is no agent to look at");
  const ofOne = [`/focus?open=${id}`, "/focus/warm-up", `/proposals/${id}`, agent];
  const lists = ["/queue", "/history", "/compose", "/agents", "/policy", "/people", "/ledger", "/account"];
  return [...ofOne, ...lists, "/insights", "/insights/disagreements", "/docs/api"];
}

/** What anybody may come to, signed in or not. */
export const ANYBODYS = ["/offline.html", "/nothing/here"] as const;

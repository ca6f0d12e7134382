import type { Locator, Page } from "@playwright/test";

import { Countersign } from "../sdk/src/index";
import { aLimit, aNote, armed, headline, heldForUndo, openAmongOwn, releaseByKey, rowOf, rows } from "./desk";
import type { TestServer } from "./fixtures";
import { expect, test } from "./fixtures";

/** An agent of which other tests leave little: its section is one page. */
function quietAgent(server: TestServer): Countersign {
  return new Countersign({ url: server.url, apiKey: server.ownApiKey });
}

function searchField(page: Page): Locator {
  return page.getByRole("search").getByRole("textbox", { name: "Search this section" });
}

/** What the address says, but for the agent and the open card. */
function address(page: Page): object {
  const { agent: _agent, open: _open, ...view } = Object.fromEntries(new URL(page.url()).searchParams);
  return view;
}

test("a search by key narrows the section to what holds every word, says when nothing does, and Escape leads back", async ({
  server,
  signedInAs,
}) => {
  const agent = quietAgent(server);
  const page = await signedInAs("reviewer");
  const both = await agent.propose(aNote("Quillback Harbour"));
  const one = await agent.propose(aNote("Quillback Meadow"));
  const other = await agent.propose(aLimit("Heron Harbour"));
  await openAmongOwn(page, one.id);
  await page.keyboard.press("/");
  await expect(searchField(page)).toBeFocused();
  await page.keyboard.type("harbour quillBACK");
  // Letters are text in the field: among them are the keys of most commands.
  await expect(searchField(page)).toHaveValue("harbour quillBACK");
  await page.keyboard.press("Enter");
  await expect(rows(page)).toHaveCount(1);
  await expect(rowOf(page, both.id)).toBeVisible();
  expect(address(page)).toEqual({ text: "harbour quillBACK" });

  for (const [text, found] of [
    ["desk.limit", other.id],
    ["admins-own meadow", one.id],
    [both.id, both.id],
  ] as const) {
    await page.keyboard.press("/");
    await expect(searchField(page)).toBeFocused();
    await searchField(page).fill(text);
    await page.keyboard.press("Enter");
    await expect(rows(page)).toHaveCount(1);
    await expect(rowOf(page, found)).toBeVisible();
  }

  await page.keyboard.press("/");
  await searchField(page).fill("quillback nowhere");
  await page.keyboard.press("Enter");
  const list = page.getByRole("region", { name: "Queue" });
  await expect(list.getByText("Nothing found")).toBeVisible();
  await expect(rows(page)).toHaveCount(0);

  await page.keyboard.press("/");
  await expect(searchField(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("search")).toHaveCount(0);
  for (const { id } of [both, one, other]) await expect(rowOf(page, id)).toBeVisible();
  expect(address(page)).toEqual({});
  for (const { id } of [both, one, other]) {
    expect((await agent.get(id)).status).toBe("pending");
    await agent.withdraw(id);
  }
});

test("a search by pointer does the same, and Clear leads back", async ({ server, signedInAs }) => {
  const agent = quietAgent(server);
  const page = await signedInAs("reviewer");
  const [found, other] = [await agent.propose(aNote("Whimbrel Quay")), await agent.propose(aNote("Dunlin Quay"))];
  await openAmongOwn(page, other.id);
  await page.getByRole("button", { name: "Search this section" }).click();
  await expect(searchField(page)).toBeFocused();
  await searchField(page).fill("whimbrel");
  await page.getByRole("search").getByRole("button", { name: "Search" }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(rowOf(page, found.id)).toBeVisible();
  await expect(headline(page)).toContainText("Whimbrel Quay");

  await page.getByRole("search").getByRole("button", { name: "Clear" }).click();
  await expect(page.getByRole("search")).toHaveCount(0);
  for (const { id } of [found, other]) await expect(rowOf(page, id)).toBeVisible();
  for (const { id } of [found, other]) await agent.withdraw(id);
});

test("whoever goes back from the search to the card without searching decides it by key", async ({ server, signedInAs }) => {
  const agent = quietAgent(server);
  const page = await signedInAs("reviewer");
  const { id } = await agent.propose(aNote("Turnstone"));
  await openAmongOwn(page, id);
  await page.keyboard.press("/");
  await expect(searchField(page)).toBeFocused();
  await headline(page).click();
  await armed(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("search")).toHaveCount(0);
  await page.keyboard.press("/");
  await expect(searchField(page)).toBeFocused();
  await headline(page).click();
  await armed(page);
  await page.keyboard.press("r");
  await heldForUndo(page, "Turnstone");
  await releaseByKey(page);
  expect((await agent.wait(id)).status).toBe("rejected");
});

test("of what arrives while a list is searched, what fits is offered as new and the rest stays out", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer");
  const shown = await agent.propose(aNote("Plover One"));
  await page.goto("/queue?text=plover&fold=no");
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByText("live", { exact: true })).toBeVisible();
  const strange = await agent.propose(aNote("Sandpiper"));
  const fitting = await agent.propose(aNote("Plover Two"));
  // Events come in their order: once the second is offered, the first was heard.
  const offered = page.getByRole("button", { name: /new/ });
  await expect(offered).toHaveText(/^1 new/);
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press("n");
  await expect(rows(page)).toHaveCount(2);
  for (const { id } of [shown, fitting]) await expect(rowOf(page, id)).toBeVisible();
  await expect(rowOf(page, strange.id)).toHaveCount(0);

  // Where nothing was found nothing can move: what fits is there at once.
  await page.goto("/queue?text=curlew&fold=no");
  await expect(page.getByRole("region", { name: "Queue" }).getByText("Nothing found")).toBeVisible();
  await expect(page.getByText("live", { exact: true })).toBeVisible();
  const late = await agent.propose(aNote("Plover Three"));
  const first = await agent.propose(aNote("Curlew"));
  await expect(rowOf(page, first.id)).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  for (const { id } of [shown, strange, fitting, late, first]) await agent.withdraw(id);
});

test("the key for the search leads into its field from wherever the focus is, and from a card that stands alone", async ({
  server,
  signedInAs,
}) => {
  const agent = quietAgent(server);
  const page = await signedInAs("reviewer");
  const { id } = await agent.propose(aNote("Sandpiper Ltd"));
  await openAmongOwn(page, id);
  await page.keyboard.press("/");
  await page.keyboard.type("sandpiper");
  await headline(page).focus();
  await page.keyboard.press("/");
  await expect(searchField(page)).toBeFocused();
  await expect(searchField(page)).toHaveValue("sandpiper");
  await headline(page).focus();
  await page.getByRole("button", { name: "Search this section" }).click();
  await expect(searchField(page)).toBeFocused();

  await page.goto(`/focus?open=${id}`);
  await armed(page);
  await page.keyboard.press("/");
  await expect(page).toHaveURL(/\/queue$/);
  await expect(searchField(page)).toBeFocused();
  await agent.withdraw(id);
});

test("what is typed after the key for the search decides nothing while the list is on its way", async ({
  server,
  signedInAs,
}) => {
  const agent = quietAgent(server);
  const page = await signedInAs("reviewer");
  const { id } = await agent.propose(aNote("Avocet Ltd"));
  const acts: string[] = [];
  page.on("request", (request) => {
    if (/\/people\/(decide|assign|later)$/.test(request.url())) acts.push(request.url());
  });
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(
    (url) => url.pathname === "/queue",
    async (route) => {
      await arrived;
      await route.continue();
    },
  );
  await page.goto(`/focus?open=${id}`);
  await armed(page);
  await page.keyboard.press("/");
  await page.keyboard.type("arms");
  await expect(page).toHaveURL(/\/focus/);
  await expect(headline(page)).toContainText("Avocet Ltd");
  arrive();
  await expect(searchField(page)).toBeFocused();
  expect(acts).toEqual([]);
  expect((await agent.get(id)).status).toBe("pending");
  await agent.withdraw(id);
});

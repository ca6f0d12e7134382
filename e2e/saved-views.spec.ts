import type { Locator, Page } from "@playwright/test";

import { VIEWS_MAX } from "../lib/domain/preferences";
import { PHONE, aNote, hearsKeys, rowOf, rows } from "./desk";
import { expect, test } from "./fixtures";
import { boxOf } from "./targets";

function palette(page: Page): Locator {
  return page.getByRole("dialog", { name: "Commands" });
}

/** Opens the palette, and types. */
async function ask(page: Page, words: string): Promise<void> {
  await hearsKeys(page);
  await page.keyboard.press("Control+k");
  await palette(page).getByRole("combobox").fill(words);
}

/** Asks the palette to keep the view that one is on, and gives it a name. */
async function nameView(page: Page, name: string): Promise<void> {
  await ask(page, "save this view");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Save this view" }).getByRole("textbox", { name: "Name" }).fill(name);
  await page.keyboard.press("Enter");
}

async function keepView(page: Page, name: string): Promise<void> {
  await nameView(page, name);
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

/** Goes to a view by the palette. */
async function chooseView(page: Page, name: string): Promise<void> {
  await ask(page, name);
  await expect(palette(page).getByRole("option", { selected: true })).toContainText(name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

/** The views on the account page, which is opened. */
async function viewsOf(page: Page): Promise<Locator> {
  await page.goto("/account");
  return page.getByRole("region", { name: "Saved views" });
}

async function forgetAll(page: Page): Promise<void> {
  const views = await viewsOf(page);
  const forget = views.getByRole("button", { name: /^Forget/ });
  for (let left = await forget.count(); left > 0; left -= 1) {
    await forget.first().click();
    await expect(forget).toHaveCount(left - 1);
  }
}

/** The section, order and search of the address. */
function address(page: Page): object {
  return Object.fromEntries([...new URL(page.url()).searchParams].filter(([name]) => name !== "open"));
}

test("a view is saved by its name, leads back to the same list wherever one signs in, and is forgotten", async ({
  agent,
  signedInAs,
}) => {
  test.setTimeout(90_000);
  const [page, elsewhere] = [await signedInAs("second"), await signedInAs("second")];
  const [godwit, knot] = [await agent.propose(aNote("Godwit")), await agent.propose(aNote("Red Knot"))];
  await page.goto("/queue?sort=age&text=godwit");
  await keepView(page, "Waders");
  await elsewhere.goto("/focus");
  await chooseView(elsewhere, "Waders");
  await expect(rows(elsewhere)).toHaveCount(1);
  await expect(rowOf(elsewhere, godwit.id)).toBeVisible();
  expect(address(elsewhere)).toEqual({ sort: "age", text: "godwit" });
  await expect(elsewhere.getByRole("search").getByRole("textbox")).toHaveValue("godwit");

  // Under the same name it is another view from then on, not a second one.
  await page.goto("/queue?text=knot");
  await keepView(page, "Waders");
  await page.goto("/queue?section=done");
  await chooseView(page, "Waders");
  await expect(rowOf(page, knot.id)).toBeVisible();
  expect(address(page)).toEqual({ text: "knot" });
  const views = await viewsOf(page);
  await expect(views.getByRole("listitem")).toHaveCount(1);
  await views.getByRole("link", { name: "Waders" }).click();
  await expect(rowOf(page, knot.id)).toBeVisible();
  await expect(rows(page)).toHaveCount(1);

  await (await viewsOf(page)).getByRole("button", { name: "Forget Waders" }).click();
  await expect(views.getByText("None yet.")).toBeFocused();
  await page.goto("/queue");
  await ask(page, "waders");
  await expect(palette(page).getByRole("option", { name: /Search Needs you for/ })).toBeVisible();
  await expect(palette(page).getByRole("option", { name: /Saved view/ })).toHaveCount(0);
  for (const { id } of [godwit, knot]) await agent.withdraw(id);
});

test("a view takes another name by keyboard alone, but none that is another’s", async ({ signedInAs }) => {
  const page = await signedInAs("second");
  await page.goto("/queue?sort=due");
  await keepView(page, "Soon due");
  await page.goto("/queue?sort=age");
  await keepView(page, "Oldest");
  const views = await viewsOf(page);
  await views.getByRole("button", { name: "Rename Oldest" }).focus();
  await page.keyboard.press("Enter");
  const field = views.getByRole("textbox", { name: "New name of Oldest" });
  await expect(field).toBeFocused();
  // What stands there is chosen, so that typing replaces it.
  await page.keyboard.type("Soon due");
  await page.keyboard.press("Enter");
  await expect(views.getByText("no other view of yours has")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(views.getByRole("button", { name: "Rename Oldest" })).toBeFocused();

  await page.keyboard.press("Enter");
  await page.keyboard.type("Longest waiting");
  await page.keyboard.press("Enter");
  await expect(views.getByRole("button", { name: "Rename Longest waiting" })).toBeFocused();
  await expect(views.getByRole("link")).toHaveText(["Soon due", "Longest waiting"]);
  await page.goto("/queue");
  await chooseView(page, "Longest waiting");
  await expect.poll(() => address(page)).toEqual({ sort: "age" });
  await forgetAll(page);
});

test("so many views are kept and no more: one more is refused in words, and has room once another is forgotten", async ({
  signedInAs,
}) => {
  test.setTimeout(90_000);
  const page = await signedInAs("second");
  await forgetAll(page);
  await page.goto("/queue?sort=age");
  for (let at = 1; at <= VIEWS_MAX; at += 1) await keepView(page, `View ${String(at)}`);
  await nameView(page, "One more");
  const form = page.getByRole("dialog", { name: "Save this view" });
  await expect(form.getByText(`at most ${String(VIEWS_MAX)} are kept`)).toBeVisible();
  // In the place of one that is there it can still be kept.
  await form.getByRole("textbox", { name: "Name" }).fill("View 1");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  const views = await viewsOf(page);
  await expect(views.getByRole("listitem")).toHaveCount(VIEWS_MAX);
  await views.getByRole("button", { name: "Forget View 7" }).click();
  await expect(views.getByRole("listitem")).toHaveCount(VIEWS_MAX - 1);
  // What comes next stands under the hand now.
  await expect(views.getByRole("button", { name: "Rename View 8" })).toBeFocused();
  await page.goto("/queue?sort=age");
  await keepView(page, "One more");
  await expect((await viewsOf(page)).getByRole("listitem")).toHaveCount(VIEWS_MAX);
  await forgetAll(page);
});

test("on a phone a view has its line to itself, and what is done with it is below, a thumb high", async ({ signedInAs }) => {
  const desk = await signedInAs("second");
  const name = "Everything that the airline asks for before noon";
  await desk.goto("/queue?sort=due");
  await keepView(desk, name);
  const views = await viewsOf(await signedInAs("second", PHONE));
  const link = await boxOf(views.getByRole("link", { name }));
  for (const act of ["Rename", "Forget"]) {
    const { y, height } = await boxOf(views.getByRole("button", { name: new RegExp(`^${act}`) }));
    expect(y).toBeGreaterThanOrEqual(link.y + link.height);
    expect(height).toBeGreaterThanOrEqual(44);
  }
  await forgetAll(desk);
});

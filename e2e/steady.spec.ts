import type { Page, Request } from "@playwright/test";

import {
  PHONE,
  aNote,
  approveByKey,
  armed,
  headline,
  lastDecision,
  openAmongOwn,
  openCard,
  releaseByKey,
  rowOf,
  rows,
} from "./desk";
import { expect, test } from "./fixtures";
import { boxOf } from "./targets";

/** Holds what is asked for at such an address until it is let go. */
async function held(page: Page, isHeld: (url: URL) => boolean): Promise<{ asked: () => Promise<Request>; letGo: () => void }> {
  let letGo = (): void => undefined;
  const gone = new Promise<void>((resolve) => (letGo = resolve));
  const asked = page.waitForRequest((request) => isHeld(new URL(request.url())));
  // Whether anybody waits for it is up to the story.
  asked.catch(() => undefined);
  await page.route(isHeld, async (route) => {
    await gone;
    await route.continue();
  });
  return { asked: () => asked, letGo };
}

/** A change that fills more than the least that a card is high. */
function aTallNote(name: string) {
  const parts = (value: number) => Object.fromEntries(Array.from({ length: 4 }, (_, at) => [`part_${String(at)}`, value + at]));
  return aNote(name, { before: { name, level: 10, ...parts(0) }, after: { name, level: 30, ...parts(20) } });
}

test("what was decided last keeps its place below the card while the next one is on its way", async ({ agent, signedInAs }) => {
  const page = await signedInAs("reviewer", { viewport: { width: 1440, height: 1200 } });
  const [first, second, third] = [
    await agent.propose(aTallNote("Lapwing One")),
    await agent.propose(aTallNote("Lapwing Two")),
    await agent.propose(aTallNote("Lapwing Three")),
  ];
  const late = await held(page, ({ pathname }) => pathname.endsWith(`/people/cards/${third.id}`));
  await page.goto(`/queue?text=lapwing&fold=no&open=${first.id}`);
  await approveByKey(page);
  await releaseByKey(page);
  await rowOf(page, second.id).click();
  await armed(page);
  const before = await boxOf(lastDecision(page));
  await rowOf(page, third.id).click();
  await expect(page.getByRole("article")).toHaveCount(0);
  expect(await boxOf(lastDecision(page))).toEqual(before);
  await expect(page.getByRole("status").filter({ hasText: "Loading the card" })).toBeVisible();
  late.letGo();
  await expect(headline(page)).toContainText("Lapwing Three");
  await armed(page);
  expect(await boxOf(lastDecision(page))).toEqual(before);
  for (const { id } of [second, third]) await agent.withdraw(id);
});

for (const [where, options] of [
  ["on a desk", { viewport: { width: 1440, height: 1200 } }],
  ["on a phone", PHONE],
] as const) {
  test(`${where} it is asked why something was rejected over the room of the next card, however late that is`, async ({
    agent,
    signedInAs,
  }) => {
    const page = await signedInAs("reviewer", options);
    const first = await agent.propose(aTallNote("Dunlin One"));
    await agent.propose(aTallNote("Dunlin Two"));
    const third = await agent.propose(aTallNote("Dunlin Three"));
    const late = await held(page, ({ pathname }) => pathname.endsWith(`/people/cards/${third.id}`));
    const desk = options === PHONE ? "/focus" : "/queue";
    await page.goto(`${desk}?text=dunlin&fold=no&sort=age&open=${first.id}`);
    await approveByKey(page);
    await expect(headline(page)).toContainText("Dunlin Two");
    await armed(page);
    const before = await boxOf(lastDecision(page));
    await page.keyboard.press("r");
    const reasons = page.getByRole("group", { name: "Reasons" });
    await expect(page.getByRole("article")).toHaveCount(0);
    await expect(reasons).toBeInViewport({ ratio: 1 });
    if (options !== PHONE) expect((await boxOf(lastDecision(page))).y).toBe(before.y);
    late.letGo();
    await expect(headline(page)).toContainText("Dunlin Three");
    await expect(reasons).toBeInViewport({ ratio: 1 });
    await page.keyboard.press("1");
    await expect(reasons).toHaveCount(0);
    await agent.withdraw(third.id);
  });
}

test("a list that is searched stays as it is until what was found can be shown", async ({ agent, signedInAs }) => {
  const page = await signedInAs("reviewer");
  const { id } = await agent.propose(aNote("Redshank"));
  await openAmongOwn(page, id);
  await page.keyboard.press("/");
  // What is typed before the field is there is for nobody.
  await expect(page.getByRole("search").getByRole("textbox")).toBeFocused();
  await page.keyboard.type("redshank");
  const list = page.getByRole("region", { name: "Queue" }).getByRole("list").last();
  const before = await boxOf(list);
  const late = await held(page, ({ pathname, searchParams }) => pathname === "/queue" && searchParams.get("text") === "redshank");
  await page.keyboard.press("Enter");
  await late.asked();
  expect((await boxOf(list)).y).toBe(before.y);
  late.letGo();
  // The address changes with the list that was found: until then the one before it stands there, and may go while it is measured.
  await expect(page).toHaveURL(/text=redshank/);
  await expect(rows(page)).toHaveCount(1);
  expect((await boxOf(list)).y).toBe(before.y);
  await expect(page.getByRole("search")).toBeVisible();
  await agent.withdraw(id);
});

test("where a comment is written does not move once what was said has come", async ({ agent, signedInAs }) => {
  const page = await signedInAs("reviewer");
  const { id } = await agent.propose(aNote("Greenshank"));
  const answer = await held(page, ({ pathname }) => pathname.endsWith(`/people/cards/${id}/comments`));
  await openCard(page, id);
  await page.keyboard.press("c");
  const sheet = page.getByRole("dialog", { name: "Comments" });
  const field = sheet.getByLabel("Say something");
  await answer.asked();
  await expect(sheet.getByLabel("Whose it is")).toBeVisible();
  const early = (await field.isVisible()) ? await boxOf(field) : null;
  answer.letGo();
  await expect(sheet.getByText("Nobody has said anything about it yet.")).toBeVisible();
  await expect(field).toBeVisible();
  // It may come with what was said; where it came before that, it stays.
  const late = await boxOf(field);
  expect(early ?? late).toEqual(late);
  await agent.withdraw(id);
});

for (const [where, options] of [
  ["on a desk", {}],
  ["in the menu of a phone", PHONE],
] as const) {
  test(`a screen that was chosen ${where} is marked while it is on its way, and nothing moves for that`, async ({
    signedInAs,
  }) => {
    const page = await signedInAs("reviewer", options);
    await page.goto("/queue?text=nothing-is-called-so");
    await expect(page.getByText("live", { exact: true })).toBeVisible();
    const phone = options === PHONE;
    if (phone) await page.getByRole("button", { name: "Menu" }).tap();
    const entry = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "History" });
    await expect(entry).not.toHaveAttribute("aria-busy");
    const before = await boxOf(entry);
    const late = await held(page, ({ pathname }) => pathname === "/history");
    await entry.click();
    await late.asked();
    await expect(entry).toHaveAttribute("aria-busy", "true");
    expect(await boxOf(entry)).toEqual(before);
    late.letGo();
    await expect(page).toHaveURL(/\/history$/);
    if (phone) await expect(page.getByRole("dialog")).toHaveCount(0);
    else await expect(entry).toHaveAttribute("aria-current", "page");
    await expect(page.locator("[aria-busy='true']")).toHaveCount(0);
  });
}

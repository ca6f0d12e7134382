import type { Page } from "@playwright/test";

import { ARMED_AFTER_PAINT_MS } from "../lib/domain/input/input-state";
import { DEFAULT_KEYS } from "../lib/domain/input/key-map";
import { Countersign } from "../sdk/src/index";
import { aLimit, aNote, approveButton, armed, headline, openCard, releaseByKey, rowLink, rowOf } from "./desk";
import { expect, test } from "./fixtures";

/** Counts the decisions that leave the page from now on. */
function decisionsOf(page: Page): { readonly sent: string[] } {
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/people/decide")) sent.push(request.postData() ?? "");
  });
  return { sent };
}

test("Enter and Space never decide from a card, also before it is armed", async ({ agent, signedInAs }) => {
  const page = await signedInAs("reviewer");
  const { sent } = decisionsOf(page);
  const proposed = await agent.propose(aNote("Untouched Ltd"));
  await page.goto(`/queue?open=${proposed.id}`, { waitUntil: "commit" });
  // As fast as keys can come, from before the first paint until the buttons wake.
  await expect(async () => {
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await page.keyboard.press(" ");
    const wakes = await approveButton(page).getAttribute("aria-disabled", { timeout: 500 });
    if (wakes !== "false") throw new Error("not yet armed");
  }).toPass({ intervals: [10] });
  for (const key of ["Enter", "Escape", " ", "Enter", "Escape"]) await page.keyboard.press(key);
  expect(sent).toEqual([]);
  expect((await agent.get(proposed.id)).status).toBe("pending");

  await agent.withdraw(proposed.id);
});

/** Takes the card of a row, and presses A for as long as it cannot be armed. Answers when each key came, in ms after the click. */
async function pressWhileYoung(page: Page, id: string): Promise<readonly number[]> {
  await page.evaluate((row) => {
    performance.mark("taken");
    addEventListener("keydown", () => performance.mark("key"), { capture: true });
    document.querySelector<HTMLAnchorElement>(row)?.click();
  }, rowLink(id));
  let keys: readonly number[] = [];
  while ((keys.at(-1) ?? 0) < ARMED_AFTER_PAINT_MS - 100) {
    await page.keyboard.press("a");
    keys = await page.evaluate(() => {
      const [taken] = performance.getEntriesByName("taken");
      return performance.getEntriesByName("key").map(({ startTime }) => startTime - (taken?.startTime ?? 0));
    });
  }
  return keys;
}

test("a card that takes another's place is dead to its keys until it was painted long enough", async ({ agent, signedInAs }) => {
  const page = await signedInAs("reviewer");
  const { sent } = decisionsOf(page);
  // On a busy machine a key may come when the card is armed, and then it decides: such a try shows nothing, and another is made with other cards.
  for (let late = true; late;) {
    sent.length = 0;
    const [first, next] = [await agent.propose(aNote("First In Line")), await agent.propose(aNote("Second In Line"))];
    await page.goto(`/queue?fold=no&open=${first.id}`);
    await armed(page);
    const keys = await pressWhileYoung(page, next.id);
    late = keys.some((at) => at >= ARMED_AFTER_PAINT_MS);
    if (late) continue;
    await armed(page);
    await expect(headline(page)).toContainText("Second In Line");
    expect(sent, `keys after ${keys.map(Math.round).join(", ")} ms`).toEqual([]);
    for (const { id } of [first, next]) await agent.withdraw(id);
  }
});

test("Enter decides on a button only where the person moved the focus there after the card armed", async ({
  agent,
  signedInAs,
}) => {
  const page = await signedInAs("reviewer");
  const { sent } = decisionsOf(page);
  const proposed = await agent.propose(aNote("Focused Ltd"));
  await openCard(page, proposed.id);
  await approveButton(page).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => sent.length).toBe(1);
  await releaseByKey(page);
});

test("who cannot hold chooses by keyboard to press twice, and does, by key and on the button", async ({ agent, signedInAs }) => {
  const page = await signedInAs("second");
  const { sent } = decisionsOf(page);
  const choose = async (key: "ArrowRight" | "ArrowLeft"): Promise<void> => {
    await page.goto("/account");
    await page.getByRole("group", { name: "Where the card asks to hold Approve" }).getByRole("radio", { checked: true }).focus();
    await page.keyboard.press(key);
    await page.getByRole("button", { name: "Save", exact: true }).first().focus();
    await page.keyboard.press("Enter");
    await expect(page.getByText("Saved. It holds wherever you sign in.")).toBeVisible();
  };
  await choose("ArrowRight");
  const [first, second] = [await agent.propose(aLimit("Pressed Twice")), await agent.propose(aLimit("Pressed On The Button"))];
  const again = page.getByRole("button", { name: /Press again to approve *:/ });
  await openCard(page, first.id);
  await page.keyboard.press("a");
  await expect(again).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: /^Press again to approve: / })).toBeAttached();
  await expect(async () => {
    if (sent.length === 0) await page.keyboard.press("a");
    expect(sent).toHaveLength(1);
  }).toPass({ intervals: [600] });
  await releaseByKey(page);

  await openCard(page, second.id);
  await page.getByRole("button", { name: /Press twice to approve *:/ }).focus();
  await page.keyboard.press("Enter");
  await expect(again).toBeFocused();
  await expect(async () => {
    if (sent.length === 1) await page.keyboard.press("Enter");
    expect(sent).toHaveLength(2);
  }).toPass({ intervals: [600] });
  await releaseByKey(page);
  for (const { id } of [first, second]) expect((await agent.wait(id)).status).toBe("approved");
  await choose("ArrowLeft");
});

test("keys typed into a field are text", async ({ agent, signedInAs }) => {
  const page = await signedInAs("reviewer");
  const { sent } = decisionsOf(page);
  const proposed = await agent.propose(aNote("Typed Ltd"));
  await openCard(page, proposed.id);
  await page.keyboard.press("e");
  const sheet = page.getByRole("dialog", { name: "Edit, then approve" });
  await sheet.getByRole("textbox", { name: "name", exact: true }).fill("");
  await sheet.getByRole("textbox", { name: "name", exact: true }).pressSequentially("aarrs1g?");
  await expect(sheet.getByRole("textbox", { name: "name", exact: true })).toHaveValue("aarrs1g?");
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  expect(sent).toEqual([]);
  await agent.withdraw(proposed.id);
});

test("a list is worked through by keyboard alone, what is put aside comes last, and the sheet names every key", async ({
  server,
  signedInAs,
}) => {
  const agent = new Countersign({ url: server.url, apiKey: server.listApiKey });
  const page = await signedInAs("reviewer");
  const names = ["List One", "List Two", "List Three"];
  const proposed = await Promise.all(names.map((name) => agent.propose(aNote(name))));
  const ids = proposed.map(({ id }) => id);
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the contract's CardDetail
  const { row } = (await (await page.request.get(`/api/v1/people/cards/${ids[0] ?? ""}`)).json()) as {
    readonly row: { readonly agent: { readonly id: string } };
  };
  await page.goto(`/queue?sort=age&agent=${row.agent.id}`);
  await page.evaluate(() => {
    Reflect.set(window, "pointers", 0);
    for (const type of ["pointerdown", "click"]) {
      window.addEventListener(type, () => Reflect.set(window, "pointers", Number(Reflect.get(window, "pointers")) + 1), true);
    }
  });
  await armed(page);
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keys and help" });
  for (const key of DEFAULT_KEYS.map(({ badge, command }) => (command === "pick" ? "1–6" : badge))) {
    await expect(sheet.getByText(key, { exact: true }).first(), key).toBeAttached();
  }
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();

  const current = page.getByRole("region", { name: "Queue" }).locator('a[aria-current="true"]');
  const idOfCurrent = async (): Promise<string> => /open=(\w+)$/u.exec((await current.getAttribute("href")) ?? "")?.[1] ?? "";
  const aside = await idOfCurrent();
  await page.keyboard.press("s");
  await expect.poll(idOfCurrent).not.toBe(aside);
  await expect(rowOf(page, aside)).toContainText("later");
  const decided: string[] = [];
  for (let left = names.length; left > 0; left -= 1) {
    await armed(page);
    decided.push(await idOfCurrent());
    const heading = await headline(page).textContent();
    await page.keyboard.press(left % 2 === 0 ? "a" : "r");
    await expect(headline(page).filter({ hasText: heading ?? "" })).toHaveCount(0);
    if (left > 1) await expect(headline(page)).toBeFocused();
  }
  expect(decided.at(-1)).toBe(aside);
  expect(decided.toSorted()).toEqual(ids.toSorted());
  await expect(page.getByText("Nothing from this agent").first()).toBeVisible();
  expect(await page.evaluate(() => Number(Reflect.get(window, "pointers")))).toBe(0);
});

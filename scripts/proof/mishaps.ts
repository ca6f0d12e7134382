import type { Locator, Page } from "@playwright/test";

import type { Random } from "../demo/random";
import { APPROVE, keyThatMoves, type Mishap } from "./at-desk";
import { arrive, MISHAPS_ELSEWHERE } from "./mishaps-elsewhere";

const DECIDES = ["a", "r"] as const;

/** One of each way in which decisions were made by accident elsewhere. */
export const MISHAPS: readonly Mishap[] = [
  {
    name: "Enter and Space",
    happens: async (page, random) => {
      for (let left = random.between(1, 4); left > 0; left -= 1) await page.keyboard.press(random.pick(["Enter", " "] as const));
    },
  },
  {
    name: "a key at once after another card opened",
    atOnce: "card",
    happens: async (page, random) => {
      await page.keyboard.press(await keyThatMoves(page, random));
      await page.keyboard.press(random.pick(DECIDES));
    },
  },
  {
    name: "a key that is held down while cards change",
    atOnce: "card",
    happens: async (page, random) => {
      const key = random.pick(DECIDES);
      await page.keyboard.press(await keyThatMoves(page, random));
      await page.keyboard.down(key);
      for (let left = random.between(2, 8); left > 0; left -= 1) await page.keyboard.down(key);
      await page.keyboard.up(key);
    },
  },
  {
    name: "a key with a modifier",
    happens: async (page, random) => {
      await page.keyboard.press(`${random.pick(["Control", "Alt", "Meta"] as const)}+${random.pick(DECIDES)}`);
    },
  },
  {
    name: "approving with Shift where one key is enough",
    happens: (page) => page.keyboard.press("Shift+A"),
  },
  {
    name: "typing into a field of the edit sheet",
    happens: async (page, random) => {
      await page.keyboard.press("e");
      const field = page.getByRole("dialog").locator("input, textarea").first();
      await field.waitFor();
      await field.focus();
      await page.keyboard.type(random.pick(["area", "a r a r", "rarara", "Anna Ray"] as const));
    },
  },
  {
    name: "composing a character",
    happens: async (page) => {
      await page.keyboard.press("e");
      const field = page.getByRole("dialog").locator("input, textarea").first();
      await field.waitFor();
      await field.focus();
      const session = await page.context().newCDPSession(page);
      await session.send("Input.imeSetComposition", { text: "a", selectionStart: 1, selectionEnd: 1 });
      await page.keyboard.press("a");
      await session.send("Input.insertText", { text: "あ" });
      await session.detach();
    },
  },
  {
    name: "typing into the palette",
    happens: async (page, random) => {
      await page.keyboard.press("Control+k");
      await page.getByRole("dialog").getByRole("combobox").waitFor();
      await page.keyboard.type(random.pick(["area", "a", "r", "approve", "reject it"] as const));
      await page.keyboard.press(random.pick(["ArrowDown", "ArrowUp", " ", "a"] as const));
    },
  },
  {
    name: "a decision chosen by name right after the window got the focus back",
    atOnce: "focus",
    happens: async (page, random) => {
      await decisionByName(page, random);
      await page.evaluate(() => window.dispatchEvent(new Event("focus")));
      await page.keyboard.press("Enter");
    },
  },
  {
    name: "a decision chosen by name by a script",
    happens: async (page, random) => {
      const name = await decisionByName(page, random);
      await name.evaluate((field) => field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true })));
      await page
        .getByRole("option")
        .first()
        .evaluate((option: HTMLElement) => {
          option.click();
        })
        .catch(() => undefined);
    },
  },
  {
    name: "a key at once after the palette was asked for",
    happens: async (page, random) => {
      await page.keyboard.press("Control+k");
      await page.keyboard.press(random.pick(DECIDES));
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "typing into the field of a comment",
    happens: async (page, random) => {
      await page.keyboard.press("c");
      const field = page.getByRole("dialog").getByLabel("Say something");
      await field.waitFor();
      await field.focus();
      await page.keyboard.type(random.pick(["area", "a r a r", "rarara\na\nr", "Anna Ray"] as const));
    },
  },
  {
    name: "a key or a click on a bar of many that has not been read",
    happens: async (page, random) => {
      await page.keyboard.press("b");
      const all = page.getByRole("button", { name: /^Approve \d+ together/ });
      // Until those to be opened are drawn, the bar has not its final size.
      await page.getByText("marked first").waitFor();
      if (random.chance(0.3)) await all.dblclick({ force: true });
      else
        for (let left = random.between(1, 4); left > 0; left -= 1)
          await page.keyboard.press(random.pick(["a", "r", " "] as const));
      await page.keyboard.press("Escape");
      await page.locator("#together-heading").waitFor({ state: "detached" });
    },
  },
  {
    name: "a key at once after the window got the focus back",
    atOnce: "focus",
    happens: async (page, random) => {
      await page.evaluate(() => window.dispatchEvent(new Event("focus")));
      await page.keyboard.press(random.pick(DECIDES));
    },
  },
  {
    name: "a click at once after another card opened",
    atOnce: "card",
    happens: async (page, random) => {
      const box = await page.locator(APPROVE).boundingBox();
      await page.keyboard.press(await keyThatMoves(page, random));
      if (box !== null) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    },
  },
  {
    name: "a press that slides off the button",
    happens: async (page) => {
      const box = await page.locator(APPROVE).boundingBox();
      if (box === null) return;
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x - 300, box.y - 200);
      await page.mouse.up();
    },
  },
  {
    name: "events that a script made up",
    happens: (page) =>
      page.evaluate((selector) => {
        window.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true }));
        document.querySelector<HTMLElement>(selector)?.click();
      }, APPROVE),
  },
  {
    name: "an arrival under the next key",
    happens: async (page, random, under) => {
      await arrive(under, random);
      await page.keyboard.press(random.pick(["Enter", " ", "y", "ArrowDown"] as const));
    },
  },
  ...MISHAPS_ELSEWHERE,
];

/** Asks the palette for a decision on the open card, and answers the field that it was asked in. */
async function decisionByName(page: Page, random: Random): Promise<Locator> {
  await page.keyboard.press("Control+k");
  const name = page.getByRole("dialog").getByRole("combobox");
  await name.fill(random.pick(["approve", "reject"] as const));
  await page.getByRole("option").first().waitFor();
  return name;
}

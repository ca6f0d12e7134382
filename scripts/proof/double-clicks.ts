import { setTimeout as pause } from "node:timers/promises";

import type { Browser, Page } from "@playwright/test";

import type { ServerUnderTest } from "../../bench/server-under-test";
import { update } from "../../bench/server-under-test";
import type { SignedIn } from "../../bench/signed-in";
import { Random } from "../demo/random";
import { APPROVE, ARMED, keyThatMoves, openCard } from "./at-desk";
import { postAs } from "./post-as";
import type { Extent, Proof } from "./proof";

const COUNT = { slice: 12, full: 1_000 };
/** How far apart the two halves of a double click are (design: trust H8). */
const GAP_MS = { least: 50, most: 500 };
/** The second half has to come down on a button in so many of all, or nothing was tried. */
const LANDED_MIN = 0.9;

interface ClickScene {
  readonly browser: Browser;
  readonly under: ServerUnderTest;
  readonly storageState: SignedIn;
  /** One a desk: what a desk shows is decided at no other. */
  readonly agents: readonly { readonly key: string; readonly id: string }[];
}

interface Counts {
  cases: number;
  landed: number;
  /** Decisions of the card that was there when the first half came: they were meant, where it was armed. */
  first: number;
  /** Decisions of a card that came under the pointer between the halves. */
  decided: number;
}

/**
 * Double clicks on Approve where another card comes under the pointer between the two halves: because the first half decided the card before, or
 * because a key moved on. The second half decides nothing.
 */
export async function doubleClicks(scene: ClickScene, { full, progress }: Extent): Promise<Proof> {
  const wanted = full ? COUNT.full : COUNT.slice;
  const counts: Counts = { cases: 0, landed: 0, first: 0, decided: 0 };
  const each = Math.ceil(wanted / scene.agents.length);
  const desks = scene.agents.map((agent, at) =>
    atDesk(scene, agent, { clicks: each, random: new Random(20_261_128 + at), counts, progress }),
  );
  await Promise.all(desks);
  const meant = Math.floor(wanted / 2);
  return {
    name: "consent H8: the second half of a double click decides no card that came between",
    holds: counts.decided === 0 && counts.landed >= counts.cases * LANDED_MIN && counts.first >= meant * LANDED_MIN,
    ...counts,
    bar: "decided 0; the headers of every answer: e2e/hostile-requests.spec.ts",
  };
}

interface Trial {
  readonly clicks: number;
  readonly random: Random;
  readonly counts: Counts;
  readonly progress: (text: string) => void;
}

async function atDesk(
  { browser, under, storageState }: ClickScene,
  { key, id }: ClickScene["agents"][number],
  { clicks, random, counts, progress }: Trial,
): Promise<void> {
  // One for each: on a slow machine also those that come at once after a key may find an armed card, which may be decided.
  for (let number = 0; number < clicks + 4; number += 1) await postAs({ url: under.url, key }, "/proposals", update(number));
  const context = await browser.newContext({ baseURL: under.url, storageState });
  const page = await context.newPage();
  const decided: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/people/decide")) decided.push(request.postData() ?? "");
  });
  await page.goto(`/queue?fold=no&agent=${id}`);
  for (let click = 0; click < clicks; click += 1) {
    decided.length = 0;
    const moves = click % 2 === 0 ? null : await keyThatMoves(page, random);
    const { first, landed } = await doubleClick(page, moves, random.between(GAP_MS.least, GAP_MS.most));
    // A decision that was made has left by then.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await page.locator(ARMED).waitFor();
    counts.cases += 1;
    counts.landed += landed ? 1 : 0;
    const ofFirst = decided.filter((body) => body.includes(first)).length;
    counts.first += ofFirst;
    counts.decided += decided.length - ofFirst;
    if (counts.cases % 20 === 0) progress(`${String(counts.cases)} double clicks`);
  }
  await context.close();
}

/** With a key the first half comes on a card that is not armed yet, and the way back between the halves. */
async function doubleClick(
  page: Page,
  moves: "j" | "k" | null,
  gap: number,
): Promise<{ readonly first: string; readonly landed: boolean }> {
  await page.locator(ARMED).waitFor();
  const box = await page.locator(APPROVE).boundingBox();
  if (box === null) throw new Error("there is no button to click on");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  if (moves !== null) await page.keyboard.press(moves);
  const first = await openCard(page);
  await half(page, 1);
  const second = performance.now() + gap;
  if (moves !== null) await page.keyboard.press(moves === "j" ? "k" : "j");
  const landed = await page.evaluate(
    ([left, top, selector]) => (document.elementFromPoint(left, top)?.closest(selector) ?? null) !== null,
    [x, y, APPROVE] as const,
  );
  await pause(Math.max(0, second - performance.now()));
  await half(page, 2);
  return { first, landed };
}

/** As a browser counts the presses of a mouse that follow one another at one place. */
async function half(page: Page, clickCount: 1 | 2): Promise<void> {
  await page.mouse.down({ clickCount });
  await page.mouse.up({ clickCount });
}

import { setTimeout as pause } from "node:timers/promises";

import type { Browser, Page, Request } from "@playwright/test";
import * as z from "zod";

import type { ServerUnderTest } from "../../bench/server-under-test";
import type { SignedIn } from "../../bench/signed-in";
import { ARMED_AFTER_PAINT_MS } from "../../lib/domain/input/input-state";
import { Random } from "../demo/random";
import type { World } from "./around-a-press";
import { seeStanding, type Standing } from "./above-the-open";
import { heldBack, type LetIn, letIn, seeLetIn } from "./let-in";
import { arrive, Card, changes, History, nothingYet, ORDERS, takeArrivedBack } from "./around-a-press";
import { APPROVE, ARMED, CLOSED, openCard, ready } from "./at-desk";
import type { Extent, Proof } from "./proof";
import type { Shown } from "./shown-at-press";
import { PRESSES, pressesOf, sentBy, watchPresses } from "./shown-at-press";

const COUNT = 10_000;
/** How far from the press the world changes, before it or after. */
const AWAY_MS = 50;
/**
 * A desk is filled for so many, and then anew: a list that has been shuffled for hours is nobody's. Fewer than a page of the list holds: below its end
 * the next card is one above, in the end that above which only what has arrived stands.
 */
const PART = 30;
/** `show`: what has arrived and was held back is let into the list, above the card that is open. */
const CHANGES = [
  ...(["insert", "edit", "withdraw", "show"] as const),
  ...(["insert+edit", "insert+withdraw", "edit+withdraw", "show+edit", "show+withdraw"] as const),
] as const;
type Change = (typeof CHANGES)[number];
/** With one of these alone every press decides. */
const STOPS_NONE: readonly Change[] = ["insert", "show"];

const Decided = z.object({ row: z.object({ id: z.string(), version: z.int() }) });
const Sent = z.object({ proposal: z.string(), version: z.int(), digest: z.string() });

export interface ArrivalScene {
  readonly browser: Browser;
  readonly under: ServerUnderTest;
  readonly storageState: SignedIn;
  /** Of another person, who edits what is open at the desks. */
  readonly colleague: SignedIn;
  readonly agents: readonly { readonly key: string; readonly id: string }[];
}

interface Fates {
  decided: number;
  refused: number;
  not_made: number;
}

interface Counts {
  cases: number;
  wrong: number;
  /** Decisions of what had not stood there for as long as it has to: it was displayed at the press, and nobody can have read it. */
  unread: number;
  /** Decisions that left the page when nobody looked any more: nothing can be said of them. */
  unjudged: number;
  readonly fates: Readonly<Record<Change, Fates>>;
  readonly standing: Standing;
  readonly letIn: LetIn;
  readonly restored: number[];
}

/** The world changes around a press that decides: what the server then records is what was displayed at the press, or nothing. */
export async function arrivals(scene: ArrivalScene, { progress }: Extent): Promise<Proof> {
  const none = (): Fates => ({ decided: 0, refused: 0, not_made: 0 });
  const each: Counts["fates"] = {
    ...{ insert: none(), edit: none(), withdraw: none(), show: none() },
    ...{ "insert+edit": none(), "insert+withdraw": none(), "edit+withdraw": none() },
    ...{ "show+edit": none(), "show+withdraw": none() },
  };
  const counts: Counts = {
    cases: 0,
    wrong: 0,
    unread: 0,
    unjudged: 0,
    fates: each,
    standing: { seen: 0, above: 0, still: 0 },
    letIn: { seen: 0, kept: 0, before: 0 },
    restored: [],
  };
  const trials = Math.ceil(COUNT / scene.agents.length);
  await Promise.all(
    scene.agents.map((agent, at) => atDesk(scene, agent, { trials, random: new Random(20_261_129 + at), counts, progress })),
  );
  // What never came before a press, or never after one, was not tried.
  const tried = CHANGES.every((change) => each[change].decided > 0 && (STOPS_NONE.includes(change) || isStopped(each[change])));
  const restored = counts.restored.toSorted((a, b) => a - b);
  const told = CHANGES.map((change) => `${change} ${Object.values(each[change]).join("/")}`).join(", ");
  const { seen, above, still } = counts.standing;
  const shown = counts.letIn;
  const isShown = shown.kept === shown.seen && shown.before > 0 && shown.before < shown.seen;
  return {
    name: "consent H7: what is decided is what was displayed at the press, whatever changes around it",
    holds:
      counts.wrong + counts.unread + counts.unjudged === 0 && tried && isShown && seen > 0 && above === seen && still === seen,
    cases: counts.cases,
    wrong: counts.wrong,
    unread: counts.unread,
    unjudged: counts.unjudged,
    arrived_above_the_open_card: `${String(above)} of ${String(seen)}`,
    counted_while_the_list_stood_still: `${String(still)} of ${String(seen)}`,
    open_card_kept_when_they_were_let_in: `${String(shown.kept)} of ${String(shown.seen)}, ${String(shown.before)} before the press`,
    decided_refused_not_made: told,
    refused_restored_ms: `p95 ${String(restored[Math.ceil(restored.length * 0.95) - 1] ?? 0)}, max ${String(restored.at(-1) ?? 0)}`,
    bar: "wrong and unread 0, of what arrived all above and all counted, and no other card opened for what was let in",
  };
}

function isStopped({ refused, not_made }: Fates): boolean {
  return refused + not_made > 0;
}

interface Trials {
  readonly trials: number;
  readonly random: Random;
  readonly counts: Counts;
  readonly progress: (text: string) => void;
}

interface Desk extends World {
  readonly page: Page;
  /** Decisions that left the page since they were last taken out. */
  readonly sent: Request[];
}

async function atDesk(
  { browser, under, storageState, colleague }: ArrivalScene,
  { key, id }: ArrivalScene["agents"][number],
  { trials, random, counts, progress }: Trials,
): Promise<void> {
  const context = await browser.newContext({ baseURL: under.url, storageState });
  const other = await browser.newContext({ baseURL: under.url, storageState: colleague });
  const page = await context.newPage();
  await watchPresses(page);
  const sent: Request[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/people/decide")) sent.push(request);
  });
  const desk: Desk = { page, sent, other, url: under.url, key, random, ...nothingYet() };
  for (let trial = 0; trial < trials; trial += 1) {
    if (trial % PART === 0) await openDesk(desk, id, ORDERS[(trial / PART) % ORDERS.length] ?? "stake");
    await oneTrial(desk, CHANGES[trial % CHANGES.length] ?? "edit", counts);
    if (counts.cases % 20 === 0) progress(`${String(counts.cases)} presses`);
  }
  counts.unjudged += sent.length;
  await other.close();
  await context.close();
}

/** A list in this order, and the card below its first open: what arrives comes above both. */
async function openDesk(desk: Desk, agent: string, order: Desk["order"]): Promise<void> {
  const { page } = desk;
  desk.order = order;
  await takeArrivedBack(desk);
  while (desk.waiting.size < PART + 5) await arrive(desk, {});
  await page.goto(`/queue?fold=no&sort=${order}&agent=${agent}`);
  await page.locator(ARMED).waitFor();
  const first = await openCard(page);
  await page.keyboard.press("j");
  await page.locator(`article h2:not([id='card-${first}-heading'])`).waitFor();
}

async function oneTrial(desk: Desk, change: Change, counts: Counts): Promise<void> {
  const { page, random } = desk;
  await ready(page);
  await allLeft(desk, await sentBy(page));
  counts.unjudged += desk.sent.splice(0).length;
  const id = await openCard(page);
  const before = Card.parse(await (await desk.other.request.get(`/api/v1/people/cards/${id}`)).json());
  const box = await page.locator(APPROVE).boundingBox();
  if (box === null) throw new Error("there is no button to click on");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  if (change.includes("show")) await heldBack(desk, page);
  const press = random.pick(PRESSES);
  await pressesOf(page, press);
  // There is one pointer: where that decides, a key lets in what is new.
  const by = press === "click" || random.chance(0.5) ? "key" : "pointer";
  const away = random.between(-AWAY_MS, AWAY_MS);
  const later = random.between(0, AWAY_MS);
  const changing = change.split("+").map(async (one, at) => {
    await pause(Math.max(0, away) + at * later);
    return one === "show" ? letIn(page, by) : changes(desk, one, id, before);
  });
  await pause(Math.max(0, -away));
  if (press === "click") await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  else await page.keyboard.press(press);
  const shown = await pressesOf(page, press);
  if (press === "r") await page.keyboard.press("1");
  const withdrawn = (await Promise.all(changing)).includes(true);
  // Everything that the press was to do is done by then.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await allLeft(desk, await sentBy(page));
  const sent = desk.sent.splice(0);
  counts.cases += 1;
  await judge(desk, sent, shown, { counts, fates: counts.fates[change] });
  if (change.includes("insert")) await seeStanding(page, desk.arrived, shown, counts.standing);
  if (change.includes("show")) await seeLetIn(desk, { page, open: id }, shown, counts.letIn);
  // The buttons of what was taken back go; a click may then have come down on the way to the next card, which stands there.
  if (sent.length === 0 && withdrawn)
    await page.locator(`${CLOSED}, article h2:not([id='card-${id}-heading'])`).first().waitFor();
}

/** Waits until so many decisions that the page has sent have left it. */
async function allLeft({ sent, page }: Desk, made: number): Promise<void> {
  while (sent.length < made) await page.waitForEvent("request");
}

/** What became of a press: each decision that left the page is held against what was displayed. */
async function judge(
  desk: Desk,
  sent: readonly Request[],
  shown: readonly Shown[],
  { counts, fates }: { readonly counts: Counts; readonly fates: Fates },
): Promise<void> {
  if (sent.length === 0) fates.not_made += 1;
  else if (shown.some(({ stoodMs }) => stoodMs < ARMED_AFTER_PAINT_MS)) counts.unread += 1;
  for (const request of sent) {
    const response = await request.response();
    const answered = performance.now();
    if (response?.ok() === true) {
      fates.decided += 1;
      const { row } = Decided.parse(await response.json());
      desk.waiting.delete(row.id);
      if (!(await asShown(desk, request, row, shown))) counts.wrong += 1;
      continue;
    }
    fates.refused += 1;
    await desk.page.locator(ARMED).waitFor();
    counts.restored.push(Math.round(performance.now() - answered));
  }
}

/** Whether id, version, digest and values of what the server has recorded are those that every press of it displayed. */
async function asShown(
  { other }: Desk,
  request: Request,
  row: z.infer<typeof Decided>["row"],
  shown: readonly Shown[],
): Promise<boolean> {
  const sent = Sent.parse(request.postDataJSON());
  const { versions } = History.parse(await (await other.request.get(`/api/v1/people/proposals/${row.id}`)).json());
  const recorded = versions.find(({ version }) => version === row.version);
  const phone = String(recorded?.arguments.phone);
  const same = shown.every((one) => one.id === row.id && one.version === row.version && one.phones.includes(phone));
  return same && shown.length > 0 && recorded?.digest === sent.digest;
}

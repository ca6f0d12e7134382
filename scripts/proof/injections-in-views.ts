import type { Browser, Page } from "@playwright/test";

import type { ServerUnderTest } from "../../bench/server-under-test";
import type { SignedIn } from "../../bench/signed-in";
import { KINDS } from "../../lib/domain/words";
import type { CanaryCollector } from "./canary-collector";
import { injectedProposal } from "./injected-proposals";
import { trapSprings, watched, type Watched } from "./injection-watch";
import { injectionsAt, type Injection } from "./injections";
import { postAs } from "./post-as";
import type { Extent, Proof } from "./proof";

/** As a part of them fits into one proposal: with so many parts every string is sent once, by one kind or another. */
const PARTS = KINDS.length;
/** In a slice one of so many proposals is opened everywhere. */
const EVERYWHERE_EVERY = 4;
const PAGES_MAX = 20;

interface InjectionScene {
  readonly browser: Browser;
  readonly under: ServerUnderTest;
  readonly storageState: SignedIn;
  readonly collector: CanaryCollector;
  /** One secret a kind, so that no agent has more waiting than it may. */
  readonly keys: readonly string[];
}

/** Where what an agent says can be read. */
const VIEWS = {
  queue: (id: string, page: Page) => openAt(page, `/queue?fold=no&open=${id}`, id),
  drawer: openDrawer,
  focus: (id: string, page: Page) => openAt(page, `/focus?open=${id}`, id),
  proposal: async (id: string, page: Page) => {
    await openAt(page, `/proposals/${id}`, id);
    await showHtml(page);
  },
} as const satisfies Readonly<Record<string, (id: string, page: Page) => Promise<void>>>;
type ViewName = keyof typeof VIEWS | "history" | "ledger";

/** Markup, script, style and addresses in every text of proposals of every kind, read in every view (design: trust H4): they stay text. */
export async function injectionsInViews(scene: InjectionScene, { full, progress }: Extent): Promise<Proof> {
  const injections = injectionsAt(scene.collector.origin);
  const springs = await trapSprings(scene.browser, scene.collector, baitOf(injections));
  const ids = await proposed(scene, injections, full);
  const desk = await atDesk(scene);
  const seen = new Map<ViewName, Set<string>>();
  let opened = 0;
  const read = async (view: ViewName): Promise<void> => {
    opened += 1;
    const found = seen.get(view) ?? new Set();
    for (const canary of await desk.look()) found.add(canary);
    seen.set(view, found);
  };
  try {
    for (const [at, id] of ids.entries()) {
      const views =
        full || at % EVERYWHERE_EVERY === 0
          ? (["queue", "drawer", "focus", "proposal"] as const)
          : (["queue", "drawer"] as const);
      for (const view of views) {
        await VIEWS[view](id, desk.page);
        await read(view);
      }
      progress(`${String(at + 1)} of ${String(ids.length)} proposals opened`);
    }
    for (const view of ["history", "ledger"] as const) await readLists(desk, view, read);
  } finally {
    await desk.close();
  }
  const readable = new Set([...seen.values()].flatMap((canaries) => [...canaries]));
  const { executions, requests, refusals, elements } = desk.caught;
  return {
    name: "consent H4: what an agent writes stays text in every view",
    // Strings that nobody could read, or a trap that catches nothing, would prove nothing.
    holds: executions + requests + refusals + elements === 0 && readable.size === injections.length && springs,
    cases: injections.length,
    proposals: ids.length,
    opened,
    executions,
    requests,
    refusals,
    elements,
    readable: readable.size,
    readIn: [...seen].map(([view, canaries]) => `${view} ${String(canaries.size)}`).join(" "),
    trapSprings: springs,
    bar: "0 executions, requests, refusals and elements",
  };
}

/** The reviewer's page. What comes of a string there is said at once, beside the counts. */
function atDesk({ browser, collector, under, storageState }: InjectionScene): Promise<Watched> {
  return watched(browser, collector, { baseURL: under.url, storageState }, (what) => process.stderr.write(`${what}\n`));
}

/** Of the first vectors the plain way: what a page that nothing protects runs, loads and follows. */
function baitOf(injections: readonly Injection[]): readonly Injection[] {
  return injections.slice(0, 99).filter((_, at) => at % 14 === 0);
}

/** The ids of proposals of every kind: each part of the strings in each kind, in a slice in one kind only. */
async function proposed(
  { under, keys }: InjectionScene,
  injections: readonly Injection[],
  full: boolean,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const [place, kind] of KINDS.entries()) {
    for (let turn = 0; turn < (full ? PARTS : 1); turn += 1) {
      const part = injections.filter((_, at) => at % PARTS === (place + turn) % PARTS);
      const { id, status } = await postAs(
        { url: under.url, key: keys[place] ?? "" },
        "/proposals",
        injectedProposal(kind, place + turn, part),
      );
      if (status !== "pending") throw new Error(`a proposal of the kind ${kind} is ${status} and waits for nobody`);
      ids.push(id);
    }
  }
  return ids;
}

async function openAt(page: Page, address: string, id: string): Promise<void> {
  await page.goto(address);
  await page.locator(`[id='card-${id}-heading']`).waitFor();
}

/** Of the card that is open, with what the HTML of a message would look like. */
async function openDrawer(_id: string, page: Page): Promise<void> {
  await page.locator("[data-action-bar] button[aria-disabled='false']").first().waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Evidence" }).waitFor();
  await showHtml(page);
}

async function showHtml(page: Page): Promise<void> {
  const button = page.getByRole("button", { name: "Show the HTML" });
  if ((await button.count()) === 0) return;
  await button.first().click();
  await page.locator("iframe[sandbox='']").waitFor();
}

/** Every page of a list. */
async function readLists({ page }: Watched, view: "history" | "ledger", read: (view: ViewName) => Promise<void>): Promise<void> {
  let address: string | null = `/${view}`;
  for (let pages = 0; address !== null && pages < PAGES_MAX; pages += 1) {
    await page.goto(address);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await read(view);
    const older = page.locator("a[href*='cursor=']");
    address = (await older.count()) === 0 ? null : await older.first().getAttribute("href");
  }
}

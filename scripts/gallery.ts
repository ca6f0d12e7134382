import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";

import type { Page } from "@playwright/test";

import { ALL_FIXTURES } from "../lib/domain/card/fixtures/all-fixtures";
import { KINDS } from "../lib/domain/words";
import type { ProposalInput } from "../sdk/src/index";
import { Countersign, CountersignError } from "../sdk/src/index";
import { Random } from "./demo/random";
import { DEMO_AGENTS } from "./demo/scenarios";
import { proposedAs } from "./pictures/proposed-as";
import type { Stage } from "./pictures/stage";
import { cardIsReady, onStage, signedIn } from "./pictures/stage";
import { proposalOf, recordedCall } from "./replay/recorded-call";

/**
 * `npm run gallery`: every kind of card as a reviewer meets it, at 1440 and 360 px, light and dark, with a page that holds them side by side.
 * One fixture of each sort, or `--all`; `--only KIND`; `--language de` for a browser of that language; or, with `--calls FILE --pick N`, N recorded calls
 * that change something, drawn by `--draw`
 * and shown under the policy of `--policy FILE`, without anything that was recorded for measuring.
 */
const { values } = parseArgs({
  options: {
    out: { type: "string", default: "data/gallery" },
    only: { type: "string" },
    all: { type: "boolean", default: false },
    calls: { type: "string" },
    pick: { type: "string", default: "20" },
    draw: { type: "string", default: "1" },
    policy: { type: "string" },
    language: { type: "string", default: "en" },
    narrow: { type: "boolean", default: true },
    dark: { type: "boolean", default: true },
  },
  allowNegative: true,
});

interface Shown {
  /** Of its files: letters, digits and hyphens. */
  readonly name: string;
  readonly says: string;
  readonly input: ProposalInput;
}

interface View {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly theme: "light" | "dark";
}

const SIZES = [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
] as const;
const VIEWS: readonly View[] = SIZES.flatMap((size) =>
  (["light", "dark"] as const).map((theme) => ({ ...size, theme, name: `${String(size.width)}-${theme}` })),
).filter(({ width, theme }) => (values.narrow || width > 400) && (values.dark || theme === "light"));

function fixtures(): readonly Shown[] {
  const kinds = KINDS.filter((kind) => values.only === undefined || values.only === kind);
  return kinds.flatMap((kind) => {
    const seen = new Set<string>();
    const chosen = ALL_FIXTURES[kind].filter(({ of }) => values.all || (!seen.has(of) && seen.add(of)));
    return chosen.map((fixture, index) => ({
      name: `${kind}-${String(index + 1).padStart(2, "0")}-${fixture.of}`,
      says: `${kind}, ${fixture.of}: ${fixture.name}`,
      input: proposedAs(fixture),
    }));
  });
}

function recorded(file: string): readonly Shown[] {
  const random = new Random(Number(values.draw));
  const writes = readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => recordedCall(line) ?? [])
    .filter(({ write }) => write);
  const drawn = Array.from({ length: Math.min(Number(values.pick), writes.length) }, () =>
    writes.splice(random.between(0, writes.length - 1), 1).flat(),
  ).flat();
  return drawn.map((call, index) => ({
    name: `call-${String(index + 1).padStart(2, "0")}`,
    says: `run ${call.run}, step ${String(call.step)}: ${call.tool}`,
    input: { ...proposalOf(call), redeem: false },
  }));
}

async function main(): Promise<void> {
  const shown = values.calls === undefined ? fixtures() : recorded(values.calls);
  if (shown.length === 0) throw new Error("nothing of that name to show");
  mkdirSync(values.out, { recursive: true });
  const policy = values.policy === undefined ? {} : { policy: readFileSync(values.policy, "utf8") };
  await onStage({ days: 0, ...policy }, async (stage) => {
    const pending = await propose(stage, shown);
    for (const view of VIEWS) await take(stage, view, pending);
    writeFileSync(path.join(values.out, "index.html"), pageOf(pending.map(({ card }) => card)));
    console.log(
      `${String(pending.length)} cards of ${String(shown.length)} in ${String(VIEWS.length)} views: ${values.out}/index.html`,
    );
  });
}

type Pending = readonly { readonly card: Shown; readonly id: string }[];

/** Each is proposed by an agent of the demo; what the server refuses or lets run by itself has no card to show, and is named. */
async function propose({ url, keys }: Stage, shown: readonly Shown[]): Promise<Pending> {
  // Recorded calls are one agent's; fixtures are everybody's.
  const agents = values.calls === undefined ? DEMO_AGENTS : DEMO_AGENTS.slice(0, 1);
  const clients = agents.map(({ name }) => new Countersign({ url, apiKey: keys[name] ?? "" }));
  const pending: { card: Shown; id: string }[] = [];
  for (const [index, card] of shown.entries()) {
    const client = clients[index % clients.length];
    if (client === undefined) throw new Error("the demo has agents");
    try {
      const { id, status } = await client.propose(card.input);
      if (status === "pending") pending.push({ card, id });
      else console.log(`${card.says}: ${status} without a person`);
    } catch (error) {
      if (!(error instanceof CountersignError)) throw error;
      console.log(`${card.says}: refused, ${error.code}`);
    }
  }
  return pending;
}

async function take(stage: Stage, view: View, pending: Pending): Promise<void> {
  const context = await stage.browser.newContext({
    baseURL: stage.url,
    viewport: { width: view.width, height: view.height },
    colorScheme: view.theme,
    locale: values.language,
    storageState: await signedIn(stage, "reviewer"),
    ...(view.width < 400 ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}),
  });
  const page = await context.newPage();
  for (const { card, id } of pending) await shoot(page, id, path.join(values.out, fileOf(card, view)));
  await context.close();
}

async function shoot(page: Page, id: string, file: string): Promise<void> {
  await page.goto(`/focus?open=${id}`);
  await cardIsReady(page);
  await page.screenshot({ path: file });
}

function fileOf({ name }: Shown, view: View): string {
  return `${name}-${view.name}.png`;
}

/** A page without scripts: a row a card, a column a view. */
function pageOf(cards: readonly Shown[]): string {
  const text = (raw: string): string => raw.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const rows = cards.map((card) => {
    const views = VIEWS.map(
      (view) =>
        `<a href="${fileOf(card, view)}"><img loading="lazy" height="420" alt="${view.name}" src="${fileOf(card, view)}"></a>`,
    );
    return `<section><h2>${text(card.says)}</h2>${views.join("\n")}</section>`;
  });
  const style =
    "body{font:14px system-ui;margin:24px}h2{font-size:14px;margin:24px 0 8px}section{white-space:nowrap;overflow-x:auto}";
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Cards</title><style>${style}</style>\n${rows.join("\n")}\n</html>\n`;
}

await main();

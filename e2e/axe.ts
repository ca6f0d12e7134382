import type { Page } from "@playwright/test";
import axe from "axe-core";

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/** The reference renders every operation and schema by the same two components: the first of each stands for the rest. */
const ALIKE = "main > section > section ~ section ~ section";

/** The rules of axe, of those that are on, that read colours. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** What axe itself calls moderate or minor, whatever it finds: none of it would count below. */
const SLIGHT_RULES = [
  "aria-allowed-role",
  "aria-deprecated-role",
  "empty-heading",
  "empty-table-header",
  "form-field-multiple-labels",
  "heading-order",
  "html-xml-lang-mismatch",
  "image-redundant-alt",
  "landmark-banner-is-top-level",
  "landmark-contentinfo-is-top-level",
  "landmark-main-is-top-level",
  "landmark-no-duplicate-banner",
  "landmark-no-duplicate-contentinfo",
  "landmark-no-duplicate-main",
  "landmark-one-main",
  "landmark-unique",
  "meta-viewport-large",
  "meta-viewport",
  "no-autoplay-audio",
  "page-has-heading-one",
  "presentation-role-conflict",
  "region",
  "scope-attr-valid",
  "server-side-image-map",
  "skip-link",
  "table-duplicate-name",
];

/** Switches the theme, and waits for the colours that change with it, and for what is still fading in, to arrive. */
async function inTheme(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await settled(page);
}

/** Longer than anything fades here. */
const SETTLES_MS = 10_000;

async function settled(page: Page): Promise<void> {
  await page.evaluate(async (most) => {
    const until = performance.now() + most;
    // A page of which the browser draws nothing for a second, as it once did after its window was resized, fades nothing either.
    const within = (what: Promise<unknown>): Promise<unknown> =>
      Promise.race([what, new Promise((resolve) => setTimeout(resolve, 1_000))]);
    const frame = (): Promise<unknown> => within(new Promise((resolve) => requestAnimationFrame(resolve)));
    const running = (): readonly Animation[] =>
      document.getAnimations().filter((one) => one.playState === "running" && one.effect?.getTiming().iterations !== Infinity);
    // On a busy machine what was just opened, or has just changed its colours, begins to fade a frame later.
    await frame();
    await frame();
    for (let left = running(); left.length > 0 && performance.now() < until; left = running()) {
      await within(Promise.allSettled(left.map((one) => one.finished)));
      await frame();
    }
  }, SETTLES_MS);
}

/** A phone of the smaller kind, upright. */
const NARROW = { width: 360, height: 740 };

/**
 * Serious and critical findings of axe on the page as it stands, or on the parts of it that a selector names: by every rule, and by those that
 * read colours in the other theme as well. All of that as wide as the window is, and again as wide as a phone is, where other parts of the page
 * are drawn; the window is as it was afterwards.
 */
export async function findings(page: Page, parts?: string): Promise<readonly string[]> {
  const before = page.viewportSize();
  const wide = await findingsAsWide(page, parts);
  if (before === null || before.width <= NARROW.width) return wide;
  await page.setViewportSize(NARROW);
  const narrow = await findingsAsWide(page, parts);
  await page.setViewportSize(before);
  await settled(page);
  return [...wide, ...narrow.map((one) => `at ${String(NARROW.width)} px, ${one}`)];
}

async function findingsAsWide(page: Page, parts: string | undefined): Promise<readonly string[]> {
  // It stays in the page: reading it in anew costs more than most of its rules.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const scope = { exclude: [ALIKE], ...(parts === undefined ? {} : { include: [parts] }) };
  await inTheme(page, "light");
  const light = await found(page, {
    scope,
    rules: { rules: Object.fromEntries(SLIGHT_RULES.map((rule) => [rule, { enabled: false }])) },
  });
  await inTheme(page, "dark");
  const dark = await found(page, { scope, rules: { runOnly: COLOUR_RULES } });
  return [...light, ...dark];
}

/** Where axe looks, and by which rules: of what it takes, what is asked of it here. */
interface Look {
  readonly scope: { readonly exclude: string[]; readonly include?: string[] };
  readonly rules: { readonly rules: Record<string, { readonly enabled: boolean }> } | { readonly runOnly: string[] };
}

async function found(page: Page, look: Look): Promise<readonly string[]> {
  const { violations } = await page.evaluate(
    ({ scope, rules }) => window.axe.run(scope, { ...rules, resultTypes: ["violations"], iframes: false, preload: false }),
    look,
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

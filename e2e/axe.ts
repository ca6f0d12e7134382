import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** The reference renders every operation and schema by the same two components: the first of each stands for the rest. */
const ALIKE = "main > section > section ~ section ~ section";

/** Switches the theme, and waits for the colours that change with it, and for what is still fading in, to arrive. */
async function inTheme(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    const running = (): readonly Animation[] =>
      document.getAnimations().filter((one) => one.playState === "running" && one.effect?.getTiming().iterations !== Infinity);
    // On a busy machine what was just opened, or has just changed its colours, begins to fade a frame later.
    await frame();
    await frame();
    for (let left = running(); left.length > 0; left = running()) {
      await Promise.allSettled(left.map((one) => one.finished));
      await frame();
    }
  });
}

/** Serious and critical findings of axe on the page as it stands, by every rule in both themes. */
export async function findings(page: Page): Promise<readonly string[]> {
  const builder = (): AxeBuilder => new AxeBuilder({ page }).exclude(ALIKE);
  await inTheme(page, "light");
  const light = await builder().analyze();
  await inTheme(page, "dark");
  const dark = await builder().analyze();
  return [...light.violations, ...dark.violations]
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

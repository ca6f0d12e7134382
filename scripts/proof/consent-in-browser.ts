import { chromium } from "@playwright/test";

import { ADMIN, serverUnderTest } from "../../bench/server-under-test";
import { signedIn } from "../../bench/signed-in";
import { KINDS } from "../../lib/domain/words";
import { CHROMIUM_ARGUMENTS, findChromium } from "../chromium.mjs";
import { arrivals } from "./arrivals";
import { canaryCollector } from "./canary-collector";
import { doubleClicks } from "./double-clicks";
import { injectionsInViews } from "./injections-in-views";
import type { Extent, Proof, SkippedProof } from "./proof";
import { orBrokenDown } from "./proof";

/** An agent a kind, and one for every desk that is clicked at: each desk sees its own agent's proposals alone. */
const DESKS = { slice: 2, full: 4 };

/** The built server, a browser, and an address beside them that nobody may ask for anything. */
export async function consentInBrowser(extent: Extent): Promise<readonly (Proof | SkippedProof)[]> {
  const executablePath = findChromium();
  if (executablePath === null) return [{ name: "consent H4, H7 and H8 (in Chromium)", skipped: "there is no Chromium" }];
  const desks = extent.full ? DESKS.full : DESKS.slice;
  const agentIds: string[] = [];
  const under = await serverUnderTest({
    agents: KINDS.length + 2 * desks,
    fill: async (ctx) => {
      for (let agent = 0; agent < KINDS.length + 2 * desks; agent += 1) {
        agentIds.push((await ctx.store.read.agentByName(`agent-${String(agent)}`))?.id ?? "");
      }
    },
  });
  const collector = await canaryCollector();
  const browser = await chromium.launch({ args: CHROMIUM_ARGUMENTS, executablePath });
  try {
    const storageState = await signedIn(browser, under);
    const scene = { browser, under, storageState };
    const injected = await orBrokenDown("consent H4", async () => [
      await injectionsInViews({ ...scene, collector, keys: under.keys.slice(0, KINDS.length) }, extent),
    ]);
    const agents = under.keys.slice(KINDS.length).map((key, at) => ({ key, id: agentIds[KINDS.length + at] ?? "" }));
    const doubled = await orBrokenDown("consent H8", async () => [
      await doubleClicks({ ...scene, agents: agents.slice(0, desks) }, extent),
    ]);
    // In full only: what the gate takes has to have held for longer first.
    if (!extent.full) return [...injected, ...doubled];
    const colleague = await signedIn(browser, under, ADMIN);
    const arrived = await orBrokenDown("consent H7", async () => [
      await arrivals({ ...scene, colleague, agents: agents.slice(desks) }, extent),
    ]);
    return [...injected, ...doubled, ...arrived];
  } finally {
    await browser.close();
    await collector.stop();
    await under.stop();
  }
}

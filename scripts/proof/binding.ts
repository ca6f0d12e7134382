import path from "node:path";

import type { Family, Proof } from "./proof";
import { Refusals } from "./refusals";
import { refusePayloads } from "./binding-payloads";
import { approvedTickets, refuseForgeries, refuseReplays, redeemGenuine } from "./binding-receipts";
import { agentNamed, inTemporaryFolder, openContext, reviewer } from "./workspace";

const SLICE_FORGED = 1;
const FULL_FORGED = 5;
/** The claim is about this many tries at least (design: trust B2). */
const LEAST = 1_000;

/**
 * Receipts and payloads that were changed, forged, outdated or used before (design: trust B2, B3): none passes the server's redeem or the SDK, and
 * the genuine ones still do afterwards.
 */
export const binding: Family = ({ full, progress }) =>
  inTemporaryFolder(async (folder) => {
    const clock = { now: Date.now() };
    const ctx = await openContext(path.join(folder, "binding.db"), () => clock.now);
    try {
      const agents = { own: await agentNamed(ctx, "binding"), other: await agentNamed(ctx, "someone else") };
      const scene = { ctx, clock, ...agents, person: await reviewer(ctx) };
      const tickets = await approvedTickets(scene);
      const forged = new Refusals();
      for (let index = 0; index < (full ? FULL_FORGED : SLICE_FORGED); index += 1) {
        await refuseForgeries(scene, tickets, index, forged);
        progress(`${String(forged.tried)} forgeries`);
      }
      const payloads = new Refusals();
      await refusePayloads(scene, tickets, payloads);
      progress("replays");
      const genuine = await redeemGenuine(scene, tickets);
      const replayed = new Refusals();
      await refuseReplays(scene, tickets, replayed);
      return [
        proofOf("binding: a changed or forged receipt is refused", forged, forged.tried >= LEAST),
        proofOf("binding: a payload that was not signed is refused", payloads, payloads.tried > 0),
        proofOf("binding: an outdated, foreign or used receipt is refused", replayed, replayed.tried > 0),
        {
          name: "binding: every genuine receipt still passes once",
          holds: genuine === tickets.length,
          tickets: tickets.length,
          genuine,
        },
      ];
    } finally {
      await ctx.store.close();
    }
  });

function proofOf(name: string, refusals: Refusals, enough: boolean): Proof {
  const { tried, refused, passed, broke } = refusals;
  for (const note of refusals.notes) process.stderr.write(`${note}\n`);
  return { name, holds: enough && refused === tried, tried, refused, passed, broke, by: refusals.inWords() };
}

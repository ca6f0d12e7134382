import type { LedgerDraft } from "../../../db/store/types";
import { DEFAULT_POLICY } from "../../domain/policy/default-policy";
import { newAgent } from "../agents/create-agent";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { DRAW_KEY, loadLiveSettings } from "./live-settings";

/** The agent that people's own proposals are made under. */
export const MANUAL_AGENT = "manual";

/**
 * Makes sure that what every workspace has is there (the agent `manual`, a first policy), and loads the live settings. Run at every start,
 * before anything is served; what exists is left as it is.
 */
export async function ensureBuiltIns(ctx: Context): Promise<void> {
  const manual = newAgent(ctx, MANUAL_AGENT, null, true);
  const now = ctx.clock();
  const drawKey = Buffer.from(ctx.randomBytes(32)).toString("hex");
  await ctx.store.transact(function* (tx) {
    const events: LedgerDraft[] = [];
    if ((yield* tx.agentBySkeleton(manual.skeleton)) === null) {
      yield* tx.insertAgent(manual);
      const event = { type: "agent.created", subject: manual.id, agentId: manual.id, body: { name: manual.name, builtIn: true } };
      events.push(ledgerDraft("system:worker", now, event));
    }
    if ((yield* tx.latestPolicyVersion()) === null) {
      const text = `${JSON.stringify(DEFAULT_POLICY, null, 2)}\n`;
      const note = "the policy of a new workspace";
      yield* tx.insertPolicy({ version: 1, text, by: null, at: now, note, basedOn: null });
      const body = { version: 1, basedOn: null, note, digest: `sha256:${ctx.sha256(text)}`, document: text };
      events.push(ledgerDraft("system:worker", now, { type: "policy.saved", subject: "policy", body }));
    }
    if ((yield* tx.setting(DRAW_KEY)) === null) {
      yield* tx.saveSetting(DRAW_KEY, drawKey);
      const event = { type: "look.key_made", subject: null, body: { digest: `sha256:${ctx.sha256(drawKey)}` } };
      events.push(ledgerDraft("system:worker", now, event));
    }
    const [first, ...rest] = events;
    return first === undefined ? { result: null, unchanged: true } : { result: null, events: [first, ...rest] };
  });
  await loadLiveSettings(ctx);
}

import { compilePolicy, type CompiledPolicy } from "../../domain/policy/compile-policy";
import { limitsOfBoth, type Rollout } from "../../domain/policy/rollout";
import { readPolicy } from "../../domain/policy/validate-policy";
import type { Context, LiveSettings } from "../context";
import { readGrants } from "../grants/live-grants";
import { readLadder } from "../ladder/live-ladder";
import { ofContext } from "../of-context";
import { readRollout, type KeptRollout } from "../policy/rollout-setting";
import { readWorkspace } from "./workspace";

/** The setting that holds the secret of the draws. Its hash is in the record, so that later anyone can check that no draw was steered. */
export const DRAW_KEY = "look.draw_key";

/** Replaces what every proposal needs with what the database says. Run at start, before anything is served, and when another process changed it. */
export async function loadLiveSettings(ctx: Context): Promise<void> {
  // Read first: whatever changes later has a later entry.
  const { seq } = await ctx.store.read.ledgerHead();
  await refreshWorkspace(ctx);
  await refreshStops(ctx);
  await refreshPolicy(ctx);
  await refreshLadder(ctx);
  await refreshGrants(ctx);
  ctx.live.drawKey = (await ctx.store.read.setting(DRAW_KEY)) ?? "";
  ctx.live.asOf = Math.max(ctx.live.asOf, seq);
}

/** Puts the workspace's mode as committed into force. */
export function refreshWorkspace(ctx: Context): Promise<void> {
  return refresh(ctx, "workspace", async () => ({ workspace: (await readWorkspace(ctx)).mode }));
}

/** Puts the kill switches as committed into force. */
export function refreshStops(ctx: Context): Promise<void> {
  return refresh(ctx, "stops", async () => ({ stops: new Set((await ctx.store.read.stops()).map(({ scope }) => scope)) }));
}

/** Puts the ladder as committed into force. */
export function refreshLadder(ctx: Context): Promise<void> {
  return refresh(ctx, "ladder", async () => ({ ladder: await readLadder(ctx) }));
}

/** Puts the standing approvals as committed into force. */
export function refreshGrants(ctx: Context): Promise<void> {
  return refresh(ctx, "grants", async () => ({ grants: await readGrants(ctx) }));
}

/** Puts the newest policy into force and tells every screen. */
export async function announcePolicy(ctx: Context): Promise<void> {
  await refreshPolicy(ctx);
  tellPolicy(ctx);
}

/** Puts a level that somebody set into force and tells every screen: what is blocked is named on it. */
export async function announceLadder(ctx: Context): Promise<void> {
  await refreshLadder(ctx);
  tellPolicy(ctx);
}

/** Tells every screen that what policy does has changed. */
export function tellPolicy({ hub, live: { policy } }: Context): void {
  if (policy !== null) hub.publish({ type: "policy", version: policy.version });
}

/** The same after a commit in which evidence may have moved a cell, ended a standing approval, or returned a version of the policy. */
export async function refreshMoved(ctx: Context, rows: readonly { readonly type: string }[]): Promise<void> {
  if (rows.some(({ type }) => type === "ladder.moved")) await refreshLadder(ctx);
  if (rows.some(({ type }) => type === "grant.revoked")) await refreshGrants(ctx);
  if (rows.some(({ type }) => type === "policy.returned")) await announcePolicy(ctx);
}

/** Puts the newest policy as committed into force; one that cannot be read leaves none, and everything goes to a person. */
export function refreshPolicy(ctx: Context): Promise<void> {
  return refresh(ctx, "policy", async () => {
    const kept = await keptRollout(ctx);
    const saved = await ctx.store.read.policy(null);
    const read = saved === null ? null : readPolicy(saved.text);
    if (read !== null && !read.ok)
      ctx.log.error({ version: saved?.version }, "the policy cannot be read: everything goes to a person");
    if (kept === "unreadable" || saved === null || read === null || !read.ok) {
      return { policy: null, policySince: 0, rollout: null, returned: null };
    }
    const policy = compilePolicy(read.value.document, saved.version);
    const running = kept?.type === "running" && kept.rollout.next.version === saved.version ? kept.rollout : null;
    return {
      ...{ policy, policySince: saved.at, returned: kept?.type === "returned" ? kept : null },
      rollout: running === null ? null : await bothVersions(ctx, policy, running),
    };
  });
}

/** Where nobody can say which version judges what, none does, and everything goes to a person. */
async function keptRollout(ctx: Context): Promise<KeptRollout | null | "unreadable"> {
  try {
    return await readRollout(ctx);
  } catch (error) {
    ctx.log.error({ error }, "the roll-out of the policy cannot be read: everything goes to a person");
    return "unreadable";
  }
}

/** The version that takes effect in stages and the one before it, each with the limits of both. */
async function bothVersions(ctx: Context, policy: CompiledPolicy, rollout: Rollout): Promise<LiveSettings["rollout"]> {
  const saved = await ctx.store.read.policy(rollout.before.version);
  const read = saved === null ? null : readPolicy(saved.text);
  if (saved === null || read === null || !read.ok) return { rollout, next: policy, before: null };
  const { document } = read.value;
  const limits = [...limitsOfBoth(document.limits, policy.document.limits)];
  return {
    rollout,
    next: compilePolicy({ ...policy.document, limits }, policy.version),
    before: compilePolicy({ ...document, limits }, saved.version),
  };
}

/** Of two refreshes under way, the one that began to read later holds: it saw every commit that the other saw. */
async function refresh(ctx: Context, part: string, load: () => Promise<Partial<LiveSettings>>): Promise<void> {
  const turn = ofContext(ctx, `refresh-${part}`, () => ({ begun: 0, done: 0 }));
  const mine = (turn.begun += 1);
  const loaded = await load();
  if (mine < turn.done) return;
  turn.done = mine;
  Object.assign(ctx.live, loaded);
}

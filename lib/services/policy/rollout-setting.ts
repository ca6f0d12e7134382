import * as z from "zod";

import type { Steps, Transaction } from "../../../db/store/store";
import { LEVELS } from "../../domain/policy/ladder-handling";
import { STAKES } from "../../domain/words";
import type { Context } from "../context";

/** The setting that holds the roll-out under way, or the one that was returned by itself until an admin has seen it; empty otherwise. */
const ROLLOUT_KEY = "policy.rollout";

const Evidence = z.strictObject({
  level: z.enum(LEVELS),
  since: z.number(),
  fingerprint: z.string(),
  checked: z.int(),
  bad: z.int(),
  firstAt: z.number(),
  reviewers: z.array(z.string()).readonly(),
  severe: z.int(),
  ratio: z.number(),
  lot: z.strictObject({ audits: z.int(), bad: z.int() }),
  lots: z.array(z.boolean()).readonly(),
  versionFrom: z.number().exactOptional(),
  failedLots: z.int().exactOptional(),
  stakes: z.enum(STAKES),
});
const Side = z.strictObject({ version: z.int(), evidence: Evidence });
const Running = z.strictObject({
  type: z.literal("running"),
  /** Of the document before: the record names it when it comes back. */
  digest: z.string(),
  rollout: z.strictObject({
    next: Side,
    before: Side,
    startedAt: z.number(),
    stepMs: z.number().positive(),
    pausedAt: z.number().nullable(),
    idleMs: z.number(),
    riskier: z.boolean(),
  }),
});
const Returned = z.strictObject({
  type: z.literal("returned"),
  version: z.int(),
  /** The version that holds again, and the number it has now. */
  before: z.int(),
  to: z.int(),
  at: z.number(),
  because: z.enum(["severe", "lots", "sequential_test", "blocked"]),
});
const Stored = z.discriminatedUnion("type", [Running, Returned]);
/** What is kept of a roll-out. */
export type KeptRollout = z.infer<typeof Stored>;
export type RunningRollout = z.infer<typeof Running>;

/** What is kept of a roll-out, null where there is nothing. Throws on what cannot be read back: nobody knows then who is to judge. */
export async function readRollout(ctx: Context): Promise<KeptRollout | null> {
  return parse(await ctx.store.read.setting(ROLLOUT_KEY));
}

/** The same under the write lock; null too for what cannot be read back: then nothing is judged by policy, and nothing is there to be counted. */
export function* rolloutInLock(tx: Transaction): Steps<KeptRollout | null> {
  const value = yield* tx.setting(ROLLOUT_KEY);
  try {
    return parse(value);
  } catch {
    return null;
  }
}

/** Keeps it in place of any other, or none. */
export function* saveRollout(tx: Transaction, kept: KeptRollout | null): Steps<void> {
  yield* tx.saveSetting(ROLLOUT_KEY, kept === null ? "" : JSON.stringify(kept));
}

function parse(value: string | null): KeptRollout | null {
  return value === null || value === "" ? null : Stored.parse(JSON.parse(value));
}

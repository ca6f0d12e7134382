import type { CellRecord } from "../../../db/store/cell-types";
import { CANARY_WINDOW, sensitivityOf, type Sensitivity } from "../../domain/measure/anytime-bound";
import type { Surroundings } from "../../domain/measure/suggestion";
import { resolveAction } from "../../domain/policy/compile-policy";
import { LOOSEST } from "../../domain/policy/cell-treatment";
import { REVERSIBILITIES, type Kind } from "../../domain/words";
import type { Context } from "../context";
import { isOn } from "../settings/switches";

/** What people are known to do with a kind: how surely they catch errors. */
export type OfKind = Pick<Surroundings, "sensitivity" | "alpha">;

/** What people are known to do with each of these kinds, measured now. */
export async function readKinds(ctx: Context, kinds: Iterable<Kind>): Promise<ReadonlyMap<Kind, OfKind>> {
  const on = await isOn(ctx, "canaries");
  const read = async (kind: Kind): Promise<[Kind, OfKind]> => [
    kind,
    { sensitivity: await readSensitivity(ctx, kind, on), alpha: null },
  ];
  return new Map(await Promise.all([...new Set(kinds)].map(read)));
}

async function readSensitivity(ctx: Context, kind: Kind, on: boolean): Promise<Sensitivity> {
  return sensitivityOf(on ? await ctx.store.read.lastCatches(kind, CANARY_WINDOW) : null);
}

/** What the rest of the workspace says of a cell. One whose policy cannot be read goes nowhere. */
export function surroundingsOf(ctx: Context, { actionName, kind, tier, cell }: CellRecord, ofKind: OfKind): Surroundings {
  const { policy } = ctx.live;
  const common = { now: ctx.clock(), tier, ...ofKind };
  if (policy === null) return { ...common, loosest: "start", regulated: true };
  const { entry } = resolveAction(policy, actionName, kind);
  const row = policy.document.matrix[cell.stakes];
  // Of the cells that the stakes may lie in, the strictest: the ladder promises no more than every one of them lets it.
  const loosest = REVERSIBILITIES.filter((reversibility) => policy.document.tiers[cell.stakes][reversibility] === tier)
    .map((reversibility) => (row[reversibility].perKind?.[kind] ?? row[reversibility]).loosest)
    .reduce<(typeof LOOSEST)[number]>(
      (strictest, one) => (LOOSEST.indexOf(one) < LOOSEST.indexOf(strictest) ? one : strictest),
      "auto",
    );
  const known = REVERSIBILITIES.some((reversibility) => policy.document.tiers[cell.stakes][reversibility] === tier);
  return { ...common, loosest: known ? loosest : "start", regulated: (entry?.regulated ?? false) !== false };
}

import type { CellRecord } from "../../../db/store/cell-types";
import { AGREEMENT_WINDOW, agreementOfKind, type DoubleReview } from "../../domain/measure/agreement";
import { CANARY_WINDOW, sensitivityOf, type Sensitivity } from "../../domain/measure/anytime-bound";
import { pairOf } from "../../domain/measure/insights/doubles";
import { grouped } from "../../domain/measure/insights/figure";
import type { Surroundings } from "../../domain/measure/suggestion";
import { resolveAction } from "../../domain/policy/compile-policy";
import { LOOSEST } from "../../domain/policy/cell-treatment";
import { KINDS, REVERSIBILITIES, type Kind } from "../../domain/words";
import type { Context } from "../context";
import { isOn } from "../settings/switches";

/** What people are known to do with a kind: how surely they catch errors, and how far they agree. */
export type OfKind = Pick<Surroundings, "sensitivity" | "agreement">;

/** So many as fill the window of every kind, if they come evenly: a kind that comes seldom is measured by fewer. */
const DOUBLES_READ = AGREEMENT_WINDOW * KINDS.length;

/** What people are known to do with each of these kinds, measured now. */
export async function readKinds(ctx: Context, kinds: Iterable<Kind>): Promise<ReadonlyMap<Kind, OfKind>> {
  const [on, pairs] = await Promise.all([isOn(ctx, "canaries"), readPairs(ctx)]);
  const read = async (kind: Kind): Promise<[Kind, OfKind]> => [
    kind,
    {
      sensitivity: await readSensitivity(ctx, kind, on),
      agreement: agreementOfKind(pairs === null ? null : (pairs.get(kind) ?? [])),
    },
  ];
  return new Map(await Promise.all([...new Set(kinds)].map(read)));
}

/** The newest second opinions by kind; null while they are off. One bounded read for all kinds. */
async function readPairs(ctx: Context): Promise<ReadonlyMap<Kind, readonly DoubleReview[]> | null> {
  if (!(await isOn(ctx, "doubles"))) return null;
  const span = { from: 0, until: ctx.clock() + 1 };
  const doubles = await ctx.store.read.measuredDoubles(span, { agentId: null, kind: null }, DOUBLES_READ);
  const pairs = doubles.flatMap((double) => {
    const pair = pairOf(double);
    return pair === null ? [] : [{ kind: double.kind, pair }];
  });
  return new Map([...grouped(pairs, ({ kind }) => kind)].map(([kind, some]) => [kind, some.map(({ pair }) => pair)]));
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

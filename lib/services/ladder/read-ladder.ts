import type { CellRecord } from "../../../db/store/cell-types";
import { sensitivityOf } from "../../domain/measure/anytime-bound";
import { suggest, suggestionWords, type Suggestion, type Surroundings } from "../../domain/measure/suggestion";
import { resolveAction } from "../../domain/policy/compile-policy";
import { LOOSEST } from "../../domain/policy/cell-treatment";
import { REVERSIBILITIES } from "../../domain/words";
import type { PersonActor } from "../actor";
import type { Context } from "../context";
import { requirePermission } from "../require-permission";

const CELLS_MAX = 500;

/** One cell with what its evidence suggests. */
export interface LadderLine {
  readonly record: CellRecord;
  readonly agentName: string;
  readonly suggestion: Suggestion;
  /** The sentence with its numbers. */
  readonly words: string;
}

/** The cells that changed last, each with its suggestion: those that ask for something first. */
export async function readLadderLines(ctx: Context, actor: PersonActor): Promise<readonly LadderLine[]> {
  requirePermission(actor, "measures.read");
  const [records, agents] = await Promise.all([ctx.store.read.cells(CELLS_MAX), ctx.store.read.agents()]);
  const names = new Map(agents.map(({ id, name }) => [id, name]));
  const order = { down: 0, up: 1, stay: 2 };
  return records
    .map((record): LadderLine => {
      const around = surroundingsOf(ctx, record);
      const suggestion = suggest(record.cell, around);
      const words = suggestionWords(record.cell, suggestion, around.sensitivity);
      return { record, agentName: names.get(record.agentId) ?? record.agentId, suggestion, words };
    })
    .sort((a, b) => order[a.suggestion.type] - order[b.suggestion.type] || b.record.cell.checked - a.record.cell.checked);
}

/**
 * What the rest of the workspace says of a cell. No canaries measure the reviewers yet, so that what they catch is assumed, and said to be; a cell
 * whose policy cannot be read goes nowhere.
 */
export function surroundingsOf(ctx: Context, { actionName, kind, tier, cell }: CellRecord): Surroundings {
  const { policy } = ctx.live;
  const common = { now: ctx.clock(), tier, sensitivity: sensitivityOf(0, 0), alpha: null };
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

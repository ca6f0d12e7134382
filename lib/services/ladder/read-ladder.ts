import type { CellRecord } from "../../../db/store/cell-types";
import { suggest, type Suggestion } from "../../domain/measure/suggestion";
import { can } from "../../domain/permissions";
import type { PersonActor } from "../actor";
import type { Context } from "../context";
import { requirePermission } from "../require-permission";
import { readKinds, surroundingsOf, type OfKind } from "./surroundings";

const CELLS_MAX = 500;

/** One cell with what its evidence suggests. */
export interface LadderLine {
  readonly record: CellRecord;
  readonly agentName: string;
  readonly suggestion: Suggestion;
  /** What people are known to do with its kind: the suggestion rests on it. */
  readonly ofKind: OfKind;
  /** True where whoever reads may see how surely people catch and how far they agree: of two people, each would know the other's. */
  readonly figures: boolean;
}

/** The cells that changed last, each with its suggestion: those that ask for something first. */
export async function readLadderLines(ctx: Context, actor: PersonActor): Promise<readonly LadderLine[]> {
  requirePermission(actor, "measures.read");
  const [records, agents] = await Promise.all([ctx.store.read.cells(CELLS_MAX), ctx.store.read.agents()]);
  const names = new Map(agents.map(({ id, name }) => [id, name]));
  const ofKinds = await readKinds(
    ctx,
    records.map(({ kind }) => kind),
  );
  const figures = can(actor.role, "people.read");
  const order = { blocked: 0, down: 1, up: 2, stay: 3 };
  return records
    .flatMap((record): readonly LadderLine[] => {
      const ofKind = ofKinds.get(record.kind);
      if (ofKind === undefined) return [];
      const suggestion = suggest(record.cell, surroundingsOf(ctx, record, ofKind));
      return [{ record, agentName: names.get(record.agentId) ?? record.agentId, suggestion, ofKind, figures }];
    })
    .sort((a, b) => order[a.suggestion.type] - order[b.suggestion.type] || b.record.cell.checked - a.record.cell.checked);
}

import { basisOf, type CalibrationBasis } from "../../domain/measure/calibration";
import type { PersonActor } from "../actor";
import type { Context } from "../context";
import { requirePermission } from "../require-permission";
import { calibrationRecords, refreshCalibration, type CalibrationRecord } from "./table";

/** One agent's record with a kind, for people to read. */
export interface CalibrationLine extends CalibrationRecord {
  readonly agentName: string;
  readonly basis: CalibrationBasis;
}

/** What agents' declared confidence was worth, by agent and kind: those with most labelled items first. */
export async function readCalibration(ctx: Context, actor: PersonActor): Promise<readonly CalibrationLine[]> {
  requirePermission(actor, "measures.read");
  await refreshCalibration(ctx);
  const names = new Map((await ctx.store.read.agents()).map(({ id, name }) => [id, name]));
  return calibrationRecords(ctx).map((record) => ({
    ...record,
    agentName: names.get(record.agentId) ?? record.agentId,
    basis: basisOf(record.calibration),
  }));
}

import { columnsOf, type HistoryColumns, type PastItem } from "../lib/domain/measure/history-columns";
import type { FixedPart } from "../lib/domain/policy/fixed-part";
import { packLadder } from "../lib/domain/policy/ladder-handling";
import { KINDS } from "../lib/domain/words";
import { START } from "./builders";

const PLAIN: FixedPart = {
  stakes: 1,
  reversibility: 1,
  declaredStakes: null,
  declaredReversibility: null,
  tier: 0,
  treatment: 0,
  kind: KINDS.indexOf("record"),
  alsoGeneric: false,
  detected: false,
  observed: false,
  doubt: false,
  regulated: false,
  amount: null,
  confidence: null,
  calibrated: null,
  ladder: packLadder(null),
};

export type PastGiven = Partial<Omit<PastItem, "fixed">> & { readonly fixed?: Partial<FixedPart> };

export const FINE: NonNullable<PastItem["label"]> = {
  verdict: "right",
  because: "approved",
  severe: false,
  excluded: null,
  weight: 1,
};
export const REJECTED: NonNullable<PastItem["label"]> = { ...FINE, verdict: "wrong", because: "rejected" };

/** Past items an hour apart, each of minor stakes and restorable unless it says otherwise. */
export function past(given: readonly PastGiven[]): readonly PastItem[] {
  return given.map((one, index) => ({
    id: `prp_${String(index).padStart(26, "0")}`,
    at: START + index * 3_600_000,
    agentId: "agt_1",
    label: null,
    seconds: 6,
    waitMs: null,
    ...one,
    fixed: { ...PLAIN, ...one.fixed },
  }));
}

/** The same one over and over. */
export function times(count: number, one: PastGiven): readonly PastGiven[] {
  return Array.from({ length: count }, () => one);
}

/** Columns of {@link past}. */
export function pastColumns(given: readonly PastGiven[]): HistoryColumns {
  return columnsOf(past(given));
}

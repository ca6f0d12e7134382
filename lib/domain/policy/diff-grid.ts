import { KINDS, REVERSIBILITIES, STAKES, TIERS, TIER_WORD, type Kind, type Reversibility, type Stakes } from "../words";
import { handlingOf, LOOSEST, strictness } from "./cell-treatment";
import { change, type PolicyChange } from "./policy-change";
import { cellName, cellWords, loosestWords } from "./matrix-words";
import type { PolicyDocument } from "./policy-document";

const CELLS: readonly (readonly [Stakes, Reversibility])[] = STAKES.flatMap((stakes) =>
  REVERSIBILITIES.map((reversibility) => [stakes, reversibility] as const),
);

/** Changes of what cells do, for all kinds and for single ones. */
export function cellChanges(before: PolicyDocument, after: PolicyDocument): readonly PolicyChange[] {
  return CELLS.flatMap(([stakes, reversibility]) => {
    const path = `matrix.${stakes}.${reversibility}`;
    const name = cellName(stakes, reversibility);
    const [old, now] = [before.matrix[stakes][reversibility], after.matrix[stakes][reversibility]];
    const kinds = KINDS.filter((kind) => old.perKind?.[kind] !== undefined || now.perKind?.[kind] !== undefined);
    return [
      ...cellChange(path, name, old, now),
      ...kinds.flatMap((kind) => kindChange(`${path}.perKind.${kind}`, `${name}, ${kind}`, kind, old, now)),
    ];
  });
}

type Cell = PolicyDocument["matrix"]["S0"]["R0"];

function cellChange(path: string, name: string, old: Omit<Cell, "perKind">, now: Omit<Cell, "perKind">): readonly PolicyChange[] {
  const milder = strictness(handlingOf(now.start)) < strictness(handlingOf(old.start));
  const looser = LOOSEST.indexOf(now.loosest) > LOOSEST.indexOf(old.loosest);
  return [
    ...change(`${path}.start`, name, cellWords(old.start), cellWords(now.start), milder),
    ...change(`${path}.loosest`, `${name}, with evidence`, loosestWords(old.loosest), loosestWords(now.loosest), looser),
  ];
}

/** A kind without its own cell does what the cell does for all kinds. */
function kindChange(path: string, name: string, kind: Kind, old: Cell, now: Cell): readonly PolicyChange[] {
  const [ownOld, ownNow] = [old.perKind?.[kind], now.perKind?.[kind]];
  const changes = cellChange(path, name, ownOld ?? old, ownNow ?? now);
  if (changes.length > 0 || (ownOld === undefined) === (ownNow === undefined)) return changes;
  const words = (own: Omit<Cell, "perKind"> | undefined) =>
    own === undefined ? "as for all kinds" : `${cellWords(own.start)} of its own`;
  return change(path, name, words(ownOld), words(ownNow), false);
}

/** Changes of the tier table. */
export function tierChanges(before: PolicyDocument, after: PolicyDocument): readonly PolicyChange[] {
  return CELLS.flatMap(([stakes, reversibility]) => {
    const [old, now] = [before.tiers[stakes][reversibility], after.tiers[stakes][reversibility]];
    const subject = `${cellName(stakes, reversibility)}, badge`;
    const lower = TIERS.indexOf(now) < TIERS.indexOf(old);
    return change(`tiers.${stakes}.${reversibility}`, subject, TIER_WORD[old], TIER_WORD[now], lower);
  });
}

/** Changes of confidence floors, amounts and undo windows. */
export function thresholdChanges(
  { thresholds: old }: PolicyDocument,
  { thresholds: now }: PolicyDocument,
): readonly PolicyChange[] {
  const floors = (["default", ...KINDS] as const).flatMap((kind) => {
    const [oldFloor, nowFloor] = [old.confidenceFloor[kind], now.confidenceFloor[kind]];
    const lower = (nowFloor ?? now.confidenceFloor.default) < (oldFloor ?? old.confidenceFloor.default);
    const words = (floor: number | undefined) => (floor === undefined ? "as by default" : String(floor));
    const subject = kind === "default" ? "Confidence floor" : `Confidence floor, ${kind}`;
    return change(`thresholds.confidenceFloor.${kind}`, subject, words(oldFloor), words(nowFloor), lower);
  });
  const amounts = ([0, 1, 2] as const).flatMap((index) => {
    const subject = `Amount from which stakes are ${["moderate", "major", "severe"][index] ?? ""}`;
    const [oldAmount, nowAmount] = [old.amounts[index], now.amounts[index]];
    return change(`thresholds.amounts.${index}`, subject, String(oldAmount), String(nowAmount), nowAmount > oldAmount);
  });
  const undo = TIERS.flatMap((tier) => {
    const [oldSeconds, nowSeconds] = [old.undoSeconds[tier], now.undoSeconds[tier]];
    const subject = `Undo window, ${TIER_WORD[tier].toLowerCase()}`;
    return change(`thresholds.undoSeconds.${tier}`, subject, `${oldSeconds} s`, `${nowSeconds} s`, nowSeconds < oldSeconds);
  });
  return [...floors, ...amounts, ...undo];
}

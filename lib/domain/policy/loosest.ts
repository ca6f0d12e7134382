import { handlingOf, LOOSEST, type CellTreatment, type Loosest } from "./cell-treatment";
import { cellWords } from "./matrix-words";

/** How loose each is: two people, one person, a share before running, audited, unaudited. */
const LOOSENESS: Readonly<Record<Exclude<Loosest, "start">, number>> = { L2: 2, L3: 3, L4: 3, auto: 4 };

/** Why a cell with this start cannot be loosened so far, null where it can. A critical cell never is, nor one that blocks. */
export function whyNotLoosest(start: CellTreatment, loosest: Loosest, critical: boolean): string | null {
  if (loosest === "start") return null;
  if (critical) return "a critical cell is never loosened: say `start`";
  if (start === "block") return "what is blocked is never loosened by evidence: say `start`";
  const { treatment } = handlingOf(start);
  const startsAt = treatment === "auto" ? 4 : treatment === "audit" ? 3 : 1;
  return LOOSENESS[loosest] < startsAt ? `\`${loosest}\` is stricter than its start, ${cellWords(start)}` : null;
}

/** How far a cell with this start may be loosened, strictest first. */
export function loosestChoices(start: CellTreatment, critical: boolean): readonly Loosest[] {
  return LOOSEST.filter((loosest) => whyNotLoosest(start, loosest, critical) === null);
}

/** What stands of a cell's `loosest` when its start or its tier changes: itself where it still can be, otherwise not at all looser. */
export function keptLoosest(start: CellTreatment, loosest: Loosest, critical: boolean): Loosest {
  return whyNotLoosest(start, loosest, critical) === null ? loosest : "start";
}

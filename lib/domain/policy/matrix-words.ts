import { inEnglish, type Sentence } from "../sentence";
import type { Reversibility, Stakes, Treatment } from "../words";
import { handlingOf, type CellTreatment, type Handling, type Loosest } from "./cell-treatment";

/** Column heads of the matrix. */
export const REVERSIBILITY_HEAD = {
  R0: "undo in place",
  R1: "restorable",
  R2: "compensable",
  R3: "irreversible",
} as const satisfies Record<Reversibility, string>;

/** What a cell does. */
export const TREATMENT_TEXTS = {
  "treatment.auto": "runs",
  "treatment.audit": "runs, {share} audited",
  "treatment.review": "one look",
  "treatment.confirm": "hold to approve",
  "treatment.two_person": "two people",
  "treatment.block": "blocked",
} as const satisfies Record<`treatment.${Treatment}`, string>;

/** What a cell does, in the words of the screens: `runs`, `runs, 5 % audited`, `one look`, `hold to approve`, `two people`, `blocked`. */
export function cellWords(cell: CellTreatment): string {
  return handlingWords(handlingOf(cell));
}

/** The same words for a treatment with its audit share. */
export function handlingWords(handling: Handling): string {
  return inEnglish(TREATMENT_TEXTS, handlingSentence(handling));
}

/** What a treatment with its audit share comes to. */
export function handlingSentence({ treatment, auditRate }: Handling): Sentence<typeof TREATMENT_TEXTS> {
  return treatment === "audit"
    ? { key: "treatment.audit", values: { share: percent(auditRate ?? 0) } }
    : { key: `treatment.${treatment}` };
}

/** How far a cell may be loosened. */
export const LOOSEST_TEXTS = {
  "loosest.start": "never looser than it starts",
  "loosest.L2": "down to a random share before running",
  "loosest.L3": "down to audits",
  "loosest.L4": "down to audits at the floor",
  "loosest.auto": "down to running by itself",
} as const satisfies Record<`loosest.${Loosest}`, string>;

/** How far a cell may be loosened, in words. */
export function loosestWords(loosest: Loosest): string {
  return LOOSEST_TEXTS[`loosest.${loosest}`];
}

/** The cells of the matrix. */
export const CELL_TEXTS = {
  "cell.S0.R0": "Negligible × undo in place",
  "cell.S0.R1": "Negligible × restorable",
  "cell.S0.R2": "Negligible × compensable",
  "cell.S0.R3": "Negligible × irreversible",
  "cell.S1.R0": "Minor × undo in place",
  "cell.S1.R1": "Minor × restorable",
  "cell.S1.R2": "Minor × compensable",
  "cell.S1.R3": "Minor × irreversible",
  "cell.S2.R0": "Moderate × undo in place",
  "cell.S2.R1": "Moderate × restorable",
  "cell.S2.R2": "Moderate × compensable",
  "cell.S2.R3": "Moderate × irreversible",
  "cell.S3.R0": "Major × undo in place",
  "cell.S3.R1": "Major × restorable",
  "cell.S3.R2": "Major × compensable",
  "cell.S3.R3": "Major × irreversible",
  "cell.S4.R0": "Severe × undo in place",
  "cell.S4.R1": "Severe × restorable",
  "cell.S4.R2": "Severe × compensable",
  "cell.S4.R3": "Severe × irreversible",
} as const satisfies Record<`cell.${Stakes}.${Reversibility}`, string>;

/** `Moderate × restorable`. */
export function cellName(stakes: Stakes, reversibility: Reversibility): string {
  return CELL_TEXTS[`cell.${stakes}.${reversibility}`];
}

/** `5 %`, `0.25 %`: without needless zeros. */
export function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))} %`;
}

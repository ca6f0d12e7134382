import { never } from "../result";
import { STAKES_WORD, type Reversibility, type Stakes } from "../words";
import { handlingOf, type CellTreatment, type Handling, type Loosest } from "./cell-treatment";

/** Column heads of the matrix. */
export const REVERSIBILITY_HEAD: Readonly<Record<Reversibility, string>> = {
  R0: "undo in place",
  R1: "restorable",
  R2: "compensable",
  R3: "irreversible",
};

/** What a cell does, in the words of the screens: `runs`, `runs, 5 % audited`, `one look`, `hold to approve`, `two people`, `blocked`. */
export function cellWords(cell: CellTreatment): string {
  return handlingWords(handlingOf(cell));
}

/** The same words for a treatment with its audit share. */
export function handlingWords({ treatment, auditRate }: Handling): string {
  switch (treatment) {
    case "auto":
      return "runs";
    case "audit":
      return `runs, ${percent(auditRate ?? 0)} audited`;
    case "review":
      return "one look";
    case "confirm":
      return "hold to approve";
    case "two_person":
      return "two people";
    case "block":
      return "blocked";
    default:
      return never(treatment);
  }
}

const LOOSEST_WORDS: Readonly<Record<Loosest, string>> = {
  start: "never looser than it starts",
  L2: "down to a random share before running",
  L3: "down to audits",
  L4: "down to audits at the floor",
  auto: "down to running by itself",
};

/** How far a cell may be loosened, in words. */
export function loosestWords(loosest: Loosest): string {
  return LOOSEST_WORDS[loosest];
}

/** `Moderate × restorable`. */
export function cellName(stakes: Stakes, reversibility: Reversibility): string {
  const word = STAKES_WORD[stakes];
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} × ${REVERSIBILITY_HEAD[reversibility]}`;
}

/** `5 %`, `0.25 %`: without needless zeros. */
export function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))} %`;
}

import { localeOf } from "../../lib/domain/language";
import { handlingOf, type CellTreatment, type Handling } from "../../lib/domain/policy/cell-treatment";
import type { Reversibility, Stakes } from "../../lib/domain/words";
import { numberFormat } from "../ui/format-number";
import type { Words } from "../words/make-words";
import { useWords } from "../words/words-provider";

/** The texts of one of the policy’s areas, beside the terms of several screens and the tiers. */
export interface PolicyWords<Area extends "policyGrid" | "policyLists"> {
  readonly t: Words<Area>;
  readonly terms: Words<"terms">;
  readonly ui: Words<"ui">;
}

export function usePolicyWords<Area extends "policyGrid" | "policyLists">(area: Area): PolicyWords<Area> {
  return { t: useWords(area), terms: useWords("terms"), ui: useWords("ui") };
}

/** What a cell does: `runs`, `runs, 5 % audited`, `one look`, `hold to approve`, `two people`, `blocked`. */
export function cellWords(terms: Words<"terms">, cell: CellTreatment): string {
  return treatmentWords(terms, handlingOf(cell));
}

/** The same for a treatment with its audit share, where that is known. */
export function treatmentWords(terms: Words<"terms">, { treatment, auditRate }: Handling): string {
  if (treatment !== "audit") return terms(`treatment.${treatment}`);
  return auditRate === null ? terms("treatment.audited") : terms("treatment.audit", { share: percentWords(terms, auditRate) });
}

/** `5 %`, `0.25 %`: without needless zeros. */
export function percentWords({ language }: Pick<Words<"terms">, "language">, share: number): string {
  return `${numberFormat(localeOf(language), { maximumFractionDigits: 2 }).format(share * 100)} %`;
}

/** `Moderate × restorable`. */
export function placeWords({ t, terms }: PolicyWords<"policyGrid">, stakes: Stakes, reversibility: Reversibility): string {
  return t("cell", { stakes: stakesLabel(terms, stakes), way: terms(`way.${reversibility}`) });
}

/** Stakes where a label begins with them: `Moderate`. */
export function stakesLabel(terms: Words<"terms">, stakes: Stakes): string {
  const word = terms(`stakes.${stakes}`);
  return `${word.charAt(0).toLocaleUpperCase(localeOf(terms.language))}${word.slice(1)}`;
}

import { CANARIES_NEEDED } from "../../lib/domain/measure/anytime-bound";
import { SMALL_N } from "../../lib/domain/measure/intervals";
import { BLOCKED_LOTS, type Cell } from "../../lib/domain/measure/ladder";
import { percent, type Suggestion, type Surroundings } from "../../lib/domain/measure/suggestion";
import type { FigureTexts } from "./insight-words";

type Known = Pick<Surroundings, "sensitivity" | "agreement">;

/**
 * `643 checked, 0 bad, people catch at least 84 % of tests (55 of the last 60), α is 0.81 on 34 second opinions → bad rate under 1 % whenever you
 * look.` Without `figures` it keeps to itself how much people caught and how far they agree.
 */
export function suggestionWords(
  t: FigureTexts,
  { checked, bad }: Pick<Cell, "checked" | "bad">,
  suggestion: Suggestion,
  known: Known,
  figures = true,
): string {
  switch (suggestion.type) {
    case "up":
    case "stay":
      return t("suggests.weighed", {
        ...{ checked, bad, ...sensitivityValues(known, figures), ...agreementValues(known, figures) },
        goes: suggestion.type,
        target: suggestion.type === "up" ? percent(suggestion.target) : 0,
      });
    case "down":
      return t("suggests.down", { checked, bad, target: percent(suggestion.target) });
    case "blocked":
      return t("suggests.blocked", { checked, bad, lots: BLOCKED_LOTS });
  }
}

/** What people catch and how that is known. */
function sensitivityValues({ sensitivity: { basis, low, caught, shown } }: Known, figures: boolean) {
  const sensitivity = basis === "measured" && !figures ? "withheld" : basis;
  return { sensitivity, low: percent(low), caught, shown, tests: CANARIES_NEEDED };
}

const NO_FIGURES = { alpha: 0, pairs: 0, shared: 0, given: 0, opinions: SMALL_N };

/** How far people agree and how that is known. */
function agreementValues({ agreement }: Known, figures: boolean) {
  const isFigure = agreement.basis === "measured" || agreement.basis === "rare";
  if (isFigure && !figures) return { ...NO_FIGURES, agreement: "withheld" };
  const { basis, ...known } = agreement;
  return { ...NO_FIGURES, ...known, agreement: basis };
}

import type { Risk } from "../../lib/domain/risk";
import type { Words } from "../words/make-words";

/** How often what is like this was right when people looked, or it turned out: same agent, action and versions. */
export interface Observed {
  readonly looked: number;
  readonly wrong: number;
}

/** A share as people count: `82 in 100`. What is not quite all is never said to be all, and what is not quite nothing not nothing. */
export function inHundred(t: Words<"card">, share: number): string {
  if (share > 0.99 && share < 1) return t("share.almostAll");
  if (share > 0 && share < 0.01) return t("share.almostNone");
  return t("share.of", { count: Math.round(share * 100) });
}

/** `48 of 50 like this were right.` */
export function observedWords(t: Words<"card">, observed: Observed | null): string | null {
  if (observed === null || observed.looked === 0) return null;
  const { looked, wrong } = observed;
  return t("confidence.observed", { right: looked - wrong, looked });
}

/** What the agent declared, as counts. Unverified. */
export function declaredWords(t: Words<"card">, declared: number | null): string {
  return declared === null ? t("confidence.none") : t("confidence.declared", { share: inHundred(t, declared) });
}

/** What its figures were worth so far; null where it declared none. */
export function worthWords(t: Words<"card">, { declared, calibrated, labelled, basis }: Risk["confidence"]): string | null {
  if (declared === null) return null;
  if (calibrated === null) return t("confidence.unknown", { labelled });
  return t(`confidence.${basis ?? "fit"}`, { labelled, share: inHundred(t, calibrated) });
}

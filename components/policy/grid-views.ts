import { handlingOf, isCellTreatment, LOOSEST, type CellTreatment, type Loosest } from "../../lib/domain/policy/cell-treatment";
import { loosestChoices } from "../../lib/domain/policy/loosest";
import { TIERS, type Kind, type Tier, type Treatment } from "../../lib/domain/words";
import type { DraftDocument } from "./draft";
import { actsOf, withLoosest, withoutOwn, withStart, withTier, type CellPlace } from "./draft-cells";
import { cellWords, percentWords, type PolicyWords } from "./grid-words";

export const GRID_VIEWS = ["start", "loosest", "tier"] as const;
/** What the grid shows of each cell: what is done, how far evidence may loosen that, which badge the card carries. */
export type GridView = (typeof GRID_VIEWS)[number];

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One cell as the grid shows it. */
export interface ShownCell {
  /** The value of the choice that stands. */
  readonly value: string;
  readonly words: string;
  /** Said small under the words. */
  readonly note: string | null;
  readonly look: string;
  readonly choices: readonly Choice[];
}

type Grids = Pick<DraftDocument, "matrix" | "tiers">;

/** Stands for doing as all kinds do. */
const AS_ALL = "as-all";
const STARTS: readonly CellTreatment[] = [
  "auto",
  "audit:0.01",
  "audit:0.05",
  "audit:0.1",
  "audit:0.2",
  "audit:0.5",
  "review",
  "confirm",
  "two_person",
  "block",
];

const LOOK: Readonly<Record<Treatment, string>> = {
  auto: "bg-sunk text-ink-2",
  audit: "bg-cell-audit text-ink",
  review: "bg-cell-look text-ink",
  confirm: "bg-tier-high text-white",
  two_person: "bg-tier-critical text-white",
  block: "bg-ink text-on-ink",
};
const TIER_LOOK: Readonly<Record<Tier, string>> = {
  T0: "bg-tier-low text-white",
  T1: "bg-tier-medium text-tier-medium-ink",
  T2: "bg-tier-high text-white",
  T3: "bg-tier-critical text-white",
};
const UNKNOWN_LOOK = "bg-sunk text-ink-3";
const INHERITED_LOOK = "border border-dashed border-rule-strong text-ink-2";

/** A cell in a view. Total: what somebody wrote into the text that is no such value is shown as it is. */
export function shownCell(
  words: PolicyWords<"policyGrid">,
  view: GridView,
  { matrix, tiers }: Grids,
  place: CellPlace,
  kind: Kind | null,
): ShownCell {
  const { t, ui } = words;
  const tier = tiers[place.stakes][place.reversibility];
  if (view === "tier") {
    const choices = TIERS.map((value) => ({ value, label: ui(`tier.${value}`) }));
    const known = TIERS.includes(tier);
    return {
      value: tier,
      words: known ? ui(`tier.${tier}`) : tier,
      note: null,
      look: known ? TIER_LOOK[tier] : UNKNOWN_LOOK,
      choices,
    };
  }
  const acts = actsOf(matrix, place, kind);
  const shown = view === "start" ? startCell(words, acts.start) : loosestCell(words, acts, tier === "T3");
  if (kind === null) return shown;
  const choices = [{ value: AS_ALL, label: t("asAll") }, ...shown.choices];
  return acts.own ? { ...shown, choices } : { ...shown, value: AS_ALL, note: t("asAll"), look: INHERITED_LOOK, choices };
}

function startCell(words: PolicyWords<"policyGrid">, start: CellTreatment): ShownCell {
  const listed = STARTS.includes(start) ? STARTS : [start, ...STARTS];
  const look = isCellTreatment(start) ? LOOK[handlingOf(start).treatment] : UNKNOWN_LOOK;
  const choices = listed.map((value) => ({ value, label: startWords(words, value) }));
  return { value: start, words: startWords(words, start), note: null, look, choices };
}

/** The words are short, as they stand in a cell; the list of choices has them in full. */
function loosestCell(
  words: PolicyWords<"policyGrid">,
  { start, loosest }: Pick<ReturnType<typeof actsOf>, "start" | "loosest">,
  critical: boolean,
): ShownCell {
  const { t } = words;
  const can = loosestChoices(start, critical);
  const listed = can.includes(loosest) ? can : [loosest, ...can];
  const known = LOOSEST.includes(loosest);
  const looks = { L2: LOOK.review, L3: LOOK.audit, L4: LOOK.audit, auto: LOOK.auto };
  const look = !known ? UNKNOWN_LOOK : loosest === "start" ? startCell(words, start).look : looks[loosest];
  return {
    value: loosest,
    words: known ? t(`short.${loosest}`) : loosest,
    note: critical ? t("critical") : loosenedFrom(words, start, loosest),
    look,
    choices: listed.map((value) => ({ value, label: LOOSEST.includes(value) ? t(`loosest.${value}`) : value })),
  };
}

/** What the cell is loosened from; null where it is said already. */
function loosenedFrom(words: PolicyWords<"policyGrid">, start: CellTreatment, loosest: Loosest): string | null {
  if (start === "auto" && loosest === "auto") return null;
  const { treatment, auditRate } = handlingOf(start);
  const way = loosest === "start" ? "than" : "from";
  if (treatment === "audit") return words.t(`${way}.audited`, { share: percentWords(words.t, auditRate ?? 0) });
  return words.t(way, { start: startWords(words, start) });
}

function startWords({ terms }: PolicyWords<"policyGrid">, start: CellTreatment): string {
  return isCellTreatment(start) ? cellWords(terms, start) : start;
}

/** True where a cell shows something else than it did. */
export function differs(before: ShownCell, now: ShownCell): boolean {
  return before.value !== now.value || before.words !== now.words;
}

/** The text after a choice in a cell; as it was where the choice is none. */
export function withChoice(text: string, view: GridView, place: CellPlace, kind: Kind | null, value: string): string {
  if (value === AS_ALL) return kind === null ? text : withoutOwn(text, place, kind);
  if (view === "start") return isCellTreatment(value) ? withStart(text, place, kind, value) : text;
  if (view === "loosest") {
    const loosest = LOOSEST.find((one) => one === value);
    return loosest === undefined ? text : withLoosest(text, place, kind, loosest);
  }
  const tier = TIERS.find((one) => one === value);
  return tier === undefined ? text : withTier(text, place, tier);
}

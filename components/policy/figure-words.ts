import { localeOf } from "../../lib/domain/language";
import type { Figures, Side } from "../../lib/domain/measure/what-if";
import type { Prices } from "../../lib/domain/policy/prices";
import { formatCount, formatShare, numberFormat } from "../ui/format-number";
import type { Words } from "../words/make-words";

type WhatIfTexts = Words<"whatIf">;

const MONTH_DAYS = 30;
/** Share of bad items that people are taken to catch while no canaries measure it (design: policy §5). */
export const ASSUMED_CATCH = 0.8;

/** One tile of the panel: before, after, and what stands below. */
export interface Tile {
  readonly label: string;
  /** Null where nothing moves: one figure is enough. */
  readonly before: string | null;
  readonly after: string;
  readonly says: string;
}

function decimals(t: WhatIfTexts, figure: number, digits: number): string {
  return numberFormat(localeOf(t.language), { maximumFractionDigits: digits }).format(figure);
}

/** A figure that may be below ten: `212`, `6.4`, `0.3`. */
function formatFigure(t: WhatIfTexts, figure: number): string {
  return decimals(t, figure, Math.abs(figure) >= 100 ? 0 : 1);
}

/** `6 min`, `40 s`, `2.5 h`. */
function formatWait(t: WhatIfTexts, seconds: number): string {
  if (seconds < 90) return t("wait.seconds", { value: Math.round(seconds) });
  return seconds < 5_400
    ? t("wait.minutes", { value: Math.round(seconds / 60) })
    : t("wait.hours", { value: Math.round(seconds / 360) / 10 });
}

/** The four tiles: looks, errors let through, waiting, money. */
export function tilesOf(t: WhatIfTexts, figures: Figures, reviewers: number, prices: Prices): readonly Tile[] {
  return [looksTile(t, figures, reviewers), letThroughTile(t, figures), waitTile(t, figures), costTile(t, figures, prices)];
}

function moved(before: string, after: string): Pick<Tile, "before" | "after"> {
  return { before: before === after ? null : before, after };
}

function looksTile(t: WhatIfTexts, { now, draft, days }: Figures, reviewers: number): Tile {
  const [before, after] = [now.looks / days, draft.looks / days];
  const minutes = formatFigure(t, draft.seconds / 60 / days / reviewers);
  const change = signed(t, Math.round(((after - before) / before) * 100));
  return {
    label: t("looks.label"),
    ...moved(formatFigure(t, before), formatFigure(t, after)),
    says: before === after || before === 0 ? t("looks.says", { minutes }) : t("looks.saysChange", { change, minutes }),
  };
}

function letThroughTile(t: WhatIfTexts, { now, draft, days }: Figures): Tile {
  const label = t("through.label");
  const { expected, checksNeeded } = draft.letThrough;
  if (expected === null) {
    if (draft.automatic === 0) return { label, before: null, after: "0", says: t("through.none") };
    return { label, before: null, after: t("through.unknown"), says: t("through.few", { more: checksNeeded }) };
  }
  const monthly = (total: number) => decimals(t, (total / days) * MONTH_DAYS, 1);
  const before = now.automatic === 0 ? 0 : (now.letThrough.expected?.total ?? null);
  return {
    label,
    ...(before === null ? { before: null, after: monthly(expected.total) } : moved(monthly(before), monthly(expected.total))),
    says: t("through.says", { low: monthly(expected.low), high: monthly(expected.high) }),
  };
}

function waitTile(t: WhatIfTexts, { now, draft }: Figures): Tile {
  const label = t("wait.label");
  if (draft.waitP95 === null || now.waitP95 === null) return { label, before: null, after: "–", says: t("wait.none") };
  return { label, ...moved(formatWait(t, now.waitP95), formatWait(t, draft.waitP95)), says: t("wait.says") };
}

function costTile(t: WhatIfTexts, figures: Figures, { currency }: Prices): Tile {
  const { review, harm } = costsOf(figures);
  return {
    label: currency === null ? t("cost.label") : t("cost.labelIn", { currency }),
    before: null,
    after: signed(t, Math.round(review)),
    says: harm === null ? t("cost.unknown") : t("cost.says", { harm: signed(t, Math.round(harm)) }),
  };
}

/** What changes a month: for looking, and for the errors let through; harm is null where no estimate covers it. */
function costsOf({ now, draft, days }: Figures): { readonly review: number; readonly harm: number | null } {
  const monthly = (total: number) => (total / days) * MONTH_DAYS;
  const [before, after] = [harmOf(now), harmOf(draft)];
  return {
    review: monthly(draft.reviewCost - now.reviewCost),
    harm: before === null || after === null ? null : monthly(after - before),
  };
}

function harmOf({ automatic, letThrough }: Side): number | null {
  return automatic === 0 ? 0 : letThrough.harm;
}

/** Whether the looks that the draft drops, or adds, are worth what they cost; null where that cannot be said. */
export function economicsWords(t: WhatIfTexts, figures: Figures): string | null {
  const { review, harm } = costsOf(figures);
  if (harm === null || Math.abs(review) < 0.5) return null;
  const each = decimals(t, Math.abs((harm * ASSUMED_CATCH) / review), 2);
  return t(review < 0 ? "worth.dropped" : "worth.added", { each });
}

/** Which share runs by itself, now and under the draft: said where too little was checked to draw the curve, too. */
export function automaticWords(t: WhatIfTexts, { now, draft, items }: Figures): string {
  const share = ({ automatic }: Side) => formatShare(automatic / items, localeOf(t.language));
  const [before, after] = [share(now), share(draft)];
  return before === after ? t("automatic.same", { now: before }) : t("automatic.moved", { now: before, draft: after });
}

/** How much of what would run alone was checked too little to say anything. */
export function blindWords(t: WhatIfTexts, { draft }: Figures): string | null {
  const { blind, checksNeeded } = draft.letThrough;
  if (blind === 0 || draft.automatic === 0) return null;
  return t("blind", { share: formatShare(blind / draft.automatic, localeOf(t.language)), more: checksNeeded });
}

function signed(t: WhatIfTexts, figure: number): string {
  if (figure === 0) return "±0";
  return `${figure > 0 ? "+" : "−"}${formatCount(Math.abs(figure), localeOf(t.language))}`;
}

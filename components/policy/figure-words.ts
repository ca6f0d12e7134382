import type { Figures, Side } from "../../lib/domain/measure/what-if";
import type { Prices } from "../../lib/domain/policy/prices";
import { formatCount, formatShare } from "../ui/format-number";

const ONE = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
const TWO = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const MONTH_DAYS = 30;
/** Share of bad items that people are taken to catch while no canaries measure it (design: policy §5). */
const ASSUMED_CATCH = 0.8;

/** One tile of the panel: before, after, and what stands below. */
export interface Tile {
  readonly label: string;
  /** Null where nothing moves: one figure is enough. */
  readonly before: string | null;
  readonly after: string;
  readonly says: string;
}

/** A figure that may be below ten: `212`, `6.4`, `0.3`. */
export function formatFigure(figure: number): string {
  return Math.abs(figure) >= 100 ? formatCount(figure) : ONE.format(figure);
}

/** `6 min`, `40 s`, `2.5 h`. */
export function formatWait(seconds: number): string {
  if (seconds < 90) return `${formatCount(seconds)}\u00A0s`;
  return seconds < 5_400 ? `${formatCount(seconds / 60)}\u00A0min` : `${ONE.format(seconds / 3_600)}\u00A0h`;
}

/** The four tiles: looks, errors let through, waiting, money. */
export function tilesOf(figures: Figures, reviewers: number, prices: Prices): readonly Tile[] {
  return [looksTile(figures, reviewers), letThroughTile(figures), waitTile(figures), costTile(figures, prices)];
}

function moved(before: string, after: string): Pick<Tile, "before" | "after"> {
  return { before: before === after ? null : before, after };
}

function looksTile({ now, draft, days }: Figures, reviewers: number): Tile {
  const [before, after] = [now.looks / days, draft.looks / days];
  const minutes = draft.seconds / 60 / days / reviewers;
  const change = before === 0 ? "" : `${signed(Math.round(((after - before) / before) * 100))}\u00A0%, `;
  return {
    label: "Looks a day",
    ...moved(formatFigure(before), formatFigure(after)),
    says: `${before === after ? "" : change}${formatFigure(minutes)} min a person`,
  };
}

function letThroughTile({ now, draft, days }: Figures): Tile {
  const label = "Bad ones let through a month";
  const { expected, checksNeeded } = draft.letThrough;
  if (expected === null) {
    if (draft.automatic === 0) return { label, before: null, after: "0", says: "nothing runs by itself" };
    return { label, before: null, after: "not known", says: `too little was checked: check ${formatCount(checksNeeded)} more` };
  }
  const monthly = (total: number) => ONE.format((total / days) * MONTH_DAYS);
  const before = now.automatic === 0 ? 0 : (now.letThrough.expected?.total ?? null);
  return {
    label,
    ...(before === null ? { before: null, after: monthly(expected.total) } : moved(monthly(before), monthly(expected.total))),
    says: `95 %: ${monthly(expected.low)} to ${monthly(expected.high)}`,
  };
}

function waitTile({ now, draft }: Figures): Tile {
  const label = "Wait, p95";
  if (draft.waitP95 === null || now.waitP95 === null) return { label, before: null, after: "–", says: "nobody answered yet" };
  return { label, ...moved(formatWait(now.waitP95), formatWait(draft.waitP95)), says: "as fast as people answered then" };
}

function costTile(figures: Figures, { currency }: Prices): Tile {
  const { review, harm } = costsOf(figures);
  const label = currency === null ? "Cost a month" : `Cost a month, ${currency}`;
  const harmWords = harm === null ? "harm not known" : `harm ${signed(Math.round(harm))}`;
  return { label, before: null, after: signed(Math.round(review)), says: `looking; ${harmWords}` };
}

/** What changes a month: for looking, and for the errors let through; harm is null where no estimate covers it. */
export function costsOf({ now, draft, days }: Figures): { readonly review: number; readonly harm: number | null } {
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
export function economicsWords(figures: Figures): string | null {
  const { review, harm } = costsOf(figures);
  if (harm === null || Math.abs(review) < 0.5) return null;
  const each = TWO.format(Math.abs((harm * ASSUMED_CATCH) / review));
  const looks = review < 0 ? "The looks that this drops prevented" : "The looks that this adds prevent";
  return `${looks} about ${each} for each 1 spent.`;
}

/** How much of what would run alone was checked too little to say anything. */
export function blindWords({ draft }: Figures): string | null {
  const { blind, checksNeeded } = draft.letThrough;
  if (blind === 0 || draft.automatic === 0) return null;
  const share = formatShare(blind / draft.automatic);
  return `Blind spot ${share}: of that much of what would run by itself, fewer than 30 of a sort were ever checked. ${formatCount(checksNeeded)} checks more would tell.`;
}

function signed(figure: number): string {
  if (figure === 0) return "±0";
  return `${figure > 0 ? "+" : "−"}${formatCount(Math.abs(figure))}`;
}

import { predictedWith } from "../../card/act-seconds";
import { KINDS } from "../../words";
import type { PanelId } from "./definitions";
import type { Figure } from "./figure";
import { amount, grouped, quantileFigure, share, shareOf } from "./figure";
import { timed } from "./pairs";
import type { NamePart, RowName } from "./row-name";
import { givenPart, kindPart, wordsPart } from "./row-name";
import type { MeasuredItem, MeasuredReview, MeasuredRows } from "./rows";
import { wasDecided } from "./rows";

/** One row of a panel's table: what it is of, and one figure a column. */
export interface PanelRow {
  readonly name: RowName;
  readonly figures: readonly Figure[];
}

export interface PanelFigures {
  readonly id: PanelId;
  readonly rows: readonly PanelRow[];
}

const DEVICES = ["keyboard", "mouse", "touch", "unknown"] as const;
const DAY_MS = 86_400_000;
const REASONS_MAX = 12;

/** Active time against the prediction, by kind and then by device; only those that were measured. */
export function timesOf({ reviews }: Pick<MeasuredRows, "reviews">): readonly PanelRow[] {
  const measured = timed(reviews);
  const byKind = grouped(measured, ({ kind }) => kind);
  const byDevice = grouped(measured, ({ device }) => device);
  return [
    ...KINDS.map((kind) => [kindPart(kind), byKind.get(kind)] as const),
    ...DEVICES.map((one) => [wordsPart(`row.${one}`), byDevice.get(one)] as const),
  ]
    .filter(([, some]) => some !== undefined)
    .map(([name, some = []]) => {
      const active = some.map(({ activeMs }) => activeMs / 1000);
      const both = some.map((one) => [one.activeMs / 1000, predictedWith(one.device, one.predictedSeconds)] as const);
      const predicted = both.map(([, seconds]) => seconds);
      const errors = both.flatMap(([took, seconds]) => (seconds > 0 ? [Math.abs(took - seconds) / seconds] : []));
      const figures: Figure[] = [
        amount(some.length, "items", some.length),
        ...[0.25, 0.5, 0.75, 0.9].map((q) => quantileFigure(active, q, "seconds")),
        quantileFigure(predicted, 0.5, "seconds"),
        quantileFigure(errors, 0.5, "share"),
      ];
      return { name: [name], figures };
    });
}

/** What cannot have been read, by kind and of all. */
export function readingOf({ reviews }: Pick<MeasuredRows, "reviews">): readonly PanelRow[] {
  const measured = timed(reviews);
  const byKind = grouped(measured, ({ kind }) => kind);
  const tooFast = (some: readonly MeasuredReview[]) => shareOf(some, (review) => review.tooFast);
  const kinds = KINDS.flatMap((kind) => {
    const some = byKind.get(kind);
    return some === undefined ? [] : [{ name: [kindPart(kind)], figures: [tooFast(some)] }];
  });
  return measured.length === 0 ? [] : [{ name: [wordsPart("row.all")], figures: [tooFast(measured)] }, ...kinds];
}

/** Why people rejected, by agent and version, the most frequent first. `nameOf` says who an agent is and which version. */
export function reasonsOf({ items }: Pick<MeasuredRows, "items">, nameOf: (item: MeasuredItem) => RowName): readonly PanelRow[] {
  const rejected = items.filter((item) => wasDecided(item) && item.decision?.type === "reject");
  const versions = grouped(rejected, (item) => JSON.stringify(nameOf(item)));
  const found = [...versions.values()].flatMap((own) => {
    const byReason = grouped(own, ({ decision }) => decision?.reason?.code ?? "unspecified");
    return [...byReason].map(([reason, some]) => ({ own, reason, some }));
  });
  return found
    .sort((a, b) => b.some.length - a.some.length)
    .slice(0, REASONS_MAX)
    .flatMap(({ own, reason, some }) => {
      const [first] = own;
      if (first === undefined) return [];
      return [{ name: [...nameOf(first), givenPart(reason.replaceAll("_", " "))], figures: [share(some.length, own.length)] }];
    });
}

/** What audits promise, and what was made of it. `debt` is what is owed now, whatever the window. */
export function auditsOf(
  { items }: Pick<MeasuredRows, "items">,
  debt: { readonly open: number; readonly oldestAt: number | null },
  now: number,
): readonly PanelRow[] {
  const alone = items.filter(({ decision, status }) => status === "approved" && decision?.source === "policy");
  const drawn = alone.filter(({ audit }) => audit !== null);
  const given = drawn.filter(({ audit }) => audit !== null && audit.verdict !== null);
  const oldest = debt.oldestAt === null ? null : (now - debt.oldestAt) / DAY_MS;
  const none = amount(null, "days", 0);
  return [
    { name: [wordsPart("row.drawn")], figures: [share(drawn.length, alone.length), none] },
    { name: [wordsPart("row.given")], figures: [share(given.length, drawn.length), none] },
    { name: [wordsPart("row.notFine")], figures: [shareOf(given, ({ audit }) => audit?.verdict === "wrong"), none] },
    { name: [wordsPart("row.owed")], figures: [amount(debt.open, "items", 1), amount(oldest, "days", debt.open)] },
  ];
}

/** The second half of the window against the first. */
export function driftOf({ items, from, until }: Pick<MeasuredRows, "items" | "from" | "until">): readonly PanelRow[] {
  const middle = (from + until) / 2;
  const [early, late] = [items.filter(({ at }) => at < middle), items.filter(({ at }) => at >= middle)];
  const of = (some: readonly MeasuredItem[], kind: string) => shareOf(some, (item) => item.kind === kind);
  const mix = KINDS.map((kind) => ({ name: [kindPart(kind)], figures: [of(early, kind), of(late, kind)] }));
  const present = mix.filter(({ figures }) => figures.some((figure) => figure.count > 0));
  if (early.length === 0 || late.length === 0) return [];
  const distance = present.reduce((sum, { figures: [a, b] }) => sum + Math.abs((a?.share ?? 0) - (b?.share ?? 0)), 0) / 2;
  const known = new Set(early.map(({ alike }) => alike));
  const seen = late.filter(({ alike }) => alike !== "");
  return [
    { name: [wordsPart("row.mix")], figures: [amount(null, "share", 0), amount(distance, "share", late.length)] },
    { name: [wordsPart("row.templates")], figures: [amount(null, "share", 0), shareOf(seen, ({ alike }) => !known.has(alike))] },
    ...present,
  ];
}

/** How far the answers of people came, and how long each step took. */
export function deliveryOf({ items }: Pick<MeasuredRows, "items">): readonly PanelRow[] {
  const released = items.filter((item) => wasDecided(item) && item.releasedAt !== null);
  const runs = released.filter(({ status }) => status === "approved");
  const redeemed = runs.filter(({ redeemedAt }) => redeemedAt !== null);
  const reported = redeemed.filter(({ outcome }) => outcome !== null);
  const step = (name: NamePart, of: readonly MeasuredItem[], spans: readonly (number | null)[]): PanelRow => {
    const times = spans.flatMap((ms) => (ms === null ? [] : [ms / 1000]));
    const figures = [
      share(times.length, of.length),
      quantileFigure(times, 0.5, "seconds"),
      quantileFigure(times, 0.95, "seconds"),
    ];
    return { name: [name], figures };
  };
  const none = amount(null, "seconds", 0);
  const counted = (name: NamePart, count: number, of: number): PanelRow => ({
    name: [name],
    figures: [share(count, of), none, none],
  });
  if (released.length === 0) return [];
  const ended = (status: string) => reported.filter(({ outcome }) => outcome?.status === status).length;
  return [
    step(
      wordsPart("row.fetched"),
      released,
      released.map(({ releasedAt, deliveredAt }) => span(releasedAt, deliveredAt)),
    ),
    step(
      wordsPart("row.redeemed"),
      runs,
      runs.map(({ deliveredAt, redeemedAt }) => span(deliveredAt, redeemedAt)),
    ),
    step(
      wordsPart("row.reported"),
      redeemed,
      redeemed.map(({ redeemedAt, outcome }) => span(redeemedAt, outcome?.at ?? null)),
    ),
    counted(wordsPart("row.lapsed"), runs.filter(({ lapsedAt }) => lapsedAt !== null).length, runs.length),
    counted(wordsPart("row.failed"), ended("failed"), reported.length),
    counted(wordsPart("row.outcomeUnknown"), ended("unknown"), reported.length),
    counted(wordsPart("row.reverted"), ended("reverted"), reported.length),
  ];
}

function span(from: number | null, to: number | null): number | null {
  return from === null || to === null ? null : Math.max(0, to - from);
}

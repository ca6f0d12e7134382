import type { Stakes } from "../../words";
import type { Prices } from "../../policy/prices";
import type { Checkpoint, CheckpointKey } from "./checkpoints";
import { checkpointsOf } from "./checkpoints";
import { agreementRows } from "./doubles";
import { catchByHour, catchByMinute } from "./fatigue";
import type { Pair } from "./pairs";
import { pairsOf, personalPairs } from "./pairs";
import type { PanelFigures } from "./panels";
import { auditsOf, deliveryOf, driftOf, readingOf, reasonsOf, timesOf } from "./panels";
import type { RowName } from "./row-name";
import type { MeasuredItem, MeasuredReview, MeasuredRows } from "./rows";

/** Everything the metrics screen shows of one window. */
export interface Insights {
  readonly pairs: readonly Pair[];
  readonly panels: readonly PanelFigures[];
  readonly checkpoints: readonly Checkpoint[];
}

/** What the rows themselves do not say. */
export interface InsightsContext {
  readonly now: number;
  /** Every review of the window, whatever it was narrowed to: sessions are made of all that a person did. */
  readonly allReviews: readonly MeasuredReview[];
  /** True where the rows are those of one person: then only what says something of them is counted. */
  readonly personal: boolean;
  readonly debt: { readonly open: number; readonly oldestAt: number | null };
  readonly prices: Prices;
  readonly nameOf: (item: MeasuredItem) => RowName;
  readonly stakesOf: (key: CheckpointKey) => Stakes | null;
  readonly hourOf: (at: number) => number;
}

/** Counts a window. Pure: the screen, the API and the export show what this answers. */
export function insightsOf(rows: MeasuredRows, context: InsightsContext): Insights {
  const own: PanelFigures[] = [
    { id: "times", rows: timesOf(rows) },
    { id: "minutes", rows: catchByMinute(rows, context.allReviews) },
    { id: "hours", rows: catchByHour(rows, context.hourOf) },
    { id: "reading", rows: readingOf(rows) },
    { id: "agreement", rows: agreementRows(rows) },
  ];
  if (context.personal) return { pairs: personalPairs(rows), panels: own, checkpoints: [] };
  return {
    pairs: pairsOf(rows),
    panels: [
      ...own,
      { id: "reasons", rows: reasonsOf(rows, context.nameOf) },
      { id: "audits", rows: auditsOf(rows, context.debt, context.now) },
      { id: "drift", rows: driftOf(rows) },
      { id: "delivery", rows: deliveryOf(rows) },
    ],
    checkpoints: checkpointsOf(rows, context.stakesOf, context.prices),
  };
}

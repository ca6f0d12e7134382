import type { AgentId } from "../../lib/domain/ids";
import type { MeasuredDouble, MeasuredItem, MeasuredReview, MeasuredTest } from "../../lib/domain/measure/insights/rows";
import type { Kind } from "../../lib/domain/words";

/** From one instant on and before another. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** What a window is narrowed to. */
export interface InsightFilter {
  readonly agentId: AgentId | null;
  readonly kind: Kind | null;
}

/** The last row of the page before: its instant and what tells it from others of the same instant. */
export interface After {
  readonly at: number;
  readonly id: string;
}

/** Reads whose cost depends on the window, never on the history around it. Newest first. Tests of the reviewers are no items. */
export interface InsightReads {
  measuredItems(span: Span, filter: InsightFilter, after: After | null, limit: number): Promise<readonly MeasuredItem[]>;
  /** Every review, of tests too: sessions are made of all of them. `id` of a page's end is the proposal's. */
  measuredReviews(span: Span, after: After | null, limit: number): Promise<readonly MeasuredReview[]>;
  /** What was drawn for a second opinion in a window, with what was said of it. */
  measuredDoubles(span: Span, filter: InsightFilter, limit: number): Promise<readonly MeasuredDouble[]>;
  measuredTests(span: Span, limit: number): Promise<readonly MeasuredTest[]>;
}

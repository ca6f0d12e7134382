import type { MeasuredItem } from "../../domain/measure/insights/rows";
import type { PersonActor } from "../actor";
import type { Context } from "../context";
import { requirePermission } from "../require-permission";
import { sealsFor } from "../triage/withheld";
import type { InsightsQuery } from "./read-insights";
import { agentIdOf } from "./read-insights";

const PAGE = 500;
const DAY_MS = 86_400_000;

/** An item with the label that it carries. */
export type LabelledItem = MeasuredItem & { readonly label: NonNullable<MeasuredItem["label"]> };

/**
 * Every labelled item of a window, page by page, newest first. For admins and auditors: it names what single people decided. What this person may
 * still be asked about is left out until it is settled, since its label says how it was decided, or how it went.
 */
export function exportLabelled(
  ctx: Context,
  actor: PersonActor,
  query: Pick<InsightsQuery, "days" | "kind" | "agentId">,
): AsyncGenerator<readonly LabelledItem[]> {
  requirePermission(actor, "ledger.export");
  const until = ctx.clock() + 1;
  return pages(ctx, actor, { from: until - query.days * DAY_MS, until }, { agentId: agentIdOf(query), kind: query.kind });
}

type Asked = Parameters<Context["store"]["read"]["measuredItems"]>;

async function* pages(
  ctx: Context,
  actor: PersonActor,
  span: Asked[0],
  filter: Asked[1],
): AsyncGenerator<readonly LabelledItem[]> {
  let after: Asked[2] = null;
  for (;;) {
    const page: readonly MeasuredItem[] = await ctx.store.read.measuredItems(span, filter, after, PAGE);
    yield page.flatMap((item) =>
      item.label === null || sealsFor(actor, item.owed, item) ? [] : [{ ...item, label: item.label }],
    );
    if (page.length < PAGE) return;
    after = page.at(-1) ?? null;
  }
}

import type { MeasuredItem } from "../../domain/measure/insights/rows";
import type { PersonActor } from "../actor";
import type { Context } from "../context";
import { requirePermission } from "../require-permission";
import type { InsightsQuery } from "./read-insights";
import { agentIdOf } from "./read-insights";

const PAGE = 500;
const DAY_MS = 86_400_000;

/** An item with the label that it carries. */
export type LabelledItem = MeasuredItem & { readonly label: NonNullable<MeasuredItem["label"]> };

/** Every labelled item of a window, page by page, newest first. For admins and auditors: it names what single people decided. */
export function exportLabelled(
  ctx: Context,
  actor: PersonActor,
  query: Pick<InsightsQuery, "days" | "kind" | "agentId">,
): AsyncGenerator<readonly LabelledItem[]> {
  requirePermission(actor, "ledger.export");
  const until = ctx.clock() + 1;
  return pages(ctx, { from: until - query.days * DAY_MS, until }, { agentId: agentIdOf(query), kind: query.kind });
}

type Asked = Parameters<Context["store"]["read"]["measuredItems"]>;

async function* pages(ctx: Context, span: Asked[0], filter: Asked[1]): AsyncGenerator<readonly LabelledItem[]> {
  let after: Asked[2] = null;
  for (;;) {
    const page: readonly MeasuredItem[] = await ctx.store.read.measuredItems(span, filter, after, PAGE);
    yield page.flatMap((item) => (item.label === null ? [] : [{ ...item, label: item.label }]));
    if (page.length < PAGE) return;
    after = page.at(-1) ?? null;
  }
}

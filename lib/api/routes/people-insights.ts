import type { LabelledLine } from "../../contract/insights";
import { exportInsights, readInsightFigures } from "../../contract/measure-endpoints";
import { instant } from "../../contract/proposal-view";
import type { FigureLine } from "../../domain/measure/insights/lines";
import { figureLines } from "../../domain/measure/insights/lines";
import { versionWords } from "../../services/fingerprint";
import type { LabelledItem } from "../../services/measure/export-labelled";
import { exportLabelled } from "../../services/measure/export-labelled";
import { insightsQuery } from "../../services/measure/insights-query";
import { agentNames, readInsights } from "../../services/measure/read-insights";
import { json } from "../answer";
import { exportAnswer } from "../export-file";
import type { Route } from "../route";
import { forPeopleWithQuery } from "../route";

const FIGURE_COLUMNS = ["part", "row", "figure", "value", "unit", "count", "of", "low", "high"] as const;
const ITEM_COLUMNS = [
  ...(["id", "proposedAt", "agent", "version", "action", "kind", "tier", "status", "decision", "reason"] as const),
  ...(["verdict", "because", "ran", "excluded", "weight", "missed", "severe", "auditRate"] as const),
];

export const peopleInsightRoutes: readonly Route[] = [
  forPeopleWithQuery(readInsightFigures, async ({ parts: { ctx }, query }, actor) => {
    const reading = await readInsights(ctx, actor, insightsQuery(query));
    const { from, until, items, decisions, truncated, prices } = reading;
    const { currency } = prices;
    return json(200, { from, until, items, decisions, truncated, currency, figures: figureLines(reading, agentNames(reading)) });
  }),

  forPeopleWithQuery(exportInsights, async ({ parts: { ctx }, query, request }, actor) => {
    const { format = "jsonl", what = "figures", ...asked } = query;
    if (what === "items") {
      const items = exportLabelled(ctx, actor, insightsQuery(asked));
      const nameOf = agentNames({ agents: await ctx.store.read.agents() });
      const pages = () => mapped(items, (item) => toLabelledLine(item, nameOf));
      return exportAnswer<LabelledLine>(request, format, { name: "countersign-labelled", columns: ITEM_COLUMNS, pages });
    }
    const reading = await readInsights(ctx, actor, insightsQuery(asked));
    const lines = figureLines(reading, agentNames(reading));
    const file = { name: "countersign-figures", columns: FIGURE_COLUMNS, pages: () => whole(lines) };
    return exportAnswer<FigureLine>(request, format, file);
  }),
];

async function* mapped<From, To>(
  source: AsyncGenerator<readonly From[]>,
  line: (from: From) => To,
): AsyncGenerator<readonly To[]> {
  for await (const page of source) yield page.map(line);
}

// eslint-disable-next-line @typescript-eslint/require-await -- one page that is there already, where pages are awaited
async function* whole<Line>(lines: readonly Line[]): AsyncGenerator<readonly Line[]> {
  yield lines;
}

function toLabelledLine(item: LabelledItem, nameOf: (id: LabelledItem["agentId"]) => string): LabelledLine {
  const { verdict, because, ran, excluded, weight, missed, severe } = item.label;
  return {
    id: item.id,
    proposedAt: instant(item.at),
    agent: nameOf(item.agentId),
    version: versionWords(item.fingerprint),
    action: item.actionName,
    kind: item.kind,
    tier: item.tier,
    status: item.status,
    decision: item.decision?.type ?? null,
    reason: item.decision?.reason?.code ?? null,
    ...{ verdict, because, ran, excluded, weight, missed, severe },
    auditRate: item.audit?.rate ?? null,
  };
}

import type * as z from "zod";
import type { ExportLine } from "../../contract/listing";
import { exportHistory } from "../../contract/people-endpoints";
import { instant } from "../../contract/proposal-view";
import { can } from "../../domain/permissions";
import type { PersonActor } from "../../services/actor";
import { AppError } from "../../services/app-error";
import type { Context } from "../../services/context";
import { readHistory } from "../../services/triage/read-queue";
import { exportAnswer } from "../export-file";
import type { Route } from "../route";
import { forPeopleWithQuery } from "../route";
import { historyFilter } from "./people-queue";

type Line = z.infer<typeof ExportLine>;
type Reading = Awaited<ReturnType<typeof readHistory>>;

const PAGE = 500;
const COLUMNS = [
  "id",
  "createdAt",
  "agent",
  "action",
  "headline",
  "kind",
  "tier",
  "treatment",
  "status",
  "delivery",
  "decision",
  "decidedBy",
  "decidedAt",
  "reason",
  "digest",
  "version",
] as const satisfies readonly (keyof Line)[];

export const exportRoutes: readonly Route[] = [
  forPeopleWithQuery(exportHistory, ({ parts: { ctx }, query, request }, actor) => {
    if (!can(actor.role, "ledger.export")) {
      throw new AppError("forbidden", "exports are for admins and auditors: ask one of them");
    }
    const { format, ...asked } = query;
    const filter = historyFilter(asked);
    const file = { name: "countersign-history", columns: COLUMNS, pages: () => pages(ctx, actor, filter) };
    return Promise.resolve(exportAnswer(request, format ?? "jsonl", file));
  }),
];

/** Page after page, each read when the one before has been taken. */
async function* pages(ctx: Context, actor: PersonActor, filter: Parameters<typeof readHistory>[2]): AsyncGenerator<Line[]> {
  let after: Reading["next"] = null;
  do {
    const reading: Reading = await readHistory(ctx, actor, filter, after, PAGE);
    yield reading.rows.map((row) => toLine(row, reading.names));
    after = reading.next;
  } while (after !== null);
}

function toLine(row: Reading["rows"][number], names: Reading["names"]): Line {
  const { state } = row;
  const { decision } = state;
  return {
    id: row.id,
    createdAt: instant(state.createdAt),
    agent: row.agentName,
    action: row.actionName,
    headline: row.headline,
    kind: state.kind,
    tier: row.tier,
    treatment: state.treatment,
    status: state.status,
    delivery: state.delivery,
    decision: decision?.type ?? null,
    decidedBy: decision === null ? [] : decision.by.map((person) => names.get(person) ?? person),
    decidedAt: decision === null ? null : instant(decision.at),
    reason: decision?.reason?.code ?? null,
    digest: state.digest,
    version: state.version,
  };
}

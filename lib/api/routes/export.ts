import type * as z from "zod";
import { csvCell } from "../../contract/csv-cell";
import type { ExportLine } from "../../contract/listing";
import { exportHistory } from "../../contract/people-endpoints";
import { instant } from "../../contract/proposal-view";
import { can } from "../../domain/permissions";
import type { PersonActor } from "../../services/actor";
import { AppError } from "../../services/app-error";
import type { Context } from "../../services/context";
import { readHistory } from "../../services/triage/read-queue";
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
    const csv = format === "csv";
    const headers = {
      "content-type": csv ? "text/csv; charset=utf-8" : "application/x-ndjson; charset=utf-8",
      "content-disposition": `attachment; filename="countersign-history.${csv ? "csv" : "jsonl"}"`,
    };
    if (request.method === "HEAD") return Promise.resolve({ status: 200, headers, body: null });
    const body = exportStream(
      pages(ctx, actor, historyFilter(asked)),
      csv ? csvRow : jsonRow,
      csv ? `${COLUMNS.join(",")}\r\n` : "",
    );
    return Promise.resolve({ status: 200, headers, body });
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

function exportStream(source: AsyncGenerator<Line[]>, row: (line: Line) => string, head: string): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let lead = head;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const step = await source.next();
      const text = lead + (step.done === true ? "" : step.value.map(row).join(""));
      lead = "";
      if (text !== "") controller.enqueue(encoder.encode(text));
      if (step.done === true) controller.close();
    },
    async cancel() {
      await source.return(undefined);
    },
  });
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

function jsonRow(line: Line): string {
  return `${JSON.stringify(line)}\n`;
}

function csvRow(line: Line): string {
  const cells = COLUMNS.map((column) => {
    const value = line[column];
    return csvCell(typeof value === "object" && value !== null ? value.join("; ") : value);
  });
  return `${cells.join(",")}\r\n`;
}

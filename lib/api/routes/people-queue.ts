import type * as z from "zod";
import type { HistoryFilterQuery } from "../../contract/listing";
import {
  readCard as readCardEndpoint,
  readFrame as readFrameEndpoint,
  readHistory as readHistoryEndpoint,
  readLast,
  readProposalPage as readProposalPageEndpoint,
  readQueue as readQueueEndpoint,
  readToday as readTodayEndpoint,
} from "../../contract/people-endpoints";
import { toCardDetail, toProposalDetail } from "../../contract/card-view";
import { toQueuePage, toQueueRow } from "../../contract/queue-view";
import type { IdKind, IdTypes } from "../../domain/ids";
import { isId } from "../../domain/ids";
import { AppError } from "../../services/app-error";
import { readFrame } from "../../services/read-shell";
import { readCard, readProposalPage } from "../../services/triage/read-card";
import type { QueueQuery } from "../../services/triage/queue-page";
import { lastDecisions, readHistory, readQueue } from "../../services/triage/read-queue";
import { readToday } from "../../services/triage/read-today";
import { json } from "../answer";
import { queueList } from "../list-names";
import type { Route } from "../route";
import { forPeople, forPeopleWithQuery } from "../route";

const PAGE = 50;
const LAST = 10;

type HistoryFilter = Parameters<typeof readHistory>[2];

export const peopleQueueRoutes: readonly Route[] = [
  forPeopleWithQuery(readQueueEndpoint, async ({ parts: { ctx, cursors }, query }, actor) => {
    const asked: Omit<QueueQuery, "after"> = {
      queue: query.queue ?? "needs_you",
      sort: query.sort ?? "stake",
      limit: query.limit ?? PAGE,
      ...(query.agent === undefined ? {} : { agentId: idOf("agent", query.agent, "agent") }),
      ...(query.kind === undefined ? {} : { kind: query.kind }),
      ...(query.mine === undefined ? {} : { mine: true }),
      ...(query.text === undefined ? {} : { text: query.text }),
    };
    const list = queueList(asked);
    const reading = await readQueue(ctx, actor, { ...asked, after: cursors.open(list, query.cursor) });
    return json(200, toQueuePage(reading, cursors.seal(list, reading.next)));
  }),

  forPeopleWithQuery(readTodayEndpoint, async ({ parts: { ctx }, query }, actor) =>
    json(200, await readToday(ctx, actor, query.zone)),
  ),

  forPeopleWithQuery(readFrameEndpoint, async ({ parts: { ctx }, query }, actor) =>
    json(200, await readFrame(ctx, actor, query.zone)),
  ),

  forPeople(readCardEndpoint, async ({ parts: { ctx, shuffle }, id }, actor) => {
    return json(200, toCardDetail(await readCard(ctx, actor, id), shuffle));
  }),

  forPeople(readProposalPageEndpoint, async ({ parts: { ctx, shuffle }, id }, actor) => {
    return json(200, toProposalDetail(await readProposalPage(ctx, actor, id), shuffle));
  }),

  forPeopleWithQuery(readHistoryEndpoint, async ({ parts: { ctx, cursors }, query }, actor) => {
    const { cursor, limit, ...asked } = query;
    const filter = historyFilter(asked);
    const list = `history\n${JSON.stringify(filter)}`;
    const { rows, next, names } = await readHistory(ctx, actor, filter, cursors.open(list, cursor), limit ?? PAGE);
    return json(200, { items: rows.map((row) => toQueueRow(row, names)), next: cursors.seal(list, next) });
  }),

  forPeopleWithQuery(readLast, async ({ parts: { ctx }, query }, actor) => {
    const { rows, names } = await lastDecisions(ctx, actor, query.limit ?? LAST);
    return json(200, { items: rows.map((row) => toQueueRow(row, names)) });
  }),
];

/** The filters of an address as the store has them. Throws `invalid_request` for something that is no id. */
export function historyFilter(query: z.output<typeof HistoryFilterQuery>): HistoryFilter {
  const { status, agent, kind, tier, by, text, from, until } = query;
  return {
    ...(status === undefined ? {} : { statuses: status }),
    ...(agent === undefined ? {} : { agentId: idOf("agent", agent, "agent") }),
    ...(kind === undefined ? {} : { kind }),
    ...(tier === undefined ? {} : { tier }),
    ...(by === undefined ? {} : { decidedBy: idOf("person", by, "by") }),
    ...(text === undefined ? {} : { text }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}

function idOf<Kind extends IdKind>(kind: Kind, text: string, parameter: string): IdTypes[Kind] {
  if (isId(kind, text)) return text;
  const says = `must be the id of ${kind === "agent" ? "an agent" : "a person"}`;
  throw new AppError("invalid_request", "the query does not fit: see `issues`", { issues: [{ path: parameter, says }] });
}

import type { QueueParameters } from "../../lib/client/people-api";
import type { QueueView } from "../../lib/client/queue-view";
import { viewOf } from "../../lib/client/queue-view";
import type { CardDetail, QueueRow } from "../../lib/contract/people";
import { toCardDetail } from "../../lib/contract/card-view";
import { toQueuePage, toQueueRow } from "../../lib/contract/queue-view";
import { isId } from "../../lib/domain/ids";
import { QUEUES } from "../../lib/domain/words";
import { getRuntime } from "../../lib/runtime";
import type { PersonActor } from "../../lib/services/actor";
import { isAppError } from "../../lib/services/app-error";
import type { Context } from "../../lib/services/context";
import { readCard } from "../../lib/services/triage/read-card";
import { lastDecisions, readQueue } from "../../lib/services/triage/read-queue";
import { shuffle } from "../../lib/shuffle";

/** Rows of the first page. */
const PAGE = 50;

/** What the queue and focus screens start from, read on the server so that the first frame is the real one. */
export interface Desk {
  readonly parameters: QueueParameters;
  readonly initial: QueueView;
  readonly initialSelected: string | null;
  readonly initialCard: CardDetail | null;
  readonly initialLast: readonly QueueRow[];
  readonly agents: readonly { readonly id: string; readonly name: string }[];
  readonly now: number;
}

export type SearchParameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The desk of one person for an address. Unknown values in the address fall back to the defaults. */
export async function readDesk(person: PersonActor, search: SearchParameters): Promise<Desk> {
  const runtime = await getRuntime();
  const { ctx } = runtime;
  const parameters = parametersOf(search);
  const { queue, agent, sort } = parameters;
  const filter = agent !== null && isId("agent", agent) ? { agentId: agent } : {};
  const [reading, last, agents] = await Promise.all([
    readQueue(ctx, person, { queue, ...filter, sort, after: null, limit: PAGE }),
    lastDecisions(ctx, person, 10),
    ctx.store.read.agents(),
  ]);
  const page = toQueuePage(reading, runtime.queueCursor({ queue, ...filter, sort }, reading.next));
  const asked = one(search["open"]);
  const initialSelected = asked ?? page.items[0]?.id ?? null;
  return {
    parameters,
    initial: viewOf(queue, page, reading.now),
    initialSelected,
    initialCard: initialSelected === null ? null : await cardOrNull(ctx, person, initialSelected),
    initialLast: last.rows.map((row) => toQueueRow(row, last.names)),
    agents: agents.map(({ id, name }) => ({ id, name })),
    now: reading.now,
  };
}

async function cardOrNull(ctx: Context, person: PersonActor, id: string): Promise<CardDetail | null> {
  try {
    return toCardDetail(await readCard(ctx, person, id), shuffle);
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") return null;
    throw error;
  }
}

function parametersOf(search: SearchParameters): QueueParameters {
  const sort = one(search["sort"]);
  return {
    queue: QUEUES.find((queue) => queue === one(search["section"])) ?? "needs_you",
    agent: one(search["agent"]),
    sort: sort === "age" || sort === "due" ? sort : "stake",
  };
}

function one(value: string | readonly string[] | undefined): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

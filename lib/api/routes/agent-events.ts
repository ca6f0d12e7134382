import { agentEvents } from "../../contract/agent-endpoints";
import { instant } from "../../contract/proposal-view";
import type { ProposalId } from "../../domain/ids";
import { isId } from "../../domain/ids";
import type { ProposalState } from "../../domain/proposal";
import { statusForAgents } from "../../domain/proposal";
import type { AgentActor } from "../../services/actor";
import { AppError } from "../../services/app-error";
import type { Context } from "../../services/context";
import type { ApiParts } from "../api-parts";
import type { EventWriter } from "../event-stream";
import { eventStream } from "../event-stream";
import { lastEventId } from "../request-headers";
import type { Route } from "../route";
import { forAgents } from "../route";

/**
 * What an agent is told of. Signatures, decisions and edits that are still held are not among them: until release they may be undone, and
 * to the agent the proposal is pending.
 */
const TOLD: ReadonlySet<string> = new Set([
  "proposal.proposed",
  "proposal.blocked",
  "proposal.allowed",
  "proposal.released",
  "proposal.expired",
  "proposal.withdrawn",
  "proposal.superseded",
  "proposal.delivered",
  "proposal.redeemed",
  "proposal.reported",
  "proposal.lapsed",
  "proposal.renewed",
]);

const PAGE = 200;

/** A ledger row as the stream needs it. */
interface Row {
  readonly seq: number;
  readonly at: number;
  readonly type: string;
  readonly subject: string | null;
}

export const agentEventRoutes: readonly Route[] = [
  forAgents(agentEvents, async ({ parts, request }, actor) => {
    const { ctx } = parts;
    const from = lastEventId(request);
    const head = await ctx.store.read.ledgerHead();
    if (from !== null && from > head.seq) {
      throw new AppError(
        "invalid_cursor",
        "`Last-Event-ID` lies ahead of the record: connect without it and read your proposals",
      );
    }
    if (request.method === "HEAD") return { status: 200, headers: { "content-type": "text/event-stream" }, body: null };
    const leave = parts.agentWaits.enter(actor.keyId);
    return eventStream(request.signal, async (writer) => {
      writer.onClose(leave);
      closeWithAccess(parts, actor, writer, request.headers.get("authorization"));
      await follow(ctx, actor, writer, from ?? head.seq);
    });
  }),
];

/**
 * The stream ends with the server, with the key, and at the latest one heartbeat after the key expired. The key is looked at once more when
 * the stream listens: it may have been revoked since it was let in.
 */
function closeWithAccess({ ctx, auth }: ApiParts, actor: AgentActor, writer: EventWriter, authorization: string | null): void {
  writer.onClose(
    ctx.hub.onShutdown(() => {
      writer.close(1000);
    }),
  );
  writer.onClose(
    ctx.hub.onAny((message) => {
      if (message.type === "access" && (message.subject === actor.keyId || message.subject === actor.agentId)) writer.close();
    }),
  );
  const look = (): void => {
    auth.authenticateAgent(ctx, authorization).catch(() => {
      writer.close();
    });
  };
  writer.onBeat(look);
  look();
}

/**
 * Sends what happened after `from`, then what happens. INVARIANT: it listens before it reads, and always sends from the record, in its order:
 * a message only says that there is something to read, so nothing is lost, doubled or swapped.
 */
async function follow(ctx: Context, actor: AgentActor, writer: EventWriter, from: number): Promise<void> {
  let sent = from;
  const sendPage = async (): Promise<boolean> => {
    const page = await ctx.store.read.ledgerOfAgentAfter(actor.agentId, sent, PAGE);
    const states = await statesOf(ctx, page);
    for (const row of page) {
      const state = states.get(row.subject ?? "");
      if (state !== undefined && TOLD.has(row.type)) writer.send({ id: row.seq, event: "proposal", data: toEvent(row, state) });
      sent = row.seq;
    }
    await writer.drained();
    return page.length === PAGE;
  };
  const pump = oneAtATime(async () => {
    while (!writer.closed && (await sendPage()));
  });
  writer.onClose(
    ctx.hub.onAgent(actor.agentId, () => {
      pump().catch((error: unknown) => {
        ctx.log.warn({ err: error }, "an event stream failed");
        writer.close();
      });
    }),
  );
  writer.mark(from);
  await pump();
}

/** Runs `work` again after it ended when it was asked for meanwhile; never twice at once. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let asked = 0;
  const run = async (): Promise<void> => {
    for (let done = 0; done < asked;) {
      done = asked;
      await work();
    }
    asked = 0;
  };
  return () => {
    asked += 1;
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  };
}

/** The proposals of a page as they are now: a resumed reader wants to know where they stand, not where they stood. */
async function statesOf(ctx: Context, page: readonly Row[]): Promise<ReadonlyMap<string, ProposalState>> {
  const ids = new Set<ProposalId>();
  for (const { subject, type } of page) {
    if (subject !== null && TOLD.has(type) && isId("proposal", subject)) ids.add(subject);
  }
  const rows = await Promise.all([...ids].map((id) => ctx.store.read.listRow(id)));
  return new Map(rows.flatMap((row) => (row === null ? [] : [[row.id, row.state]])));
}

function toEvent(row: Row, state: ProposalState): Record<string, string> {
  return {
    id: state.id,
    type: row.type,
    status: statusForAgents(state.status),
    delivery: state.delivery,
    at: instant(row.at),
  };
}

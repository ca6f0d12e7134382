import {
  getProposal as getProposalEndpoint,
  listProposals as listProposalsEndpoint,
  propose as proposeEndpoint,
  withdraw as withdrawEndpoint,
} from "../../contract/agent-endpoints";
import { toProposal } from "../../contract/proposal-view";
import { isFinal } from "../../domain/proposal";
import type { AgentActor } from "../../services/actor";
import { propose } from "../../services/propose";
import { getProposal, listProposals } from "../../services/read-proposal";
import { waitForProposal } from "../../services/wait-for-proposal";
import { withdraw } from "../../services/withdraw";
import { json } from "../answer";
import type { ApiParts } from "../api-parts";
import { idempotencyKey, preferredWait } from "../request-headers";
import type { Route } from "../route";
import { forAgents, forAgentsWithBody, forAgentsWithQuery } from "../route";

const PAGE = 50;

export const proposalRoutes: readonly Route[] = [
  forAgentsWithBody(proposeEndpoint, async ({ parts, request }, actor, { value, raw }) => {
    const { ctx } = parts;
    const key = idempotencyKey(request);
    const wait = preferredWait(request);
    const { found, replayed } = await parts.inFlight.only(actor.agentId, [key], () =>
      propose(ctx, actor, value, { idempotencyKey: key, raw }),
    );
    const { state } = found.record;
    const headers: Record<string, string> = { location: `/api/v1/proposals/${state.id}` };
    if (replayed) headers["idempotent-replayed"] = "true";
    if (wait === 0 || isFinal(state.status)) return json(201, toProposal(found, ctx.baseUrl), headers);
    const waited = await waitIn(parts, actor, state.id, wait, request);
    return json(201, toProposal(waited, ctx.baseUrl), { ...headers, ...waitHeaders(parts, wait) });
  }),

  forAgentsWithQuery(listProposalsEndpoint, async ({ parts, query }, actor) => {
    const { ctx, cursors } = parts;
    const list = `proposals\n${actor.agentId}\n${query.status?.join() ?? ""}\n${query.run ?? ""}`;
    const { items, next } = await listProposals(ctx, actor, {
      statuses: query.status ?? null,
      runId: query.run ?? null,
      after: cursors.open(list, query.cursor),
      limit: query.limit ?? PAGE,
    });
    return json(200, { items: items.map((found) => toProposal(found, ctx.baseUrl)), next: cursors.seal(list, next) });
  }),

  forAgents(getProposalEndpoint, async ({ parts, request, id }, actor) => {
    const { ctx } = parts;
    const wait = preferredWait(request);
    // A HEAD is what link checkers and proxies send: it must not start the clock on which the action has to run.
    if (wait === 0 || request.method === "HEAD") {
      const found = await getProposal(ctx, actor, id, { recordDelivery: request.method !== "HEAD" });
      return json(200, toProposal(found, ctx.baseUrl));
    }
    const found = await waitIn(parts, actor, id, wait, request);
    return json(200, toProposal(found, ctx.baseUrl), waitHeaders(parts, wait));
  }),

  forAgents(withdrawEndpoint, async ({ parts, id }, actor) => {
    const found = await withdraw(parts.ctx, actor, id);
    return json(200, toProposal(found, parts.ctx.baseUrl));
  }),
];

async function waitIn(
  { ctx, agentWaits, auth }: ApiParts,
  actor: AgentActor,
  id: string,
  seconds: number,
  { signal, headers }: Request,
): ReturnType<typeof waitForProposal> {
  const leave = agentWaits.enter(actor.keyId);
  try {
    const mayWait = () => auth.authenticateAgent(ctx, headers.get("authorization"));
    return await waitForProposal(ctx, actor, id, { waitMs: seconds * 1000, signal, mayWait });
  } finally {
    leave();
  }
}

/** A server that is about to stop says when to come back; the proposal is where it was. */
function waitHeaders({ serving }: ApiParts, seconds: number): Record<string, string> {
  const applied = { "preference-applied": `wait=${String(seconds)}` };
  return serving() ? applied : { ...applied, "retry-after": "1" };
}

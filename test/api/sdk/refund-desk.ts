import { Proposal } from "../../../lib/contract/proposal";
import type { Countersign, GuardOptions, JsonObject } from "../../../sdk/src/index";
import type { ApiUnderTest } from "../api-under-test";
import { anApi, jsonOf } from "../api-under-test";
import { clientOf } from "./client-of";

export const REFUND = { order: "W2378156", amount: "48.00", currency: "EUR" };

/** An agent, and the person it waits for. */
export interface Desk {
  readonly api: ApiUnderTest;
  readonly client: Countersign;
  /** The arguments of each run. */
  readonly ran: JsonObject[];
  readonly refund: (signal?: AbortSignal, args?: JsonObject) => Promise<string>;
  /** The one proposal, once somebody waits for it. */
  readonly waiting: () => Promise<Proposal>;
  /** A person's decision, released at once. */
  readonly decide: (decision: object) => Promise<void>;
}

/** What becomes of an answer on its way to the agent; `call` is `POST /proposals/prp_…/redeem`. */
export type Hands = (call: string, answer: Response) => Response | Promise<Response>;

/** A guarded refund whose agent waits for a person. */
export async function aDesk(options: GuardOptions<JsonObject> = {}, hands: Hands = (_, answer) => answer): Promise<Desk> {
  const api = await anApi("the server's door");
  // Receipts are verified by the agent's own clock.
  api.ctx.pass(Date.now() - api.ctx.clock());
  const [agent, person] = [await api.agent(), await api.person("reviewer")];
  const send: ApiUnderTest["send"] = async (path, sent) => hands(`${sent?.method ?? "GET"} ${path}`, await api.send(path, sent));
  const client = clientOf({ ...api, send }, agent, { retries: 0 });
  const ran: JsonObject[] = [];
  const guarded = client.guard(
    "payment.refund",
    (args: JsonObject) => {
      ran.push(args);
      return "paid";
    },
    { kind: "payment", ...options },
  );
  const waiting = async (): Promise<Proposal> => {
    while (api.api.parts.agentWaits.open === 0) await new Promise((resolve) => setImmediate(resolve));
    const { items } = await clientOf(api, agent).list({ status: "pending" });
    const id = items[0]?.id ?? "";
    return jsonOf(await api.send(`/proposals/${id}`, { agent }), Proposal);
  };
  const decide = async (decision: object): Promise<void> => {
    const { id, version, digest } = await waiting();
    const decided = await api.send("/people/decide", {
      person,
      json: { proposal: id, version, digest, decision, act: { type: "key" } },
    });
    if (!decided.ok) throw new Error(`not decided: ${await decided.text()}`);
    const released = await api.send("/people/release", { person, json: { proposal: id } });
    if (!released.ok) throw new Error(`not released: ${await released.text()}`);
  };
  return {
    api,
    client,
    ran,
    refund: (signal, args = REFUND) => guarded(args, signal === undefined ? {} : { signal }),
    waiting,
    decide,
  };
}

/** The agent's proposal with some of it changed, wherever a call answers with one that is decided. */
export function forged(change: (proposal: Proposal) => Partial<Proposal>): Hands {
  return async (call, answer) => {
    if (!/^GET \/proposals\/prp_/u.test(call)) return answer;
    const proposal = await jsonOf(answer, Proposal);
    return Response.json({ ...proposal, ...(proposal.status === "approved" ? change(proposal) : {}) });
  };
}

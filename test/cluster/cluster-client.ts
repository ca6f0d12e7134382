import { randomUUID } from "node:crypto";
import { sealSession, sessionCookieName } from "../../lib/auth/session-cookie";
import { Proposal } from "../../lib/contract/proposal";
import { isFinal } from "../../lib/domain/proposal";
import type { PersonActor } from "../../lib/services/actor";
import { SECRET } from "./cluster";

interface Sent {
  readonly method?: string;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How long a client waits before it asks again: short, as the way back after a break is what is measured. */
const AGAIN_MS = 50;
const GIVE_UP_MS = 90_000;

/** What an agent and a reviewer do, each through the proxy, and again until they have an answer. */
export class ClusterClient {
  private readonly url: string;
  private readonly agentKey: string;
  private readonly cookie: string;
  /** Calls that had to be sent again. */
  repeated = 0;

  private constructor(url: string, agentKey: string, cookie: string) {
    this.url = url;
    this.agentKey = agentKey;
    this.cookie = cookie;
  }

  static async of(url: string, agentKey: string, person: PersonActor): Promise<ClusterClient> {
    const token = await sealSession({ personId: person.personId, sessionId: person.sessionId }, SECRET);
    return new ClusterClient(url, agentKey, `${sessionCookieName(url)}=${token}`);
  }

  async propose(order: string): Promise<Proposal> {
    const action = { name: "payment.refund", arguments: { order, amount: "48.00", currency: "EUR" } };
    const headers = { "idempotency-key": randomUUID() };
    return Proposal.parse(await (await this.asAgent("/proposals", { json: { action, kind: "payment" }, headers })).json());
  }

  /** Waits until the answer is final, however often the wait breaks; answers when it was heard. */
  async wait(id: string): Promise<number> {
    for (;;) {
      const answer = await this.asAgent(`/proposals/${id}`, { headers: { prefer: "wait=25" } });
      if (isFinal(Proposal.parse(await answer.json()).status)) return Date.now();
    }
  }

  /** Rejects it; answers once the decision was acknowledged, or found to have been taken by a call whose answer was lost. */
  async reject({ id, version, digest }: Proposal): Promise<void> {
    const json = {
      proposal: id,
      version,
      digest,
      decision: { type: "reject", reason: { code: "other", text: "not now" } },
      act: { type: "key" },
    };
    await this.asPerson("/people/decide", json);
  }

  /** Ends the undo window; answers when that was acknowledged. */
  async release(id: string): Promise<number> {
    await this.asPerson("/people/release", { proposal: id });
    return Date.now();
  }

  private asAgent(path: string, sent: Sent): Promise<Response> {
    return this.untilAnswered(path, { ...sent, headers: { ...sent.headers, authorization: `Bearer ${this.agentKey}` } });
  }

  /** A conflict is an answer too: a call before it was carried out, and its answer got lost. */
  private asPerson(path: string, json: unknown): Promise<Response> {
    return this.untilAnswered(path, { json, headers: { cookie: this.cookie, origin: this.url } });
  }

  private async untilAnswered(path: string, { json, headers }: Sent): Promise<Response> {
    const until = Date.now() + GIVE_UP_MS;
    for (let tries = 1; ; tries += 1) {
      const body = json === undefined ? {} : { method: "POST", body: JSON.stringify(json) };
      const type = json === undefined ? {} : { "content-type": "application/json" };
      const answer = await fetch(`${this.url}/api/v1${path}`, { ...body, headers: { ...headers, ...type } }).catch(() => null);
      if (answer !== null && (answer.ok || (answer.status === 409 && tries > 1))) return answer;
      const says = answer === null ? "no answer" : `${String(answer.status)} ${await answer.text()}`;
      const passing = answer === null || answer.status === 502 || answer.status === 503 || answer.status === 409;
      if (!passing || Date.now() > until) throw new Error(`${path} was answered with ${says}`);
      this.repeated += 1;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

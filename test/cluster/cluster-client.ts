import { randomUUID } from "node:crypto";
import type { Store } from "../../db/store/store";
import type { SessionClaim } from "../../lib/auth/session-cookie";
import { sealSession, sessionCookieName } from "../../lib/auth/session-cookie";
import { Proposal } from "../../lib/contract/proposal";
import { createContext } from "../../lib/create-context";
import type { SystemActor } from "../../lib/services/actor";
import { createAgent } from "../../lib/services/agents/create-agent";
import { createKey } from "../../lib/services/keys/create-key";
import { createPerson } from "../../lib/services/people/create-person";
import { temporarySigningKeys } from "../../lib/signing-keys";
import { Countersign, Unavailable } from "../../sdk/src/index";
import { SECRET } from "./cluster";

interface Sent {
  readonly method?: string;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How long a client waits before it asks again: short, as the way back after a break is what is measured. */
const AGAIN_MS = 50;
const GIVE_UP_MS = 90_000;

const HALF_A_DAY_MS = 12 * 3_600_000;
const COMMAND_LINE: SystemActor = { type: "system", name: "command_line" };
const quiet = (): void => undefined;

/** Makes an agent with a key and a reviewer who is signed in, in a cluster's database; answers their client. */
export async function clusterClient(store: Store, baseUrl: string): Promise<ClusterClient> {
  const log = { info: quiet, warn: quiet, error: quiet };
  const ctx = await createContext({ store, receipts: temporarySigningKeys(), log, baseUrl });
  const { id } = await createAgent(ctx, COMMAND_LINE, { name: "refunder" });
  const { secret } = await createKey(ctx, COMMAND_LINE, { agentId: id, label: "cluster" });
  const password = "seven brass nautical bells";
  const person = await createPerson(ctx, COMMAND_LINE, { email: "r@example.com", name: "Reviewer", role: "reviewer", password });
  const [now, sessionId] = [ctx.clock(), ctx.newId("session")];
  const times = { createdAt: now, authenticatedAt: now, lastSeenAt: now, expiresAt: now + HALF_A_DAY_MS, revokedAt: null };
  await store.transact(function* (tx) {
    yield* tx.insertSession({ id: sessionId, personId: person.id, userAgent: null, ...times });
    return { result: null, unchanged: true };
  });
  return ClusterClient.of(baseUrl, secret, { personId: person.id, sessionId });
}

/** What an agent and a reviewer do, each through the proxy, and again until they have an answer. */
export class ClusterClient {
  private readonly url: string;
  private readonly agentKey: string;
  private readonly cookie: string;
  private readonly agent: Countersign;
  /** Calls that had to be sent again. */
  repeated = 0;

  private constructor(url: string, agentKey: string, cookie: string) {
    this.url = url;
    this.agentKey = agentKey;
    this.cookie = cookie;
    this.agent = new Countersign({ url, apiKey: agentKey });
  }

  static async of(url: string, agentKey: string, session: SessionClaim): Promise<ClusterClient> {
    const token = await sealSession(session, SECRET);
    return new ClusterClient(url, agentKey, `${sessionCookieName(url)}=${token}`);
  }

  async propose(order: string): Promise<Proposal> {
    const action = { name: "payment.refund", arguments: { order, amount: "48.00", currency: "EUR" } };
    const headers = { "idempotency-key": randomUUID() };
    return Proposal.parse(await (await this.asAgent("/proposals", { json: { action, kind: "payment" }, headers })).json());
  }

  /** Waits with what agents install, and again however often the wait breaks; answers when it heard. */
  async wait(id: string): Promise<number> {
    const until = Date.now() + GIVE_UP_MS;
    for (;;) {
      try {
        await this.agent.wait(id);
        return Date.now();
      } catch (error) {
        if (!(error instanceof Unavailable) || Date.now() > until) throw error;
        this.repeated += 1;
      }
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

import { setTimeout as pause } from "node:timers/promises";

import { DecideResult } from "../../lib/contract/people";
import { Proposal } from "../../lib/contract/proposal";
import type { Awaited, ShutdownScene } from "./shutdown-scene";
import { ticketNamed } from "./workspace";

const AGAIN_MS = 100;
const PROPOSERS = 8;
const DECIDERS = 8;
const LOOK_MS = 50;
const JSON_TYPE = { "content-type": "application/json" };

/** The agents and the reviewer of a server that is stopped and started again; all over HTTP, as they would. */
export class ShutdownCallers {
  /** Waits that were told to come back, that lost their connection, and streams that ended in order. */
  readonly counts = { told: 0, dropped: 0, ended: 0 };
  /** Idempotency keys that were sent, and the id that each was acknowledged with. */
  readonly tried = new Set<string>();
  readonly acked = new Map<string, string>();
  /** When each was answered, and when each that was not released by hand may be: both by the clock of this machine, which is the server's. */
  private readonly answeredAt = new Map<string, number>();
  private readonly releaseAt = new Map<string, number>();
  /** Streams that are open now. */
  following = 0;
  private proposing = false;
  private readonly answers: Promise<boolean>[] = [];
  private readonly proposers: Promise<void>[] = [];
  private readonly scene: ShutdownScene;

  constructor(scene: ShutdownScene) {
    this.scene = scene;
  }

  /** One call waits for each proposal, again and again until it has its answer. */
  waitForAll(): void {
    for (const one of this.scene.waits) this.answers.push(this.untilAnswered(one));
  }

  /** Streams of the agents in turn, each until it ends. */
  followAll(count: number): void {
    for (let index = 0; index < count; index += 1) {
      void this.follow(this.keyOf(index));
    }
  }

  /** Resolves once the server holds so many waits and streams open. */
  async allOpen(count: number): Promise<void> {
    for (;;) {
      const figures = await (await fetch(`${this.scene.url}/api/v1/metrics`)).text();
      const open = /^countersign_waiting_calls(?:\{[^}]*\})? (\d+)/m.exec(figures)?.[1];
      if (open === undefined) throw new Error("the metrics do not say how many wait");
      if (Number(open) >= count) return;
      await pause(LOOK_MS);
    }
  }

  /** Proposes with a new key each time until told otherwise; after a failure of the connection with the next one. */
  keepProposing(): void {
    this.proposing = true;
    for (let index = 0; index < PROPOSERS; index += 1) this.proposers.push(this.propose(index));
  }

  stopProposing(): void {
    this.proposing = false;
  }

  /** The reviewer approves each; without `release` the undo window runs out by itself. */
  async decide(some: readonly Awaited[], { release }: { readonly release: boolean }): Promise<void> {
    const left = [...some];
    const decider = async (): Promise<void> => {
      for (let one = left.shift(); one !== undefined; one = left.shift()) {
        const { id: proposal, digest } = one;
        const decision = { proposal, version: 1, digest, decision: { type: "approve" }, act: { type: "hold" } };
        await this.post("lease", { proposal, version: 1 });
        const { releaseAt } = DecideResult.parse(await this.post("decide", decision));
        if (release) await this.post("release", { proposal });
        else if (releaseAt !== null) this.releaseAt.set(proposal, releaseAt);
      }
    };
    await Promise.all(Array.from({ length: DECIDERS }, decider));
  }

  /** How many of those who waited got an approval with its receipt. */
  async everyAnswer(): Promise<number> {
    return (await Promise.all(this.answers)).filter(Boolean).length;
  }

  /** How many decisions were held for undo, how many of them still at `at`, and how many an agent had before their window was over. */
  heldAndEarly(at: number): { readonly held: number; readonly openThen: number; readonly early: number } {
    const openThen = [...this.releaseAt.values()].filter((until) => until > at).length;
    const early = [...this.releaseAt].filter(([id, at]) => (this.answeredAt.get(id) ?? Infinity) < at);
    return { held: this.releaseAt.size, openThen, early: early.length };
  }

  /** Sends once more, under its own key, what was never answered. */
  async sendUnansweredAgain(): Promise<void> {
    await Promise.all(this.proposers);
    for (const name of this.tried) {
      if (!this.acked.has(name)) await this.send(name);
    }
  }

  private keyOf(index: number): string {
    return this.scene.keys[index % this.scene.keys.length] ?? "";
  }

  private async untilAnswered({ id, key }: Awaited): Promise<boolean> {
    for (let down = false; ;) {
      try {
        const headers = { authorization: `Bearer ${key}`, prefer: "wait=60" };
        const answer = await fetch(`${this.scene.url}/api/v1/proposals/${id}`, { headers });
        const proposal = Proposal.parse(await answer.json());
        if (answer.headers.has("retry-after")) this.counts.told += 1;
        if (proposal.status !== "pending") {
          this.answeredAt.set(id, Date.now());
          return proposal.status === "approved" && proposal.receipt !== null;
        }
        down = answer.headers.has("retry-after");
      } catch {
        // Between the two servers nobody answers the door; before that, a call that breaks off is one that was dropped.
        if (!down) this.counts.dropped += 1;
        down = true;
      }
      await pause(AGAIN_MS);
    }
  }

  private async follow(key: string): Promise<void> {
    const answer = await fetch(`${this.scene.url}/api/v1/events`, { headers: { authorization: `Bearer ${key}` } });
    this.following += 1;
    try {
      // Read to its end: a stream that is cut off throws instead.
      await answer.text();
      this.counts.ended += 1;
    } catch {
      this.counts.dropped += 1;
    }
    this.following -= 1;
  }

  private async propose(index: number): Promise<void> {
    for (let count = 0; this.proposing; count += 1) {
      const sent = await this.send(`${String(index)}-${String(count)}`).then(
        () => true,
        () => false,
      );
      // Whoever was refused the connection does not know whether it was made, and is asked again at the end.
      if (!sent) return;
    }
  }

  private async send(name: string): Promise<void> {
    this.tried.add(name);
    const headers = { ...JSON_TYPE, authorization: `Bearer ${this.keyOf(Number.parseInt(name, 10))}`, "idempotency-key": name };
    const body = JSON.stringify(ticketNamed(name));
    const answer = await fetch(`${this.scene.url}/api/v1/proposals`, { method: "POST", headers, body });
    // Refused for what is pending already, and so not made: the next one is tried a little later.
    if (answer.status === 429) {
      this.tried.delete(name);
      await answer.text();
      return pause(AGAIN_MS);
    }
    const { id } = Proposal.parse(await answer.json());
    this.acked.set(name, id);
  }

  private async post(path: string, body: object): Promise<unknown> {
    const { url, cookie } = this.scene;
    const headers = { ...JSON_TYPE, cookie, origin: url };
    const answer = await fetch(`${url}/api/v1/people/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${String(answer.status)} ${await answer.text()}`);
    return answer.json();
  }
}

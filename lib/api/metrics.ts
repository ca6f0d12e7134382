import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";
import { LOOK_PURPOSES } from "../domain/second-look";
import { FETCHED_WITHIN_MS } from "../domain/undelivered";
import { QUEUES } from "../domain/words";
import type { Context } from "../services/context";
import { vigilance } from "../services/measure/read-vigilance";

/** What is counted of the product and of the calls. One registry for one API, so that tests and a second copy do not meet. */
export class Metrics {
  readonly registry = new Registry();
  private readonly proposals = new Counter({
    name: "countersign_proposals_total",
    help: "Proposals by what policy did with them.",
    labelNames: ["treatment"],
    registers: [this.registry],
  });
  private readonly decisions = new Counter({
    name: "countersign_decisions_total",
    help: "Decisions that became final for the agent, by type and by who made them.",
    labelNames: ["type", "source"],
    registers: [this.registry],
  });
  private readonly durations = new Histogram({
    name: "countersign_http_request_duration_seconds",
    help: "How long calls of the API took; waiting calls and streams are left out.",
    labelNames: ["call", "status"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [this.registry],
  });
  private readonly queueSizes = new Gauge({
    name: "countersign_queue_items",
    help: "Items in each section, counted up to a bound.",
    labelNames: ["queue"],
    registers: [this.registry],
  });
  private readonly looksOwed = new Gauge({
    name: "countersign_looks_owed",
    help: "Items drawn for a second look that nobody has given yet, counted up to a bound.",
    labelNames: ["purpose"],
    registers: [this.registry],
  });
  private readonly undelivered = new Gauge({
    name: "countersign_undelivered",
    help: "Approvals that were released a minute ago or earlier and that their agent has not fetched, counted up to a bound.",
    registers: [this.registry],
  });
  private readonly vigilance = new Gauge({
    name: "countersign_vigilance_alarms",
    help: "Reviewers who approve nearly everything at a glance (`reflex`), and whether too few of the last tests were caught (`tests`).",
    labelNames: ["alarm"],
    registers: [this.registry],
  });
  private readonly leave: () => void;

  constructor(ctx: Context, waiting: () => { readonly agents: number; readonly people: number }) {
    const waiters = new Gauge({
      name: "countersign_waiting_calls",
      help: "Open long polls and streams.",
      labelNames: ["side"],
      registers: [this.registry],
      collect: () => {
        const { agents, people } = waiting();
        waiters.set({ side: "agents" }, agents);
        waiters.set({ side: "people" }, people);
      },
    });
    this.leave = ctx.hub.onAny((message) => {
      // What another process committed, that one counts.
      if (message.type !== "proposal" || message.elsewhere === true) return;
      const { state } = message;
      if (state.canary) return;
      for (const { type } of message.rows) {
        if (type === "proposal.proposed") this.proposals.inc({ treatment: state.treatment });
        if (type === "proposal.released" || type === "proposal.allowed" || type === "proposal.blocked") {
          this.decisions.inc({ type: state.decision?.type ?? "none", source: state.decision?.source ?? "none" });
        }
      }
    });
  }

  /** Adds what the process itself is doing: memory, event loop, garbage. Once a process. */
  watchProcess(): void {
    collectDefaultMetrics({ register: this.registry, prefix: "countersign_" });
  }

  /** Records one finished call. */
  called(call: string, status: number, seconds: number): void {
    this.durations.observe({ call, status: String(status) }, seconds);
  }

  /** The figures in Prometheus text format 0.0.4. */
  async text(ctx: Context, countCap: number): Promise<string> {
    const counts = await ctx.store.read.queueCounts(countCap);
    for (const queue of QUEUES) this.queueSizes.set({ queue }, counts[queue]);
    for (const purpose of LOOK_PURPOSES) {
      const { open } = await ctx.store.read.lookDebt(purpose, countCap);
      this.looksOwed.set({ purpose }, open);
    }
    this.undelivered.set(await ctx.store.read.undelivered(ctx.clock() - FETCHED_WITHIN_MS, countCap));
    const { byReflex, missing } = await vigilance(ctx);
    this.vigilance.set({ alarm: "reflex" }, byReflex);
    this.vigilance.set({ alarm: "tests" }, missing ? 1 : 0);
    return this.registry.metrics();
  }

  close(): void {
    this.leave();
    this.registry.clear();
  }
}

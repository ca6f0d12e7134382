import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import type { AgentActor, PersonActor } from "../lib/services/actor";
import type { Context } from "../lib/services/context";
import { createKey } from "../lib/services/keys/create-key";
import { propose } from "../lib/services/propose";
import { readQueue } from "../lib/services/triage/read-queue";
import { approve, fillSmall, multiply, personActor, SMALL } from "./growth-database";
import type { Row } from "./row";
import { atMost, quantile } from "./row";
import { benchContext, COMMAND_LINE, REVIEWER, update } from "./server-under-test";

const TIMES = 1000;
const ROUNDS = 80;
const WARM_UP = 10;

/** One of two databases of different size, with who reads and writes there. */
export interface Side {
  readonly ctx: Context;
  readonly reviewer: PersonActor;
  readonly agent: AgentActor;
}

/** The costs that must not grow with history: a page of the queue, a decision and a proposal, at 1,000,000 proposals against 1,000. */
export async function growthRows(say: (text: string) => void): Promise<readonly Row[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "countersign-bench-"));
  const files = { small: path.join(folder, "small.db"), large: path.join(folder, "large.db") };
  try {
    const filling = await benchContext(files.small, folder);
    await fillSmall(filling);
    await filling.store.close();
    say(`multiplying ${String(SMALL)} proposals by ${String(TIMES)}`);
    multiply(files.small, files.large, TIMES, say);
    const [small, large] = [
      await sideOf(await benchContext(files.small, folder)),
      await sideOf(await benchContext(files.large, folder)),
    ];
    const rows = await growthOf(small, large);
    await Promise.all([small.ctx.store.close(), large.ctx.store.close()]);
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function sideOf(ctx: Context): Promise<Side> {
  const [person, agent] = await Promise.all([
    ctx.store.read.personByEmail(REVIEWER.email),
    ctx.store.read.agentByName("agent-0"),
  ]);
  if (person === null || agent === null) throw new Error("the database was not filled");
  const scopes = new Set(["propose"]);
  // A key of its own: the cap of waiting proposals counts by key, and would end the measurement.
  const { key } = await createKey(ctx, COMMAND_LINE, { agentId: agent.id, label: "measured" });
  return {
    ctx,
    reviewer: personActor(ctx, person.id),
    agent: { type: "agent", agentId: agent.id, agentName: agent.name, keyId: key.id, scopes, ownerId: null },
  };
}

/** Medians of both databases, taken in turns so that the machine's moods meet both. */
export async function growthOf(small: Side, large: Side, says = "the same at 1,000 proposals"): Promise<readonly Row[]> {
  const works: Readonly<Record<string, (side: Side, round: number) => Promise<() => Promise<unknown>>>> = {
    growth_queue: ({ ctx, reviewer }) =>
      Promise.resolve(() => readQueue(ctx, reviewer, { queue: "needs_you", sort: "stake", limit: 50, after: null })),
    growth_propose: ({ ctx, agent }, round) =>
      Promise.resolve(() => propose(ctx, agent, update(5_000_000 + round), { idempotencyKey: null, raw: null })),
    growth_decide: async ({ ctx, agent, reviewer }, round) => {
      const { found } = await propose(ctx, agent, update(6_000_000 + round), { idempotencyKey: null, raw: null });
      return () => approve(ctx, reviewer, found.record.state.id);
    },
  };
  const rows: Row[] = [];
  for (const [name, prepare] of Object.entries(works)) {
    const took: { readonly small: number[]; readonly large: number[] } = { small: [], large: [] };
    for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
      for (const [which, on] of [
        ["small", small],
        ["large", large],
      ] as const) {
        const work = await prepare(on, round);
        const started = performance.now();
        await work();
        if (round >= WARM_UP) took[which].push(performance.now() - started);
      }
    }
    const value = quantile(took.large, 0.5);
    rows.push(atMost({ name, value, unit: "ms" }, { says, value: quantile(took.small, 0.5) }, 1.5));
  }
  return rows;
}

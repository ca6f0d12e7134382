import { setTimeout as pause } from "node:timers/promises";

import { Countersign, CountersignError } from "../../sdk/src/index";
import type { Proposal, ProposalInput } from "../../sdk/src/index";
import { Random } from "./random";
import type { DemoAgent } from "./scenarios";
import { DEMO_AGENTS } from "./scenarios";
import { leftBehind, takeUp, withMemory } from "./take-up";

/** Proposals of one agent that may wait at once: enough for a queue, not a flood. */
const OPEN_MAX = 4;

export interface DemoRun {
  readonly url: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/**
 * Runs the six agents against the real HTTP API until `signal` aborts: each takes up what it had left, then proposes, waits, redeems, runs a
 * simulated effect and reports.
 */
export async function runAgents(run: DemoRun): Promise<void> {
  await Promise.all(DEMO_AGENTS.map((agent, index) => runAgent(agent, new Random(Date.now() + index), run)));
}

async function runAgent(agent: DemoAgent, random: Random, { url, keys, signal, say }: DemoRun): Promise<void> {
  const apiKey = keys[agent.name];
  if (apiKey === undefined) throw new Error(`there is no key for ${agent.name}: start again with --reset`);
  const client = new Countersign({ url, apiKey });
  let open = 0;
  const keep = (work: Promise<void>): void => {
    open += 1;
    void work.finally(() => {
      open -= 1;
    });
  };
  const left = await leftBehind(client, Date.now());
  if (left.length > 0) say(`${agent.name}: ${String(left.length)} from before taken up again`);
  for (const proposal of left) keep(goOn(client, agent, proposal, signal, say));
  while (!signal.aborted) {
    if (open < OPEN_MAX) keep(propose(client, agent, withMemory(agent.next(random)), signal, say));
    await pause(random.between(3_000, 12_000), undefined, { signal }).catch(() => undefined);
  }
}

async function propose(
  client: Countersign,
  agent: DemoAgent,
  input: ProposalInput,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<void> {
  const { action, target, before, after, ...rest } = input;
  const effect = client.guard(action.name, () => simulated(signal), {
    ...rest,
    ...(target === undefined ? {} : { target }),
    ...(before === undefined ? {} : { before: () => before }),
    ...(after === undefined ? {} : { after: () => after }),
  });
  await told(agent, action.name, signal, say, async () => {
    await effect(action.arguments, { signal });
    return "ran";
  });
}

async function goOn(
  client: Countersign,
  agent: DemoAgent,
  proposal: Proposal,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<void> {
  await told(agent, proposal.action.name, signal, say, () => takeUp(client, proposal, () => simulated(signal), signal));
}

async function simulated(signal: AbortSignal): Promise<void> {
  await pause(400, undefined, { signal });
}

/** Says what came of one action. Whatever ends it is said, and ends nothing else. */
async function told(
  agent: DemoAgent,
  action: string,
  signal: AbortSignal,
  say: (line: string) => void,
  work: () => Promise<"ran" | "unknown">,
): Promise<void> {
  try {
    const came = await work();
    say(`${agent.name}: ${action} ${came === "ran" ? "ran" : "may have run before: reported as unknown"}`);
  } catch (error) {
    if (signal.aborted) return;
    say(`${agent.name}: ${action} did not run (${error instanceof CountersignError ? error.code : String(error)})`);
    if (error instanceof CountersignError && error.code === "unavailable")
      await pause(3_000, undefined, { signal }).catch(() => undefined);
  }
}

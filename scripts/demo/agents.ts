import { setTimeout as pause } from "node:timers/promises";

import { Countersign, CountersignError } from "../../sdk/src/index";
import type { ProposalInput } from "../../sdk/src/index";
import { Random } from "./random";
import type { DemoAgent } from "./scenarios";
import { DEMO_AGENTS } from "./scenarios";

/** Proposals of one agent that may wait at once: enough for a queue, not a flood. */
const OPEN_MAX = 4;

export interface DemoRun {
  readonly url: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** Runs the six agents against the real HTTP API until `signal` aborts: each proposes, waits, redeems, runs a simulated effect and reports. */
export async function runAgents(run: DemoRun): Promise<void> {
  await Promise.all(DEMO_AGENTS.map((agent, index) => runAgent(agent, new Random(Date.now() + index), run)));
}

async function runAgent(agent: DemoAgent, random: Random, { url, keys, signal, say }: DemoRun): Promise<void> {
  const apiKey = keys[agent.name];
  if (apiKey === undefined) throw new Error(`there is no key for ${agent.name}: start again with --reset`);
  const client = new Countersign({ url, apiKey });
  let open = 0;
  while (!signal.aborted) {
    if (open < OPEN_MAX) {
      open += 1;
      void propose(client, agent, agent.next(random), signal, say).finally(() => {
        open -= 1;
      });
    }
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
  const effect = client.guard(
    action.name,
    async (args) => {
      await pause(400, undefined, { signal });
      return args;
    },
    {
      ...rest,
      ...(target === undefined ? {} : { target }),
      ...(before === undefined ? {} : { before: () => before }),
      ...(after === undefined ? {} : { after: () => after }),
    },
  );
  try {
    await effect(action.arguments, { signal });
    say(`${agent.name}: ${action.name} ran`);
  } catch (error) {
    if (signal.aborted) return;
    say(`${agent.name}: ${action.name} did not run (${error instanceof CountersignError ? error.code : String(error)})`);
    if (error instanceof CountersignError && error.code === "unavailable")
      await pause(3_000, undefined, { signal }).catch(() => undefined);
  }
}

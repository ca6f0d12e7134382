import { writeSync } from "node:fs";

import type { AgentActor } from "../../lib/services/actor";
import { propose } from "../../lib/services/propose";
import { CRASH_AGENT } from "./crash-account";
import { agentNamed, openContext, ticketNamed } from "./workspace";

const CONCURRENCY = 16;
const STDOUT = 1;

/**
 * A process that proposes to a database file until it is killed, sixteen at a time: `crash-writer.ts FILE RUN`. Prints `try <key>` before each
 * call and `ack <key> <id>` after its answer. Each line is written straight to the descriptor, which blocks while the reader is slow: the
 * stream would keep what does not fit yet in memory, where a kill loses it.
 */
async function write(file: string, run: string): Promise<void> {
  const ctx = await openContext(file);
  // A key each: on a fast machine one key alone comes to its cap of waiting proposals before the process is killed.
  const actors: AgentActor[] = [];
  while (actors.length < CONCURRENCY) actors.push(await agentNamed(ctx, CRASH_AGENT));
  let next = 0;
  const writer = async (actor: AgentActor): Promise<void> => {
    for (;;) {
      const key = `${run}-${String(next++)}`;
      writeSync(STDOUT, `try ${key}\n`);
      const { found } = await propose(ctx, actor, ticketNamed(key), { idempotencyKey: key, raw: null });
      writeSync(STDOUT, `ack ${key} ${found.record.state.id}\n`);
    }
  };
  await Promise.all(actors.map(writer));
}

const [file, run] = process.argv.slice(2);
if (file === undefined || run === undefined) throw new Error("name the file and the run");
await write(file, run);

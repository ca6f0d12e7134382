import { propose } from "../../lib/services/propose";
import { agentNamed, openContext, ticketNamed } from "./workspace";

const CONCURRENCY = 16;

/**
 * A process that proposes to a database file until it is killed, sixteen at a time: `crash-writer.ts FILE RUN`. Prints `try <key>` before each
 * call and `ack <key> <id>` after its answer; a pipe is written synchronously, so a line that was printed outlives the process.
 */
async function write(file: string, run: string): Promise<void> {
  const ctx = await openContext(file);
  const actor = await agentNamed(ctx, "crash");
  let next = 0;
  const writer = async (): Promise<void> => {
    for (;;) {
      const key = `${run}-${String(next++)}`;
      process.stdout.write(`try ${key}\n`);
      const { found } = await propose(ctx, actor, ticketNamed(key), { idempotencyKey: key, raw: null });
      process.stdout.write(`ack ${key} ${found.record.state.id}\n`);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, writer));
}

const [file, run] = process.argv.slice(2);
if (file === undefined || run === undefined) throw new Error("name the file and the run");
await write(file, run);

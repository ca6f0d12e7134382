import { openStore } from "../db/open";
import { makeId } from "../lib/domain/ids";
import { aDraft, anAgent, aRecord, aVersion, sha256, START } from "./builders";
import { migrationsFolder } from "./migrations-folder";

/**
 * A process that writes proposals to a database file, eight at a time, until its input ends or it is killed. Prints a line for each
 * answer that it was given: `ack <id>` after a commit, `no <code>` after a refusal.
 */
async function write(file: string): Promise<void> {
  const store = await openStore({ url: `file:${file}`, migrationsFolder, sha256 });
  if ((await store.read.agents()).length === 0) {
    await store.transact(function* (tx) {
      yield* tx.insertAgent(anAgent(1));
      return { result: null, events: [aDraft()] };
    });
  }
  const ended = new Promise<void>((resolve) => process.stdin.once("end", resolve).resume());
  const stop = new AbortController();
  const writer = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      // Ids of builders repeat from process to process; these must not.
      const record = aRecord({
        idempotencyKey: crypto.randomUUID(),
        state: { id: makeId("proposal", START, crypto.getRandomValues(new Uint8Array(10))) },
      });
      await store
        .transact(function* (tx) {
          yield* tx.insertProposal(record, aVersion(record));
          return { result: null, events: [aDraft({ subject: record.state.id })] };
        })
        .then(
          () => process.stdout.write(`ack ${record.state.id}\n`),
          (error: unknown) => {
            process.stdout.write(`no ${error instanceof Error && "code" in error ? String(error.code) : "?"}\n`);
            return new Promise((resolve) => setTimeout(resolve, 20));
          },
        );
    }
  };
  const writers = Promise.all(Array.from({ length: 8 }, writer));
  process.stdout.write("open\n");
  await ended;
  stop.abort();
  await writers;
  await store.close();
  process.stdout.write("closed\n");
}

await write(process.argv[2] ?? "");

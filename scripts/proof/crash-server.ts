import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { createKey } from "../../lib/services/keys/create-key";
import type { BuiltServer } from "../../test/built-server";
import { startBuiltServer } from "../../test/built-server";
import { freePort } from "../../test/free-port";
import { Random } from "../demo/random";
import type { Said } from "./crash-account";
import { compare, CRASH_AGENT, emptyTally, proofOfKills } from "./crash-account";
import type { Extent, Proof } from "./proof";
import { agentNamed, COMMAND_LINE, inTemporaryFolder, openContext, ticketNamed } from "./workspace";

const SLICE_KILLS = 5;
const FULL_KILLS = 100;
/** A new database after so many kills. */
const KILLS_A_FILE = 20;
/** Callers, each with a key of its own for each life: one key alone comes to its cap of waiting proposals. */
const CALLERS = 16;

/** The same of the whole server: killed while agents propose over HTTP, with the thread that writes and all that is between the socket and the disk. */
export async function killServers({ full, progress }: Extent): Promise<Proof> {
  const random = new Random(Math.floor(Date.now() % 2 ** 31));
  const goal = full ? FULL_KILLS : SLICE_KILLS;
  const tally = emptyTally();
  while (tally.kills < goal) {
    await inTemporaryFolder(async (dataDir) => {
      const file = path.join(dataDir, "crash.db");
      const said: Said = { tried: new Set(), acked: new Map() };
      for (let life = 0; life < KILLS_A_FILE && tally.kills < goal; life += 1) {
        const keys = await keysOn(file);
        const server = await startBuiltServer({ port: await freePort(), databaseUrl: `file:${file}`, dataDir });
        const life = { keys, said, run: `k${String(tally.kills)}` };
        const fresh = await proposeUntilKilled(server, life, random.between(100, 900)).finally(() => server.kill());
        tally.kills += 1;
        await compare(file, said, fresh, tally);
        progress(`${String(tally.kills)} of ${String(goal)} servers killed, ${String(tally.acks)} acknowledged`);
      }
    });
  }
  return proofOfKills("crash: nothing that the server acknowledged is lost to its kill -9", goal, tally);
}

/** New keys of the agent, on a database that no server has open. */
async function keysOn(file: string): Promise<readonly string[]> {
  const ctx = await openContext(file);
  try {
    const { agentId } = await agentNamed(ctx, CRASH_AGENT);
    const keys: string[] = [];
    while (keys.length < CALLERS) keys.push((await createKey(ctx, COMMAND_LINE, { agentId, label: "proof" })).secret);
    return keys;
  } finally {
    await ctx.store.close();
  }
}

interface Life {
  readonly keys: readonly string[];
  readonly said: Said;
  /** Part of each idempotency key, so that no two lives share one. */
  readonly run: string;
}

/** Proposes with all keys at once until the server is killed, `afterMs` after its first answer. Answers the keys that this life tried. */
async function proposeUntilKilled(server: BuiltServer, { keys, said, run }: Life, afterMs: number): Promise<readonly string[]> {
  const fresh: string[] = [];
  const kills: Promise<string | null>[] = [];
  const kill = async (): Promise<string | null> => {
    await pause(afterMs);
    return server.kill();
  };
  const caller = async (apiKey: string): Promise<void> => {
    for (;;) {
      const key = `${run}-${String(fresh.length)}`;
      said.tried.add(key);
      fresh.push(key);
      const id = await proposed(server.url, apiKey, key);
      if (id === null) return;
      said.acked.set(key, id);
      if (kills.length === 0) kills.push(kill());
    }
  };
  await Promise.all(keys.map(caller));
  if (kills.length === 0) throw new Error("the server answered nothing");
  const [signal] = await Promise.all(kills);
  if (signal !== "SIGKILL") throw new Error("the server ended before it was killed");
  return fresh;
}

/** The id that one call was answered with; null where the server was gone before it answered. Throws when it refused. */
async function proposed(url: string, apiKey: string, key: string): Promise<string | null> {
  const headers = { authorization: `Bearer ${apiKey}`, "content-type": "application/json", "idempotency-key": key };
  const init = { method: "POST", headers, body: JSON.stringify(ticketNamed(key)) };
  const answer = await fetch(`${url}/api/v1/proposals`, init)
    .then(async (response) => ({ status: response.status, body: await response.text() }))
    .catch(() => null);
  if (answer === null) return null;
  if (answer.status !== 201) throw new Error(`a proposal was answered with ${String(answer.status)}: ${answer.body}`);
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- our own API's answer
  return (JSON.parse(answer.body) as { readonly id: string }).id;
}

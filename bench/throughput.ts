import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import autocannon from "autocannon";

export const CONNECTIONS = 32;

export interface Load {
  readonly perSecond: number;
  readonly p99Ms: number;
}

/** Requests a second under 32 connections for `seconds`. Throws when an answer was not 2xx: a refused call is no throughput. */
export async function load(seconds: number, options: autocannon.Options): Promise<Load> {
  const result = await autocannon({ connections: CONNECTIONS, duration: seconds, ...options });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${String(result.non2xx)} answers of ${options.url} were not 2xx, ${String(result.errors)} failed`);
  return { perSecond: result.requests.average, p99Ms: result.latency.p99 };
}

/** The same 32 connections spread over several servers: requests a second of all, and the worst of their 99th percentiles. */
export async function loadAll(seconds: number, urls: readonly string[], options: Omit<autocannon.Options, "url">): Promise<Load> {
  const connections = Math.ceil(CONNECTIONS / urls.length);
  const loads = await Promise.all(urls.map((url) => load(seconds, { ...options, url, connections })));
  return {
    perSecond: loads.reduce((sum, { perSecond }) => sum + perSecond, 0),
    p99Ms: Math.max(...loads.map(({ p99Ms }) => p99Ms)),
  };
}

/** An empty `node:http` server that answers `{}`: what the machine can do at most. */
export async function emptyNode(seconds: number, body: string): Promise<Load> {
  const server = createServer((request, response) => {
    request.resume().on("end", () => response.setHeader("content-type", "application/json").end("{}"));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- a TCP server's address is not a path
  const { port } = server.address() as AddressInfo;
  try {
    return await load(seconds, { url: `http://127.0.0.1:${String(port)}/`, method: "POST", body });
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

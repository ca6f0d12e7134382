import { Agent, request } from "node:http";

import { signInOverHttp } from "./person-session";
import type { Row } from "./row";
import { below, quantile } from "./row";
import type { ServerUnderTest } from "./server-under-test";
import { update, serverUnderTest } from "./server-under-test";

export const WAKE_KEYS = 14;
const WAITERS = 1000;
const RELEASED = 300;
/** Released before those that are counted: by then the engine has compiled what runs, as in a server that is in use (the same as for `propose`). */
const WARM_UP = 300;

export interface Waiting {
  readonly id: string;
  readonly key: string;
}

/** From asking for the release until the waiting agent has its answer, one at a time, while a thousand agents wait over fourteen keys. */
export async function wakeRows(): Promise<readonly Row[]> {
  const under = await serverUnderTest({ agents: WAKE_KEYS });
  try {
    const took = await wakeTimes(under);
    const says = `${String(WAITERS)} waiters over ${String(WAKE_KEYS)} keys, ${String(RELEASED)} released one at a time`;
    return [
      below({ name: "wake_p50", value: quantile(took, 0.5), unit: "ms" }, 5, says),
      below({ name: "wake_p99", value: quantile(took, 0.99), unit: "ms" }, 50, says),
    ];
  } finally {
    await under.stop();
  }
}

/** Milliseconds of each wake-up; where there are several servers, decided at the first and waited for at the last. */
export async function wakeTimes(under: ServerUnderTest): Promise<readonly number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  try {
    const cookie = await signInOverHttp(under.url);
    const waiting: Waiting[] = [];
    for (let number = 0; number < WARM_UP + WAITERS; number += 1) waiting.push(await propose(under, number));
    const answered = new Map<string, number>();
    const watching = { url: under.urls.at(-1) ?? under.url, agent, answered, over: false };
    const watchers = waiting.map((one) => watch(watching, one));
    const took: number[] = [];
    for (const { id } of waiting.slice(0, WARM_UP)) await releaseOne(under.url, cookie, id, answered);
    for (const { id } of waiting.slice(WARM_UP, WARM_UP + RELEASED)) took.push(await releaseOne(under.url, cookie, id, answered));
    watching.over = true;
    agent.destroy();
    await Promise.all(watchers);
    return took;
  } finally {
    agent.destroy();
  }
}

/** Proposes one update over HTTP, with the key of the next agent in turn. */
export async function propose(under: ServerUnderTest, number: number): Promise<Waiting> {
  const key = under.keys[number % under.keys.length] ?? "";
  const response = await fetch(`${under.url}/api/v1/proposals`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify(update(number)),
  });
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- our own API's answer, and what is missing fails at its use
  const { id } = (await response.json()) as { readonly id: string };
  return { id, key };
}

export interface Watching {
  readonly url: string;
  readonly agent: Agent;
  /** When each answer was there. */
  readonly answered: Map<string, number>;
  /** True once nothing more is asked. */
  over: boolean;
}

/** Waits as an agent does: again when the wait ran out, again when a kept-alive connection was closed under it, until there is a decision. */
export async function watch(watching: Watching, { id, key }: Waiting): Promise<void> {
  while (!watching.over && !watching.answered.has(id)) {
    const text = await waitOnce(`${watching.url}/api/v1/proposals/${id}`, watching.agent, key).catch((error: unknown) => {
      if (error instanceof Error && "code" in error) return null;
      throw error;
    });
    const at = performance.now();
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- our own API's answer
    if (text !== null && (JSON.parse(text) as { readonly status: string }).status !== "pending") watching.answered.set(id, at);
  }
}

function waitOnce(url: string, agent: Agent, key: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const call = request(url, { agent, headers: { authorization: `Bearer ${key}`, prefer: "wait=25" } }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("end", () => (response.statusCode === 200 ? resolve(text) : reject(new Error(text))));
    });
    call.on("error", reject).end();
  });
}

async function releaseOne(url: string, cookie: string, id: string, answered: ReadonlyMap<string, number>): Promise<number> {
  await decideOne(url, cookie, id);
  const asked = performance.now();
  await postAsPerson(url, cookie, "release", { proposal: id });
  for (;;) {
    const at = answered.get(id);
    if (at !== undefined) return at - asked;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Opens one card and approves it by key, as the browser does; answers when its undo window ends, on the server's clock. */
export async function decideOne(url: string, cookie: string, id: string): Promise<number> {
  const card = await fetch(`${url}/api/v1/people/cards/${id}`, { headers: { cookie } });
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- our own API's answer
  const { digest } = (await card.json()) as { readonly digest: string };
  await postAsPerson(url, cookie, "lease", { proposal: id, version: 1 });
  const decision = { type: "approve" };
  const decided = await postAsPerson(url, cookie, "decide", { proposal: id, version: 1, digest, decision, act: { type: "key" } });
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- our own API's answer
  const { releaseAt } = JSON.parse(decided) as { readonly releaseAt: number | null };
  if (releaseAt === null) throw new Error("the decision was not held");
  return releaseAt;
}

/** Posts as the page does, and answers the text. Throws unless it was accepted. */
export async function postAsPerson(url: string, cookie: string, path: string, body: unknown): Promise<string> {
  const headers = { cookie, origin: url, "content-type": "application/json", "sec-fetch-site": "same-origin" };
  const response = await fetch(`${url}/api/v1/people/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${text}`);
  return text;
}

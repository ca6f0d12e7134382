import type { ClientRequest } from "node:http";
import { request } from "node:http";

import { PeopleEvent } from "../lib/contract/people";
import { signInOverHttp } from "./person-session";
import type { Row } from "./row";
import { below, quantile } from "./row";
import { ADMIN, REVIEWER, serverUnderTest } from "./server-under-test";
import { propose } from "./wake";

const CLAIMS = 250;
/** Longer than this is no figure any more. */
const LOST_MS = 10_000;

/** From asking for a card, as whoever opens it does, until the open event stream of somebody else tells of it, one card at a time. */
export async function claimRows(): Promise<readonly Row[]> {
  const under = await serverUnderTest({ agents: 1 });
  const told = new Map<string, number>();
  try {
    const [opener, watcher] = [await signInOverHttp(under.url, REVIEWER), await signInOverHttp(under.url, ADMIN)];
    const waiting: string[] = [];
    for (let number = 0; number < CLAIMS; number += 1) waiting.push((await propose(under, number)).id);
    const stream = await follow(under.url, watcher, told);
    const took: number[] = [];
    for (const id of waiting) took.push(await claimOne(under.url, opener, id, told));
    stream.destroy();
    const says = `absolute; ${String(CLAIMS)} cards opened one at a time, median ${quantile(took, 0.5).toFixed(1)} ms`;
    return [below({ name: "claim_visible", value: quantile(took, 0.95), unit: "ms" }, 500, says)];
  } finally {
    await under.stop();
  }
}

/** Answers once the stream runs; from then on `told` has when each card was said to be taken. */
function follow(url: string, cookie: string, told: Map<string, number>): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    const call = request(`${url}/api/v1/people/events`, { headers: { cookie } }, (response) => {
      if (response.statusCode !== 200) {
        reject(new Error(`the stream answered ${String(response.statusCode)}`));
        return;
      }
      let unread = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        const at = performance.now();
        const lines = (unread + chunk).split("\n");
        unread = lines.pop() ?? "";
        for (const id of lines.flatMap(takenIn)) told.set(id, at);
      });
      // It ends with us.
      response.on("error", () => undefined);
      resolve(call);
    });
    call.on("error", reject).end();
  });
}

/** The card that a line of the stream says is taken; what a beat holds is no event. */
function takenIn(line: string): readonly string[] {
  if (!line.startsWith("data: ")) return [];
  const { data } = PeopleEvent.safeParse(JSON.parse(line.slice("data: ".length)));
  return data?.type === "lease" && data.lease !== null ? [data.proposal] : [];
}

async function claimOne(url: string, cookie: string, proposal: string, told: ReadonlyMap<string, number>): Promise<number> {
  const asked = performance.now();
  const answer = fetch(`${url}/api/v1/people/lease`, {
    method: "POST",
    headers: { cookie, origin: url, "content-type": "application/json", "sec-fetch-site": "same-origin" },
    body: JSON.stringify({ proposal, version: 1 }),
  }).then(async (response) => {
    if (!response.ok) throw new Error(`the card was not opened: ${await response.text()}`);
    await response.arrayBuffer();
  });
  const seen = seenAt(proposal, told);
  await answer;
  return (await seen) - asked;
}

async function seenAt(proposal: string, told: ReadonlyMap<string, number>): Promise<number> {
  for (const from = performance.now(); performance.now() - from < LOST_MS;) {
    const at = told.get(proposal);
    if (at !== undefined) return at;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error("a card was opened and nobody was told");
}

import { emptyNext } from "./empty-next";
import type { Row } from "./row";
import { atLeast, below } from "./row";
import type { ServerUnderTest } from "./server-under-test";
import { update, serverUnderTest } from "./server-under-test";
import type { Load } from "./throughput";
import { emptyNode, loadAll } from "./throughput";

/** Enough keys that none of them reaches its cap of waiting proposals. */
export const AGENTS = 128;
const BODIES = 512;
const WARM_UP_SECONDS = 4;
const JSON_TYPE = { "content-type": "application/json" };

/**
 * What an agent pays for each action: 0.9 kB, 20 rules, digest, ledger, durable commit. `propose` waits for a person; `propose_auto` runs by
 * itself and carries a receipt.
 */
export async function proposeRows(seconds: number): Promise<readonly Row[]> {
  const body = JSON.stringify(update(0));
  const next = await emptyNext(seconds, body);
  const node = await emptyNode(seconds, body);
  const under = await serverUnderTest({ agents: AGENTS });
  try {
    const { proposed, ran } = await proposeLoads(under, seconds);
    const propose = { name: "propose", value: proposed.perSecond, unit: "requests/s" };
    return [
      atLeast(propose, { says: "an empty Next.js route", value: next.perSecond }, 3),
      atLeast({ ...propose, name: "propose_node" }, { says: "an empty node:http", value: node.perSecond }, 0.1),
      below({ name: "propose_p99", value: proposed.p99Ms, unit: "ms" }, 25),
      atLeast(
        { name: "propose_auto", value: ran.perSecond, unit: "requests/s" },
        { says: "propose", value: proposed.perSecond },
        0.7,
      ),
    ];
  } finally {
    await under.stop();
  }
}

/** Proposals that wait for a person, then proposals that run by themselves, on however many servers there are. */
export async function proposeLoads(
  { urls, keys }: Pick<ServerUnderTest, "urls" | "keys">,
  seconds: number,
): Promise<{ readonly proposed: Load; readonly ran: Load }> {
  const requests = (make: (number: number) => unknown) =>
    Array.from({ length: BODIES }, (_, index) => ({
      method: "POST" as const,
      path: "/api/v1/proposals",
      headers: { ...JSON_TYPE, authorization: `Bearer ${keys[index % AGENTS] ?? ""}` },
      body: JSON.stringify(make(index)),
    }));
  const review = requests(update);
  const auto = requests((number) => {
    const { action, ...rest } = update(number);
    return { ...rest, action: { ...action, name: "crm.get" } };
  });
  // Long enough for the engine to have compiled what is hot: a server that has just started is not what is asked about.
  await loadAll(WARM_UP_SECONDS, urls, { requests: review });
  await loadAll(1, urls, { requests: auto });
  return { proposed: await loadAll(seconds, urls, { requests: review }), ran: await loadAll(seconds, urls, { requests: auto }) };
}

import type { Row } from "./row";
import { below, quantile } from "./row";
import type { ServerUnderTest } from "./server-under-test";
import { serverUnderTest, update } from "./server-under-test";

const REQUESTS = 2_000;
const BAR_MS = 50;

/** One request that must be refused, and how. */
interface Bad {
  readonly path: string;
  readonly body: string;
  readonly status: number;
  /** Sent in place of the agent's own key. */
  readonly authorization?: string;
}

/** What comes in from agents that are broken or mean harm, a kind of it each (design: trust §9). */
function badOnes(): readonly Bad[] {
  const good = update(0);
  const text = JSON.stringify(good);
  const proposal = (body: string, status: number): Bad => ({ path: "/proposals", body, status });
  const unknown = "prp_01m8ja9p0navnf997rce2b06vv";
  return [
    proposal("", 400),
    proposal(text.slice(0, -1), 400),
    proposal(text.replace("{", '{"action":1,'), 400),
    proposal(`${"[".repeat(5_000)}${"]".repeat(5_000)}`, 400),
    proposal('{"action":{"name":"crm.update","arguments":{"amount":1e400}}}', 400),
    proposal("[]", 400),
    proposal(JSON.stringify({ ...good, surprise: true }), 400),
    proposal(JSON.stringify({ ...good, action: { name: "", arguments: {} } }), 400),
    proposal(JSON.stringify({ ...good, rationale: "a".repeat(200_000) }), 400),
    proposal(JSON.stringify({ ...good, rationale: "a".repeat(2_000_000) }), 413),
    { ...proposal(text, 401), authorization: "Bearer none" },
    { path: `/proposals/${unknown}/redeem`, body: JSON.stringify({ receipt: "a.b.c" }), status: 404 },
    { path: "/proposals/nothing/outcome", body: "{}", status: 400 },
    { path: "/nothing", body: "{}", status: 404 },
  ];
}

/** From sending what must be refused until it is, one request at a time, over every kind of it. */
export async function rejectRows(): Promise<readonly Row[]> {
  const under = await serverUnderTest({ agents: 1 });
  const bad = badOnes();
  try {
    const took: number[] = [];
    for (let number = 0; number < REQUESTS; number += 1) {
      const one = bad[number % bad.length];
      if (one !== undefined) took.push(await refused(under, one));
    }
    const says = `absolute; ${String(REQUESTS)} refusals of ${String(bad.length)} kinds, median ${quantile(took, 0.5).toFixed(1)} ms`;
    return [below({ name: "reject_p99", value: quantile(took, 0.99), unit: "ms" }, BAR_MS, says)];
  } finally {
    await under.stop();
  }
}

async function refused({ url, keys }: ServerUnderTest, { path, body, status, authorization }: Bad): Promise<number> {
  const sent = performance.now();
  const answer = await fetch(`${url}/api/v1${path}`, {
    method: "POST",
    headers: { authorization: authorization ?? `Bearer ${keys[0] ?? ""}`, "content-type": "application/json" },
    body,
  });
  const text = await answer.text();
  const took = performance.now() - sent;
  if (answer.status !== status)
    throw new Error(`${path} ${body.slice(0, 80)} was answered ${String(answer.status)}: ${text.slice(0, 200)}`);
  return took;
}

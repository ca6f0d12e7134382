import type { Page } from "@playwright/test";

interface Answer {
  readonly outcome: string;
  readonly test?: { readonly caught: boolean; readonly wrong: string };
}

/** What a reviewer takes to read a card: more than the least that counts as a look. */
const READ_MS = 9_000;
/** Nobody has read anything by then, on whatever machine. */
export const GLANCE_MS = 300;

/** Decides as the desk does, over the same API and as the person whose page this is, and releases the decision. */
export async function decideByApi(
  page: Page,
  proposal: string,
  decision: { readonly type: "approve" } | { readonly type: "reject"; readonly reason: { code: string; text: null } },
  activeMs = READ_MS,
): Promise<Answer> {
  const { row, digest } = await call<{ digest: string; row: { version: number } }>(page, `cards/${proposal}`);
  const shown = { proposal, version: row.version, digest };
  const measured = { activeMs, device: "keyboard" };
  const answer = await call<Answer>(page, "decide", { ...shown, decision, act: { type: "key" }, measured });
  if (answer.outcome === "held") await call(page, "release", { proposal });
  return answer;
}

/** The ids of what stands in the queue. */
export async function idsInQueue(page: Page): Promise<readonly string[]> {
  const { items } = await call<{ items: readonly { readonly id: string }[] }>(page, "queue?sort=age&limit=100");
  return items.map(({ id }) => id);
}

async function call<Body>(page: Page, path: string, data?: object): Promise<Body> {
  const address = `/api/v1/people/${path}`;
  const origin = new URL(page.url()).origin;
  const answer =
    data === undefined ? await page.request.get(address) : await page.request.post(address, { headers: { origin }, data });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the contract's answer
  return (await answer.json()) as Body;
}

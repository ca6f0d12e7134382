import type { BrowserContext } from "@playwright/test";
import * as z from "zod";

import { update } from "../../bench/server-under-test";
import type { Random } from "../demo/random";
import { postAs } from "./post-as";

/** What the server says of a card. */
export const Card = z.object({ row: z.object({ version: z.int() }), digest: z.string() });
/** What a proposal was in each of its versions. */
export const History = z.object({
  versions: z.array(z.object({ version: z.int(), digest: z.string(), arguments: z.record(z.string(), z.unknown()) })),
});

/** How a list may be ordered. */
export const ORDERS = ["stake", "due"] as const;
/**
 * In each order of the list, what puts a proposal above those that stand there: a higher tier, since its agent is in doubt, or a nearer deadline. Once
 * much was rejected the agent's measured confidence gives that tier to all: then it is the stakes.
 */
const FIRST = {
  stake: { doubt: "two customers have this name", stakes: "S2" },
  due: { expiresIn: 900 },
} as const;

/** Everything around one desk: its agent, and a colleague. */
export interface World {
  readonly other: BrowserContext;
  readonly url: string;
  readonly key: string;
  readonly random: Random;
  /** The proposals of the agent that wait: what was decided may still be taken back, and has left once. */
  readonly waiting: Set<string>;
  /** How the list of the desk is ordered. */
  order: (typeof ORDERS)[number];
  /** What has arrived since the list was read: it is counted there, and not shown. */
  readonly arrived: string[];
  /** What has arrived and was let into the list. */
  readonly letIn: string[];
}

/** What happens around a desk before anything has. */
export function nothingYet(): Pick<World, "waiting" | "order" | "arrived" | "letIn"> {
  return { waiting: new Set(), order: "stake", arrived: [], letIn: [] };
}

/** True where the open proposal was taken back. */
export async function changes(world: World, change: string, id: string, before: z.infer<typeof Card>): Promise<boolean> {
  if (change === "insert") world.arrived.push(await arrivesAbove(world));
  if (change === "edit") await editElsewhere(world, id, before);
  if (change !== "withdraw" || !(await takeBack(world, id))) return false;
  world.waiting.delete(id);
  return true;
}

/** One more that comes above those that stand in the list: its id. */
export function arrivesAbove(world: World): Promise<string> {
  return arrive(world, FIRST[world.order]);
}

/** One more proposal of the agent: its id. */
export async function arrive(world: World, more: object): Promise<string> {
  const { url, key, random } = world;
  const { id } = await postAs({ url, key }, "/proposals", { ...update(random.between(10_000, 999_999)), ...more });
  world.waiting.add(id);
  return id;
}

/** Takes back what has arrived: in a list that is read anew it would stand above what is to arrive. */
export async function takeArrivedBack(world: World): Promise<void> {
  for (const id of [...world.arrived.splice(0), ...world.letIn.splice(0)])
    if (await takeBack(world, id)) world.waiting.delete(id);
}

/** Of a proposal whose decision has been released the agent is told so. */
async function takeBack({ url, key }: World, id: string): Promise<boolean> {
  return postAs({ url, key }, `/proposals/${id}/withdraw`, {}).then(
    () => true,
    () => false,
  );
}

/** A colleague's edit decides; taken back again, the proposal is open in its new version. */
async function editElsewhere({ other, url }: World, id: string, { row, digest }: z.infer<typeof Card>): Promise<void> {
  const record = History.parse(await (await other.request.get(`/api/v1/people/proposals/${id}`)).json());
  const now = record.versions.find(({ version }) => version === row.version)?.arguments ?? {};
  const decision = {
    type: "edit",
    arguments: { ...now, phone: `+49 30 ${String(1111 * (row.version + 2))}` },
    reason: { code: "other", text: "another number" },
  };
  const send = (path: string, data: object) => other.request.post(`/api/v1/people/${path}`, { headers: { origin: url }, data });
  const edited = await send("decide", { proposal: id, version: row.version, digest, decision, act: { type: "key" } });
  if (edited.ok()) await send("undo", { proposal: id });
}

import { cookies } from "next/headers";

import type { Pace } from "../../components/triage/use-rest";
import { ZONE_COOKIE, readZone } from "../../components/ui/zone";
import { words } from "../../components/words/words";
import type { QueueParameters } from "../../lib/client/people-api";
import { queueParameters } from "../../lib/client/queue-address";
import type { QueueView } from "../../lib/client/queue-view";
import { viewOf } from "../../lib/client/queue-view";
import type { CardDetail, QueueRow } from "../../lib/contract/people";
import { toCardDetail } from "../../lib/contract/card-view";
import { toQueuePage, toQueueRow } from "../../lib/contract/queue-view";
import type { Interlude } from "../../lib/domain/focus/interlude";
import { interludeOf } from "../../lib/domain/focus/interlude";
import { isId } from "../../lib/domain/ids";
import type { KeyBinding } from "../../lib/domain/input/key-map";
import { keysFor } from "../../lib/domain/input/key-map";
import { can } from "../../lib/domain/permissions";
import type { Preferences } from "../../lib/domain/preferences";
import { getRuntime } from "../../lib/runtime";
import type { PersonActor } from "../../lib/services/actor";
import { isAppError } from "../../lib/services/app-error";
import type { Context } from "../../lib/services/context";
import type { PaceReading } from "../../lib/services/focus/pace";
import { readPace } from "../../lib/services/focus/pace";
import { readPreferences } from "../../lib/services/preferences/preferences";
import { readCard } from "../../lib/services/triage/read-card";
import { lastDecisions, readQueue } from "../../lib/services/triage/read-queue";
import { navFor } from "./nav";
import { shuffle } from "../../lib/shuffle";

/** Rows of the first page. */
const PAGE = 50;

/** What the queue and focus screens start from, read on the server so that the first frame is the real one. */
export interface Desk {
  readonly parameters: QueueParameters;
  readonly initial: QueueView;
  readonly initialSelected: string | null;
  readonly initialCard: CardDetail | null;
  readonly initialLast: readonly QueueRow[];
  readonly agents: readonly { readonly id: string; readonly name: string }[];
  /** Everyone who decides here: whom an item can be given to. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly preferences: Preferences;
  /** What the preferences make of the keys. */
  readonly keys: readonly KeyBinding[];
  readonly screens: readonly { readonly href: string; readonly label: string }[];
  /** How long they have been at it, and what stands before the first card; null for whoever does not decide. */
  readonly pace: Pace | null;
  readonly now: number;
}

export type SearchParameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The desk of one person for an address. Unknown values in the address fall back to the defaults. */
export async function readDesk(person: PersonActor, search: SearchParameters): Promise<Desk> {
  const runtime = await getRuntime();
  const { ctx } = runtime;
  const parameters = queueParameters((name) => one(search[name]));
  const { queue, agent, sort, mine, text } = parameters;
  const asked = {
    queue,
    sort,
    ...(agent !== null && isId("agent", agent) ? { agentId: agent } : {}),
    ...(mine ? { mine } : {}),
    ...(text === null || text === "" ? {} : { text }),
  };
  const zone = readZone((await cookies()).get(ZONE_COOKIE)?.value);
  const [reading, last, agents, people, preferences, pace] = await Promise.all([
    readQueue(ctx, person, { ...asked, after: null, limit: PAGE }),
    lastDecisions(ctx, person, 10),
    ctx.store.read.agents(),
    ctx.store.read.people(),
    readPreferences(ctx, person),
    can(person.role, "proposal.decide") ? readPace(ctx, person, zone) : null,
  ]);
  const t = await words("shell");
  const page = toQueuePage(reading, runtime.queueCursor(asked, reading.next));
  const initialSelected = one(search["open"]) ?? page.items[0]?.id ?? null;
  return {
    parameters,
    initial: viewOf(queue, page, reading.now),
    initialSelected,
    initialCard: initialSelected === null ? null : await cardOrNull(ctx, person, initialSelected),
    initialLast: last.rows.map((row) => toQueueRow(row, last.names)),
    agents: agents.map(({ id, name }) => ({ id, name })),
    people: people
      .filter(({ role, disabledAt }) => disabledAt === null && can(role, "proposal.decide"))
      .map(({ id, name }) => ({ id, name })),
    preferences,
    keys: keysFor(preferences),
    pace: pace === null ? null : { ...pace, interlude: firstInterlude(pace, page.items, initialSelected, reading.now) },
    screens: [...navFor(t, person.role, ""), { href: "/account", label: t("account") }].map(({ href, label }) => ({
      href,
      label,
    })),
    now: reading.now,
  };
}

/** What stands before the first card: a reload is no way around a break. */
function firstInterlude(pace: PaceReading, rows: readonly QueueRow[], selected: string | null, now: number): Interlude {
  const waiting = rows.filter(({ status, look }) => status === "pending" && look === null);
  const firstExpiry = waiting.length === 0 ? null : Math.min(...waiting.map(({ expiresAt }) => expiresAt));
  return interludeOf({ ...pace, now, firstExpiry, next: rows.find(({ id }) => id === selected) ?? null });
}

async function cardOrNull(ctx: Context, person: PersonActor, id: string): Promise<CardDetail | null> {
  try {
    return toCardDetail(await readCard(ctx, person, id), shuffle);
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") return null;
    throw error;
  }
}

/** The one value of a search parameter; null where it is missing, empty or given twice. */
export function one(value: string | readonly string[] | undefined): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

import type { AgentId, PersonId } from "../../domain/ids";
import { isId } from "../../domain/ids";
import { checkpointKey } from "../../domain/measure/insights/checkpoints";
import type { PanelId } from "../../domain/measure/insights/definitions";
import type { Insights } from "../../domain/measure/insights/insights";
import { insightsOf } from "../../domain/measure/insights/insights";
import type { NamePart } from "../../domain/measure/insights/row-name";
import { givenPart, wordsPart } from "../../domain/measure/insights/row-name";
import type { MeasuredItem, MeasuredReview, MeasuredRows, Undone } from "../../domain/measure/insights/rows";
import type { Prices } from "../../domain/policy/prices";
import { can } from "../../domain/permissions";
import type { Kind } from "../../domain/words";
import type { PersonActor } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { versionWords } from "../fingerprint";
import { livePrices } from "../weigh";
import { requirePermission } from "../require-permission";

/** What is asked for. A person is named to see their figures: one's own, or as an admin anybody's. */
export interface InsightsQuery {
  readonly days: number;
  readonly kind: Kind | null;
  readonly agentId: string | null;
  readonly personId: string | null;
  /** Whose hours of the day: `Europe/Berlin`. */
  readonly zone: string;
}

export interface InsightsReading extends Insights {
  readonly from: number;
  readonly until: number;
  readonly items: number;
  readonly decisions: number;
  /** True when what reviewers catch and how far they agree is left out: of two people, each would know the other's. Their own they see as one person's figures. */
  readonly testsWithheld: boolean;
  /** True when the window holds more than is counted: the newest are. */
  readonly truncated: boolean;
  readonly prices: Prices;
  readonly agents: readonly { readonly id: AgentId; readonly name: string }[];
}

/** Who an agent is, by its id where nobody knows. */
export function agentNames({ agents }: Pick<InsightsReading, "agents">): (id: AgentId) => string {
  const names = new Map<string, string>(agents.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

/** Counted at most, of each sort: a window that holds more says so. */
export const COUNTED_MAX = 20_000;
const PAGE = 2_000;
const CELLS_MAX = 500;
const DEBT_MAX = 10_000;
const DOUBLES_MAX = 2_000;
const DAY_MS = 86_400_000;
/** Panels that show nothing but how tests were caught, and how often people went against each other. */
const OF_PEOPLE: ReadonlySet<PanelId> = new Set(["minutes", "hours", "agreement"]);

/** The figures of a window. Its cost depends on the window and is bounded. Throws `forbidden` for the figures of somebody else. */
export async function readInsights(ctx: Context, actor: PersonActor, query: InsightsQuery): Promise<InsightsReading> {
  requirePermission(actor, "measures.read");
  requireOwn(actor, query.personId);
  const until = ctx.clock() + 1;
  const span = { from: until - query.days * DAY_MS, until };
  const filter = { agentId: agentIdOf(query), kind: query.kind };
  const [items, reviews, tests, undone, agents, cells, debt, doubles] = await Promise.all([
    paged<MeasuredItem>(
      (after) => ctx.store.read.measuredItems(span, filter, after, PAGE),
      ({ id }) => id,
    ),
    paged<MeasuredReview>(
      (after) => ctx.store.read.measuredReviews(span, after, PAGE),
      ({ proposalId }) => proposalId,
    ),
    maySeeTests(actor, query.personId) ? ctx.store.read.measuredTests(span, COUNTED_MAX) : [],
    undoneSince(ctx, span.from),
    ctx.store.read.agents(),
    ctx.store.read.cells(CELLS_MAX),
    ctx.store.read.lookDebt("audit", DEBT_MAX),
    maySeeTests(actor, query.personId) ? ctx.store.read.measuredDoubles(span, filter, DOUBLES_MAX) : [],
  ]);
  const rows = narrowed({ ...span, items, reviews, tests, undone, doubles }, query);
  const names = new Map<string, string>(agents.map(({ id, name }) => [id, name]));
  const stakes = new Map(cells.map((record) => [checkpointKey(record), record.cell.stakes]));
  const prices = livePrices(ctx.live);
  const counted = insightsOf(rows, {
    now: ctx.clock(),
    allReviews: reviews,
    personal: query.personId !== null,
    debt,
    prices,
    nameOf: ({ agentId, fingerprint }) => [givenPart(names.get(agentId) ?? agentId), versionPart(fingerprint)],
    stakesOf: (key) => stakes.get(checkpointKey(key)) ?? null,
    hourOf: hourIn(query.zone),
  });
  const testsWithheld = !maySeeTests(actor, query.personId);
  return {
    ...counted,
    ...span,
    panels: testsWithheld ? counted.panels.filter(({ id }) => !OF_PEOPLE.has(id)) : counted.panels,
    items: rows.items.length,
    decisions: rows.reviews.length,
    testsWithheld,
    truncated: items.length >= COUNTED_MAX || reviews.length >= COUNTED_MAX || doubles.length >= DOUBLES_MAX,
    prices,
    agents: agents.map(({ id, name }) => ({ id, name })),
  };
}

function versionPart(fingerprint: string | null): NamePart {
  const version = versionWords(fingerprint);
  return version === null ? wordsPart("row.noVersion") : givenPart(version);
}

/** Personal figures are for the person and for admins, who lead; nobody else, auditors included (design: policy §4.3). */
function requireOwn(actor: PersonActor, personId: string | null): void {
  if (personId === null || personId === actor.personId || can(actor.role, "people.manage")) return;
  throw new AppError("forbidden", "figures of one person are for that person and for admins");
}

/** What all reviewers catch together, and how far they agree, is for those who see people's figures; what one catches, for whoever sees that one's. */
function maySeeTests(actor: PersonActor, personId: string | null): boolean {
  return personId !== null || can(actor.role, "people.read");
}

/** The agent that is asked for. Throws `not_found` for what is no id of one. */
export function agentIdOf({ agentId }: Pick<InsightsQuery, "agentId">): AgentId | null {
  if (agentId === null) return null;
  if (!isId("agent", agentId)) throw new AppError("not_found", "there is no such agent");
  return agentId;
}

interface At {
  readonly at: number;
}

async function paged<Row extends At>(
  read: (after: { readonly at: number; readonly id: string } | null) => Promise<readonly Row[]>,
  idOf: (row: Row) => string,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const last = rows.at(-1);
    const page = await read(last === undefined ? null : { at: last.at, id: idOf(last) });
    rows.push(...page);
    if (page.length < PAGE || rows.length >= COUNTED_MAX) return rows.slice(0, COUNTED_MAX);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Decisions taken back, from the record: the newest entries of their type, until one is older. */
async function undoneSince(ctx: Context, from: number): Promise<readonly Undone[]> {
  const found: Undone[] = [];
  let before: number | null = null;
  while (found.length < COUNTED_MAX) {
    const page = await ctx.store.read.ledgerBefore(before, PAGE, "proposal.undone");
    for (const { at, subject, entry } of page) {
      if (at < from) return found;
      const person = undoneBy(entry);
      if (person !== null && subject !== null && isId("proposal", subject))
        found.push({ proposalId: subject, personId: person, at });
    }
    before = page.at(-1)?.seq ?? null;
    if (page.length < PAGE) return found;
  }
  return found;
}

function undoneBy(entry: string): PersonId | null {
  const parsed: unknown = JSON.parse(entry);
  const actor = typeof parsed === "object" && parsed !== null && "actor" in parsed ? parsed.actor : null;
  const id = typeof actor === "string" ? actor.replace(/^person:/u, "") : "";
  return isId("person", id) ? id : null;
}

function narrowed(rows: MeasuredRows, { kind, agentId, personId }: InsightsQuery): MeasuredRows {
  const fits = (row: { readonly kind: Kind; readonly agentId: AgentId }) =>
    (kind === null || row.kind === kind) && (agentId === null || row.agentId === agentId);
  const reviews = rows.reviews.filter((review) => fits(review) && (personId === null || review.personId === personId));
  const seen = new Set(reviews.map(({ proposalId }) => proposalId));
  return {
    ...rows,
    reviews,
    items: rows.items.filter(({ decision }) => personId === null || decision?.by.some((by) => by === personId) === true),
    tests: rows.tests.filter((test) => fits(test) && (personId === null || test.decidedBy === personId)),
    doubles: rows.doubles.filter((one) => fits(one) && (personId === null || one.decision.by.some((by) => by === personId))),
    undone: rows.undone.filter((one) => seen.has(one.proposalId) && (personId === null || one.personId === personId)),
  };
}

function hourIn(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat("en", { hour: "numeric", hourCycle: "h23", timeZone: zone });
  return (at) => Number(format.format(at));
}

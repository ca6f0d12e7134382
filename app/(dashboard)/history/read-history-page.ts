import type { HistoryFields } from "../../../components/history/history-fields";
import type { SelectOption } from "../../../components/ui/select";
import type { Words } from "../../../components/words/make-words";
import { words } from "../../../components/words/words";
import { historyFilter } from "../../../lib/api/routes/people-queue";
import type { QueueRow } from "../../../lib/contract/people";
import { toQueueRow } from "../../../lib/contract/queue-view";
import { can } from "../../../lib/domain/permissions";
import { KINDS, TIERS } from "../../../lib/domain/words";
import { getRuntime } from "../../../lib/runtime";
import type { PersonActor } from "../../../lib/services/actor";
import { listAgents } from "../../../lib/services/agents/list-agents";
import { listPeople } from "../../../lib/services/people/list-people";
import { readHistory } from "../../../lib/services/triage/read-queue";
import type { SearchParameters } from "../read-desk";
import { exportQuery, historyQuery } from "./history-query";

const PAGE = 50;

export interface HistoryPage {
  readonly fields: HistoryFields;
  readonly options: Readonly<Record<"status" | "agent" | "tier" | "kind" | "by", readonly SelectOption[]>>;
  readonly rows: readonly QueueRow[];
  readonly next: string | null;
  readonly paged: boolean;
  /** The same filters as the export's query; null when this person may not export. */
  readonly exportQuery: string | null;
  readonly now: number;
}

/** One page of the history for an address. A value that is none counts as "any"; a cursor of another list is refused. */
export async function readHistoryPage(person: PersonActor, search: SearchParameters, zone: string): Promise<HistoryPage> {
  const { ctx, api } = await getRuntime();
  const { fields, query } = historyQuery(search, zone);
  const filter = historyFilter(query);
  const list = `history\n${JSON.stringify(filter)}`;
  const cursor = search["cursor"];
  const after = api.parts.cursors.open(list, typeof cursor === "string" && cursor !== "" ? cursor : undefined);
  const [reading, options] = await Promise.all([readHistory(ctx, person, filter, after, PAGE), optionsFor(person, fields)]);
  return {
    fields,
    options,
    rows: reading.rows.map((row) => toQueueRow(row, reading.names)),
    next: api.parts.cursors.seal(list, reading.next),
    paged: after !== null,
    exportQuery: can(person.role, "ledger.export") ? exportQuery(query) : null,
    now: ctx.clock(),
  };
}

async function optionsFor(person: PersonActor, fields: HistoryFields): Promise<HistoryPage["options"]> {
  const { ctx } = await getRuntime();
  const [t, ui, terms] = await Promise.all([words("history"), words("ui"), words("terms")]);
  const [agents, people] = await Promise.all([
    listAgents(ctx, person),
    can(person.role, "people.read") ? listPeople(ctx, person) : [],
  ]);
  const others = people
    .filter(({ id }) => id !== person.personId)
    .map(({ id, name }) => ({ value: id, label: t("decider.named", { name }) }));
  const by: SelectOption[] = [
    { value: "", label: t("decider.any") },
    { value: person.personId, label: t("decider.me") },
    ...others,
  ];
  if (!by.some(({ value }) => value === fields.by)) by.push({ value: fields.by, label: t("decider.one") });
  return {
    status: statusOptions(t, fields.status),
    agent: [
      { value: "", label: t("agent.any") },
      ...agents.map(({ id, name }) => ({ value: id, label: name, labelIsName: true })),
    ],
    tier: [{ value: "", label: t("tier.any") }, ...TIERS.map((tier) => ({ value: tier, label: ui(`tier.${tier}`) }))],
    kind: [{ value: "", label: t("kind.any") }, ...KINDS.map((kind) => ({ value: kind, label: terms(`kind.${kind}`) }))],
    by,
  };
}

const STATUSES = [
  ["", "any"],
  ["pending,held", "open"],
  ["approved", "approved"],
  ["rejected", "rejected"],
  ["answered", "answered"],
  ["blocked", "blocked"],
  ["expired", "expired"],
  ["withdrawn,superseded", "gone"],
] as const;

/** What is offered, and what an address asked for that is not: by the names the API has for it. */
function statusOptions(t: Words<"history">, asked: string): readonly SelectOption[] {
  const offered = STATUSES.map(([value, name]) => ({ value, label: t(`status.${name}`) }));
  return offered.some(({ value }) => value === asked)
    ? offered
    : [...offered, { value: asked, label: asked.replaceAll(",", ", "), labelIsName: true }];
}

import type { HistoryFields } from "../../../components/history/history-fields";
import type { SelectOption } from "../../../components/ui/select";
import { historyFilter } from "../../../lib/api/routes/people-queue";
import type { QueueRow } from "../../../lib/contract/people";
import { toQueueRow } from "../../../lib/contract/queue-view";
import { can } from "../../../lib/domain/permissions";
import { KINDS, TIERS, TIER_WORD } from "../../../lib/domain/words";
import { getRuntime } from "../../../lib/runtime";
import type { PersonActor } from "../../../lib/services/actor";
import { listAgents } from "../../../lib/services/agents/list-agents";
import { listPeople } from "../../../lib/services/people/list-people";
import { readHistory } from "../../../lib/services/triage/read-queue";
import type { SearchParameters } from "../read-desk";
import { exportQuery, historyQuery } from "./history-query";

const PAGE = 50;

const STATUS_OPTIONS: readonly SelectOption[] = [
  { value: "", label: "Any outcome" },
  { value: "pending,held", label: "Still open" },
  { value: "approved", label: "Approved or let run" },
  { value: "rejected", label: "Rejected" },
  { value: "answered", label: "Answered" },
  { value: "blocked", label: "Blocked" },
  { value: "expired", label: "Expired" },
  { value: "withdrawn,superseded", label: "Withdrawn or replaced" },
];

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
  const [agents, people] = await Promise.all([
    listAgents(ctx, person),
    can(person.role, "people.read") ? listPeople(ctx, person) : [],
  ]);
  const others = people.filter(({ id }) => id !== person.personId).map(({ id, name }) => ({ value: id, label: `By ${name}` }));
  const by: SelectOption[] = [
    { value: "", label: "Decided by anyone" },
    { value: person.personId, label: "Decided by me" },
    ...others,
  ];
  if (!by.some(({ value }) => value === fields.by)) by.push({ value: fields.by, label: "Decided by one person" });
  return {
    status: STATUS_OPTIONS.some(({ value }) => value === fields.status)
      ? STATUS_OPTIONS
      : [...STATUS_OPTIONS, { value: fields.status, label: fields.status.replaceAll(",", " or ") }],
    agent: [{ value: "", label: "Any agent" }, ...agents.map(({ id, name }) => ({ value: id, label: name }))],
    tier: [{ value: "", label: "Any risk" }, ...TIERS.map((tier) => ({ value: tier, label: TIER_WORD[tier] }))],
    kind: [
      { value: "", label: "Any kind" },
      ...KINDS.map((kind) => ({ value: kind, label: kind === "sql" ? "SQL" : capital(kind) })),
    ],
    by,
  };
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

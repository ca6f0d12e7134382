import type { LedgerRowShown, LedgerRowView } from "../../../components/ledger/ledger-view";
import type { Words } from "../../../components/words/make-words";
import { words } from "../../../components/words/words";
import { isId } from "../../../lib/domain/ids";
import { readEntry } from "../../../lib/domain/ledger";
import { LEDGER_TYPES, ledgerSentence } from "../../../lib/domain/ledger-sentence";
import { KINDS } from "../../../lib/domain/words";
import { getRuntime } from "../../../lib/runtime";
import type { PersonActor } from "../../../lib/services/actor";
import type { LedgerPage } from "../../../lib/services/ledger/read-ledger";
import { readLedger } from "../../../lib/services/ledger/read-ledger";
import type { LedgerSubjects } from "../../../lib/services/ledger/subjects-of";
import { subjectsOf } from "../../../lib/services/ledger/subjects-of";
import type { SearchParameters } from "../read-desk";

const PAGE = 50;

export interface LedgerScreen {
  /** Null for every event. */
  readonly type: string | null;
  readonly types: readonly string[];
  readonly rows: readonly LedgerRowShown[];
  /** Null on the last page. */
  readonly next: number | null;
  readonly paged: boolean;
  readonly head: { readonly seq: number; readonly hash: string };
}

/** One page of the record for an address, in words. A value that is none counts as absent. */
export async function readLedgerPage(person: PersonActor, search: SearchParameters): Promise<LedgerScreen> {
  const { ctx } = await getRuntime();
  const t = await words("ledger");
  const type = LEDGER_TYPES.find((known) => known === search["type"]) ?? null;
  const before = place(search["before"]);
  const [page, head] = await Promise.all([readLedger(ctx, person, { before, limit: PAGE, type }), ctx.store.read.ledgerHead()]);
  const subjects = await subjectsOf(
    ctx,
    page.rows.filter((row) => !row.withheld),
  );
  return {
    type,
    types: [...LEDGER_TYPES].sort(),
    rows: page.rows.map((row) => (row.withheld ? row : toView(t, row, page.names, subjects))),
    next: page.next,
    paged: before !== null,
    head,
  };
}

function place(text: SearchParameters[string]): number | null {
  return typeof text === "string" && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}

type Row = Extract<LedgerPage["rows"][number], { readonly withheld: false }>;

function toView(t: Words<"ledger">, row: Row, names: LedgerPage["names"], subjects: LedgerSubjects): LedgerRowView {
  const { seq, at, type, hash, entry } = row;
  const said = ledgerSentence(entry, names);
  const actor = agentName(entry, subjects) ?? said.actor;
  const subject = subjectOf(t, row, names, subjects);
  // Someone who signs in does it to themselves: said once is enough.
  return {
    withheld: false,
    seq,
    at,
    type,
    hash,
    entry,
    says: capital(said.says),
    actor,
    subject: subject?.label === actor ? null : subject,
  };
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** The agent that did it, by its name; null when it was not an agent. */
function agentName(entry: string, { agents }: LedgerSubjects): string | null {
  const id = readEntry(entry)?.actor.replace(/^agent:/, "") ?? "";
  return isId("agent", id) ? (agents.get(id) ?? null) : null;
}

function subjectOf(t: Words<"ledger">, row: Row, names: LedgerPage["names"], subjects: LedgerSubjects): LedgerRowView["subject"] {
  const { subject, agentId } = row;
  if (subject === null) return null;
  if (isId("proposal", subject)) return { label: subjects.proposals.get(subject) ?? subject, href: `/proposals/${subject}` };
  if (isId("person", subject)) return { label: names.get(subject) ?? subject, href: null };
  if (subject === "policy") return { label: t("subject.policy"), href: "/policy" };
  if (row.type.startsWith("stop.")) return { label: scopeWords(t, subject, subjects), href: "/agents#stop" };
  const agent = isId("agent", subject) ? subject : agentId;
  if (agent !== null) return { label: subjects.agents.get(agent) ?? subject, href: `/agents/${agent}` };
  return { label: subject, href: null };
}

function scopeWords(t: Words<"ledger">, scope: string, { agents }: LedgerSubjects): string {
  if (scope === "all") return t("subject.all");
  const kind = KINDS.find((one) => scope === `kind:${one}`);
  if (kind !== undefined) return t(`subject.${kind}`);
  const id = scope.replace(/^agent:/, "");
  return isId("agent", id) ? (agents.get(id) ?? id) : scope;
}

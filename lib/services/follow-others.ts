import type { LedgerRow } from "../../db/store/types";
import type { ProposalId } from "../domain/ids";
import { isId } from "../domain/ids";
import { readEntry } from "../domain/ledger";
import { SETTINGS_EVENTS } from "../domain/settings-events";
import type { Context } from "./context";
import { loadLiveSettings, tellPolicy } from "./settings/live-settings";
import { hearAttempt } from "./sign-in-attempts";

const SETTINGS: ReadonlySet<string> = new Set(SETTINGS_EVENTS);
/** Rows that may end somebody's access, by the word they begin with. */
const ACCESS = /^(agent|key|person|session)\./;
/** What nobody but its own agent waits for. */
const AUTOMATIC: ReadonlySet<string> = new Set(["proposal.allowed", "proposal.blocked"]);

/**
 * Tells those who wait in this process what other processes committed, as if it had been committed here, and takes over the settings that
 * they changed. Does nothing where there are no others. Returns the way out.
 */
export function followOthers(ctx: Context): () => void {
  const { others } = ctx.store;
  if (others === null) return () => undefined;
  const leaveHub = ctx.hub.onAny((message) => {
    if (message.type === "lease" && message.elsewhere !== true) others.tell(`lease ${message.proposalId}`);
  });
  const leave = others.follow({
    rows: (rows) => takeOver(ctx, rows),
    hint: (hint) => {
      hear(ctx, hint);
    },
  });
  return () => {
    leaveHub();
    leave();
  };
}

async function takeOver(ctx: Context, rows: readonly LedgerRow[]): Promise<void> {
  if (rows.some(({ type }) => SETTINGS.has(type))) {
    await loadLiveSettings(ctx);
    if (rows.some(({ type }) => type.startsWith("stop."))) ctx.hub.publish({ type: "stops" });
    if (rows.some(({ type }) => type === "policy.saved" || type === "ladder.set")) tellPolicy(ctx);
  }
  for (const row of rows)
    if (ACCESS.test(row.type)) for (const subject of namedIn(row)) ctx.hub.publish({ type: "access", subject });
  for (const [id, its] of byProposal(rows)) await tellOf(ctx, id, its);
}

/** Whose access a row is about: its subject and, for a session, the session. */
function namedIn(row: LedgerRow): readonly string[] {
  const session = readEntry(row.entry)?.body["session"];
  return [row.subject, session].filter((name) => typeof name === "string");
}

function byProposal(rows: readonly LedgerRow[]): ReadonlyMap<ProposalId, readonly LedgerRow[]> {
  const found = new Map<ProposalId, LedgerRow[]>();
  for (const row of rows) {
    if (row.subject === null || !isId("proposal", row.subject)) continue;
    const its = found.get(row.subject) ?? [];
    its.push(row);
    found.set(row.subject, its);
  }
  return found;
}

async function tellOf(ctx: Context, id: ProposalId, rows: readonly LedgerRow[]): Promise<void> {
  const last = rows.at(-1);
  if (last === undefined) return;
  // What policy let run reaches no dashboard: unless its own agent waits for it here, it is not even read.
  if (AUTOMATIC.has(last.type) && !ctx.hub.isAwaited(id, last.agentId)) return;
  const row = await ctx.store.read.listRow(id);
  if (row !== null) ctx.hub.publish({ type: "proposal", state: row.state, rows, elsewhere: true });
}

function hear(ctx: Context, hint: string): void {
  const [word, rest = ""] = hint.split(/ (.*)/s);
  if (word === "lease" && isId("proposal", rest)) ctx.hub.publish({ type: "lease", proposalId: rest, elsewhere: true });
  if (word === "attempt") hearAttempt(ctx, rest);
}

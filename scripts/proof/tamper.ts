import path from "node:path";

import Database from "better-sqlite3";

import { sha256 } from "../../lib/create-context";
import { ExportReader } from "../../lib/domain/ledger-export";
import type { Context } from "../../lib/services/context";
import { exportLedger } from "../../lib/services/ledger/export-ledger";
import { verifyLedger } from "../../lib/services/ledger/verify-ledger";
import { propose } from "../../lib/services/propose";
import { withdraw } from "../../lib/services/withdraw";
import type { Extent, Proof } from "./proof";
import { agentNamed, COMMAND_LINE, inTemporaryFolder, openContext, ticketNamed } from "./workspace";

const SLICE_PROPOSALS = 30;
const FULL_PROPOSALS = 300;
/** Edits of one row, whatever they hit: with the triggers gone that refuse them, as whoever owns the file can arrange. */
const EDITS: Readonly<Record<string, string>> = {
  at: "update ledger set at = at + 1 where seq = ?",
  type: "update ledger set type = 'proposal.approved' where seq = ?",
  subject: "update ledger set subject = 'prp_00000000000000000000000000' where seq = ?",
  "agent hidden or put in":
    "update ledger set agent_id = case when agent_id is null then 'agt_00000000000000000000000000' end where seq = ?",
  entry: "update ledger set entry = replace(entry, '\"at\":1', '\"at\":2') where seq = ?",
  "entry, one space": "update ledger set entry = entry || ' ' where seq = ?",
  hash: "update ledger set hash = substr(hash, 2) || 'f' where seq = ?",
  number: "update ledger set seq = seq + 1000000 where seq = ?",
  "row deleted": "delete from ledger where seq = ?",
};

interface Tally {
  tried: number;
  readonly missed: string[];
}

/**
 * Edits, deletions and swaps in the database's record, each by itself, and the same in an export (design: trust A5): verification finds every one.
 * A record cut short at its end is found by an export or a noted head, and by nothing else.
 */
export async function tamper({ full, progress }: Extent): Promise<readonly Proof[]> {
  return inTemporaryFolder(async (folder) => {
    const file = path.join(folder, "tamper.db");
    const ctx = await openContext(file);
    const raw = new Database(file);
    try {
      await fill(ctx, full ? FULL_PROPOSALS : SLICE_PROPOSALS);
      const rows = (await ctx.store.read.ledgerHead()).seq;
      const untouched = (await verifyLedger(ctx, COMMAND_LINE)).ok;
      const lines: string[] = [];
      for await (const line of exportLedger(ctx, COMMAND_LINE)) lines.push(line);
      const exported = exportHolds(ctx, lines);
      raw.exec("drop trigger ledger_is_never_updated; drop trigger ledger_is_never_deleted");
      const database = await tamperDatabase(ctx, raw, rows, progress);
      const intactAfter = (await verifyLedger(ctx, COMMAND_LINE)).ok;
      const files = tamperExport(ctx, lines);
      return [
        proofOf("tamper: every edit of the database's record is found", database, untouched && intactAfter),
        proofOf("tamper: every edit of an export is found", files, exported),
      ];
    } finally {
      raw.close();
      await ctx.store.close();
    }
  });
}

function proofOf(name: string, { tried, missed }: Tally, genuineHolds: boolean): Proof {
  for (const miss of missed.slice(0, 5)) process.stderr.write(`${miss}\n`);
  const found = tried - missed.length;
  return { name, holds: genuineHolds && tried > 0 && missed.length === 0, tried, found, genuineHolds };
}

async function fill(ctx: Context, proposals: number): Promise<void> {
  const agent = await agentNamed(ctx, "tamper");
  for (let count = 0; count < proposals; count += 1) {
    const input = ticketNamed(`t${String(count)}`);
    const { found } = await propose(ctx, agent, input, { idempotencyKey: null, raw: null });
    if (count % 2 === 0) await withdraw(ctx, agent, found.record.state.id);
  }
}

async function tamperDatabase(ctx: Context, raw: Database.Database, rows: number, progress: Extent["progress"]): Promise<Tally> {
  const tally: Tally = { tried: 0, missed: [] };
  raw.exec("create temp table kept as select * from ledger");
  const restore = raw.transaction(() => {
    raw.exec("delete from ledger; insert into ledger select * from kept");
  });
  const tried = async (how: string, apply: () => void): Promise<void> => {
    apply();
    tally.tried += 1;
    if ((await verifyLedger(ctx, COMMAND_LINE)).ok) tally.missed.push(`${how}: not found`);
    restore();
  };
  const swap = raw.transaction((seq: number) => {
    raw.exec(`update ledger set entry = (select entry from kept where seq = ${String(seq + 1)}),
      hash = (select hash from kept where seq = ${String(seq + 1)}) where seq = ${String(seq)}`);
    raw.exec(`update ledger set entry = (select entry from kept where seq = ${String(seq)}),
      hash = (select hash from kept where seq = ${String(seq)}) where seq = ${String(seq + 1)}`);
  });
  for (let seq = 1; seq < rows; seq += 1) {
    for (const [what, statement] of Object.entries(EDITS)) {
      await tried(`${what}, entry ${String(seq)}`, () => raw.prepare(statement).run(seq));
    }
    await tried(`swapped ${String(seq)}`, () => swap(seq));
    progress(`${String(tally.tried)} edits of the database`);
  }
  return tally;
}

function exportHolds({ receipts }: Context, lines: readonly string[]): boolean {
  const reader = new ExportReader(
    sha256,
    (_manifest, kid, bytes, signature) => receipts.verifiers.get(kid)?.(bytes, signature) ?? false,
  );
  for (const line of lines) if (!reader.read(line)) break;
  return reader.verdict().ok;
}

function tamperExport(ctx: Context, lines: readonly string[]): Tally {
  const tally: Tally = { tried: 0, missed: [] };
  const tried = (how: string, changed: readonly string[]): void => {
    tally.tried += 1;
    if (exportHolds(ctx, changed)) tally.missed.push(`${how}: not found`);
  };
  for (const [at, line] of lines.entries()) {
    const before = lines.slice(0, at);
    const after = lines.slice(at + 1);
    tried(`line ${String(at)} dropped`, [...before, ...after]);
    tried(`line ${String(at)} doubled`, [...before, line, line, ...after]);
    tried(`cut before line ${String(at)}`, before);
    for (const place of [1, Math.floor(line.length / 2), line.length - 2]) {
      const other = line.charAt(place) === "0" ? "1" : "0";
      tried(`line ${String(at)}, character ${String(place)}`, [
        ...before,
        line.slice(0, place) + other + line.slice(place + 1),
        ...after,
      ]);
    }
    const [next] = after;
    if (next !== undefined) tried(`line ${String(at)} swapped`, [...before, next, line, ...after.slice(1)]);
  }
  return tally;
}

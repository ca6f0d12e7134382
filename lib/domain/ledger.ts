import { canonicalJson, canonicalString } from "./canonical";
import type { Sha256 } from "./digest";
import type { Json, JsonObject } from "./json";
import { isJsonObject } from "./json";

/** One event of the record. Its text is hashed into the chain, so nothing may be added to it later. */
export interface LedgerEntry {
  /** 1, 2, 3 … without gaps: the order of events, whatever the clock did. */
  readonly seq: number;
  /** Milliseconds since the epoch, UTC, on the server's clock. May step back when that clock is corrected; `seq` never does. */
  readonly at: number;
  /** Past tense and dotted: `proposal.decided`. */
  readonly type: string;
  /** The id it is about, null for the installation itself. */
  readonly subject: string | null;
  /** `person:per_…`, `agent:agt_…`, `policy` or `system`. */
  readonly actor: string;
  /** The agent under whose events it is found, null where it is about none: hashed, so that no event can be hidden from an agent's record. */
  readonly agent: string | null;
  readonly body: JsonObject;
}

/** A row as it is stored and exported. */
export interface ChainRow {
  readonly entry: string;
  readonly hash: string;
}

/** The columns beside an entry, by which it is found. */
export interface LedgerColumns extends Pick<LedgerEntry, "seq" | "at" | "type" | "subject"> {
  readonly agentId: string | null;
}

/** A place in the chain: the last entry's number and hash. Kept elsewhere, it is a checkpoint. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/** The hash before the first entry. */
export const GENESIS_HASH = "0".repeat(64);

/** The RFC 8785 form of an entry: what is stored, hashed and exported. */
export function entryText({ seq, at, type, subject, actor, agent, body }: LedgerEntry): string {
  const who = `"actor":${canonicalString(actor)},"agent":${nameText(agent)}`;
  const rest = `"seq":${canonicalJson(seq)},"subject":${nameText(subject)},"type":${canonicalString(type)}`;
  return `{${who},"at":${canonicalJson(at)},"body":${canonicalJson(body)},${rest}}`;
}

function nameText(name: string | null): string {
  return name === null ? "null" : canonicalString(name);
}

/** The hash of an entry: SHA-256 of the hash before it in hexadecimal, a line feed, and the entry's text. */
export function chainHash(previousHash: string, text: string, sha256: Sha256): string {
  return sha256(`${previousHash}\n${text}`);
}

/** The entry that a text spells, or null unless {@link entryText} gives the same text back. Never throws, whatever the text. */
export function readEntry(text: string): LedgerEntry | null {
  try {
    // Safe without the strict reader: only a text that is its own canonical form passes.
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- JSON.parse yields JSON
    const json = JSON.parse(text) as Json;
    const entry = isJsonObject(json) ? entryOf(json) : null;
    return entry !== null && entryText(entry) === text ? entry : null;
  } catch {
    // Not JSON, half a surrogate pair, or nested beyond the stack: in each case not an entry.
    return null;
  }
}

function entryOf({ seq, at, type, subject, actor, agent, body }: JsonObject): LedgerEntry | null {
  if (!isCount(seq) || !isCount(at) || typeof type !== "string") return null;
  if (typeof actor !== "string" || !isJsonObject(body)) return null;
  if (!isName(subject) || !isName(agent)) return null;
  return { seq, at, type, subject, actor, agent, body };
}

function isName(value: Json | undefined): value is string | null {
  return value === null || typeof value === "string";
}

function isCount(value: Json | undefined): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

export type ChainVerdict =
  | { readonly ok: true; readonly count: number; readonly head: ChainHead }
  /** `seq` is the number the faulty entry should have had. */
  | { readonly ok: false; readonly seq: number; readonly why: string };

export interface ChainProofs {
  /** Where the rows start: the head before the first of them. Absent for a whole ledger. */
  readonly after?: ChainHead;
  /** Heads that were noted outside the ledger. Without one, a chain cut short or hashed anew cannot be told from a true one. */
  readonly checkpoints?: readonly ChainHead[];
}

/**
 * Says whether rows are an unbroken chain that agrees with every checkpoint at or after its start, and where it first is not.
 * Reads the rows once and keeps none of them.
 */
export function verifyChain(rows: Iterable<ChainRow>, sha256: Sha256, proofs: ChainProofs = {}): ChainVerdict {
  const start = proofs.after ?? { seq: 0, hash: GENESIS_HASH };
  const notes = (proofs.checkpoints ?? []).filter(({ seq }) => seq >= start.seq);
  let head = start;
  let why = disagreement(head, notes);
  for (const row of rows) {
    if (why !== null) break;
    const step = nextHead(head, row, sha256);
    if (!step.ok) return step;
    head = step.head;
    why = disagreement(head, notes);
  }
  if (why !== null) return { ok: false, seq: head.seq, why };
  if (notes.some(({ seq }) => seq > head.seq)) {
    return { ok: false, seq: head.seq + 1, why: "entries are missing at the end: a checkpoint names a later one" };
  }
  return { ok: true, count: head.seq - start.seq, head };
}

function disagreement(head: ChainHead, notes: readonly ChainHead[]): string | null {
  const differs = notes.some(({ seq, hash }) => seq === head.seq && hash !== head.hash);
  return differs ? "the hash is not the one of the checkpoint: the chain was written anew" : null;
}

/** The head after one more row, or why the row does not follow: one step of {@link verifyChain}, for rows that arrive one by one. */
export function nextHead(
  head: ChainHead,
  row: ChainRow,
  sha256: Sha256,
):
  | { readonly ok: true; readonly head: ChainHead; readonly entry: LedgerEntry }
  | { readonly ok: false; readonly seq: number; readonly why: string } {
  const seq = head.seq + 1;
  const hash = chainHash(head.hash, row.entry, sha256);
  if (hash !== row.hash) return { ok: false, seq, why: "the hash does not follow from the entry and the hash before it" };
  const entry = readEntry(row.entry);
  if (entry === null) return { ok: false, seq, why: "the entry is not in canonical form" };
  if (entry.seq !== seq) return { ok: false, seq, why: `the entry has the number ${String(entry.seq)}: one is missing or moved` };
  return { ok: true, head: { seq, hash }, entry };
}

/** What people and agents are shown is found by the columns beside an entry: true when they say what was hashed. */
export function columnsAgree(row: LedgerColumns, { seq, at, type, subject, agent }: LedgerEntry): boolean {
  return row.seq === seq && row.at === at && row.type === type && row.subject === subject && row.agentId === agent;
}

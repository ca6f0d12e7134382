import type { ActionResult } from "../../lib/contract/action-result";

/** One row of the record as the screen shows it. */
export interface LedgerRowView {
  readonly withheld: false;
  readonly seq: number;
  readonly at: number;
  readonly type: string;
  /** `Ana Ruiz`, `refunds`, `Countersign`. */
  readonly actor: string;
  readonly says: string;
  /** What it is about: a name, and where it is shown; null for the installation itself. */
  readonly subject: { readonly label: string; readonly href: string | null } | null;
  /** Hexadecimal, whole. */
  readonly hash: string;
  /** The exact text that was hashed. */
  readonly entry: string;
}

/** A row, or that there is one whose words are withheld from the reader until they have judged for themselves. */
export type LedgerRowShown = LedgerRowView | { readonly withheld: true; readonly seq: number; readonly hash: string };

export type Verification =
  | { readonly whole: true; readonly count: number; readonly hash: string; readonly tookMs: number }
  | { readonly whole: false; readonly seq: number; readonly why: string; readonly tookMs: number };

export type VerifyLedgerAct = (input: null) => Promise<ActionResult<Verification>>;

/** The address of a page of the record. */
export function ledgerAddress(type: string | null, before: number | null = null): string {
  const query = new URLSearchParams();
  if (type !== null) query.set("type", type);
  if (before !== null) query.set("before", String(before));
  return query.size === 0 ? "/ledger" : `/ledger?${query.toString()}`;
}

/** The first and last four digits: enough to compare by eye. */
export function shortHash(hash: string): string {
  return hash.length <= 9 ? hash : `${hash.slice(0, 4)}…${hash.slice(-4)}`;
}

import type { Status } from "../domain/words";

/** What became of one composed or imported proposal. */
export interface ComposedProposal {
  readonly id: string;
  readonly status: Status;
  readonly treatment: string;
  readonly headline: string;
}

/** One line of an import: what became of it, or why it was refused. Lines count from 1. */
export type ImportedLine =
  | { readonly line: number; readonly ok: true; readonly proposal: ComposedProposal; readonly replayed: boolean }
  | { readonly line: number; readonly ok: false; readonly says: string };

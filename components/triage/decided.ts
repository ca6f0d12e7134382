import type { DecideInput, DecideResult, QueueRow } from "../../lib/contract/people";

/** One decision of this person since the page was opened: on its way, recorded, or come back. */
export interface Decided {
  readonly id: string;
  readonly headline: string;
  /** What was decided; of something that had run, what was said of it. */
  readonly type: DecideInput["decision"]["type"] | "fine" | "not_fine";
  /** It was a test: what was wrong with it, and whether this person saw it. */
  readonly test?: DecideResult["test"];
  /** The row as last heard of; null while sending. */
  readonly row: QueueRow | null;
  /** It came back: why. */
  readonly refused: string | null;
  /** When it was made, or came back, on the server's clock. */
  readonly at: number;
}

/** Why a decision, or what follows one, was not recorded: stable code, words, and the fields that do not fit. */
export interface Refused {
  readonly code: string;
  readonly says: string;
  readonly issues: readonly { readonly path: string; readonly says: string }[];
}

/** The text for what was done, where a decision is told in one word: the first of two signatures approves nothing yet. */
export function verbOf(type: Decided["type"], outcome: DecideResult["outcome"]): `verb.${Decided["type"] | "signed"}` {
  return outcome === "signed" ? "verb.signed" : `verb.${type}`;
}

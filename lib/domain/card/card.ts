import type { JsonObject } from "../json";
import type { Action, Target } from "../proposal";
import type { Kind, Place, Treatment } from "../words";
import type { CheckSentence } from "./check-texts";
import type { RejectCode } from "./reject-texts";
import type { Said, SaidPart } from "./said";

/**
 * What a reviewer sees, as data: made by one typed adapter a kind from the exact payload, and by nothing else.
 * Every string is plain text. Nothing here comes from the agent's prose.
 */
export interface Card {
  readonly kind: Kind;
  /** At most ten must-read tokens: verb, object, amount or count, counterpart. */
  readonly headline: readonly Span[];
  /** One to five decisive facts, in a fixed order for the kind; the first may be the hero. */
  readonly facts: readonly Fact[];
  readonly diff: Diff | null;
  readonly checks: readonly Check[];
  /** How it is undone, in English words. */
  readonly undo: string;
  /** Judgement questions left open: "is this wording right?". 2 is never quick. */
  readonly openQuestions: 0 | 1 | 2;
  /** False when a part could not be decoded or the payload hides something: then the card is deep and at least T2. */
  readonly fullyReadable: boolean;
  /** The parts that could not be read, in English words; empty when `fullyReadable`. */
  readonly unreadable: readonly string[];
  readonly rejectReasons: readonly RejectReason[];
  /** Where it runs, for the mark on the card's edge; null where nothing names it. */
  readonly place: Place | null;
  /** The value a two-person signature has to pick among decoys; null when the kind has none. */
  readonly decisive: Decisive | null;
  /** What of the above is our own words, for whoever reads another language. */
  readonly words: { readonly undo: Said; readonly unreadable: readonly Said[] };
}

/** A run of text with its role; `words` where it is our own, for whoever reads another language. `mark` stands for a character nobody would see: `U+202E`; or for `letters` that pass for others. */
export type Span =
  | { readonly type: "text"; readonly text: string; readonly words?: SaidPart }
  | { readonly type: "value"; readonly text: string; readonly words?: SaidPart }
  | { readonly type: "mark"; readonly codePoint: string; readonly name: string; readonly letters?: string }
  | { readonly type: "removed"; readonly text: string }
  | { readonly type: "added"; readonly text: string };

/** One decisive value at a fixed place. */
export interface Fact {
  readonly label: string;
  readonly value: readonly Span[];
  /** A second line: `of 412.00 paid, 0.00 before`. Must-read only when `alarming`. */
  readonly note: string | null;
  readonly hero: boolean;
  readonly alarming: boolean;
  /** Set in monospace: an id, path, host or command. */
  readonly technical: boolean;
  /** Label and note for whoever reads another language. */
  readonly words: { readonly label: SaidPart; readonly note: Said | null };
}

export type Diff =
  /** Field · before · after. */
  | {
      readonly type: "fields";
      /** `reservation OBUT9V`: what the record is. */
      readonly subject: string;
      readonly words: { readonly subject: Said };
      readonly rows: readonly FieldChange[];
      readonly unchanged: number;
      readonly more: Folded;
    }
  /** Prose, word level; lines carry spans. */
  | {
      readonly type: "text";
      readonly subject: string;
      readonly words: { readonly subject: Said };
      readonly lines: readonly TextLine[];
      readonly more: Folded;
    };

/** What a diff does not show. */
export interface Folded {
  /** Changes, or lines. */
  readonly count: number;
  /** How much of it all is unlike the rest: `kept` is. */
  readonly unlike: number;
  /** Fields that are set to what they were; left out where none is. */
  readonly kept?: number | undefined;
}

export interface FieldChange {
  /** Human form of the path: `payment history`. */
  readonly field: string;
  readonly path: string;
  /**
   * `alike` goes the same way as the removed row that stands for it: shown, and not to be read. `context` stays as it is. `kept` is set to what the
   * record before says that it was: to be read, for that record is the agent’s word. `sent` goes along with a deletion: of what is gone nothing is set.
   */
  readonly change: "changed" | "added" | "removed" | "alike" | "context" | "kept" | "sent";
  readonly before: readonly Span[];
  readonly after: readonly Span[];
  readonly claimed?: Claimed;
  /** It is in the agent’s record after alone: no argument is called so, and whether it comes out so nobody can tell from what runs. */
  readonly expected?: true | undefined;
}

/** What of it is unchanged is so by the agent’s word alone, and runs all the same: it is to be read like what changed. */
export type Claimed = true | undefined;

export interface TextLine {
  readonly change: "same" | "added" | "removed" | "changed";
  readonly spans: readonly Span[];
  readonly claimed?: Claimed;
}

/** Something the machine looked at so that a person need not. */
export interface Check {
  readonly id: string;
  readonly state: "passed" | "failed" | "not_run";
  /** `Not refundable under the airline’s rules`: the rule, in English words. */
  readonly says: string;
  /** The facts it rests on; null when the sentence says it all. */
  readonly because: string | null;
  /** The same for whoever reads another language: `because` is null where there is none, or where it is values alone. */
  readonly words: { readonly says: CheckSentence; readonly because: CheckSentence | null };
}

export interface RejectReason {
  readonly code: RejectCode;
  /** In English; a screen says it by its code. */
  readonly label: string;
}

export interface Decisive {
  /** `Which amount is this refund?` */
  readonly question: string;
  readonly words: { readonly question: Said };
  readonly value: string;
  /** Three plausible others, made from the value; order is shuffled by the screen. */
  readonly decoys: readonly [string, string, string];
}

/** The exact payload and the look-ups an adapter may use. */
export interface CardInput {
  readonly kind: Kind;
  readonly action: Action;
  readonly target: Target | null;
  readonly before: JsonObject | null;
  readonly after: JsonObject | null;
  /** What history knows; every absent look-up is a check that says `not_run`. */
  readonly history: CardHistory;
  /** What the catalogue wants of the arguments; absent where nobody wrote it down. */
  readonly schema?: JsonObject | null;
  /** The catalogue says that it only reads: asking for something else than the last time is then what it is for. */
  readonly onlyReads?: boolean;
  /** When it was proposed, in milliseconds: for "in 11 days". */
  readonly at: number;
}

export interface CardHistory {
  /** Earlier approved proposals of this agent to this recipient, host or payee; null when not looked up. */
  readonly earlierToCounterpart: number | null;
  /** Arguments of the last approved call of the same action by the same agent; null when there is none. */
  readonly lastApprovedArguments: JsonObject | null;
  /** When that call was made, in milliseconds; absent where it is not known. */
  readonly lastApprovedAt?: number | null;
  /** Absent where the agent names no run, or the run did not try the same before. */
  readonly sameRun?: SameRun;
}

/** Earlier proposals of the same run with the same action on the same thing. */
export interface SameRun {
  /** At least one, among the last proposals of the run. */
  readonly count: number;
  /** When the last that has ended was decided, in milliseconds. */
  readonly lastAt: number;
  readonly outcome: "rejected" | "blocked" | "other";
}

/** How long the card takes, and why. The same figure sets the lane, the row's `~8 s` and the linter's verdict. */
export interface BudgetInput {
  readonly card: Card;
  readonly treatment: Treatment;
  readonly device: "keyboard" | "mouse" | "touch";
}

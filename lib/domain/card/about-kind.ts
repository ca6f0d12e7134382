import type { Canaries } from "../canary/canary";
import type { Texts } from "../sentence";
import type { RejectCode } from "./reject-texts";

/** What everything outside of a kind's folder has to know of it, besides how its card is read. */
export interface AboutKind {
  /** Of its card: see `CARD_VERSION`. */
  readonly version: number;
  /** The presets for rejecting one, most used first, in the order of their keys `1`–`6` (design: review §3.2). A question to the agent stands apart. */
  readonly reasons: readonly RejectCode[];
  /** What its checks say, in English. */
  readonly checkTexts: Texts;
  /** What else its card says, in English. */
  readonly faceTexts: Texts;
  /** The ways in which it goes wrong, for the tests among the items. */
  readonly canaries: Canaries;
  /** Its arguments are programs: a table, a host or a flag in them is not a value that may differ between two that are alike. */
  readonly programs?: true;
  /** A card written for one system (`domain-cards.ts`) knows more of it than its own adapter. */
  readonly ofASystem?: true;
  /** An e-mail, a phone or a stage among its arguments is a value that changes: it reaches nobody, and names no environment. */
  readonly holdsValues?: true;
  /** What it goes from and to are paths, and nobody is reached. */
  readonly paths?: true;
  /** It moves money: every field named like an amount is one, whether or not it stands beside a currency. */
  readonly money?: true;
  /** It sends prose. Code and commands hold the words of a language without being written in it. */
  readonly prose?: true;
  /** No card was written for it: its labels are in no place that eyes learn, and it knows of no act better than the name tells. */
  readonly plain?: true;
}

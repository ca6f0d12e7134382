import type { ActionResult } from "../../lib/contract/action-result";
import type { OutcomeStatus } from "../../lib/domain/words";

/** What was composed by hand, carried out by hand: the same three calls that an agent makes. */
export interface CarryOutActions {
  readonly take: (input: { readonly proposal: string }) => Promise<ActionResult>;
  readonly start: (input: { readonly proposal: string; readonly receipt: string }) => Promise<ActionResult>;
  readonly report: (input: {
    readonly proposal: string;
    readonly redemption: string;
    readonly status: OutcomeStatus;
    readonly detail: string;
  }) => Promise<ActionResult>;
}

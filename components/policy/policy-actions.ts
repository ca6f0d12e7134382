import type { ActionResult } from "../../lib/contract/action-result";
import type { PolicyDraftCheck, PolicyDraftOpened, PolicySaved } from "../../lib/contract/policy";
import type { SecondAdminRule } from "../../lib/domain/policy/second-admin-rule";

export interface SteerInput {
  readonly version: number;
  readonly turn: "pause" | "continue" | "hasten" | "return" | "seen";
}

/** What the policy screen can ask of the server. */
export interface PolicyActions {
  readonly check: (input: { readonly text: string }) => Promise<ActionResult<PolicyDraftCheck>>;
  readonly save: (input: {
    readonly text: string;
    readonly basedOn: number;
    readonly note: string;
    readonly confirmName?: string;
    /** Days of each step, for a version that takes effect in stages. */
    readonly stepDays?: number;
  }) => Promise<ActionResult<PolicySaved>>;
  readonly steer: (input: SteerInput) => Promise<ActionResult>;
  readonly setSecondAdmin: (input: { readonly rule: SecondAdminRule; readonly confirmName?: string }) => Promise<ActionResult>;
  readonly revert: (input: {
    readonly to: number;
    readonly basedOn: number;
    readonly confirmName?: string;
  }) => Promise<ActionResult<PolicySaved>>;
  readonly agree: (input: { readonly digest: string }) => Promise<ActionResult>;
  readonly saveDraft: (input: {
    readonly name: string;
    readonly text: string;
    readonly seenAt: number | null;
  }) => Promise<ActionResult<PolicyDraftOpened>>;
  readonly openDraft: (input: { readonly name: string }) => Promise<ActionResult<PolicyDraftOpened>>;
  readonly dropDraft: (input: { readonly name: string }) => Promise<ActionResult>;
  readonly drop: (input: { readonly digest: string }) => Promise<ActionResult>;
}

import type { PolicyChange } from "../domain/policy/policy-change";
import type { SecondAdminRule } from "../domain/policy/second-admin-rule";

/** What a draft of the policy would change, or why it cannot be used. */
export interface PolicyDraftCheck {
  /** Reasons against it, with line and column in the words. */
  readonly issues: readonly PolicyDraftIssue[];
  readonly changes: readonly PolicyChange[];
  /** True when any change lets more through. */
  readonly riskier: boolean;
  readonly warnings: readonly { readonly message: string; readonly line: number; readonly column: number }[];
}

/** A reason against a draft: `path` such as `rules[3].when`, `says` with the line and column in the document. */
export interface PolicyDraftIssue {
  readonly path: string;
  readonly says: string;
  /** The reason without its place in the document, for the field that has it: `line 1, column 9` of the condition stands before it where it is in one. */
  readonly inField: string;
}

export interface PolicySaved {
  readonly outcome: "saved" | "waiting" | "unchanged";
  readonly version: number | null;
}

/** One saved version in the list. */
export interface PolicyVersionRow {
  readonly version: number;
  readonly at: number;
  readonly by: string;
  readonly note: string;
}

/** When a riskier change waits for a second admin, and how many admins can sign in. */
export interface PolicySecondAdmin {
  readonly rule: SecondAdminRule;
  readonly admins: number;
}

/** The change that waits for a second admin. */
export interface PolicyWaiting {
  readonly digest: string;
  readonly by: string;
  readonly note: string;
  readonly changes: readonly PolicyChange[];
  readonly mayAgree: boolean;
  readonly mine: boolean;
  readonly outdated: boolean;
  /** Days of each step where it would take effect in stages; null where at once. */
  readonly stepDays: number | null;
}

/** A draft that somebody saved under a name. */
export interface PolicyDraftRow {
  readonly name: string;
  readonly by: string;
  readonly at: number;
  readonly basedOn: number;
}

/** A draft to go on with. */
export interface PolicyDraftOpened {
  readonly name: string;
  readonly text: string;
  readonly at: number;
}

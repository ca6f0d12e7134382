/** One field that was refused, and what to write instead. */
export interface FieldIssue {
  readonly path: string;
  readonly says: string;
}

/** An expected failure: `detail` is shown to the person as it stands. It is English, as are the issues, unless it is the screen's `own` words. */
export interface ActionRefused {
  readonly ok: false;
  readonly detail: string;
  readonly own?: true;
  readonly issues: readonly FieldIssue[];
}

/** What a server action answers. An expected failure is a value. */
export type ActionResult<Value = null> = { readonly ok: true; readonly value: Value } | ActionRefused;

/** A refusal's `detail` as a sentence of the screen: `the name is taken: choose another` begins with a capital and ends with a full stop. */
export function asSentence(detail: string): string {
  const text = detail.trim();
  const ended = /[.!?…]$/u.test(text) ? text : `${text}.`;
  return `${ended.charAt(0).toUpperCase()}${ended.slice(1)}`;
}

import type { PolicyChange } from "../../lib/domain/policy/policy-change";

/** One difference between two versions: `Moderate × restorable: one look → runs, 20 % audited`. */
export function ChangeSentence({ change }: { readonly change: PolicyChange }) {
  return <span lang="en">{change.sentence}</span>;
}

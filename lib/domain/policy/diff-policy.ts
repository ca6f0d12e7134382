import { cellChanges, thresholdChanges, tierChanges } from "./diff-grid";
import { catalogueChanges, limitChanges, ruleChanges } from "./diff-lists";
import { priceChanges } from "./diff-prices";
import { change, type PolicyChange } from "./policy-change";
import type { PolicyDocument } from "./policy-document";

/**
 * Every difference between two documents, none where they say the same. `riskier` errs on the side of true: a condition that
 * was rewritten, or a group that was replaced, counts as riskier because it cannot be compared.
 */
export function diffPolicy(before: PolicyDocument, after: PolicyDocument): readonly PolicyChange[] {
  return [
    ...change("name", "Name", before.name, after.name, false),
    ...cellChanges(before, after),
    ...tierChanges(before, after),
    ...thresholdChanges(before, after),
    ...priceChanges(before, after),
    ...catalogueChanges(before, after),
    ...ruleChanges(before, after),
    ...limitChanges(before, after),
  ];
}

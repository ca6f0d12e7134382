import { actionVerb, takesAway } from "./action-verb";
import type { CardInput, Check } from "./card";
import { failed } from "./finish-card";
import { aboutKind } from "./kinds";

/**
 * For a card that does not know the act: what a name takes away or takes back, and no card of its kind can say what is left, is never a low
 * risk. A plain tool has no card that could know more.
 */
export function takesAwayChecks({ kind, action }: CardInput): readonly Check[] {
  return aboutKind(kind).plain !== true && takesAway(actionVerb(action.name))
    ? [failed("takes-away", "check.takesAwayUnread")]
    : [];
}

import type { CardDetail } from "../../lib/contract/people";
import type { DecisionType } from "../../lib/domain/words";

/** Which acts are offered on a card, in bar, keys, palette and by finger alike. The server asks again. */
export type Offers = Readonly<Record<DecisionType, boolean>>;

/** What the agent can take of a card that waits. Of what was decided already only whether it was fine is asked, and nothing of what is over. */
export function offersOf({
  row,
  allowed,
  cannotSign,
}: Pick<CardDetail, "allowed" | "cannotSign"> & { readonly row: Pick<CardDetail["row"], "status" | "look"> }): Offers {
  const looks = row.look !== null;
  const takes = (type: DecisionType): boolean => !looks && row.status === "pending" && allowed.includes(type);
  return {
    approve: looks || takes("approve"),
    // Whoever may not sign it may not sign a changed one either.
    edit: cannotSign === null && takes("edit"),
    reject: looks || takes("reject"),
    answer: takes("answer"),
  };
}

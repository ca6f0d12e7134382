import type { ListRow } from "../../../db/store/types";
import type { ErrorCode } from "../../domain/error-codes";
import type { DecisionReason } from "../../domain/proposal";
import type { PersonActor } from "../actor";
import { isAppError } from "../app-error";
import type { Context } from "../context";
import type { Shown } from "./batch";
import { decideProposal } from "./decide-proposal";
import { requireDecider } from "./require-decider";

export interface Skipped {
  readonly proposal: string;
  readonly code: ErrorCode;
  readonly says: string;
}

/**
 * Rejects many for one reason, each as it was shown. Refusing is the safe direction, so there is no bound of risk, and of number only what one
 * call holds. One that moved meanwhile stops none of the others: it is left as it is and named.
 */
export async function rejectAll(
  ctx: Context,
  actor: PersonActor,
  input: { readonly items: readonly Shown[]; readonly reason: DecisionReason },
): Promise<{ readonly rejected: readonly ListRow[]; readonly skipped: readonly Skipped[] }> {
  requireDecider(actor);
  const { reason } = input;
  const answers = await Promise.all(
    input.items.map(async (item): Promise<ListRow | Skipped> => {
      try {
        const decision = { type: "reject", reason } as const;
        return (await decideProposal(ctx, actor, { ...item, decision, act: { type: "key" } })).row;
      } catch (error) {
        if (!isAppError(error)) throw error;
        return { proposal: item.proposal, code: error.code, says: error.detail };
      }
    }),
  );
  return {
    rejected: answers.filter((answer) => "state" in answer),
    skipped: answers.filter((answer) => "says" in answer),
  };
}

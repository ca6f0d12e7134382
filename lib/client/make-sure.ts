import type { CardDetail, DecideInput, DecideResult } from "../contract/people";
import { PeopleApiError } from "./people-api";

/** How a decision is sent, and how its proposal is read anew. Both reject with a {@link PeopleApiError}. */
interface Wire {
  readonly decide: (input: DecideInput) => Promise<DecideResult>;
  readonly read: (id: string) => Promise<CardDetail>;
}

/**
 * Makes sure of a decision that failed with `error` when it was sent, where its answer was lost on the way: what the server has recorded counts,
 * and what it has not is sent once more. Sent twice it cannot be recorded twice, since a decision names the version it is about. Rejects with the
 * server's refusal, or with code `unavailable` when there is no telling.
 */
export async function makeSure(error: unknown, input: DecideInput, me: string, { decide, read }: Wire): Promise<DecideResult> {
  if (!isLost(error)) throw error;
  const recorded = async (): Promise<DecideResult | null> =>
    read(input.proposal).then(
      (card) => recordedAs(card, input, me),
      () => null,
    );
  const first = await recorded();
  if (first !== null) return first;
  try {
    return await decide(input);
  } catch (again) {
    // The first may have arrived meanwhile: then it is the reason of this refusal.
    const second = await recorded();
    if (second !== null) return second;
    if (!isLost(again)) throw again;
    throw new PeopleApiError({
      code: "unavailable",
      status: 503,
      detail: "no answer came: look again before you decide it again",
    });
  }
}

/** No answer, or one from something before the server: it may have been recorded. */
function isLost(error: unknown): boolean {
  return error instanceof PeopleApiError && error.code === "unavailable";
}

/** The result of this very decision as the card shows it; null when the card does not show that it was recorded. */
function recordedAs({ row, signatures }: CardDetail, { version, decision }: DecideInput, me: string): DecideResult | null {
  // What a person changed is a version of its own.
  if (row.version !== (decision.type === "edit" ? version + 1 : version) || row.look !== null) return null;
  if (row.status === "pending") {
    const signed = signatures.some(({ by, type }) => by.id === me && type === decision.type);
    return signed ? { row, outcome: "signed", releaseAt: null } : null;
  }
  if (row.decision?.type !== decision.type || !row.decision.by.some(({ id }) => id === me)) return null;
  return { row, outcome: row.status === "held" ? "held" : "released", releaseAt: row.releaseAt };
}

import type { Card, CardInput } from "../../lib/domain/card/card";
import { cardInput } from "../../lib/domain/card/fixtures/card-fixture";
import { readCard } from "../../lib/domain/card/read-card";
import type { JsonObject } from "../../lib/domain/json";
import type { Kind } from "../../lib/domain/words";

/** The checks that say of a name that it may not be what it looks like. */
const OF_NAMES: ReadonlySet<string> = new Set(["mixed-script", "odd-host", "odd-mailbox", "look-alike", "links", "display-name"]);

/** What somebody may send, with a name in it. */
export function sending(kind: Kind, action: string, given: JsonObject, last: JsonObject | null = null): CardInput {
  return cardInput(kind, { action, arguments: given, history: { lastApprovedArguments: last } });
}

/** Whether the card that a reviewer gets says that a name on it is odd, or that it could not be read: by the adapter itself, and nothing else. */
export function catchesTheEye(input: CardInput): boolean {
  const card: Card = readCard(input);
  return !card.fullyReadable || card.checks.some(({ id, state }) => state === "failed" && OF_NAMES.has(id));
}

import { hostsOf, recipientsOf } from "./policy/derive";
import type { Payload } from "./proposal";
import type { Kind } from "./words";

const LENGTH_MAX = 300;

/**
 * Who an action reaches, as one key for "first time" and "14 earlier": all its recipients or payees, else all its hosts, the target's with
 * those of its arguments; null when it names none. One new address among known ones makes a new key, so a stranger cannot hide in a familiar list.
 */
export function counterpartOf({ action, target }: Pick<Payload, "action" | "target">, kind: Kind): string | null {
  const recipients = recipientsOf(action, kind);
  const reached = recipients.length > 0 ? recipients : hostsOf(action, target);
  if (reached.length === 0) return null;
  const key = reached
    .map((address) => address.toLowerCase())
    .sort()
    .join(",");
  // Lists this long are bulk: their length stands for what is cut off, and a bulk action is never let run for being familiar.
  return key.length <= LENGTH_MAX ? key : `${key.slice(0, LENGTH_MAX)}+${String(reached.length)}`;
}

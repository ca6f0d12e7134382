import { deskHref, queueParameters } from "../../lib/client/queue-address";
import type { SearchParameters } from "./read-desk";
import { one } from "./read-desk";

/** The same view and card at another address of the desk: of what was asked for, only what means something there is passed on. */
export function sameAt(path: Parameters<typeof deskHref>[0], search: SearchParameters): string {
  const read = (name: string): string | null => one(search[name]);
  return deskHref(path, queueParameters(read), read("open"));
}

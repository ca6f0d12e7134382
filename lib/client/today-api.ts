import type { Today } from "../contract/today";
import { get } from "./people-api";

/** What happened since midnight in this browser's time zone without anybody having looked first. Throws a `PeopleApiError`. */
export function today(signal: AbortSignal): Promise<Today> {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return get(`/today?${new URLSearchParams({ zone }).toString()}`, signal);
}

import type { SearchParameters } from "../read-desk";

/** The part of an address that says which card and section focus mode is opened with; nothing else is passed on. */
export function addressOf(search: SearchParameters): string {
  const kept = new URLSearchParams();
  for (const name of ["open", "section"]) {
    const value = search[name];
    if (typeof value === "string") kept.set(name, value);
  }
  return kept.toString();
}

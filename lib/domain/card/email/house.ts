import { registrableName } from "../registrable-name";
import type { Mail } from "./mail-arguments";

/** Where anybody has an address: nobody’s own house. */
const SHARED =
  /^(?:g(?:oogle)?mail|outlook|hotmail|live|yahoo|icloud|me|aol|gmx|web|t-online|proton(?:mail)?|fastmail|qq|163)\.(?:com|de|net|me|ch|at|fr|co\.uk)$/u;

/** The name that owns the sender’s domain; null where none is named, or where anybody has an address. */
export function houseOf({ from }: Mail): string | null {
  const house = registrableName(from?.domain ?? "");
  return house === "" || SHARED.test(house) ? null : house;
}

/** True for a domain of that house. */
export function isOfHouse(domain: string, house: string | null): boolean {
  return house !== null && registrableName(domain) === house;
}

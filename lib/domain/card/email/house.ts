import { isMailProvider } from "../mail-providers";
import { registrableName } from "../registrable-name";
import type { Mail } from "./mail-arguments";

/** The name that owns the sender’s domain; null where none is named, or where anybody has an address. */
export function houseOf({ from }: Mail): string | null {
  const house = registrableName(from?.domain ?? "");
  return house === "" || isMailProvider(house) ? null : house;
}

/** True for a domain of that house. */
export function isOfHouse(domain: string, house: string | null): boolean {
  return house !== null && registrableName(domain) === house;
}

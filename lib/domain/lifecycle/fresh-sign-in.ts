import type { Refusal } from "../error-codes";
import type { Treatment } from "../words";

/** A sign-in this recent counts as fresh (ASVS 7.5.3). */
const FRESH_MS = 5 * 60 * 1000;

/** True while somebody who proved who they are at that moment need not do so again. */
export function isFreshSignIn(authenticatedAt: number, now: number): boolean {
  return now - authenticatedAt <= FRESH_MS;
}

/** Signed by two people, or under a rule: what nobody signs for themselves, nor with a session that was left open. */
export function isStrict({ treatment, regulated }: { readonly treatment: Treatment; readonly regulated: boolean }): boolean {
  return treatment === "two_person" || regulated;
}

/** Refuses a signature, or one that is given anew, that takes a fresh sign-in and has none; null where nothing is to be said. */
export function refusalOfSignIn(what: Parameters<typeof isStrict>[0], freshSignIn: boolean): Refusal | null {
  if (!isStrict(what) || freshSignIn) return null;
  return { code: "stale_sign_in", detail: "this needs a sign-in within the last 5 minutes: give your password again" };
}

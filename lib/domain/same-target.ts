import type { Target } from "./proposal";

/** True where both name the same resource of the same system and environment; what names none is the same as nothing. */
export function isSameTarget(a: Target | null, b: Target | null): boolean {
  if (a?.resource === undefined || b?.resource === undefined) return false;
  return a.resource === b.resource && a.system === b.system && a.environment === b.environment;
}

import { KINDS, type Kind } from "./words";

/** A table with one entry for each kind. */
export function byKind<Value>(of: (kind: Kind) => Value): Readonly<Record<Kind, Value>> {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- one entry for each of the kinds, whose names `Object.fromEntries` widens
  return Object.fromEntries(KINDS.map((kind) => [kind, of(kind)])) as Record<Kind, Value>;
}

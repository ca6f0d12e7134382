import type { Card, CardInput } from "./card";

/** A card written for the actions of one system, more telling than the card of their kind. */
export interface DomainCard {
  /** Claims every action whose name starts with this: `airline.`. */
  readonly prefix: string;
  /** The card, or null where the payload is not what this reader knows: then the card of the kind takes over. */
  read(input: CardInput): Card | null;
}

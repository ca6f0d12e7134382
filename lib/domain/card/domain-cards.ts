import { airlineCard } from "./airline/airline-card";
import type { DomainCard } from "./domain-card";

/** Cards written for one system; the first whose prefix fits is asked. */
export const DOMAIN_CARDS: readonly DomainCard[] = [airlineCard];

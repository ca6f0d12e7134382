import type { RefObject } from "react";

import type { LeaseHeld, Presence } from "../../lib/domain/lease";
import { leaseStep } from "../../lib/domain/lease-step";
import { followSigns, isHere } from "./signs";

/** How often it is looked whether something has to be done about the lease. */
const LOOK_MS = 1_000;

/** What keeping a lease may lead to. */
export interface Upkeep {
  /** Asks for it again; `anew` where it was lost in between. */
  readonly take: (anew: boolean) => Promise<void>;
  /** Lets it go; `tell`: the server, too. */
  readonly giveUp: (tell: boolean) => void;
  /** When it ends unless there is a sign of somebody, on the page's clock; null while that is not near. */
  readonly onEnding: (at: number | null) => void;
}

/** Keeps the lease of whoever is there, who was heard last at `begunAt`, and says when that of somebody silent is about to end. Answers how to stop. */
export function keepLease(terms: RefObject<LeaseHeld>, begunAt: number, { take, giveUp, onEnding }: Upkeep): () => void {
  let presence: Presence = { heardAt: begunAt, awaySince: isHere() ? null : performance.now() };
  const look = (): void => {
    const { until } = terms.current;
    const step = leaseStep(terms.current, presence, performance.now());
    onEnding(step === "warn" ? until : null);
    // Lost in between, it is another lease, and the server counts from it.
    if (step === "ask") take(until === null).catch(() => undefined);
    else if (step === "drop" || step === "over") giveUp(step === "drop");
  };
  const sign = (): void => {
    const silent = performance.now() - presence.heardAt >= LOOK_MS;
    presence = { heardAt: performance.now(), awaySince: isHere() ? null : presence.awaySince };
    if (silent) look();
  };
  const turn = (): void => {
    if (isHere()) sign();
    else presence = { ...presence, awaySince: presence.awaySince ?? performance.now() };
  };
  const stop = followSigns(sign, turn);
  const timer = setInterval(look, LOOK_MS);
  return () => {
    stop();
    clearInterval(timer);
  };
}

import type { AgentActor, PersonActor } from "../services/actor";
import type { Context } from "../services/context";
import type { Cursors } from "./cursors";
import type { InFlight } from "./in-flight";
import type { Metrics } from "./metrics";
import type { PeopleFeed } from "./people-feed";
import type { Waits } from "./waits";

/** The only minters of actors, from lib/auth. Both throw `unauthenticated`. */
export interface Auth {
  readonly authenticateAgent: (ctx: Context, authorization: string | null) => Promise<AgentActor>;
  /** `unattended`: a tab asked by itself. */
  readonly authenticatePerson: (ctx: Context, cookieHeader: string | null, unattended: boolean) => Promise<PersonActor>;
}

export interface ApiOptions {
  /** Authenticates cursors. */
  readonly cursorSecret: Uint8Array;
  /** False while the server shuts down: readiness says no, and waiting calls are told to come back. */
  readonly serving?: () => boolean;
  /** Orders the options of a decisive match unpredictably. */
  readonly shuffle: (options: readonly string[]) => string[];
}

/** What the handlers of one API share. */
export interface ApiParts {
  readonly ctx: Context;
  readonly auth: Auth;
  readonly serving: () => boolean;
  readonly cursors: Cursors;
  readonly inFlight: InFlight;
  readonly agentWaits: Waits;
  readonly peopleWaits: Waits;
  readonly peopleFeed: PeopleFeed;
  readonly metrics: Metrics;
  readonly shuffle: (options: readonly string[]) => string[];
}

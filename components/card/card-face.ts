import type { Card } from "../../lib/domain/card/card";
import type { TextLanguages } from "../../lib/domain/card/text-languages";
import type { Risk } from "../../lib/domain/risk";
import type { Lane, Tier, Treatment } from "../../lib/domain/words";

/** What is drawn of a card. Both the domain's `Card` and the contract's `CardView` are one. */
export type CardFace = Pick<
  Card,
  "kind" | "headline" | "facts" | "diff" | "checks" | "undo" | "fullyReadable" | "place" | "words"
>;

/** Opens what lies behind a card: what the agent handed over, or how the risk was derived. */
export type OpensBehind = (what: "evidence" | "why") => void;

/** What is said around a card: who, why, when. Agent text appears in `agentSays` and `evidence` and nowhere else. */
export interface CardMeta {
  readonly tier: Tier;
  /** The two facts that decided the tier. */
  readonly drivers: readonly [string, string];
  readonly driverWords: Risk["driverWords"];
  readonly agentName: string;
  /** The agent's run and the step within it; null when it named none. */
  readonly run: string | null;
  readonly step: number | null;
  /** How many steps the run took before it, 6 for more than 5. */
  readonly stepsBefore: number;
  readonly actionName: string;
  readonly environment: string | null;
  /** Why a regulated action keeps its signature; null when it is not regulated. */
  readonly regulation: string | null;
  /** When it expires, in milliseconds; null once that no longer matters. */
  readonly dueAt: number | null;
  /** The time zone (IANA) of whoever is affected; null where nothing says it. */
  readonly partyZone: string | null;
  readonly predictedSeconds: number;
  readonly lane: Lane;
  readonly treatment: Treatment;
  readonly agentSays: AgentSaysText;
  readonly evidence: readonly Evidence[];
  /** How often people said something about it. */
  readonly comments: number;
  /** What the agent's texts are written in. */
  readonly languages: TextLanguages;
}

/** The agent's own words: unverified. */
export interface AgentSaysText {
  readonly title: string | null;
  readonly rationale: string | null;
  readonly doubt: string | null;
}

/** One thing the agent handed over to support its proposal: its words, too. */
export interface Evidence {
  readonly label: string;
  readonly text: string;
}

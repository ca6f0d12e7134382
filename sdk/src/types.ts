import type { Json } from "./canonical.js";

export type JsonObject = { readonly [key: string]: Json };
export type Kind = "email" | "payment" | "sql" | "code" | "post" | "record" | "file" | "command" | "tool";

/** What an agent proposes. Only `action` is needed. */
export interface ProposalInput {
  readonly action: { readonly name: string; readonly arguments: JsonObject };
  readonly kind?: Kind;
  readonly target?: {
    readonly system?: string;
    readonly environment?: string;
    readonly resource?: string;
    readonly url?: string;
  };
  readonly before?: JsonObject | null;
  readonly after?: JsonObject | null;
  /** The agent's words: shown as unverified, never used by policy. */
  readonly title?: string;
  readonly rationale?: string;
  readonly evidence?: readonly { readonly label: string; readonly text: string }[];
  /** The agent's own question: brings a person. */
  readonly doubt?: string;
  /** If policy lets it run, return the receipt already redeemed: one round trip. */
  readonly redeem?: boolean;
  /** Between 0 and 1. */
  readonly confidence?: number;
  readonly stakes?: "S0" | "S1" | "S2" | "S3" | "S4";
  readonly reversibility?: "R0" | "R1" | "R2" | "R3";
  readonly run?: {
    readonly id?: string;
    readonly step?: number;
    readonly agentVersion?: string;
    readonly model?: string;
    /** Another one, like another agent version, model or arguments schema, has to earn its trust anew. */
    readonly promptVersion?: string;
    readonly traceUrl?: string;
  };
  readonly decisions?: readonly ("approve" | "edit" | "reject" | "answer")[];
  readonly argumentsSchema?: JsonObject;
  /** Seconds a person has. */
  readonly expiresIn?: number;
  readonly state?: string;
}

export type Status = "pending" | "approved" | "rejected" | "answered" | "blocked" | "expired" | "withdrawn" | "superseded";
export type Delivery = "waiting" | "delivered" | "redeemed" | "succeeded" | "failed" | "unknown" | "reverted";
export type OutcomeStatus = "succeeded" | "failed" | "unknown" | "reverted";

/** A proposal as the server answers it. */
export interface Proposal {
  readonly id: string;
  readonly status: Status;
  readonly version: number;
  readonly digest: string;
  readonly action: { readonly name: string; readonly arguments: JsonObject };
  readonly kind: Kind;
  readonly risk: {
    readonly stakes: string;
    readonly reversibility: string;
    readonly confidence: number | null;
    readonly tier: string;
    readonly reasons: readonly { readonly source: string; readonly id?: string; readonly says: string; readonly sets?: string }[];
  };
  readonly treatment: "auto" | "audit" | "review" | "confirm" | "two_person" | "block";
  readonly lane: "quick" | "deep";
  readonly predictedSeconds: number;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** The page for people. */
  readonly url: string;
  readonly decision: {
    readonly type: "approve" | "edit" | "reject" | "answer";
    readonly arguments: JsonObject | null;
    readonly answer: string | null;
    readonly reason: { readonly code: string; readonly text: string | null } | null;
    readonly by: readonly string[];
    readonly at: string;
    readonly source: "person" | "policy" | "expiry";
  } | null;
  readonly receipt: string | null;
  readonly redemption: string | null;
  readonly delivery: Delivery;
  readonly outcome: { readonly status: OutcomeStatus; readonly at: string; readonly detail: string | null } | null;
  readonly state: string | null;
  readonly run: { readonly id: string | null; readonly step: number | null } | null;
}

/** The answer of a dry run. */
export interface CheckResult {
  readonly treatment: Proposal["treatment"];
  readonly risk: Proposal["risk"];
  readonly lane: Proposal["lane"];
  readonly predictedSeconds: number;
}

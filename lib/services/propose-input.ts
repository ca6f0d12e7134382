import type { VersionExtras } from "../../db/store/types";
import { compileSchema } from "../domain/card/arguments-schema";
import type { JsonObject } from "../domain/json";
import type { Payload } from "../domain/proposal";
import { targetOf } from "../domain/target";
import type { DecisionType, Kind, Reversibility, Stakes } from "../domain/words";
import { raise } from "./app-error";

type Maybe<Value> = Value | undefined;

/** What a proposal carries, already parsed at the door. Structurally the contract's ProposalInput. */
export interface ProposeInput {
  readonly action: { readonly name: string; readonly arguments: JsonObject };
  readonly kind?: Maybe<Kind>;
  readonly target?: Maybe<{
    readonly system?: Maybe<string>;
    readonly environment?: Maybe<string>;
    readonly resource?: Maybe<string>;
    readonly url?: Maybe<string>;
  }>;
  readonly before?: Maybe<JsonObject | null>;
  readonly after?: Maybe<JsonObject | null>;
  readonly title?: Maybe<string>;
  readonly rationale?: Maybe<string>;
  readonly evidence?: Maybe<readonly { readonly label: string; readonly text: string }[]>;
  readonly doubt?: Maybe<string>;
  readonly redeem?: Maybe<boolean>;
  readonly confidence?: Maybe<number>;
  readonly stakes?: Maybe<Stakes>;
  readonly reversibility?: Maybe<Reversibility>;
  readonly run?: Maybe<{
    readonly id?: Maybe<string>;
    readonly step?: Maybe<number>;
    readonly agentVersion?: Maybe<string>;
    readonly model?: Maybe<string>;
    readonly promptVersion?: Maybe<string>;
    readonly traceUrl?: Maybe<string>;
  }>;
  readonly decisions?: Maybe<readonly DecisionType[]>;
  readonly argumentsSchema?: Maybe<JsonObject>;
  readonly expiresIn?: Maybe<number>;
  readonly state?: Maybe<string>;
}

/** The input in the store's shape: absent is null, once. */
export interface ReadInput {
  readonly payload: Payload;
  readonly extras: VersionExtras;
  readonly allowed: readonly DecisionType[];
  readonly expiresInMs: number | null;
  readonly redeem: boolean;
}

const ALLOWED_BY_DEFAULT: readonly DecisionType[] = ["approve", "edit", "reject"];

/** Brings an input into the store's shape. Throws `invalid_schema` for an argumentsSchema that cannot be used. */
export function readInput(input: ProposeInput): ReadInput {
  const schema = input.argumentsSchema ?? null;
  if (schema !== null) {
    const compiled = compileSchema(schema);
    if (!compiled.ok) return raise(compiled.error);
  }
  return {
    payload: {
      action: input.action,
      target: input.target === undefined ? null : targetOf(input.target),
      before: input.before ?? null,
      after: input.after ?? null,
      title: input.title ?? null,
      rationale: input.rationale ?? null,
      evidence: input.evidence ?? [],
      doubt: input.doubt ?? null,
    },
    extras: extrasOf(input, schema),
    // Rejecting is always possible: an agent that lists only `approve` does not get to forbid a no.
    allowed: input.decisions === undefined ? ALLOWED_BY_DEFAULT : [...new Set<DecisionType>([...input.decisions, "reject"])],
    expiresInMs: input.expiresIn === undefined ? null : input.expiresIn * 1000,
    redeem: input.redeem ?? false,
  };
}

// eslint-disable-next-line complexity -- one absent field after another becomes null: nothing is decided here
function extrasOf(input: ProposeInput, schema: JsonObject | null): VersionExtras {
  const { run } = input;
  return {
    confidence: input.confidence ?? null,
    argumentsSchema: schema,
    state: input.state ?? null,
    run: {
      id: run?.id ?? null,
      step: run?.step ?? null,
      agentVersion: run?.agentVersion ?? null,
      model: run?.model ?? null,
      promptVersion: run?.promptVersion ?? null,
      traceUrl: run?.traceUrl ?? null,
    },
    declared: { kind: input.kind ?? null, stakes: input.stakes ?? null, reversibility: input.reversibility ?? null },
  };
}

import type { ProposalWithVersion, VersionRecord } from "../../../db/store/types";
import type { Card } from "../../domain/card/card";
import { actionDigest } from "../../domain/digest";
import type { JsonObject } from "../../domain/json";
import type { VersionFacts } from "../../domain/lifecycle/events";
import { replayFactsOf } from "../../domain/policy/replay-facts";
import type { Payload } from "../../domain/proposal";
import type { PersonActor } from "../actor";
import { assessPayload } from "../assess-payload";
import { editCures } from "../canary/reveal";
import type { Context } from "../context";
import { alikeOf } from "../weigh";
import { requireFitting, schemaForEdits } from "../fit-arguments";

export interface EditedVersion {
  readonly version: VersionRecord;
  readonly card: Card;
  /** The fingerprint of its template: an edited item is no longer like those it came with, unless it is. */
  readonly alike: string;
  /** Of a test of the reviewers: that it puts right what is wrong. */
  readonly cures: boolean;
  /** What the edit changes beside the payload, as policy judged it anew. */
  readonly facts: Omit<VersionFacts, "version" | "digest">;
}

/**
 * The version that an edit would make: arguments validated against the agent's schema and the catalogue's, risk and policy run again, a new digest. The
 * record's `after` is derived anew, since the agent's own no longer describes what would run. Nothing is written.
 */
export async function editArguments(
  ctx: Context,
  actor: PersonActor,
  found: ProposalWithVersion,
  edited: JsonObject,
): Promise<EditedVersion> {
  const { state } = found.record;
  const { payload, extras } = found.version;
  requireFitting(edited, [extras.argumentsSchema, schemaForEdits(ctx, payload.action)]);
  const action = { name: payload.action.name, arguments: edited };
  const next: Payload = { ...payload, action, after: null };
  const { assessment, card, facts } = await assessPayload(ctx, state, next, extras);
  const version: VersionRecord = {
    proposalId: state.id,
    version: state.version + 1,
    digest: actionDigest({ agentId: state.agentId, action, target: payload.target }, ctx.sha256),
    payload: next,
    extras,
    assessment,
    by: actor.personId,
    at: ctx.clock(),
    raw: null,
    facts: replayFactsOf(facts),
  };
  return {
    version,
    card,
    cures: await editCures(ctx, found, edited),
    alike: alikeOf(ctx, state.agentId, state.kind, next, { card, assessment }),
    facts: {
      tier: assessment.risk.tier,
      treatment: assessment.treatment,
      regulated: assessment.regulated,
      policyVersion: assessment.policyVersion,
      undoMs: assessment.undoMs,
    },
  };
}

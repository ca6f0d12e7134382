import { editFields } from "../../domain/card/edit-form";
import { whyNoGrant, type Grant } from "../../domain/policy/grant";
import type { Json } from "../../domain/json";
import { can } from "../../domain/permissions";
import type { PersonActor } from "../actor";
import type { Context } from "../context";
import { proposalId } from "../read-proposal";
import { requirePermission } from "../require-permission";
import { namesOf } from "../triage/names-of";

const LISTED_MAX = 200;

/** A standing approval with the names that people know. */
export interface GrantReading {
  readonly grant: Grant;
  readonly agentName: string;
  readonly byName: string;
  /** Null where nobody revoked it, or Countersign itself ended it. */
  readonly revokedByName: string | null;
}

/** The newest standing approvals, whatever became of them. */
export async function listGrants(ctx: Context, actor: PersonActor): Promise<readonly GrantReading[]> {
  requirePermission(actor, "policy.read");
  return named(ctx, await ctx.store.read.grants(LISTED_MAX));
}

/** What the page of one proposal says of standing approvals. */
export interface GrantsOfProposal {
  /** Given from it. */
  readonly given: readonly GrantReading[];
  /** The one it ran under. */
  readonly under: GrantReading | null;
  /** What the caller may do about it; null for whoever may not give one, and while nobody approved it. */
  readonly offer: GrantOffer | null;
}

export interface GrantOffer {
  /** Why none can be given, in words; null when one can. */
  readonly whyNot: string | null;
  /** The agent's action was still observed: until that ends people look all the same. */
  readonly observed: boolean;
  /** The texts and numbers that may be let differ. */
  readonly fields: readonly { readonly path: string; readonly label: string; readonly value: string | number }[];
}

/** The standing approvals that were given from a proposal, the one it ran under, and whether another can be given. */
export async function readGrantsOfProposal(ctx: Context, actor: PersonActor, id: string): Promise<GrantsOfProposal> {
  requirePermission(actor, "policy.read");
  const proposal = proposalId(id);
  const [found, given, findings] = await Promise.all([
    ctx.store.read.proposal(proposal),
    ctx.store.read.grantsOfProposal(proposal),
    ctx.store.read.findings(proposal),
  ]);
  if (found === null) return { given: [], under: null, offer: null };
  const { state } = found.record;
  const { assessment, payload } = found.version;
  const grant = assessment.grant === undefined ? null : await ctx.store.read.grant(assessment.grant.id);
  const approved = state.status === "approved" && state.decision?.source === "person";
  return {
    given: await named(ctx, given),
    under: grant === null ? null : ((await named(ctx, [grant]))[0] ?? null),
    offer:
      !can(actor.role, "grants.give") || !approved
        ? null
        : {
            whyNot: findings.length > 0 ? "something was found wrong with it" : whyNoGrant(ctx.live.policy, state, assessment),
            observed: assessment.observed,
            fields: editFields(payload.action.arguments).flatMap(({ path, label, value }) =>
              isLine(value) ? [{ path, label, value }] : [],
            ),
          },
  };
}

async function named(ctx: Context, grants: readonly Grant[]): Promise<readonly GrantReading[]> {
  const people = await namesOf(
    ctx,
    grants.flatMap(({ by, revokedBy }) => (revokedBy === null ? [by] : [by, revokedBy])),
  );
  const agents = new Map((await ctx.store.read.agents()).map(({ id, name }) => [id, name]));
  return grants.map((grant) => ({
    grant,
    agentName: agents.get(grant.agentId) ?? grant.agentId,
    byName: people.get(grant.by) ?? "someone who left",
    revokedByName: grant.revokedBy === null ? null : (people.get(grant.revokedBy) ?? "someone who left"),
  }));
}

/** A number, or a text that a list of texts can hold one a line. */
function isLine(value: Json): value is string | number {
  return typeof value === "number" || (typeof value === "string" && value.length <= 200 && !/[\r\n]/u.test(value));
}

import type { PolicyDraftRecord } from "../../../db/store/policy-draft-types";
import { isId, type ProposalId } from "../../domain/ids";
import { at, runsAlone, treatmentAt } from "../../domain/measure/replay";
import type { Counted } from "../../domain/measure/what-if";
import type { Treatment } from "../../domain/words";
import type { PersonActor } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { countDraft } from "../measure/recount";
import { usablePolicy } from "../policy/read-saved";
import { requirePermission } from "../require-permission";
import { namesOf } from "../triage/names-of";

const LISTED_MAX = 30;

/** Every draft with the name of who saved it last, without the documents. */
export async function listDrafts(
  ctx: Context,
  actor: PersonActor,
): Promise<readonly (Omit<PolicyDraftRecord, "text"> & { readonly byName: string })[]> {
  requirePermission(actor, "policy.read");
  const drafts = await ctx.store.read.policyDrafts();
  const names = await namesOf(
    ctx,
    drafts.map(({ by }) => by),
  );
  return drafts.map((draft) => ({ ...draft, byName: names.get(draft.by) ?? "someone who left" }));
}

/** One draft with its document. Throws `not_found`. */
export async function readDraft(ctx: Context, actor: PersonActor, name: string): Promise<PolicyDraftRecord> {
  requirePermission(actor, "policy.read");
  const draft = await ctx.store.read.policyDraft(name);
  if (draft === null) throw new AppError("not_found", "there is no such draft any more");
  return draft;
}

/** What a draft would have done with what was proposed since it was saved, beside the policy in force. */
export interface Shadow {
  readonly since: number;
  /** The policy that it is compared with. */
  readonly policyVersion: number;
  readonly proposals: number;
  /** Proposals that keep no facts to be judged again. */
  readonly unreplayable: number;
  /** Looked at first where they run alone under the policy in force, and the other way round. */
  readonly more: number;
  readonly fewer: number;
  /** Worst first. */
  readonly worst: readonly {
    readonly id: ProposalId;
    readonly headline: string;
    readonly before: Treatment;
    readonly after: Treatment;
  }[];
}

/**
 * A draft in the shadow of the policy in force: judged on the very facts of everything proposed since it was saved, after it was answered, so
 * that no agent waits for it. What was judged once is remembered; only what is new since the last look is judged.
 */
export async function readShadow(ctx: Context, actor: PersonActor, name: string): Promise<Shadow> {
  requirePermission(actor, "policy.save");
  const draft = await readDraft(ctx, actor, name);
  const { document } = usablePolicy(draft.text);
  const window = { from: draft.at, until: ctx.clock() + 1 };
  const { policyVersion, past, now, then, figures } = await countDraft(ctx, document, { window, kind: null, agentId: null });
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  // The figures' own list first, which names what would be asked about only where nothing else moves; then all of that, newest first.
  const tightened = [...now.rows].filter((index) => isAlone(now, index) && !isAlone(then, index)).toReversed();
  const worst = [...new Set([...figures.worst, ...tightened])].slice(0, LISTED_MAX).flatMap((index) => {
    const id = past.items[index]?.id;
    const [before, after] = [now, then].map(({ judged }) => treatmentAt(at(judged.strictness, index)));
    return id === undefined || !isId("proposal", id) || before === undefined || after === undefined
      ? []
      : [{ id, before, after }];
  });
  const lines = await Promise.all(worst.map(({ id }) => ctx.store.read.listRow(id)));
  return {
    since: draft.at,
    policyVersion,
    proposals: figures.items,
    unreplayable: past.unreplayable,
    more: total(figures.tightened),
    fewer: total(figures.loosened),
    worst: worst.map((item, index) => ({ ...item, headline: lines[index]?.headline ?? item.id })),
  };
}

function isAlone({ judged }: Counted, index: number): boolean {
  return runsAlone(at(judged.strictness, index));
}

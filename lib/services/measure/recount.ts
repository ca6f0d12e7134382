import type { ListRow } from "../../../db/store/types";
import { isId } from "../../domain/ids";
import { columnsOf, type HistoryColumns } from "../../domain/measure/history-columns";
import { knobsOf } from "../../domain/measure/replay";
import { compare, count, type Counted, type Figures } from "../../domain/measure/what-if";
import { prepare } from "../../domain/measure/what-if-parts";
import { compilePolicy, type CompiledPolicy } from "../../domain/policy/compile-policy";
import { pricesOf } from "../../domain/policy/prices";
import type { PolicyDocument } from "../../domain/policy/policy-document";
import { KINDS, type Kind } from "../../domain/words";
import type { PersonActor } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { usablePolicy } from "../policy/read-saved";
import { requirePermission } from "../require-permission";
import { readPast, readPastUnder, type OnProgress, type Past, type Window } from "./read-past";

const DAY_MS = 86_400_000;

/** A past with the policy in force that it was compacted under. */
export interface PastReading {
  readonly past: Past;
  readonly policyVersion: number;
}

/** The past of the last `days`, for an admin's browser to replay. Throws `unavailable` where no policy can be used. */
export async function readWhatIf(ctx: Context, actor: PersonActor, days: number): Promise<PastReading> {
  requirePermission(actor, "policy.save");
  const policy = policyInForce(ctx);
  const until = ctx.clock() + 1;
  return { past: await readPast(ctx, policy, { from: until - days * DAY_MS, until }), policyVersion: policy.version };
}

export interface RecountInput {
  readonly text: string;
  readonly window: Window;
  readonly kind: Kind | null;
  readonly agentId: string | null;
}

export interface Recount {
  readonly policyVersion: number;
  readonly figures: Figures;
  /** Where the draft changes catalogue, rules or limits: the past as those have it, for the browser to go on with. */
  readonly draft: Past | null;
}

/**
 * Counts a draft against the policy in force over the same window as a browser did, with the very functions it uses: both agree to the item.
 * A changed catalogue, rule or limit is evaluated here, because arguments never leave the server. Throws `invalid_policy`.
 */
export async function recount(ctx: Context, actor: PersonActor, input: RecountInput, onProgress?: OnProgress): Promise<Recount> {
  requirePermission(actor, "policy.save");
  const { document } = usablePolicy(input.text);
  const { policyVersion, figures, draft } = await countDraft(ctx, document, input, onProgress);
  return { policyVersion, figures, draft };
}

/** A draft counted beside the policy in force, with what each item came to under both. */
export interface CountedDraft extends Recount {
  readonly past: Past;
  readonly now: Counted;
  readonly then: Counted;
}

/** The count behind {@link recount}: of a document that can be used, over a window. */
export async function countDraft(
  ctx: Context,
  document: PolicyDocument,
  input: Omit<RecountInput, "text">,
  onProgress?: OnProgress,
): Promise<CountedDraft> {
  const policy = policyInForce(ctx);
  const past = await readPast(ctx, policy, input.window, onProgress);
  const changed = !sameEntries(policy, document);
  const draft = changed ? await readPastUnder(ctx, compilePolicy(document, policy.version), past, policy, onProgress) : null;
  const columns = columnsOf(past.items);
  const prepared = prepare(columns);
  const preparedThen = draft === null ? prepared : prepare(columnsOf(draft.items));
  const filter = filterOf(columns, input);
  const prices = pricesOf(document);
  const now = count({ prepared, knobs: knobsOf(policy.document) }, filter, prices);
  const then = count({ prepared: preparedThen, knobs: knobsOf(document) }, filter, prices);
  return { policyVersion: policy.version, figures: compare(now, then), draft, past, now, then };
}

function filterOf({ agents }: HistoryColumns, { kind, agentId }: Pick<RecountInput, "kind" | "agentId">) {
  const agent = agentId === null ? null : agents.indexOf(agentId);
  return { kind: kind === null ? null : KINDS.indexOf(kind), agent };
}

function sameEntries({ document }: CompiledPolicy, draft: CompiledPolicy["document"]): boolean {
  return (["catalogue", "rules", "limits"] as const).every(
    (part) => JSON.stringify(document[part]) === JSON.stringify(draft[part]),
  );
}

function policyInForce(ctx: Context): CompiledPolicy {
  const { policy } = ctx.live;
  if (policy === null) throw new AppError("unavailable", "no policy can be used at the moment: everything goes to a person");
  return policy;
}

/** The lines of some past items, in the order asked for; what is not there is left out. */
export async function readPastLines(ctx: Context, actor: PersonActor, ids: readonly string[]): Promise<readonly ListRow[]> {
  requirePermission(actor, "policy.save");
  const known = ids.filter((id) => isId("proposal", id));
  const rows = await Promise.all(known.map((id) => ctx.store.read.listRow(id)));
  return rows.filter((row) => row !== null);
}

import type { PersonId } from "./ids";
import type { ProposalState } from "./proposal";
import { isQuestion } from "./question";
import type { LookVerdict } from "./second-look";
import type { Lane } from "./words";

/** The share of quick decisions that get a second opinion, in percent, until an admin sets another (design: policy §5). */
export const DOUBLE_PERCENT = 5;

/**
 * How long people are asked for it: then it ends without. A second opinion that comes weeks later is asked of other people with other habits, and
 * meanwhile the decision is kept from everybody who may be asked.
 */
export const DOUBLE_OPEN_MS = 7 * 86_400_000;

/** What one person said without knowing what the others did. */
export interface Opinion {
  readonly personId: PersonId;
  readonly at: number;
  readonly verdict: LookVerdict;
  readonly tooFast: boolean;
}

/** What the first decision said: let it run, or not. */
export function firstVerdict({ type }: { readonly type: string }): LookVerdict {
  return type === "reject" ? "wrong" : "fine";
}

/**
 * True for a decision that a second person can be asked about: quick, looked at by one person who can have read it, about what the agent
 * proposed, and no test. An edit, an answer or a question is none: the second person could not say the same of the same thing.
 */
export function isDoubleable(
  state: Pick<ProposalState, "status" | "treatment" | "regulated" | "canary" | "decision" | "version">,
  { lane, read }: { readonly lane: Lane; readonly read: boolean },
): boolean {
  const { status, treatment, regulated, canary, decision, version } = state;
  if (canary || regulated || treatment !== "review" || lane !== "quick" || !read || version !== 1) return false;
  if (status !== "approved" && status !== "rejected") return false;
  if (decision?.source !== "person" || decision.by.length !== 1) return false;
  return decision.type === "approve" || (decision.type === "reject" && !isQuestion(decision.reason));
}

/** Who had a part in a proposal. */
export interface Part extends Pick<ProposalState, "ownerId" | "composerId"> {
  readonly decision: Pick<NonNullable<ProposalState["decision"]>, "by"> | null;
}

/** Who is never asked: whoever decided it, composed it, owns its agent's key, or has said something already. */
export function notAsked(
  { decision, ownerId, composerId }: Part,
  looks: readonly Pick<Opinion, "personId">[],
): ReadonlySet<PersonId> {
  const own = [ownerId, composerId].filter((id) => id !== null);
  return new Set([...(decision?.by ?? []), ...own, ...looks.map(({ personId }) => personId)]);
}

export type Settlement =
  | { readonly type: "open" }
  /** `verdict` is what the majority said; null where nobody is left to settle a disagreement, or to look at all, or its time is over. */
  | { readonly type: "settled"; readonly verdict: LookVerdict | null };

/**
 * What the opinions so far come to. Two who agree settle it; where they do not, a third person does, and what two of three said is the label.
 * An opinion that cannot have been read into is kept, counts for nothing, and another person is asked. `othersLeft`: somebody who has said nothing can still be asked.
 */
export function settle(first: LookVerdict, opinions: readonly Opinion[], othersLeft: boolean): Settlement {
  const [second, third] = readOpinions(opinions);
  if (second?.verdict === first) return { type: "settled", verdict: first };
  if (second !== undefined && third !== undefined) return { type: "settled", verdict: third.verdict };
  return othersLeft ? { type: "open" } : { type: "settled", verdict: null };
}

/** Those that count, in the order in which they were given: at most the second and the third person's. */
export function readOpinions<Given extends Pick<Opinion, "at" | "tooFast" | "personId">>(
  opinions: readonly Given[],
): readonly Given[] {
  const read = opinions.filter(({ tooFast }) => !tooFast);
  return read.toSorted((a, b) => a.at - b.at || (a.personId < b.personId ? -1 : 1)).slice(0, 2);
}

import type { Kind, Reversibility, Stakes, Tier } from "../words";
import { startOf, stricterClimbed, type CompiledPolicy, type ResolvedAction } from "./compile-policy";
import type { Derivation } from "./derivation";
import type { Climbed, LadderFacts } from "./ladder-handling";
import type { CELL_TEXTS } from "./matrix-words";

/** What a cell is called. */
export interface CellSentence {
  readonly key: keyof typeof CELL_TEXTS;
}

/** Tier and treatment that a cell of the matrix begins with. */
export interface MatrixStart {
  readonly stakes: Stakes;
  readonly reversibility: Reversibility;
  readonly tier: Tier;
  readonly cell: CellSentence;
  readonly handling: Climbed;
  /** The same without the standing approval. */
  readonly ungranted: Climbed;
}

/**
 * Tier and treatment of the cell as it stands. Looked up before and after the agent's own declaration, because an admin's
 * matrix may be milder in a worse cell, and declaring more must not lead there.
 */
export function startOfMatrix(
  draft: Derivation,
  policy: CompiledPolicy,
  resolved: ResolvedAction,
  ladder: LadderFacts | null,
): MatrixStart {
  const { stakes, reversibility } = draft;
  draft.startTier(policy.document.tiers[stakes][reversibility]);
  const kinds = possibleKinds(resolved);
  const handling = startOf(policy, draft, kinds, ladder);
  const ungranted = ladder?.grant === undefined ? handling : startOf(policy, draft, kinds, withoutGrant(ladder));
  return { stakes, reversibility, tier: draft.tier, cell: { key: `cell.${stakes}.${reversibility}` }, handling, ungranted };
}

/**
 * The cell before the declaration, at the tier after it as well: what the ladder or a standing approval may do at a lower tier they may not do to
 * an item that its agent itself calls critical. The lower tier still counts: measured errors there may ask for more people.
 */
export function atRaisedTier(
  start: MatrixStart,
  policy: CompiledPolicy,
  resolved: ResolvedAction,
  ladder: LadderFacts | null,
  tier: Tier,
): MatrixStart {
  if (ladder === null || tier === start.tier) return start;
  const raised = { stakes: start.stakes, reversibility: start.reversibility, tier };
  const kinds = possibleKinds(resolved);
  const handling = stricterClimbed(start.handling, startOf(policy, raised, kinds, ladder));
  const ungranted = stricterClimbed(start.ungranted, startOf(policy, raised, kinds, withoutGrant(ladder)));
  return { ...start, handling, ungranted };
}

/** Where the kind is the agent's word alone, the generic kind counts too, and the stricter of the two holds. */
export function possibleKinds({ entry, kind }: ResolvedAction): readonly [Kind, ...Kind[]] {
  return entry === null ? [kind, "tool"] : [kind];
}

function withoutGrant({ levels, drawn }: LadderFacts): LadderFacts {
  return { levels, drawn };
}

import { strictness } from "./cell-treatment";
import { bySpecificity, fitsExactly } from "./action-pattern";
import { conditionCompiler, type ConditionCompiler } from "./condition";
import { durationMs } from "./duration";
import { cellOf, type Climbed, type LadderFacts } from "./ladder-handling";
import { findByName, indexByPattern, type PatternIndex } from "./pattern-index";
import { type CatalogueEntry, type Limit, type PolicyDocument, type Rule } from "./policy-document";
import { POLICY_LIMITS } from "./policy-limits";
import { remembered } from "../remembered";
import type { Kind, Reversibility, Stakes, Tier } from "../words";

/** A limit as the counting of uses needs it. */
export interface CompiledLimit {
  readonly id: string;
  readonly limit: Limit;
  readonly windowMs: number;
}

/** The most specific catalogue entry of a name; not `exact` when the name only resembles it in spelling. */
export interface FoundEntry {
  readonly entry: CatalogueEntry;
  readonly exact: boolean;
}

/** The rules whose name pattern fits, those that block first; `tooMany` when more fit than may be evaluated. */
export interface FittingRules {
  readonly rules: readonly Rule[];
  readonly tooMany: boolean;
}

/** A policy ready to assess with. Made once for each version; holds nothing about any proposal. */
export interface CompiledPolicy {
  readonly version: number;
  readonly document: PolicyDocument;
  /** What fits each name, remembered: agents propose the same few actions again and again. */
  readonly byName: {
    readonly catalogue: (actionName: string) => FoundEntry | null;
    readonly rules: (actionName: string) => FittingRules;
    readonly limits: (actionName: string) => readonly CompiledLimit[];
  };
  readonly conditions: ConditionCompiler;
}

/** What an action that no catalogue entry names is taken for: it brings a person, and nothing is known of undoing it. */
export const UNKNOWN_ACTION = { stakes: "S1", reversibility: "R3" } as const;

/** What the catalogue knows about a name. */
export interface ResolvedAction {
  readonly kind: Kind;
  readonly entry: CatalogueEntry | null;
  /** `similar`: the name fits an entry only after folding case or separators, so it may be another action. */
  readonly known: "known" | "similar" | "unknown";
}

/** Conditions parsed beforehand; the rest of a very long list is parsed when an action first needs it. */
const PARSED_AT_ONCE_MAX = 1_000;

/**
 * Indexes a document and parses its conditions. Total: a condition that cannot be parsed becomes a rule that always faults,
 * which brings a person. `readPolicy` refuses such a document when it is saved.
 */
export function compilePolicy(document: PolicyDocument, version: number): CompiledPolicy {
  const conditions = conditionCompiler();
  for (const { when } of document.rules.slice(0, PARSED_AT_ONCE_MAX)) if (when !== undefined) conditions.compile(when);
  const limits = document.limits.map((limit) => ({ id: limit.id, limit, windowMs: durationMs(limit.window) ?? 86_400_000 }));
  const catalogueIndex = indexByPattern(document.catalogue, (entry) => entry.match);
  const ruleIndex = indexByPattern(document.rules, (rule) => rule.match);
  const limitIndex = indexByPattern(limits, ({ limit }) => limit.match);
  return {
    version,
    document,
    byName: {
      catalogue: remembered((actionName) => findEntry(catalogueIndex, actionName)),
      rules: remembered((actionName) => fittingRules(ruleIndex, actionName)),
      limits: remembered((actionName) => findByName(limitIndex, actionName).map(({ item }) => item)),
    },
    conditions,
  };
}

/** The most specific entry that fits a name, null when none does. */
export function findEntry(catalogue: PatternIndex<CatalogueEntry>, actionName: string): FoundEntry | null {
  const fitting = findByName(catalogue, actionName).map(({ item, pattern }) => ({
    entry: item,
    pattern,
    exact: fitsExactly(pattern, actionName),
  }));
  const best = fitting.sort((a, b) => {
    // Spelled alike but for case: the one that is spelled like the name.
    if (a.pattern.folded === b.pattern.folded) return Number(b.exact) - Number(a.exact);
    return bySpecificity(a.pattern, b.pattern);
  })[0];
  return best === undefined ? null : { entry: best.entry, exact: best.exact };
}

function fittingRules(index: PatternIndex<Rule>, actionName: string): FittingRules {
  const fitting = findByName(index, actionName).map(({ item }) => item);
  const blocks = (rule: Rule) => rule.then.treatment === "block";
  const ordered = [...fitting.filter(blocks), ...fitting.filter((rule) => !blocks(rule))];
  const tooMany = ordered.length > POLICY_LIMITS.matchingRulesMax;
  return { rules: tooMany ? ordered.slice(0, POLICY_LIMITS.matchingRulesMax) : ordered, tooMany };
}

/**
 * The kind and the most specific catalogue entry of a name. The agent's own kind counts only where there is no
 * entry: which card is shown, which floor counts and which kill switch holds is not the agent's to choose.
 */
export function resolveAction(policy: CompiledPolicy, actionName: string, declaredKind: Kind | null): ResolvedAction {
  const found = policy.byName.catalogue(actionName);
  if (found === null) return { kind: declaredKind ?? "tool", entry: null, known: "unknown" };
  return { kind: found.entry.kind, entry: found.entry, known: found.exact ? "known" : "similar" };
}

/** True where the catalogue names exactly this action as one that changes nothing. A name that only resembles it proves nothing, nor does no policy. */
export function onlyReads(policy: CompiledPolicy | null, actionName: string): boolean {
  if (policy === null) return false;
  const { entry, known } = resolveAction(policy, actionName, null);
  return known === "known" && entry?.stakes === "S0" && entry.reversibility === "R0";
}

/** The limits that count an action of this name; the caller looks up how much of each is used. */
export function limitsFor(policy: CompiledPolicy, actionName: string): readonly CompiledLimit[] {
  return policy.byName.limits(actionName);
}

/** The strictest of it over the kinds that an action may be of. */
export function startOf(
  { document }: Pick<CompiledPolicy, "document">,
  { stakes, reversibility, tier }: { readonly stakes: Stakes; readonly reversibility: Reversibility; readonly tier: Tier },
  [kind, ...others]: readonly [Kind, ...Kind[]],
  ladder: LadderFacts | null,
): Climbed {
  const cell = document.matrix[stakes][reversibility];
  return others.reduce(
    (strictest, other) => stricterClimbed(strictest, cellOf(cell, other, tier, ladder)),
    cellOf(cell, kind, tier, ladder),
  );
}

/** The stricter of two; of two equal ones the one that is held back. */
export function stricterClimbed(one: Climbed, other: Climbed): Climbed {
  return strictness(other) > strictness(one) || (strictness(other) === strictness(one) && other.heldBack) ? other : one;
}

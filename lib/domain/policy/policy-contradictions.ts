import { REVERSIBILITIES, STAKES } from "../words";
import { conditionCompiler } from "./condition";
import { whyNotLoosest } from "./loosest";
import { cellName } from "./matrix-words";
import { findByName, indexByPattern } from "./pattern-index";
import { type PolicyDocument } from "./policy-document";
import { POLICY_LIMITS } from "./policy-limits";

/** Something about a document, at a path in it; `within` is an offset inside the text at that path. */
export interface PolicyRemark {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly within?: number;
}

/** Patterns that too many rules fit are named up to this many times: one is enough to act on. */
const CROWDED_SHOWN = 5;

/** Everything that makes a well-formed document unusable. */
export function contradictionsIn(document: PolicyDocument): readonly PolicyRemark[] {
  return [
    ...repeated(
      document.catalogue.map((entry) => entry.match),
      (index) => ["catalogue", index, "match"],
      "the entry",
    ),
    ...repeated(
      document.rules.map((rule) => rule.id),
      (index) => ["rules", index, "id"],
      "the rule",
    ),
    ...repeated(
      document.limits.map((limit) => limit.id),
      (index) => ["limits", index, "id"],
      "the limit",
    ),
    ...cellContradictions(document),
    ...conditionProblems(document),
    ...crowdedPatterns(document),
  ];
}

function repeated(
  names: readonly string[],
  pathOf: (index: number) => readonly PropertyKey[],
  what: string,
): readonly PolicyRemark[] {
  const seen = new Set<string>();
  return names.flatMap((name, index) => {
    if (seen.has(name)) return [{ path: pathOf(index), message: `${what} \`${name}\` is there twice: keep one` }];
    seen.add(name);
    return [];
  });
}

function cellContradictions(document: PolicyDocument): readonly PolicyRemark[] {
  return STAKES.flatMap((stakes) =>
    REVERSIBILITIES.flatMap((reversibility) => {
      const cell = document.matrix[stakes][reversibility];
      const critical = document.tiers[stakes][reversibility] === "T3";
      const perKind = Object.entries(cell.perKind ?? {});
      const own: readonly string[] = [];
      const cells = [{ at: own, ...cell }, ...perKind.map(([kind, other]) => ({ at: ["perKind", kind], ...other }))];
      return cells.flatMap(({ at, start, loosest }) => {
        const wrong = whyNotLoosest(start, loosest, critical);
        if (wrong === null) return [];
        const path = ["matrix", stakes, reversibility, ...at, "loosest"];
        return [{ path, message: `${cellName(stakes, reversibility)}: ${wrong}` }];
      });
    }),
  );
}

function conditionProblems(document: PolicyDocument): readonly PolicyRemark[] {
  const conditions = conditionCompiler();
  return document.rules.flatMap(({ when }, index) => {
    if (when === undefined) return [];
    const compiled = conditions.compile(when);
    if (compiled.ok) return [];
    return compiled.error.map(({ offset, message }) => ({ path: ["rules", index, "when"], message, within: offset }));
  });
}

/** Names that a pattern stands for: enough to see how many other patterns fit them. */
export function sampleNames(pattern: string): readonly string[] {
  return pattern.includes("*") ? [pattern.replaceAll("*", "x"), pattern.replaceAll("*", "")] : [pattern];
}

/** More rules on one name than may be evaluated, tried with the names that the document's own patterns stand for. */
function crowdedPatterns(document: PolicyDocument): readonly PolicyRemark[] {
  const { matchingRulesMax } = POLICY_LIMITS;
  if (document.rules.length <= matchingRulesMax) return [];
  const index = indexByPattern(document.rules, (rule) => rule.match);
  const patterns = new Map<string, readonly PropertyKey[]>();
  document.catalogue.forEach((entry, at) => patterns.set(entry.match, ["catalogue", at, "match"]));
  document.rules.forEach((rule, at) => patterns.set(rule.match, ["rules", at, "match"]));
  const crowded: PolicyRemark[] = [];
  for (const [pattern, path] of patterns) {
    const most = Math.max(...sampleNames(pattern).map((name) => findByName(index, name).length));
    if (most <= matchingRulesMax) continue;
    crowded.push({
      path,
      message: `${most} rules fit actions named like \`${pattern}\`: at most ${matchingRulesMax}, so narrow their \`match\``,
    });
    if (crowded.length === CROWDED_SHOWN) break;
  }
  return crowded;
}

import { REVERSIBILITIES, STAKES, STAKES_WORD, TIERS, TIER_WORD, type Reversibility, type Stakes } from "../words";
import { actionPattern, fitsLoosely, foldName } from "./action-pattern";
import { handlingOf, runsByItself, strictness } from "./cell-treatment";
import { cellName, cellWords, REVERSIBILITY_HEAD } from "./matrix-words";
import { findByName, indexByPattern } from "./pattern-index";
import type { CatalogueEntry, PolicyDocument, Rule } from "./policy-document";
import { sampleNames, type PolicyRemark } from "./policy-contradictions";

/** What is allowed and probably not meant: a document with warnings can be saved, and the screen asks first. */
export function warningsIn(document: PolicyDocument): readonly PolicyRemark[] {
  return [
    ...automaticCells(document),
    ...milderNeighbours(document),
    ...widePatterns(document),
    ...document.rules.flatMap((rule, index) => ruleWarnings(rule, index)),
    ...patternsOfNothing(document),
    ...thresholdWarnings(document),
  ];
}

const CELLS: readonly (readonly [Stakes, Reversibility])[] = STAKES.flatMap((stakes) =>
  REVERSIBILITIES.map((reversibility) => [stakes, reversibility] as const),
);

function automaticCells(document: PolicyDocument): readonly PolicyRemark[] {
  const automatic = CELLS.filter(([stakes, reversibility]) => runsByItself(document.matrix[stakes][reversibility].start));
  if (automatic.length === CELLS.length) return [{ path: ["matrix"], message: "every cell runs by itself: nobody looks first" }];
  return automatic
    .filter(([stakes, reversibility]) => stakes === "S3" || stakes === "S4" || (reversibility === "R3" && stakes !== "S0"))
    .map(([stakes, reversibility]) => ({
      path: ["matrix", stakes, reversibility, "start"],
      message: `${cellName(stakes, reversibility)} runs by itself`,
    }));
}

/** A cell that is milder than one with lower stakes, or with an easier way back. */
function milderNeighbours(document: PolicyDocument): readonly PolicyRemark[] {
  return CELLS.flatMap(([stakes, reversibility]) => {
    const lower = STAKES[STAKES.indexOf(stakes) - 1];
    const easier = REVERSIBILITIES[REVERSIBILITIES.indexOf(reversibility) - 1];
    const neighbours: (readonly [Stakes, Reversibility])[] = [];
    if (lower !== undefined) neighbours.push([lower, reversibility]);
    if (easier !== undefined) neighbours.push([stakes, easier]);
    return neighbours.flatMap((neighbour) => milderThan(document, [stakes, reversibility], neighbour));
  });
}

function milderThan(
  { matrix, tiers }: PolicyDocument,
  [stakes, reversibility]: readonly [Stakes, Reversibility],
  [otherStakes, otherReversibility]: readonly [Stakes, Reversibility],
): readonly PolicyRemark[] {
  const names = `${cellName(stakes, reversibility)} is milder than ${cellName(otherStakes, otherReversibility)}`;
  const remarks: PolicyRemark[] = [];
  const [start, other] = [matrix[stakes][reversibility].start, matrix[otherStakes][otherReversibility].start];
  if (strictness(handlingOf(start)) < strictness(handlingOf(other))) {
    remarks.push({
      path: ["matrix", stakes, reversibility, "start"],
      message: `${names}: ${cellWords(start)}, ${cellWords(other)}`,
    });
  }
  const [tier, otherTier] = [tiers[stakes][reversibility], tiers[otherStakes][otherReversibility]];
  if (TIERS.indexOf(tier) < TIERS.indexOf(otherTier)) {
    remarks.push({ path: ["tiers", stakes, reversibility], message: `${names}: ${TIER_WORD[tier]}, ${TIER_WORD[otherTier]}` });
  }
  return remarks;
}

/** An entry for every name makes nothing unknown any more. */
function widePatterns({ catalogue, matrix }: PolicyDocument): readonly PolicyRemark[] {
  return catalogue.flatMap((entry, index) => {
    if (!/^[*_.:/-]*$/.test(entry.match)) return [];
    const runs = runsByItself(matrix[entry.stakes][entry.reversibility].start);
    const message = runs
      ? `\`${entry.match}\` names every action, and what only it names runs by itself (${cellOf(entry)})`
      : `\`${entry.match}\` names every action: none is unknown any more`;
    return [{ path: ["catalogue", index, "match"], message }];
  });
}

function cellOf({ stakes, reversibility }: CatalogueEntry): string {
  return `${STAKES_WORD[stakes]} × ${REVERSIBILITY_HEAD[reversibility]}`;
}

function ruleWarnings(rule: Rule, index: number): readonly PolicyRemark[] {
  const constant = rule.when?.trim();
  if (constant === "false") return [{ path: ["rules", index, "when"], message: `rule \`${rule.id}\` never applies` }];
  const always = constant === undefined || constant === "true";
  if (always && rule.then.treatment === "block" && /^[*_.:/-]*$/.test(rule.match)) {
    return [{ path: ["rules", index, "match"], message: `rule \`${rule.id}\` blocks every action` }];
  }
  return [];
}

/** A rule or limit whose pattern has no name in common with the catalogue is often a slip of the pen. */
function patternsOfNothing({ catalogue, rules, limits }: PolicyDocument): readonly PolicyRemark[] {
  const index = indexByPattern(catalogue, (entry) => entry.match);
  const catalogued = catalogue.flatMap((entry) => sampleNames(entry.match)).map(foldName);
  const checked = new Map<string, boolean>();
  const namesSomething = (match: string): boolean => {
    const known = checked.get(match);
    if (known !== undefined) return known;
    const pattern = actionPattern(match);
    const names =
      sampleNames(match).some((name) => findByName(index, name).length > 0) ||
      catalogued.some((name) => fitsLoosely(pattern, name));
    checked.set(match, names);
    return names;
  };
  const warn = (list: "rules" | "limits") => (item: { readonly id: string; readonly match: string }, at: number) =>
    namesSomething(item.match)
      ? []
      : [{ path: [list, at, "match"], message: `\`${item.id}\`: no catalogue entry has a name like \`${item.match}\`` }];
  return [...rules.flatMap(warn("rules")), ...limits.flatMap(warn("limits"))];
}

function thresholdWarnings({ thresholds, matrix, tiers }: PolicyDocument): readonly PolicyRemark[] {
  const floors = Object.entries(thresholds.confidenceFloor)
    .filter(([, floor]) => floor === 0)
    .map(([kind]) => ({
      path: ["thresholds", "confidenceFloor", kind],
      message: "with a floor of 0 no declared confidence is ever low",
    }));
  const loose = CELLS.filter(
    ([stakes, reversibility]) =>
      tiers[stakes][reversibility] === "T2" && !["start", "L2"].includes(matrix[stakes][reversibility].loosest),
  ).map(([stakes, reversibility]) => ({
    path: ["matrix", stakes, reversibility, "loosest"],
    message: `${cellName(stakes, reversibility)} is high risk, and evidence may loosen it beyond a share before running`,
  }));
  return [...floors, ...loose];
}

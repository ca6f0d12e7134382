import { REVERSIBILITIES, STAKES, TIERS, TREATMENTS } from "../words";
import { findEntry, UNKNOWN_ACTION } from "./compile-policy";
import { change, type PolicyChange } from "./policy-change";
import { durationMs } from "./duration";
import { indexByPattern } from "./pattern-index";
import type { CatalogueEntry, Limit, PolicyDocument, Rule } from "./policy-document";
import { sampleNames } from "./policy-contradictions";

interface Pair<Item> {
  readonly name: string;
  readonly old: Item | undefined;
  readonly now: Item | undefined;
}

function pairs<Item>(before: readonly Item[], after: readonly Item[], nameOf: (item: Item) => string): readonly Pair<Item>[] {
  const old = new Map(before.map((item) => [nameOf(item), item]));
  const now = new Map(after.map((item) => [nameOf(item), item]));
  return [...new Set([...old.keys(), ...now.keys()])].map((name) => ({ name, old: old.get(name), now: now.get(name) }));
}

/** Entries added, removed and changed. An added or removed one is compared with what its names mean without it. */
export function catalogueChanges(before: PolicyDocument, after: PolicyDocument): readonly PolicyChange[] {
  const indexOf = (document: PolicyDocument) => indexByPattern(document.catalogue, (entry) => entry.match);
  const [oldIndex, nowIndex] = [indexOf(before), indexOf(after)];
  return pairs(before.catalogue, after.catalogue, (entry) => entry.match).flatMap(({ name, old, now }) => {
    const path = `catalogue.${name}`;
    if (old !== undefined && now !== undefined) return entryChanges(path, old, now);
    const riskier = sampleNames(name).some((sample) =>
      isMilder(findEntry(oldIndex, sample)?.entry ?? null, findEntry(nowIndex, sample)?.entry ?? null),
    );
    const words = (entry: CatalogueEntry | undefined) => (entry === undefined ? null : entryWords(entry));
    return change(path, `Action \`${name}\``, words(old), words(now), riskier);
  });
}

/** Knowing an unknown action may let it run; forgetting a known one makes it what every unknown action is. */
function isMilder(old: CatalogueEntry | null, now: CatalogueEntry | null): boolean {
  if (old === null) return now !== null;
  return entryChanges("", old, now ?? { match: old.match, kind: "tool", ...UNKNOWN_ACTION }).some(({ riskier }) => riskier);
}

function entryWords(entry: CatalogueEntry): string {
  return [`${entry.kind}, ${entry.stakes} × ${entry.reversibility}`, ...(regulationOf(entry) === "no" ? [] : ["regulated"])].join(
    ", ",
  );
}

function regulationOf({ regulated }: CatalogueEntry): string {
  if (regulated === true) return "yes";
  return regulated === undefined || regulated === false ? "no" : regulated;
}

function schemaWords({ argumentsSchema }: CatalogueEntry): string {
  return argumentsSchema === undefined ? "none" : JSON.stringify(argumentsSchema);
}

function entryChanges(path: string, old: CatalogueEntry, now: CatalogueEntry): readonly PolicyChange[] {
  const subject = `Action \`${now.match}\``;
  const lowerStakes = STAKES.indexOf(now.stakes) < STAKES.indexOf(old.stakes);
  const easier = REVERSIBILITIES.indexOf(now.reversibility) < REVERSIBILITIES.indexOf(old.reversibility);
  const freed = regulationOf(old) !== "no" && regulationOf(now) === "no";
  return [
    ...change(`${path}.kind`, `${subject}, kind`, old.kind, now.kind, true),
    ...change(`${path}.stakes`, `${subject}, stakes`, old.stakes, now.stakes, lowerStakes),
    ...change(`${path}.reversibility`, `${subject}, reversibility`, old.reversibility, now.reversibility, easier),
    ...change(`${path}.because`, `${subject}, on the badge`, old.because ?? null, now.because ?? null, false),
    ...change(`${path}.expiresIn`, `${subject}, time to decide`, old.expiresIn ?? "24h", now.expiresIn ?? "24h", false),
    ...change(`${path}.regulated`, `${subject}, regulated`, regulationOf(old), regulationOf(now), freed),
    // It binds what people compose and edit, never what an agent may run.
    ...change(`${path}.argumentsSchema`, `${subject}, schema`, schemaWords(old), schemaWords(now), false),
  ];
}

/** Rules added, removed and changed. A rule only tightens, so adding one is never riskier, and their order says nothing. */
export function ruleChanges(before: PolicyDocument, after: PolicyDocument): readonly PolicyChange[] {
  return pairs(before.rules, after.rules, (rule) => rule.id).flatMap(({ name, old, now }) => {
    const path = `rules.${name}`;
    if (old !== undefined && now !== undefined) return changesOfRule(path, old, now);
    return change(
      path,
      `Rule \`${name}\``,
      old === undefined ? null : ruleWords(old),
      now === undefined ? null : ruleWords(now),
      now === undefined,
    );
  });
}

function ruleWords({ match, when, then: { reason, ...sets } }: Rule): string {
  const effects = Object.entries(sets).map(([field, value]) => `${field} ${value}`);
  return `\`${match}\`${when === undefined ? "" : ` when \`${when}\``}: ${effects.join(", ")} (${reason})`;
}

function changesOfRule(path: string, old: Rule, now: Rule): readonly PolicyChange[] {
  const subject = `Rule \`${now.id}\``;
  const lower = <Word extends string>(order: readonly Word[], a: Word | undefined, b: Word | undefined) =>
    (b === undefined ? -1 : order.indexOf(b)) < (a === undefined ? -1 : order.indexOf(a));
  const effect = (field: "stakes" | "reversibility" | "tier" | "treatment", riskier: boolean) =>
    change(`${path}.then.${field}`, `${subject}, ${field}`, old.then[field] ?? null, now.then[field] ?? null, riskier);
  return [
    ...change(`${path}.match`, `${subject}, actions`, old.match, now.match, true),
    // Dropping the condition makes it apply to more; any other rewriting cannot be compared.
    ...change(`${path}.when`, `${subject}, condition`, old.when ?? "always", now.when ?? "always", now.when !== undefined),
    ...effect("stakes", lower(STAKES, old.then.stakes, now.then.stakes)),
    ...effect("reversibility", lower(REVERSIBILITIES, old.then.reversibility, now.then.reversibility)),
    ...effect("tier", lower(TIERS, old.then.tier, now.then.tier)),
    ...effect("treatment", lower(TREATMENTS, old.then.treatment, now.then.treatment)),
    ...change(`${path}.then.reason`, `${subject}, reason`, old.then.reason, now.then.reason, false),
  ];
}

/** Limits added, removed and changed. */
export function limitChanges(before: PolicyDocument, after: PolicyDocument): readonly PolicyChange[] {
  return pairs(before.limits, after.limits, (limit) => limit.id).flatMap(({ name, old, now }) => {
    const path = `limits.${name}`;
    const subject = `Limit \`${name}\``;
    if (old === undefined || now === undefined) {
      const words = (limit: Limit | undefined) => (limit === undefined ? null : limitWords(limit));
      return change(path, subject, words(old), words(now), now === undefined);
    }
    return change(path, subject, limitWords(old), limitWords(now), !isTighter(old, now));
  });
}

function limitWords({ match, per, window, count, sum, then }: Limit): string {
  const most = count === undefined ? `a sum of ${sum ?? 0}` : `${count}`;
  return `${most} of \`${match}\` per ${per} in ${window}, then ${then === "block" ? "blocked" : "one look"}`;
}

function isTighter(old: Limit, now: Limit): boolean {
  if (old.match !== now.match || old.per !== now.per || (old.count === undefined) !== (now.count === undefined)) return false;
  if (old.then === "block" && now.then === "review") return false;
  const most = ({ count, sum }: Limit) => count ?? sum ?? 0;
  return most(now) <= most(old) && (durationMs(now.window) ?? 0) >= (durationMs(old.window) ?? 0);
}

import { clopperPearsonUpper, SMALL_N } from "./intervals";

/** What people answered about one item; null where one of them said nothing. */
export type Unit = readonly (string | null)[];

/** Two blind answers to one item; a further one where a third person settled it is no part of this. */
export type DoubleReview = readonly [first: string, second: string];

/** How far blind reviewers agree beyond chance. Figures are null where they cannot be computed. */
export interface Agreement {
  readonly pairs: number;
  readonly agreed: number;
  /** Krippendorff's α for nominal data: 1 is perfect, 0 is chance. Null when only one answer was ever given. */
  readonly alpha: number | null;
  /** Gwet's AC1: does not collapse when nearly everything gets the same answer. */
  readonly ac1: number | null;
}

/** α and AC1 for pairs of nominal answers. */
export function agreement(pairs: readonly DoubleReview[]): Agreement {
  const agreed = pairs.filter(([first, second]) => first === second).length;
  return { pairs: pairs.length, agreed, alpha: krippendorffAlpha(pairs), ac1: gwetAc1(pairs) };
}

/**
 * Krippendorff's α for nominal data (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section D): any number of people, any of
 * whom may have said nothing. An item that fewer than two answered says nothing. `often`: how many times each unit stands there, once where it is not said. Null where
 * nothing could have disagreed.
 */
export function krippendorffAlpha(units: readonly Unit[], often: readonly number[] = []): number | null {
  const totals = new Map<string, number>();
  let [values, disagreement] = [0, 0];
  for (const [at, unit] of units.entries()) {
    const [counts, times] = [countsOf(unit), often[at] ?? 1];
    const given = sumOf(counts.values());
    if (given < 2) continue;
    values += times * given;
    for (const [answer, count] of counts) {
      totals.set(answer, (totals.get(answer) ?? 0) + times * count);
      disagreement += (times * count * (given - count)) / (given - 1);
    }
  }
  const same = sumOf([...totals.values()].map((count) => count * (count - 1)));
  const expected = values * (values - 1) - same;
  return expected === 0 ? null : 1 - (disagreement * (values - 1)) / expected;
}

/**
 * Gwet's AC1 (Gwet 2008; with answers missing, Gwet 2014, ch. 5): agreement among items that two or more answered, chance from all
 * answers. Null where only one answer was ever given, or none twice.
 */
export function gwetAc1(units: readonly Unit[], often: readonly number[] = []): number | null {
  const shares = new Map<string, number>();
  let [answered, twice, agreed] = [0, 0, 0];
  for (const [at, unit] of units.entries()) {
    const [counts, times] = [countsOf(unit), often[at] ?? 1];
    const given = sumOf(counts.values());
    if (given === 0 || times === 0) continue;
    answered += times;
    for (const [answer, count] of counts) shares.set(answer, (shares.get(answer) ?? 0) + (times * count) / given);
    if (given < 2) continue;
    twice += times;
    agreed += (times * sumOf([...counts.values()].map((count) => count * (count - 1)))) / (given * (given - 1));
  }
  if (shares.size < 2 || twice === 0) return null;
  const spread = sumOf([...shares.values()].map((sum) => (sum / answered) * (1 - sum / answered)));
  const chance = spread / (shares.size - 1);
  return (agreed / twice - chance) / (1 - chance);
}

/**
 * Specific agreement on one answer (Cicchetti and Feinstein 1990): of the times that it was given, how often the other person gave it too. It tells
 * apart what a single figure hides: people who agree on what to approve and never on what to reject.
 */
export function specificAgreement(
  pairs: readonly DoubleReview[],
  answer: string,
): { readonly shared: number; readonly given: number } {
  const given = pairs.flat().filter((one) => one === answer).length;
  const both = pairs.filter(([first, second]) => first === answer && second === answer).length;
  return { shared: 2 * both, given };
}

/** What is known of how far people agree on a kind. */
export type KindAgreement =
  | { readonly basis: "off" }
  | { readonly basis: "too_few"; readonly pairs: number }
  /** Everybody gave the same answer every time: there is nothing to correct for chance, and nothing against it. */
  | { readonly basis: "unanimous"; readonly pairs: number }
  /**
   * The rarer answer came so seldom that α says nothing: of the items to which anybody gave it, `shared` are those to which both did, and
   * `atMost` is what that share is at most, with 95 % confidence.
   */
  | { readonly basis: "rare"; readonly pairs: number; readonly given: number; readonly shared: number; readonly atMost: number }
  | { readonly basis: "measured"; readonly pairs: number; readonly alpha: number };

/** The newest second opinions of a kind that are counted: enough to be steady, and recent. */
export const AGREEMENT_WINDOW = 200;

/**
 * Where the rarer of the answers makes up less than this, not even the whole window can tell whether α is high enough: with N units, of which the
 * rarer answer has the share p, that takes N = z²((1 + α)(3 − α) / (4p(1 − p)(1 − α)) − α) at α = 0.667 and z = 1.645 (Krippendorff 2004,
 * "Content Analysis", ch. 11.4.1, after Bloch and Kraemer 1989). N is 200 at p = 0.041.
 */
export const RARE_SHARE = 0.041;

/**
 * What blind double reviews show, newest first; null while they are off. Under 20 nothing is claimed from them. Where one answer is rare α falls
 * below nought with a single disagreement, and only what both gave of it is counted: see decision 0027.
 */
export function agreementOfKind(pairs: readonly DoubleReview[] | null): KindAgreement {
  if (pairs === null) return { basis: "off" };
  const counted = pairs.slice(0, AGREEMENT_WINDOW);
  if (counted.length < SMALL_N) return { basis: "too_few", pairs: counted.length };
  const alpha = krippendorffAlpha(counted);
  const known = { pairs: counted.length };
  if (alpha === null) return { basis: "unanimous", ...known };
  const rare = rarestOf(counted);
  if (rare.answers >= RARE_SHARE * 2 * counted.length) return { basis: "measured", ...known, alpha };
  const { given, shared } = rare;
  return { basis: "rare", ...known, given, shared, atMost: clopperPearsonUpper(shared, given) };
}

/** The rarest answer: how often it was given, on how many items by anybody, and on how many by both. */
function rarestOf(pairs: readonly DoubleReview[]): {
  readonly answers: number;
  readonly given: number;
  readonly shared: number;
} {
  const [[rarest, answers] = ["", 0]] = [...countsOf(pairs.flat())].sort(([, one], [, other]) => one - other);
  const having = pairs.filter((pair) => pair.includes(rarest));
  return { answers, given: having.length, shared: having.filter(([first, second]) => first === second).length };
}

function countsOf(unit: Unit): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const answer of unit) if (answer !== null) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  return counts;
}

function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

import { anytimeUpper, itemsNeeded } from "../../lib/domain/measure/anytime-bound";
import { clopperPearsonUpper } from "../../lib/domain/measure/intervals";
import { estimateLetThrough } from "../../lib/domain/measure/let-through";
import { judge, knobsOf } from "../../lib/domain/measure/replay";
import { rowsOf } from "../../lib/domain/measure/what-if";
import { horvitzThompson, type WeightedCount } from "../../lib/domain/measure/weighted-count";
import { FINE, pastColumns, REJECTED } from "../../test/past-items";
import { matrixOf, policyWith } from "../../test/policy-builders";
import { Random } from "../demo/random";
import type { Extent, Proof } from "./proof";

const STREAMS = { full: 4_000, slice: 1_000 } as const;
const ITEMS = 3_000;
const TARGET = 0.01;
const WORLDS = { full: 4_000, slice: 1_000 } as const;
const PASTS = { full: 1_000, slice: 100 } as const;
/** What an error costs says nothing here. */
const HARM = [1, 1, 1, 1, 1] as const;

/** Clean items needed by target (design: policy §4.2): none bad with s = 1, 0.9 and 0.8, then one and two bad with 0.8. */
const PUBLISHED: readonly (readonly [target: number, needed: readonly number[]])[] = [
  [0.02, [204, 231, 267, 421, 552]],
  [0.01, [472, 536, 619, 926, 1_188]],
  [0.005, [1_093, 1_240, 1_428, 2_051, 2_581]],
];
const CASES: readonly (readonly [bad: number, sensitivity: number])[] = [
  [0, 1],
  [0, 0.9],
  [0, 0.8],
  [1, 0.8],
  [2, 0.8],
];

/**
 * What the numbers behind graduation promise: that looking after every item does not let a bad cell go, that a good one gets there, and that an
 * estimate of what nobody looked at holds the truth.
 */
export function statistics({ full, progress }: Extent): Promise<readonly Proof[]> {
  progress("graduation, with a look after every item");
  const graduation = graduationProof(full ? STREAMS.full : STREAMS.slice);
  progress("errors let through, from selective labels");
  const coverage = coverageProof(full ? WORLDS.full : WORLDS.slice);
  progress("the figure of the what-if, from a whole past");
  return Promise.resolve([tableProof(), graduation, coverage, whatIfProof(full ? PASTS.full : PASTS.slice)]);
}

function tableProof(): Proof {
  const cells = PUBLISHED.flatMap(([target, needed]) =>
    needed.map((expected, index) => {
      const [bad, sensitivity] = CASES[index] ?? [0, 1];
      return itemsNeeded(target, bad, sensitivity) === expected;
    }),
  );
  const equal = cells.filter(Boolean).length;
  return { name: "statistics: items needed are those published", holds: equal === cells.length, equal, of: cells.length };
}

type Bound = (bad: number, of: number) => number;

/** After how many items a stream with this many bad ones first looks good enough: fewer is never enough. */
function neededBy(bound: Bound): readonly number[] {
  const needed: number[] = [];
  for (let bad = 0, of = 1; of <= ITEMS; bad += 1) {
    while (of <= ITEMS && bound(bad, of) > TARGET) of += 1;
    needed.push(of);
  }
  return needed;
}

interface Graduated {
  readonly share: number;
  /** Items until the middle stream of those that graduated. */
  readonly median: number;
}

function simulate(needed: readonly number[], badRate: number, streams: number, seed: number): Graduated {
  const random = new Random(seed);
  const after: number[] = [];
  for (let stream = 0; stream < streams; stream += 1) {
    let bad = 0;
    for (let item = 1; item <= ITEMS; item += 1) {
      if (random.chance(badRate)) bad += 1;
      if (item < (needed[bad] ?? Infinity)) continue;
      after.push(item);
      break;
    }
  }
  after.sort((a, b) => a - b);
  return { share: after.length / streams, median: after[Math.floor(after.length / 2)] ?? Number.NaN };
}

function graduationProof(streams: number): Proof {
  const [classic, anytime] = [neededBy(clopperPearsonUpper), neededBy(anytimeUpper)];
  const onLimit = { classic: simulate(classic, 0.01, streams, 1), anytime: simulate(anytime, 0.01, streams, 1) };
  const over = { classic: simulate(classic, 0.012, streams, 2), anytime: simulate(anytime, 0.012, streams, 2) };
  const good = { classic: simulate(classic, 0.002, streams, 3), anytime: simulate(anytime, 0.002, streams, 3) };
  const tenth = simulate(anytime, 0.001, streams, 4);
  return {
    name: "statistics: a cell on the limit is graduated wrongly at most 5 % of the time, however often one looks",
    holds: onLimit.anytime.share <= 0.05 && over.anytime.share <= 0.05 && tenth.share >= 0.95,
    streams,
    itemsEach: ITEMS,
    classicOnLimit: percent(onLimit.classic.share),
    anytimeOnLimit: percent(onLimit.anytime.share),
    classicOver: percent(over.classic.share),
    anytimeOver: percent(over.anytime.share),
    classicMedianGood: good.classic.median,
    anytimeMedianGood: good.anytime.median,
    anytimePowerAtTenth: percent(tenth.share),
    anytimeMedianAtTenth: tenth.median,
  };
}

/** Parts of a past: looked at in full, audited at a rate, each with its true bad rate. */
const PARTS = [
  { items: 2_000, rate: 1, bad: 0.02 },
  { items: 4_000, rate: 0.2, bad: 0.006 },
  { items: 8_000, rate: 0.05, bad: 0.003 },
] as const;

/** How often the interval holds the bad items that a looser policy would have let through, of which only some were ever seen. */
function coverageProof(worlds: number): Proof {
  const random = new Random(5);
  let [held, zeros] = [0, 0];
  for (let world = 0; world < worlds; world += 1) {
    // From good to terrible: intervals fail where almost nothing is found, or almost everything.
    const scale = 10 ** (random.next() * 2 - 1);
    let truth = 0;
    const strata = PARTS.map(({ items, rate, bad }): WeightedCount => {
      let count = 0;
      for (let item = 0; item < items; item += 1) {
        if (!random.chance(bad * scale)) continue;
        truth += 1;
        if (random.chance(rate)) count += 1;
      }
      return { count, weight: 1 / rate };
    });
    const { low, high } = horvitzThompson(strata);
    if (truth >= low && truth <= high) held += 1;
    if (strata.every(({ count }) => count === 0)) zeros += 1;
  }
  return {
    name: "statistics: what a looser policy lets through lies in its interval at least 93 % of the time",
    holds: held / worlds >= 0.93,
    worlds,
    held: percent(held / worlds),
    worldsWithNothingFound: zeros,
  };
}

/** A past as an admin's browser has it: groups looked at in full, by chance, or both, of which what nobody saw is better than what people saw. */
const MIXED = [
  { items: 400, rate: 1, bad: 0.02, stakes: 2 },
  { items: 400, rate: 1, bad: 0.02, stakes: 1 },
  { items: 800, rate: 0.2, bad: 0.006, stakes: 1 },
  { items: 100, rate: 1, bad: 0.02, stakes: 0 },
  { items: 1_600, rate: 0.05, bad: 0.003, stakes: 0 },
] as const;

/** The same of the function that draws the figure on the policy screen, under a draft that lets all of that past run. */
function whatIfProof(pasts: number): Proof {
  const random = new Random(7);
  const knobs = knobsOf(policyWith({ matrix: matrixOf("auto") }));
  let [held, without] = [0, 0];
  for (let past = 0; past < pasts; past += 1) {
    const scale = 10 ** (random.next() * 2 - 1);
    let truth = 0;
    const items = MIXED.flatMap(({ items: count, rate, bad, stakes }) =>
      Array.from({ length: count }, () => {
        const wrong = random.chance(bad * scale);
        truth += Number(wrong);
        const label = { ...(wrong ? REJECTED : FINE), weight: 1 / rate };
        return { label: random.chance(rate) ? label : null, fixed: { stakes } };
      }),
    );
    const columns = pastColumns(items);
    const rows = rowsOf(columns, { kind: null, agent: null });
    const { expected } = estimateLetThrough(columns, judge(columns, knobs), rows, HARM);
    if (expected === null) without += 1;
    else held += Number(truth >= expected.low && truth <= expected.high);
  }
  return {
    name: "statistics: the what-if's figure holds what a draft would have let through at least 93 % of the time",
    holds: without === 0 && held / pasts >= 0.93,
    pasts,
    held: percent(held / pasts),
  };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

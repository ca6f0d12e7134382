import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FINE, pastColumns, REJECTED, times, type PastGiven } from "../../../test/past-items";
import { matrixOf, policyWith } from "../../../test/policy-builders";
import { ASSUMED_PRICES } from "../policy/prices";
import { KINDS } from "../words";
import { OUTCOME_BUCKETS } from "./history-columns";
import { knobsOf } from "./replay";
import type { Knobs } from "./replay";
import { compare, count, type WhatIfFilter } from "./what-if";
import { prepare, type Prepared } from "./what-if-parts";

const whatIf = (prepared: Prepared, now: Knobs, draft: Knobs, filter: WhatIfFilter) =>
  compare(count({ prepared, knobs: now }, filter, ASSUMED_PRICES), count({ prepared, knobs: draft }, filter, ASSUMED_PRICES));
const ALL = { kind: null, agent: null };
const matrix = (start: Parameters<typeof matrixOf>[0]) => knobsOf(policyWith({ matrix: matrixOf(start) }));
const [LOOK, RUN, AUDIT, TWO] = [matrix("review"), matrix("auto"), matrix("audit:0.2"), matrix("two_person")];
const bucket = (name: (typeof OUTCOME_BUCKETS)[number]) => OUTCOME_BUCKETS.indexOf(name);

describe("what a looser policy would have done", () => {
  it("counts looks, minutes and what runs alone on both sides", () => {
    const prepared = prepare(pastColumns(times(48, { label: FINE })));
    const figures = whatIf(prepared, TWO, AUDIT, ALL);
    expect(figures).toMatchObject({ items: 48, now: { looks: 96, seconds: 576, automatic: 0 } });
    expect(figures.days).toBeCloseTo(47 / 24, 9);
    expect(figures.draft).toMatchObject({ looks: 0, automatic: 48 });
    expect(figures.draft.audits).toBeCloseTo(9.6, 9);
    expect(figures.draft.seconds).toBeCloseTo(57.6, 9);
  });

  it("names what became of each item that nobody would have looked at, worst first", () => {
    const incident: PastGiven = { label: { ...REJECTED, because: "overturned", severe: true } };
    const figures = whatIf(prepare(pastColumns([{ label: FINE }, { label: REJECTED }, incident, {}])), LOOK, RUN, ALL);
    expect(figures.loosened[bucket("incident")]).toBe(1);
    expect(figures.loosened[bucket("rejected")]).toBe(1);
    expect(figures.loosened[bucket("unchecked")]).toBe(1);
    expect(figures.worst.slice(0, 2)).toEqual([2, 1]);
  });

  it("names what would be looked at more where nothing would be looked at less", () => {
    const figures = whatIf(prepare(pastColumns([{ label: FINE }, { label: REJECTED }])), RUN, LOOK, ALL);
    expect(figures.tightened[bucket("fine")]).toBe(1);
    expect(figures.worst).toEqual([1, 0]);
  });

  it("tells apart what is looked at either way, by a milder act or by a stricter one, and names what lets most through", () => {
    const prepared = prepare(pastColumns([{ label: FINE }, { label: REJECTED }]));
    const milder = whatIf(prepared, TWO, LOOK, ALL);
    expect(milder.milder[bucket("rejected")]).toBe(1);
    expect(milder.worst).toEqual([1, 0]);
    expect([...milder.loosened, ...milder.tightened, ...milder.stricter].every((count) => count === 0)).toBe(true);
    expect(whatIf(prepared, LOOK, TWO, ALL).stricter[bucket("fine")]).toBe(1);
    const same = whatIf(prepared, RUN, AUDIT, ALL);
    expect(same.worst).toEqual([]);
  });

  it("gives no figure where too little was checked, and says how much is missing", () => {
    const prepared = prepare(pastColumns([...times(20, { label: FINE }), ...times(80, {})]));
    const { letThrough } = whatIf(prepared, LOOK, RUN, ALL).draft;
    expect(letThrough).toMatchObject({ expected: null, blind: 100, checksNeeded: 10 });
  });

  it("gives no figure either where less than half of what runs alone is in groups that were checked enough", () => {
    const email = { fixed: { kind: KINDS.indexOf("email") } };
    const past = (unknown: number) => prepare(pastColumns([...times(40, { label: FINE }), ...times(unknown, email)]));
    const { letThrough } = whatIf(past(41), LOOK, RUN, ALL).draft;
    expect(letThrough).toMatchObject({ expected: null, harm: null, known: 40, blind: 41 });
    expect(whatIf(past(40), LOOK, RUN, ALL).draft.letThrough.expected?.total).toBe(0);
  });

  it("lets what was checked stand for the rest of its group", () => {
    const audited = { ...FINE, because: "audited_fine", weight: 5 } as const;
    const wrong = { ...audited, verdict: "wrong", because: "audited_wrong" } as const;
    const prepared = prepare(pastColumns([...times(38, { label: audited }), ...times(2, { label: wrong }), ...times(160, {})]));
    const { letThrough } = whatIf(prepared, AUDIT, RUN, ALL).draft;
    expect(letThrough).toMatchObject({ known: 200, blind: 0, seen: 2 });
    expect(letThrough.expected?.total).toBeCloseTo(10, 9);
    expect(letThrough.expected?.low).toBeGreaterThan(0);
    expect(letThrough.expected?.high).toBeGreaterThan(20);
  });

  it("leaves out what was too fast to have been read", () => {
    const fast = { ...FINE, excluded: "too_fast" } as const;
    const prepared = prepare(pastColumns(times(60, { label: fast })));
    expect(whatIf(prepared, LOOK, RUN, ALL).draft.letThrough.expected).toBeNull();
  });

  it("counts only what a filter leaves", () => {
    const email = { fixed: { kind: KINDS.indexOf("email") }, agentId: "agt_2" };
    const prepared = prepare(pastColumns([...times(3, {}), ...times(2, email)]));
    expect(whatIf(prepared, LOOK, RUN, { kind: KINDS.indexOf("email"), agent: null }).items).toBe(2);
    expect(whatIf(prepared, LOOK, RUN, { kind: null, agent: 0 }).items).toBe(3);
    expect(whatIf(prepared, LOOK, RUN, { kind: KINDS.indexOf("sql"), agent: null })).toMatchObject({ items: 0, days: 1 });
  });

  it("has the waiting time that sorting would find", () => {
    const wait = fc.option(fc.nat(5_000), { nil: null });
    fc.assert(
      fc.property(fc.array(fc.record({ wait, stakes: fc.nat(4) }), { minLength: 1, maxLength: 60 }), (given) => {
        const prepared = prepare(
          pastColumns(
            given.map((one) => ({ waitMs: one.wait === null ? null : one.wait * 1000, fixed: { stakes: one.stakes } })),
          ),
        );
        const draft = policyWith({ matrix: { ...matrixOf("review"), S0: matrixOf("auto").S0, S1: matrixOf("auto").S1 } });
        const known = given.flatMap((one) => (one.wait === null ? [] : [one.wait])).sort((a, b) => b - a);
        const typical = known[Math.floor(known.length / 2)];
        const waits = given.map((one) => (one.stakes < 2 ? 0 : (one.wait ?? typical ?? 0))).sort((a, b) => b - a);
        const found = whatIf(prepared, LOOK, knobsOf(draft), ALL).draft.waitP95;
        expect(found).toBe(typical === undefined ? null : waits[Math.floor(waits.length * 0.05)]);
      }),
    );
  });
});

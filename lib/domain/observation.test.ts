import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { endedByAdmin, observe, OBSERVATION_LOOKS, turnObservation, type Observation } from "./observation";
import { isObserved } from "./policy/facts";

const AT = 1_000_000;
const STUCK: Observation = { looked: 60, wrong: 4, endedAt: null };
const anObservation = fc.record({
  looked: fc.nat(120),
  wrong: fc.nat(20),
  endedAt: fc.option(fc.nat(AT), { nil: null }),
});
const seenAs = ({ wrong, endedAt }: Observation) => ({ wrong, ended: endedAt !== null });

describe("an observation", () => {
  it("that found too much wrong goes on until an admin ends it", () => {
    const ended = turnObservation(STUCK, "end", seenAs(STUCK), AT);
    expect(ended).toEqual({ ok: true, value: { looked: 60, wrong: 4, endedAt: AT } });
    expect(ended.ok && endedByAdmin(ended.value)).toBe(true);
  });

  it("is not ended over what was found since the admin looked", () => {
    expect(turnObservation(STUCK, "end", { wrong: 3, ended: false }, AT)).toEqual({ ok: false, error: "moved" });
    expect(turnObservation({ ...STUCK, endedAt: 5 }, "end", seenAs(STUCK), AT)).toEqual({ ok: false, error: "over" });
    expect(turnObservation({ ...STUCK, endedAt: 5 }, "again", seenAs(STUCK), AT)).toEqual({ ok: false, error: "moved" });
  });

  it("that is begun again needs all its looks, whatever it was", () => {
    fc.assert(
      fc.property(anObservation, (before) => {
        const again = turnObservation(before, "again", seenAs(before), AT);
        if (!again.ok) throw new Error(again.error);
        let now: Observation = again.value;
        for (let look = 1; look <= OBSERVATION_LOOKS; look += 1) {
          expect(isObserved({ ...now, ended: now.endedAt !== null })).toBe(true);
          now = observe(now, { decision: "approve", reasonCode: null, tooFast: false, at: AT + look });
        }
        expect(isObserved({ ...now, ended: now.endedAt !== null })).toBe(false);
        expect(endedByAdmin(now)).toBe(false);
      }),
    );
  });

  it("that was ended stays ended, and policy no longer asks for it", () => {
    fc.assert(
      fc.property(anObservation, (before) => {
        fc.pre(before.endedAt === null);
        const ended = turnObservation(before, "end", seenAs(before), AT);
        if (!ended.ok) throw new Error(ended.error);
        const later = observe(ended.value, { decision: "reject", reasonCode: null, tooFast: false, at: AT + 1 });
        expect(later).toBe(ended.value);
        expect(isObserved({ ...later, ended: later.endedAt !== null })).toBe(false);
      }),
    );
  });
});

import { describe, expect, it } from "vitest";

import { FINE, pastColumns, REJECTED, times } from "../../test/past-items";
import { wordsOf } from "../../test/words";
import { matrixOf, policyWith } from "../../test/policy-builders";
import { knobsOf } from "../../lib/domain/measure/replay";
import { compare, count } from "../../lib/domain/measure/what-if";
import { ASSUMED_PRICES } from "../../lib/domain/policy/prices";
import { prepare } from "../../lib/domain/measure/what-if-parts";
import { automaticWords, blindWords, economicsWords, tilesOf } from "./figure-words";

const english = wordsOf("whatIf");
const ALL = { kind: null, agent: null };

function figures(given: Parameters<typeof pastColumns>[0], draft: Parameters<typeof matrixOf>[0] = "auto") {
  const prepared = prepare(pastColumns(given));
  const under = (start: Parameters<typeof matrixOf>[0]) =>
    count({ prepared, knobs: knobsOf(policyWith({ matrix: matrixOf(start) })) }, ALL, ASSUMED_PRICES);
  return compare(under("review"), under(draft));
}

describe("the tiles", () => {
  it("say what was and what would be, with the interval beside the estimate", () => {
    const [looks, bad] = tilesOf(
      english,
      figures([...times(236, { label: FINE }), ...times(5, { label: REJECTED })]),
      2,
      ASSUMED_PRICES,
    );
    expect(looks).toMatchObject({ before: "24.1", after: "0", says: "−100\u00A0%, 0 min a person" });
    expect(bad).toMatchObject({ before: "0", after: "15", says: "95 %: 4.9 to 35" });
  });

  it("give no figure where too little was checked, and say how much is missing", () => {
    const [, bad, wait, cost] = tilesOf(english, figures([...times(10, { label: FINE }), ...times(90, {})]), 1, ASSUMED_PRICES);
    expect(bad).toMatchObject({ after: "not known", says: "too little was checked: check 20 more" });
    expect(wait?.says).toBe("nobody answered yet");
    expect(cost?.says).toBe("looking; harm not known");
  });

  it("say nothing of a change where there is none", () => {
    expect(
      tilesOf(english, figures(times(40, { label: FINE }), "review"), 1, ASSUMED_PRICES).map(({ before }) => before),
    ).toEqual([null, null, null, null]);
  });
});

it("the share that runs by itself is said whether the curve is drawn or not", () => {
  expect(automaticWords(english, figures(times(4, {})))).toBe("0\u00A0% runs by itself now, 100\u00A0% under the draft.");
  expect(automaticWords(english, figures(times(4, {}), "review"))).toBe("0\u00A0% runs by itself.");
});

it("the blind spot is a share with the checks that would open it", () => {
  expect(blindWords(english, figures(times(100, {})))).toContain("Blind spot 100\u00A0%");
  expect(blindWords(english, figures(times(40, { label: FINE })))).toBeNull();
});

it("a look that prevents more than it costs says how much", () => {
  const words = economicsWords(english, figures([...times(40, { label: FINE }), ...times(10, { label: REJECTED })]));
  // 50 looks of 6 s cost 5 at 60 an hour; 10 errors of 10 each, of which people catch 80 %, are 80.
  expect(words).toBe("The looks that this drops prevented about 16 for each 1 spent.");
});

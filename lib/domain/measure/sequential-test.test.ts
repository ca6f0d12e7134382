import { describe, expect, it } from "vitest";
import { advance, DEMOTION_TEST, stepOf, verdictOf } from "./sequential-test";

function after(items: readonly boolean[]) {
  let ratio = 0;
  for (const [index, bad] of items.entries()) {
    ratio = advance(DEMOTION_TEST, ratio, bad);
    const verdict = verdictOf(DEMOTION_TEST, ratio);
    if (verdict !== "go_on") return { verdict, after: index + 1 };
  }
  return { verdict: "go_on", after: items.length };
}

const clean = (count: number): boolean[] => Array.from({ length: count }, () => false);

describe("the sequential test that demotes", () => {
  it("accepts after 194 clean items", () => {
    expect(after(clean(500))).toEqual({ verdict: "accept", after: 194 });
  });

  it("counts one bad item like 91 clean ones", () => {
    expect(Math.round(stepOf(DEMOTION_TEST, true) / -stepOf(DEMOTION_TEST, false))).toBe(91);
  });

  it("rejects at three bad items early on, and not at two", () => {
    expect(after([true, true])).toMatchObject({ verdict: "go_on" });
    expect(after([true, true, true])).toEqual({ verdict: "reject", after: 3 });
  });

  it("forgets a good past: three bad items reject after 10,000 clean ones too", () => {
    let ratio = 0;
    for (const bad of [...clean(10_000), true, true, true, true, true]) ratio = advance(DEMOTION_TEST, ratio, bad);
    expect(verdictOf(DEMOTION_TEST, ratio)).toBe("reject");
  });
});

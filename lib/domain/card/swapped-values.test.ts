import { describe, expect, it } from "vitest";
import { swappedEnds, swappedFields } from "./swapped-values";

describe("two fields that change places", () => {
  it("are found among others that held the same text", () => {
    const before = { first: "x", second: "y", third: "y" };
    expect(swappedFields(before, { first: "y", second: "x", third: "z" })).toEqual(["first", "second"]);
    expect(swappedFields(before, { first: "y", second: "z", third: "x" })).toEqual(["first", "third"]);
  });

  it("are none where one of them stays, or a third takes the place", () => {
    expect(swappedFields({ first: "x", second: "y" }, { first: "y", second: "y" })).toBeNull();
    expect(swappedFields({ first: "x", second: "y", third: "z" }, { first: "y", second: "z", third: "x" })).toBeNull();
  });

  it("are the two ends of a call, whatever else turned the same two round", () => {
    const before = { from: "a", "reply to": "b", to: "b", note: "b" };
    expect(swappedEnds(before, { from: "b", "reply to": "a", to: "a", note: "a" })).toEqual(["from", "to"]);
  });
});

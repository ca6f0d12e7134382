import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyJsonObject } from "../../../test/any-json";
import { gradeEdit } from "./edit-grade";

describe("the grade of an edit", () => {
  it("names each field that changed, however deep", () => {
    const grade = gradeEdit({ a: { "b/c": [1, 2] }, same: true }, { a: { "b/c": [1, 3, 4] }, same: true });
    expect(grade.fields.map(({ path }) => path)).toEqual(["/a/b~1c/1", "/a/b~1c/2"]);
    expect(grade).toMatchObject({ formattingOnly: false, distance: 1 });
  });

  it.each([
    ["412.00", "412", true],
    ["1,250.00", 1250, true],
    ["1.50", "150", false],
    ["Thank you,  Ana.", "thank you, Ana", true],
    ["don’t send it", "don't send it", true],
    ["ana.li@example.com", "anali@example.com", false],
    ["Prod", "prod", false],
    ["send it now", "do not send it now", false],
    [true, "true", false],
  ])("calls %j → %j a matter of writing: %s", (before, after, formattingOnly) => {
    expect(gradeEdit({ value: before }, { value: after }).formattingOnly).toBe(formattingOnly);
  });

  it("measures how far a number or a text moved", () => {
    expect(gradeEdit({ n: 100 }, { n: 80 }).distance).toBeCloseTo(0.2, 12);
    expect(gradeEdit({ t: "refund the whole order" }, { t: "refund half the order" }).distance).toBeCloseTo(0.25, 12);
  });

  it("counts what it does not list", () => {
    const many = Object.fromEntries(Array.from({ length: 45 }, (_, index) => [`k${String(index)}`, index]));
    const grade = gradeEdit(many, {});
    expect([grade.fields.length, grade.more]).toEqual([40, 5]);
  });

  it("finds nothing between equal arguments", () => {
    fc.assert(
      fc.property(anyJsonObject, (value) => {
        expect(gradeEdit(value, structuredClone(value)).fields).toEqual([]);
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { remembered } from "./remembered";

describe("a remembered answer", () => {
  it("is found once for each name", () => {
    const asked: string[] = [];
    const length = remembered((name) => asked.push(name));
    expect(["a", "b", "a", "b"].map(length)).toEqual([1, 2, 1, 2]);
    expect(asked).toEqual(["a", "b"]);
  });

  it("may be that there is none", () => {
    let asked = 0;
    const found = remembered((): string | null => {
      asked += 1;
      return null;
    });
    expect([found("a"), found("a"), asked]).toEqual([null, null, 1]);
  });

  it("is the right one, however many names and however long are asked for", () => {
    const same = remembered((name) => name);
    const names = Array.from({ length: 2_500 }, (_, index) => `name ${String(index)}${"x".repeat(index % 300)}`);
    expect([...names, ...names].map(same)).toEqual([...names, ...names]);
  });
});

import { describe, expect, it } from "vitest";

import { VIEWS_MAX, isQueueAddress, withView } from "./preferences";

describe("a saved view", () => {
  it("is kept under its name, and replaces the one of the same name", () => {
    const views = withView([], { name: " Mine ", address: "/queue?mine=yes" });
    expect(views).toEqual([{ name: "Mine", address: "/queue?mine=yes" }]);
    expect(withView(views ?? [], { name: "Mine", address: "/queue" })).toEqual([{ name: "Mine", address: "/queue" }]);
  });

  it.each([
    "//evil.example",
    "https://evil.example/queue",
    "/queue/../ledger",
    "/queue?x=<b>",
    "/queue#x",
    `/queue?${"a".repeat(500)}`,
  ])("leads nowhere but to the queue: %s", (address) => {
    expect(isQueueAddress(address)).toBe(false);
  });

  it("is refused without a name, and when there are enough", () => {
    expect(withView([], { name: " ", address: "/queue" })).toBeNull();
    const many = Array.from({ length: VIEWS_MAX }, (_, index) => ({ name: String(index), address: "/queue" }));
    expect(withView(many, { name: "one more", address: "/queue" })).toBeNull();
    expect(withView(many, { name: "3", address: "/queue?mine=yes" })).toHaveLength(VIEWS_MAX);
  });
});

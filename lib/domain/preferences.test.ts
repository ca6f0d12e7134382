import { describe, expect, it } from "vitest";

import { VIEWS_MAX, VIEW_NAME_MAX, isQueueAddress, withRenamed, withView } from "./preferences";

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

  describe("under another name", () => {
    const [first, second] = [
      { name: "First", address: "/queue?sort=age" },
      { name: "Second", address: "/queue?mine=yes" },
    ];

    it("leads where it led, and stays in its place", () => {
      expect(withRenamed([first, second], "First", " Oldest ")).toEqual([{ ...first, name: "Oldest" }, second]);
    });

    it("takes no other view's name, and may keep its own", () => {
      expect(withRenamed([first, second], "First", "Second")).toBeNull();
      expect(withRenamed([first, second], "First", "First")).toEqual([first, second]);
    });

    it.each(["", " ", "n".repeat(VIEW_NAME_MAX + 1)])("has a name as any view has: not “%s”", (name) => {
      expect(withRenamed([first], "First", name)).toBeNull();
    });
  });
});

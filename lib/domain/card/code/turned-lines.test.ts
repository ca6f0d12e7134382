import { describe, expect, it } from "vitest";
import { cardInput } from "../fixtures/card-fixture";
import { readCard } from "../read-card";

function turned(path: string, old: string, now: string): boolean {
  const diff = `--- a/${path}\n+++ b/${path}\n@@ -1,2 +1,2 @@\n first\n-${old}\n+${now}\n`;
  const card = readCard(cardInput("code", { action: "git.merge", arguments: { branch: "main", diff } }));
  return card.checks.some(({ id, state }) => id === "turned-condition" && state === "failed");
}

describe("a condition", () => {
  it.each([
    ["a.ts", "if (order.paid) ship();", "if (!order.paid) ship();"],
    ["a.ts", "if (a === b) go();", "if (a !== b) go();"],
    ["a.ts", "if (a && b) go();", "if (a || b) go();"],
    ["a.ts", 'if (role == "admin") go();', 'if (role != "admin") go();'],
    ["a.py", "if paid and open:", "if paid or open:"],
    ["a.py", "if paid:", "if not paid:"],
    ["a.py", "if n // 2 > k:", "if n // 2 < k:"],
    ["a.ts", "if (a /* // */ && b) go();", "if (a /* // */ || b) go();"],
    ["a.vue", "while (at < end) next();", "while (at <= end) next();"],
  ])("of %s is turned round: %s → %s", (path, old, now) => {
    expect(turned(path, old, now)).toBe(true);
  });

  it.each([
    ["a.ts", "if (a == b) go();", "if (a === b) go();"],
    ["a.ts", "if (a != null) go();", "if (a !== null) go();"],
    ["a.ts", 'say("fish and chips");', 'say("fish or chips");'],
    ["a.ts", "go(); // a && b", "go(); // a || b"],
    ["a.ts", "// not this one", "// this one"],
    ["a.py", "go()  # this and that", "go()  # this or that"],
    ["a.ts", "const and = 1;", "const or = 1;"],
    ["a.html", "<b>Cart</b>", "<b>Cart</b >"],
    ["a.json", '"a < b"', '"a > b"'],
    ["a.ts", "a  =  b;", "a = b;"],
  ])("of %s stays what it is: %s → %s", (path, old, now) => {
    expect(turned(path, old, now)).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { cardInput } from "../fixtures/card-fixture";
import { readCard } from "../read-card";

function notes(action: string, fields: JsonObject, before: JsonObject = {}): readonly (string | null)[] {
  const card = readCard(cardInput("file", { action, arguments: fields, before }));
  return card.facts.filter(({ label }) => label === "Files" || label === "Path" || label === "From").map(({ note }) => note);
}

const AGED = [
  { path: "a/b.csv", modified: "2025-01-03" },
  { path: "a/c.csv", modified: "2025-04-09T23:30:00Z" },
];

describe("what is said of files that go or move", () => {
  it.each<[string, JsonObject, JsonObject, readonly (string | null)[]]>([
    ["the youngest of the list", { files: AGED }, {}, ["newest changed 9 Apr 2025 · as sent"]],
    ["nothing where one does not say", { files: [...AGED, "a/d.csv"] }, {}, [null]],
    [
      "when one file last changed",
      { path: "a/b.csv" },
      { modified_at: "2025-01-03T08:00:00Z" },
      ["last changed 3 Jan 2025 · as sent"],
    ],
    ["a count of people", { path: "a/b", count: 9, shared_with: 1 }, {}, ["shared with 1 person · as sent", null]],
    [
      "a list of people",
      { path: "a/b.csv" },
      { shared_with: ["x@a.example", "y@a.example"] },
      ["shared with 2 people · as sent"],
    ],
    ["both", { files: AGED }, { collaborators: { count: 4 } }, ["newest changed 9 Apr 2025 · shared with 4 people · as sent"]],
    ["a word that is neither", { path: "a/b.csv" }, { modified: "lately", shared_with: "some" }, [null]],
    [
      "with everything in it",
      { path: "a/b", recursive: true },
      { shared_with: 2 },
      ["with everything in it · shared with 2 people · as sent"],
    ],
  ])("is %s", (_, fields, before, expected) => {
    expect(notes("file.delete", fields, before)).toEqual(expected);
  });

  it("is not whom a share reaches already", () => {
    expect(notes("file.share", { path: "a.pdf", with: ["dana@acme.com"] }, { shared_with: 2 })).toEqual([null]);
  });
});

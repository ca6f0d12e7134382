import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../json";
import type { Card } from "../card";
import { cardInput } from "../fixtures/card-fixture";
import { announces, onCard } from "../fixtures/on-card";
import { leftToRead } from "../long-payload";
import { readCard } from "../read-card";

const KEYS = [
  ...["bytes", "size", "symlink", "link", "type", "exists", "overwrites", "open", "in_use", "locked"],
  ...["legal_hold", "hold", "modified", "modified_at", "mtime", "last_modified", "unknown"],
];
const NEEDLE = "zqneedle";

function read(files: Json, action = "file.delete"): Card {
  return readCard(cardInput("file", { action, arguments: { files } }));
}

function lines({ diff }: Card): readonly string[] {
  return diff?.type === "text"
    ? diff.lines.map(({ spans }) => spans.map((span) => (span.type === "mark" ? "" : span.text)).join(""))
    : [];
}

describe("an entry of a list of files", () => {
  it("says where a link leads, on its line and in the check that finds it", () => {
    const card = read([{ path: "old/a.csv", symlink: "/etc/passwd" }, "old/b.csv"]);
    expect(lines(card)).toEqual(["old/a.csv (a link to /etc/passwd)", "old/b.csv"]);
    expect(card.checks.find(({ id }) => id === "links-out")).toMatchObject({
      because: "old/a.csv leads to /etc/passwd",
      // Whoever reads another language is told in theirs.
      words: { because: { key: "file.pathLeadsTo", values: { path: "old/a.csv", to: "/etc/passwd" } } },
    });
    expect(lines(read([{ path: "old/a.csv", type: "symlink" }]))).toEqual(["old/a.csv (a link)"]);
  });

  it.each<[string, JsonObject, string | null]>([
    ["no time", { modified: "lately" }, "modified lately"],
    ["a time of the first order", { modified: "2025-01-03", mtime: "2026-01-03" }, "mtime 3 Jan 2026"],
    ["what a hold is for", { legal_hold: "case 7" }, "legal hold case 7"],
    ["a second hold", { legal_hold: false, hold: "case 7" }, "hold case 7"],
    ["two sizes", { bytes: 1, size: 2 }, "size 2"],
    ["another type", { type: "device" }, "type device"],
    ["a day", { modified: "2025-01-03" }, null],
    ["an instant without a zone", { modified: "2025-01-03T10:00:00" }, null],
    ["seconds since 1970", { mtime: 1_700_000_000 }, null],
    ["nothing", { modified: null, legal_hold: null, bytes: null }, null],
    ["the same twice", { modified: "2025-01-03", mtime: "2025-01-03" }, null],
  ])("is shown with %s where no other place tells it", (_, entry, besides) => {
    expect(lines(read([{ path: "a.csv", ...entry }]))).toEqual([besides === null ? "a.csv" : `a.csv (${besides})`]);
  });

  it("must be kept where either name of a hold says so", () => {
    const card = read([{ path: "a.csv", legal_hold: false, hold: "case 7" }]);
    expect(card.checks.find(({ id }) => id === "legal-hold")).toMatchObject({ state: "failed" });
  });

  it("is dated by seconds and by milliseconds since 1970", () => {
    for (const mtime of [1_700_000_000, 1_700_000_000_000]) {
      expect(onCard(read([{ path: "a.csv", mtime }]))).toContain("last changed 14 nov 2023");
    }
  });

  it("is dated by a time without a zone, as by one in UTC", () => {
    const dated = (modified: string) => read([{ path: "a.csv", modified }]);
    const checked = ({ checks }: Card) => checks.find(({ id }) => id === "in-use")?.state;
    expect(onCard(dated("2026-11-20T10:00:00"))).toContain("last changed 20 nov 2026");
    const fresh = new Date(cardInput("file", { action: "file.delete", arguments: {} }).at - 3_600_000).toISOString();
    expect(checked(dated(fresh))).toBe("failed");
    expect(checked(dated(fresh.replace("Z", "")))).toBe("failed");
    expect(checked(dated("2025-01-03T10:00:00"))).toBe("passed");
  });

  it("hides nothing, whatever stands under the names that are known, and among however many", () => {
    const value: fc.Arbitrary<Json> = fc.oneof(
      fc.constantFrom<Json[]>(NEEDLE, ` ${NEEDLE}`, [NEEDLE], { deeper: NEEDLE }, [{ deeper: [NEEDLE] }], { [NEEDLE]: true }),
      fc.constantFrom<Json[]>(true, false, null, 0, 7, "2025-01-03", "directory", "", "x"),
    );
    const tried = { needles: 0, locked: 0 };
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...KEYS), value, { minKeys: 1, maxKeys: 4 }),
        fc.integer({ min: 0, max: 60 }),
        fc.nat({ max: 60 }),
        fc.constantFrom("file.delete", "file.move", "file.copy", "file.share"),
        fc.constantFrom<JsonObject[]>({}, { modified: "late" }, { symlink: "/tmp" }),
        (entry, others, place, action, alike) => {
          fc.pre(JSON.stringify(entry).includes(NEEDLE));
          const rest = Array.from({ length: others }, (_, at): Json => ({ path: `old/${String(at)}.csv`, ...alike }));
          const files = rest.toSpliced(Math.min(place, others), 0, { path: "old/x.csv", ...entry });
          const fields: JsonObject = { files, ...(action === "file.move" ? { to: "archive" } : {}) };
          const card = readCard(cardInput("file", { action, arguments: fields }));
          const locked =
            announces(card) && (!card.fullyReadable || leftToRead(card, fields, { end: false, payload: false }) !== null);
          tried.needles += 1;
          if (locked) tried.locked += 1;
          expect(locked || onCard(card).includes(NEEDLE), JSON.stringify(files).slice(0, 300)).toBe(true);
        },
      ),
      { numRuns: 600 },
    );
    process.stdout.write(
      `entries: ${String(tried.needles)} needles, ${String(tried.locked)} of them on cards that are locked, 0 hidden\n`,
    );
  });
});

import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import type { Card } from "../card";
import { cardInput } from "../fixtures/card-fixture";
import { onCard } from "../fixtures/on-card";
import { readCard } from "../read-card";

function read(action: string, fields: JsonObject, before?: JsonObject): Card {
  return readCard(cardInput("file", { action, arguments: fields, target: null, ...(before === undefined ? {} : { before }) }));
}

describe("whoever gains or loses access to a file", () => {
  const Q3 = { path: "reports/q3.pdf" };

  it.each(["drive.share", "drive.unshare"])("is shown by %s with all that is said of them", (action) => {
    const shown = onCard(
      read(action, { ...Q3, with: [{ email: "dana@acme.example", role: "owner", can_reshare: true }], role: "viewer" }),
    );
    for (const said of ["dana@acme.example", "role owner", "can reshare yes", "viewer"]) expect(shown).toContain(said);
  });

  it("is whatever address an entry holds, and outside by any of them", () => {
    const card = read(
      "drive.share",
      { ...Q3, users: [{ name: "Dana", id: "mallory@evil.example" }] },
      { owner: "ana@acme.example" },
    );
    expect(onCard(card)).toContain("name dana, id mallory@evil.example");
    expect(card.checks.find(({ id }) => id === "outside-sharing")).toMatchObject({
      state: "failed",
      because: "mallory@evil.example",
    });
  });

  it("is said once where an entry is a name and nothing else", () => {
    const card = read("drive.share", { ...Q3, users: ["ana@acme.example", { email: "dana@acme.example" }, { id: "u-7" }] });
    expect(card.diff).toBeNull();
    expect(onCard(card)).toContain("ana@acme.example, dana@acme.example, u-7");
  });
});

const BIN = { recoverable_until: "2027-01-01" };

function linesOf({ diff }: Card): readonly string[] {
  return diff?.type === "text"
    ? diff.lines.map(({ spans }) => spans.map((span) => (span.type === "mark" ? "" : span.text)).join(""))
    : [];
}

describe("what a list of files is to have done to it", () => {
  it.each<[string, JsonObject]>([
    ["file.delete", { files: ["a/b", "a/c"], ...BIN }],
    [
      "file.delete",
      {
        files: [
          { path: "a/b", modified: "2025-01-03" },
          { path: "a/c", modified: "2025-01-03" },
        ],
        ...BIN,
      },
    ],
    ["file.move", { files: ["a/b", "a/c"], to: "archive/x", overwrite: false }],
    ["file.copy", { to: "archive/x", overwrite: false }],
    ["file.delete", { pattern: "a/*" }],
    ["file.delete", { path: "a/b", ...BIN }],
  ])("by %s %j is said to take everything in them, once", (action, fields) => {
    const all = read(action, { ...fields, recursive: true });
    expect(onCard(all).split("with everything in it")).toHaveLength(2);
    expect(onCard(read(action, fields))).not.toContain("with everything in it");
  });

  it("counts the files beside a content that have no line", () => {
    const files = Array.from({ length: 16 }, (_, at) => ({ path: `f/${String(at)}.txt`, bytes: "1" }));
    const { diff } = read("file.write", { path: "a.txt", content: "x", overwrite: false, files });
    expect(diff?.more).toEqual({ count: 4, unlike: 4 });
  });

  it("says a declared size beside the sum where they differ", () => {
    const files = [{ path: "a.csv", bytes: 9e12 }];
    const other = onCard(read("file.delete", { files, total_bytes: 10, ...BIN }));
    for (const said of ["9 tb", "total bytes: 10"]) expect(other).toContain(said);
    expect(onCard(read("file.delete", { files, total_bytes: 9e12, ...BIN }))).not.toContain("total bytes");
  });

  it("says the size of an entry on its line where others say none", () => {
    expect(linesOf(read("file.delete", { files: [{ path: "a.csv", bytes: 7000 }, "b.csv"], bytes: 10, ...BIN }))).toContain(
      "a.csv (bytes 7000)",
    );
  });

  it("says when an entry last changed on its line where others do not say it", () => {
    const dated = { path: "a.csv", modified: "2026-11-28" };
    const alike = ["b.csv", "c.csv", "d.csv"];
    expect(linesOf(read("file.delete", { files: [dated, ...alike], ...BIN }))[0]).toBe("a.csv (modified 28 Nov 2026)");
    // Where each says it, the newest stands among the facts.
    const all = alike.map((path) => ({ path, mtime: 1_700_000_000 }));
    expect(linesOf(read("file.delete", { files: [dated, ...all], ...BIN }))).toEqual(["./ 4 .csv"]);
  });

  it.each<[string, JsonObject, string]>([
    ["file.copy", { link: "/etc/shadow" }, "a.csv (a link to /etc/shadow)"],
    ["file.copy", { symlink: true, link: "/etc/shadow" }, "a.csv (a link to /etc/shadow)"],
    ["file.copy", { symlink: "x", link: "/etc/shadow" }, "a.csv (a link to x, link /etc/shadow)"],
    ["file.copy", { link: 7 }, "a.csv (a link, link 7)"],
  ])("by %s of %j fails the check of links", (action, entry, line) => {
    const card = read(action, { files: [{ path: "a.csv", ...entry }], to: "out/x", overwrite: false });
    expect(linesOf(card)).toEqual([line]);
    expect(card.checks.find(({ id }) => id === "links-out")).toMatchObject({ state: "failed" });
  });

  it.each<[string, JsonObject, string]>([
    ["file.delete", { type: "directory" }, "a (type directory)"],
    ["file.copy", { locked: true, legal_hold: true }, "a (locked yes, legal hold yes)"],
    ["file.copy", { locked: false, legal_hold: false, exists: false }, "a"],
    ["drive.share", { in_use: true }, "a (in use yes)"],
    ["file.delete", { exists: true }, "a (exists yes)"],
    ["file.delete", { locked: true, hold: true }, "a"],
  ])("by %s of %j has on its line what no check reads", (action, entry, line) => {
    expect(linesOf(read(action, { files: [{ path: "a", ...entry }], with: ["dana@acme.example"] }))[0]).toBe(line);
  });
});

describe("a switch that an operation has no use for", () => {
  it.each<[string, JsonObject, string]>([
    ["file.delete", { path: "a/b.csv", force: true, ...BIN }, "force"],
    ["drive.share", { path: "a/b.csv", with: ["dana@acme.example"], overwrite: true }, "overwrite"],
    ["file.copy", { path: "a/b.csv", to: "c/b.csv", overwrite: false, permanent: true }, "permanent"],
    ["file.move", { path: "a/b.csv", to: "c/b.csv", overwrite: false, skip_trash: true }, "skip trash"],
  ])("is shown by %s %j as it was sent", (action, fields, name) => {
    const { diff } = read(action, fields);
    expect(diff?.type === "fields" && diff.rows.map(({ field }) => field.toLowerCase())).toEqual([name]);
  });
});

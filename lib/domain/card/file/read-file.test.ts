import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { predict } from "../budget";
import type { Card } from "../card";
import { cardInput, type FixtureParts } from "../fixtures/card-fixture";
import { headlineText, spansText } from "../headline-text";
import { readCard } from "../read-card";

const MONTH = Array.from({ length: 12 }, (_, at) => `reports/2024-03/part-${String(at + 1)}.csv`);

function read(action: string, fields: JsonObject, more: Partial<FixtureParts> = {}): Card {
  return readCard(cardInput("file", { action, arguments: fields, ...more }));
}

function failures(card: Card): readonly string[] {
  return card.checks.filter(({ state }) => state === "failed").map(({ id, because }) => `${id}: ${because ?? ""}`);
}

function facts(card: Card): Readonly<Record<string, string>> {
  return Object.fromEntries(card.facts.map(({ label, value }) => [label, spansText(value)]));
}

function lines(card: Card): readonly string[] {
  return card.diff?.type === "text" ? card.diff.lines.map(({ change, spans }) => `${change} ${spansText(spans)}`) : [];
}

describe("the card of a file operation", () => {
  it.each<[string, JsonObject, string]>([
    [
      "file.move",
      { from: "reports/2024-03", to: "archive/2024-03", files: 12 },
      "Move 12 files from reports/2024-03 to archive/2024-03",
    ],
    ["file.delete", { path: "reports/2024", count: 214, bytes: 1_200_000_000 }, "Delete 214 files (1.2 GB) in reports/2024"],
    ["files.rm", { path: "reports/a.csv" }, "Delete reports/a.csv"],
    ["file.copy", { source: "a.txt", destination: "b/a.txt" }, "Copy a.txt to b/a.txt"],
    ["file.write", { path: "app.yml", content: "a" }, "Write app.yml"],
    ["file.create", { path: "app.yml", content: "a" }, "Write app.yml"],
    ["file.write", { path: "app.yml", content: "a", overwrite: true }, "Overwrite app.yml"],
    ["drive.share", { file: "plan.pdf", with: ["dana@acme.com"] }, "Share plan.pdf with dana@acme.com"],
    ["drive.share", { file: "plan.pdf", access: "anyone_with_link" }, "Share plan.pdf with anyone who has the link"],
    ["drive.unshare", { file: "plan.pdf", users: ["a@b.co", "c@d.co"] }, "Stop sharing plan.pdf with 2 people"],
    ["file.move", { files: ["a/x.csv"], to: "b" }, "Move a/x.csv to b"],
  ])("of %s %j is headed “%s”", (action, fields, headline) => {
    expect(headlineText(read(action, fields))).toBe(headline);
  });

  it("with a frozen list is quick even where it has to be held, the list counted by folder and ending", () => {
    const card = read("file.move", { from: "reports/2024-03", to: "archive/2024-03", files: MONTH, overwrite: false });
    expect(lines(card)).toEqual(["changed reports/2024-03/ 12 .csv"]);
    expect(card.checks.every(({ state }) => state === "passed")).toBe(true);
    expect(predict({ card, treatment: "confirm", device: "keyboard" }).lane).toBe("quick");
    expect(card.undo).toBe("Can be moved back");
  });

  it("names what is unlike the rest of a list first", () => {
    const card = read("file.delete", { path: "reports/2024-03", files: [...MONTH, "reports/2024-03/.env"] });
    expect(lines(card)[0]).toBe("removed reports/2024-03/.env");
    expect(failures(card)).toEqual(["hidden-file: reports/2024-03/.env"]);
  });

  it("says how long what is deleted can be had back", () => {
    expect(facts(read("file.delete", { path: "a/b", recoverable_until: "2026-12-24" }))["Recoverable"]).toBe("until 24 Dec 2026");
    const gone = read("file.purge", { path: "a/b" });
    expect(gone.facts.find(({ label }) => label === "Recoverable")).toMatchObject({ alarming: true });
    expect(gone.undo).toBe("Can’t be undone: no copy is kept");
  });

  it.each<[string, JsonObject, string]>([
    ["file.delete", { path: "reports/../../secret/a.csv" }, "path-climbs: reports/../../secret/a.csv is ../secret/a.csv"],
    ["file.delete", { path: "a/%2e%2e/b.csv" }, "path-climbs: a/%2e%2e/b.csv"],
    ["file.delete", { path: "a\\b.csv" }, "path-spelling: a\\b.csv"],
    ["file.delete", { path: "/etc/hosts.csv" }, "system-path: /etc/hosts.csv"],
    ["file.move", { from: "a/b.csv", to: "c/.hidden", overwrite: false }, "hidden-file: c/.hidden"],
    ["file.copy", { from: ".ssh/id_rsa", to: "public/key.txt", overwrite: false }, "hidden-file: .ssh/id_rsa"],
    ["file.delete", { files: [{ path: "a/b.csv", symlink: true }, "a/c.csv"] }, "links-out: a/b.csv"],
    ["file.delete", { path: "/srv/other/a.csv", root: "/srv/data" }, "inside-root: /srv/other/a.csv, allowed /srv/data"],
    ["file.delete", { pattern: "logs/*.txt" }, "frozen-list: logs/*.txt"],
    ["file.delete", { path: "a/b", files: ["a/b/c.csv"], count: 2 }, "count: 2 declared, 1 listed"],
    ["file.move", { from: "a/b", to: "a/./b", overwrite: false }, "both-ends: "],
    ["file.move", { from: "a/b", to: "a/b/c", overwrite: false }, "both-ends: a/b/c"],
    ["file.move", { from: "a/b.csv", to: "c/b.csv", overwrite: true }, "overwrites: c/b.csv"],
    ["file.delete", { path: "reports", recursive: true }, "depth: reports"],
    ["file.copy", { from: "a/b.csv", to: "c/b.csv", overwrite: false, sha256: "xyz" }, "hash: xyz"],
  ])("of %s %j flags %s", (action, fields, failure) => {
    expect(failures(read(action, fields))).toContain(failure);
  });

  it("checks that paths lie inside the root once they are resolved", () => {
    const inside = { path: "/srv/data/x/../a.csv", root: "/srv/data" };
    expect(read("file.delete", inside).checks).toContainEqual(expect.objectContaining({ id: "inside-root", state: "passed" }));
    expect(failures(read("file.delete", { path: "/srv/data/../a.csv", root: "/srv/data" })).join()).toContain("inside-root");
    expect(failures(read("file.delete", { path: "/srv/data2/a.csv", root: "/srv/data" })).join()).toContain("inside-root");
  });

  it("calls nobody outside who belongs to the owner’s domain", () => {
    const before = { owner: "ana@acme.com" };
    const inside = read("file.share", { path: "plan.pdf", with: ["dana@acme.com"] }, { before });
    expect(failures(inside)).toEqual([]);
    const outside = read("file.share", { path: "plan.pdf", with: ["dana@acrne.com"], role: "editor" }, { before });
    expect(failures(outside)).toEqual(["outside-sharing: dana@acrne.com"]);
    expect(facts(outside)).toMatchObject({ "Gains access": "dana@acrne.com", As: "editor" });
  });

  it("shows the content before and after, word by word inside a line", () => {
    const card = read("file.write", { path: "app.yml", content: "a: 1\nb: 3\n" }, { before: { content: "a: 1\nb: 2\n" } });
    expect(card.diff).toMatchObject({ type: "text", subject: "content, against the one before" });
    const spans = card.diff?.type === "text" ? card.diff.lines[1]?.spans : [];
    expect(spans).toEqual([
      { type: "text", text: "b: " },
      { type: "removed", text: "2" },
      { type: "added", text: "3" },
    ]);
    expect(card.undo).toBe("The content before can be written back");
  });

  it("does not claim to have read a pattern without its list, or content that is no text", () => {
    expect(read("file.delete", { pattern: "logs/*.txt" }).fullyReadable).toBe(false);
    expect(read("file.write", { path: "a.bin", content: { base64: "AAAA" } }).unreadable).toEqual([
      "content: none that can be read as text",
    ]);
    expect(read("file.frobnicate", { path: "a" }).unreadable.join()).toContain("file operation");
  });

  it("asks for the number of files, or for the path of one, among others", () => {
    expect(read("file.delete", { path: "a/b", count: 214 }).decisive).toMatchObject({ value: "214" });
    const { decisive } = read("file.delete", { path: "reports/2024-03/q1.csv" });
    expect(decisive?.value).toBe("reports/2024-03/q1.csv");
    expect(new Set([decisive?.value, ...(decisive?.decoys ?? [])]).size).toBe(4);
  });

  it("shows every argument that has no place of its own", () => {
    const card = read("file.delete", { path: "a/b.csv", notify: "ops" });
    expect(card.diff).toMatchObject({ type: "fields", rows: [{ path: "/notify" }] });
  });
});

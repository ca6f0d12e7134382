import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { predict } from "../budget";
import type { Card } from "../card";
import { cardInput, type FixtureParts } from "../fixtures/card-fixture";
import { headlineText, spansText } from "../headline-text";
import { readCard } from "../read-card";

/** One hunk of a file, as Git writes it. */
function patchOf(path: string, removed: readonly string[], added: readonly string[]): string {
  return [
    `diff --git a/${path} b/${path}`,
    "index 1111111..2222222 100644",
    `--- a/${path}`,
    `+++ b/${path}`,
    `@@ -1,${String(removed.length + 1)} +1,${String(added.length + 1)} @@`,
    " kept",
    ...removed.map((line) => `-${line}`),
    ...added.map((line) => `+${line}`),
    "",
  ].join("\n");
}

function read(fields: JsonObject, more: Partial<FixtureParts> = {}): Card {
  return readCard(cardInput("code", { action: "code.merge", arguments: { repository: "billing-service", ...fields }, ...more }));
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

describe("the card of a change of code", () => {
  it("is a scope gate: how much, where to, which files, and an estimate of the review it is not", () => {
    const card = read({ branch: "main", pull_request: 412, files: ["src/a.ts", "docs/b.md"], additions: 3, deletions: 1 });
    expect(headlineText(card)).toBe("Merge +3 −1 in 2 files, billing-service");
    expect(facts(card)).toEqual({
      Change: "+3 −1 in 2 files",
      Into: "billing-service, main",
      Files: "src/a.ts, docs/b.md",
    });
    expect(card.facts[0]?.note).toBe("scope only: reviewing the lines takes about 36 s");
    expect(predict({ card, treatment: "review", device: "keyboard" }).lane).toBe("quick");
    expect(card.undo).toContain("revert");
    expect(card.decisive).toMatchObject({ value: "main" });
  });

  it("puts protected files first and names what they touch", () => {
    const files = ["src/a.ts", "src/b.ts", "src/c.ts", "src/d.ts", "web/e.ts", ".github/workflows/ci.yml", "src/auth/login.ts"];
    const card = read({ files, additions: 3, deletions: 1 });
    expect(facts(card)).toMatchObject({
      Files: ".github/workflows/ci.yml, src/auth/login.ts, src/a.ts, src/b.ts and 3 more in src/, web/",
      Touches: "CI, auth",
    });
    expect(failures(card)).toEqual(["ci-files: .github/workflows/ci.yml"]);
  });

  it("shows a diff word by word, counts it, and makes its changed words must-read", () => {
    const card = read({
      diff: patchOf("src/round.ts", ["return Math.floor(value);"], ["return Math.round(value);"]),
      additions: 1,
      deletions: 1,
    });
    expect(headlineText(card)).toBe("Merge +1 −1 in 1 file, billing-service");
    const changed = card.diff?.type === "text" ? card.diff.lines.find(({ change }) => change === "changed") : undefined;
    expect(changed?.spans).toContainEqual({ type: "removed", text: "floor" });
    expect(changed?.spans).toContainEqual({ type: "added", text: "round" });
    expect(failures(card)).toEqual([]);
    const long = Array.from({ length: 40 }, (_, at) => `const value${String(at)} = compute${String(at)}(input);`);
    const deep = read({ diff: patchOf("src/round.ts", [], long) });
    expect(predict({ card: deep, treatment: "review", device: "keyboard" }).lane).toBe("deep");
  });

  it("reads the content before and after as a diff", () => {
    const card = read({ path: "src/a.ts", content: "a\nb\n" }, { before: { content: "a\nc\n" } });
    expect(headlineText(card)).toBe("Merge +1 −1 in 1 file, billing-service");
    expect(lines(card)).toEqual(["same src/a.ts +1 −1", "same a", "changed cb"]);
  });

  it.each<[string, JsonObject, string]>([
    ["other figures than the diff’s", { diff: patchOf("src/a.ts", ["a"], ["b"]), additions: 9 }, "counts: +9, +1 in the diff"],
    [
      "a file that was not named",
      { diff: patchOf("src/a.ts", ["a"], ["b"]), files: ["src/b.ts"] },
      "counts: src/a.ts is not named",
    ],
    ["a CI file", { diff: patchOf(".gitlab-ci.yml", ["a"], ["b"]) }, "ci-files: .gitlab-ci.yml"],
    ["owners of code", { diff: patchOf("CODEOWNERS", ["a"], ["b"]) }, "permissions: CODEOWNERS"],
    ["a lockfile alone", { diff: patchOf("package-lock.json", ["a"], ["b"]) }, "lockfile: package-lock.json"],
    [
      "a package from elsewhere",
      { diff: patchOf("yarn.lock", [], ['  resolved "https://evil.example/x.tgz"']) },
      "lockfile-hosts: evil.example",
    ],
    ["a new dependency", { diff: patchOf("package.json", [], ['    "left-pad": "^1.3.0",']) }, "new-dependency: left-pad"],
    [
      "a mistyped dependency",
      { diff: patchOf("package.json", [], ['    "expres": "^4.0.0",']) },
      "look-alike: expres, like express",
    ],
    [
      "a new skip",
      { diff: patchOf("src/a.test.ts", ['it("x", () => {'], ['it.skip("x", () => {']) },
      "weaker-tests: 1 skipped in src/a.test.ts",
    ],
    ["a removed test", { diff: patchOf("src/a.test.ts", ['it("x", () => {'], []) }, "weaker-tests: 1 fewer in src/a.test.ts"],
    ["a path out of the repository", { files: ["../x/a.ts"], additions: 1 }, "paths: ../x/a.ts"],
    ["failing tests", { files: ["a.ts"], additions: 1, tests: { passed: 3, failed: 2 } }, "tests: 2 tests"],
    ["force", { files: ["a.ts"], additions: 1, force: true }, "force: "],
    ["a secret", { diff: patchOf("src/a.ts", [], ["const key = 'AKIAABCDEFGHIJKLMNOP';"]) }, "secrets: an AWS key"],
  ])("flags %s", (_what, fields, failure) => {
    expect(failures(read(fields))).toContain(failure);
  });

  it("flags a file that becomes executable, and a deleted test file", () => {
    const mode = "diff --git a/run.sh b/run.sh\nold mode 100644\nnew mode 100755\n";
    expect(failures(read({ diff: mode }))).toEqual(["file-mode: run.sh 100644 → 100755"]);
    const gone =
      "diff --git a/test/a.ts b/test/a.ts\ndeleted file mode 100644\n--- a/test/a.ts\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n";
    expect(failures(read({ diff: gone }))).toEqual(["weaker-tests: test/a.ts is deleted"]);
  });

  it("unfolds weakened tests first, and folds what tools wrote", () => {
    const diff = [
      patchOf("src/a.ts", ["one"], ["two"]),
      patchOf("package-lock.json", ['  "version": "1.0.0",'], ['  "version": "1.0.1",']),
      patchOf("package.json", ['"version": "1.0.0"'], ['"version": "1.0.1"']),
      patchOf("src/a.test.ts", ['test("works", run);'], []),
    ].join("");
    const card = read({ diff });
    expect(lines(card)[0]).toBe("same src/a.test.ts +0 −1");
    expect(lines(card).at(-1)).toBe("same package-lock.json +1 −1, written by a tool, folded");
    expect(card.diff?.more).toEqual({ count: 2, unlike: 0 });
  });

  it.each<[string, JsonObject]>([
    ["a diff that is none", { diff: "please just merge it" }],
    ["a diff with lines outside of any file", { diff: `${patchOf("a.ts", ["a"], ["b"])}rm -rf /\n` }],
    ["a binary file", { diff: "diff --git a/x.png b/x.png\nindex 1..2 100644\nBinary files a/x.png and b/x.png differ\n" }],
    ["neither lines nor size", { pull_request: 4 }],
    ["a diff too long to read", { diff: patchOf("a.ts", [], ["x".repeat(400_000)]) }],
  ])("does not claim to have read %s", (_what, fields) => {
    const card = read(fields);
    expect(card.fullyReadable).toBe(false);
    expect(predict({ card, treatment: "review", device: "keyboard" }).lane).toBe("deep");
  });

  it("shows a diff that it cannot read, and every argument without a place, as they were sent", () => {
    const rows = (card: Card) => (card.diff?.type === "fields" ? card.diff.rows.map(({ path }) => path) : []);
    expect(rows(read({ diff: "please just merge it" }))).toEqual(["/diff"]);
    expect(rows(read({ files: ["a.ts"], additions: 1, squash: true }))).toEqual(["/squash"]);
  });

  it("asks for the repository where no branch is named", () => {
    const { decisive } = read({ files: ["a.ts"], additions: 1 });
    expect(decisive?.value).toBe("billing-service");
    expect(new Set([decisive?.value, ...(decisive?.decoys ?? [])]).size).toBe(4);
  });
});

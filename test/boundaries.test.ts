import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { cruise } from "dependency-cruiser";
import extractDepcruiseOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import { afterAll, beforeAll, expect, test } from "vitest";

/** One planted violation a rule: the file that offends and what it says. */
const PLANTED: Record<string, readonly (readonly [file: string, source: string])[]> = {
  "the domain imports nothing of ours": [["lib/domain/offender.ts", `import "../contract/target";`]],
  "the contract imports only the domain": [["lib/contract/offender.ts", `import "../services/target";`]],
  "the client imports only the contract and the domain": [["lib/client/offender.ts", `import "../services/target";`]],
  "services import only the domain and the store's types": [["lib/services/offender.ts", `import "../contract/target";`]],
  "services import the store's types and never its code": [["lib/services/store-code.ts", `import "../../db/store/target";`]],
  "sign-in imports only services, the domain and the runtime": [["lib/auth/offender.ts", `import "../../db/store/target";`]],
  "the API imports only the contract, services, sign-in and the domain": [
    ["lib/api/offender.ts", `import type { Target } from "../../db/store/target"; export type T = Target;`],
  ],
  "the database imports only the domain": [["db/offender.ts", `import "../lib/services/target";`]],
  "the texts import only the domain": [["lib/words/offender.ts", `import "../services/target";`]],
  "components import only components, the client, the contract, the texts and the domain": [
    ["components/queue/offender.tsx", `import "../../lib/services/target";`],
  ],
  "primitives know no product words but their own": [["components/ui/offender.tsx", `import "../../lib/domain/target";`]],
  "screens import components and lib, never the database": [["app/offender.tsx", `import "../db/store/target";`]],
  "the SDK imports nothing of ours": [["sdk/src/offender.ts", `import "../../lib/contract/target";`]],
  "only the composition root opens the database": [["lib/auth/opens.ts", `import "../../db/open";`]],
  "what ships imports no test, script or benchmark": [
    ["lib/services/imports-test.ts", `import "../../test/target";`],
    ["lib/services/imports-test-file.ts", `import "./some.test";`],
  ],
  "what runs in a browser imports nothing of Node": [
    ["lib/domain/reads-files.ts", `import "node:fs";`],
    ["components/reads-files.tsx", `import "node:crypto";`],
  ],
  "only the database knows its drivers and drizzle": [
    ["lib/services/knows-drizzle.ts", `import type { A } from "drizzle-orm/sqlite-core"; export type B = A;`],
    ["scripts/knows-driver.ts", `import "better-sqlite3";`],
  ],
  "only sign-in knows next-auth": [["app/sign-in.tsx", `import "next-auth/react";`]],
  "links are our own and not the framework's": [["components/shell/next-link.tsx", `import "next/link";`]],
  "only the API and its two doors know hono": [["lib/services/knows-hono.ts", `import "hono";`]],
  "only screens, sign-in and the server know Next.js": [["lib/services/knows-next.ts", `import "next/headers";`]],
  "only what is shown knows React": [["lib/services/knows-react.ts", `import "react";`]],
  "nothing imports in a circle": [["lib/domain/circle-a.ts", `import type { B } from "./circle-b"; export type A = B;`]],
  "every file is reached by something": [["lib/services/orphan.ts", `export const alone = 1;`]],
  "every import is found": [["lib/services/lost.ts", `import "./nowhere";`]],
  "every package is declared": [["lib/services/undeclared.ts", `import "undeclared";`]],
  "what ships needs no development package": [["lib/services/needs-dev.ts", `import "vitest";`]],
};

/** What the offenders reach, and imports that are allowed and so may not be reported. */
const ALLOWED: readonly (readonly [file: string, source: string])[] = [
  ...["lib/contract", "lib/services", "lib/domain", "db/store", "test"].map(
    (folder) => [`${folder}/target.ts`, `export type Target = 1;`] as const,
  ),
  // A circle is reported once, from the file that comes first.
  ["lib/domain/circle-b.ts", `import type { A } from "./circle-a"; export type B = A;`],
  ["db/open.ts", `import "better-sqlite3"; import "drizzle-orm/sqlite-core";`],
  ["lib/services/some.test.ts", `import "../../db/open"; import "vitest"; import "../api/allowed";`],
  [
    "lib/services/allowed.ts",
    `import type { Target } from "../../db/store/target"; import "../domain/target"; export type T = Target;`,
  ],
  ["lib/api/allowed.ts", `import "../contract/target"; import "../services/allowed"; import "../auth/allowed"; import "hono";`],
  ["lib/auth/allowed.ts", `import "../services/target"; import "next-auth/react"; import "next/headers";`],
  ["lib/runtime.ts", `import "../db/open"; import "./api/allowed";`],
  ["components/queue/allowed.tsx", `import "../../lib/domain/target"; import "../../lib/contract/target"; import "react";`],
  ["app/page.tsx", `import "../lib/services/allowed"; import "../components/queue/allowed"; import "../lib/runtime";`],
];
const PACKAGES = ["better-sqlite3", "drizzle-orm", "hono", "next", "next-auth", "react", "undeclared", "vitest"];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "countersign-boundaries-"));
  const write = (file: string, source: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), source);
  };
  for (const name of PACKAGES) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
    for (const file of ["index", "headers", "link", "react", "sqlite-core/index"]) write(`node_modules/${name}/${file}.js`, "");
  }
  const dependencies = Object.fromEntries(
    PACKAGES.filter((name) => name !== "undeclared" && name !== "vitest").map((name) => [name, "1.0.0"]),
  );
  write("package.json", JSON.stringify({ name: "planted", type: "module", dependencies, devDependencies: { vitest: "1.0.0" } }));
  for (const [file, source] of [...ALLOWED, ...Object.values(PLANTED).flat()]) write(file, source);
});
afterAll(() => rmSync(folder, { recursive: true }));

test("every boundary catches the violation planted for it and reports nothing that is allowed", async () => {
  const options = await extractDepcruiseOptions(path.resolve(import.meta.dirname, "../.dependency-cruiser.cjs"));
  const { output } = await cruise(["."], { ...options, baseDir: folder });
  if (typeof output === "string") throw new Error("a report as text was not asked for");

  const caught = new Map<string, Set<string>>();
  for (const { rule, from } of output.summary.violations) caught.set(rule.name, (caught.get(rule.name) ?? new Set()).add(from));
  const planted = Object.entries(PLANTED).flatMap(([rule, files]) => files.map(([file]) => `${rule}: ${file}`));
  const reported = [...caught].flatMap(([rule, files]) => [...files].map((file) => `${rule}: ${file}`));
  const offenders = new Set(Object.values(PLANTED).flatMap((files) => files.map(([file]) => file)));

  expect(
    planted.filter((line) => !reported.includes(line)),
    "planted and not caught",
  ).toEqual([]);
  expect(
    [...caught.values()].flatMap((files) => [...files]).filter((file) => !offenders.has(file)),
    "reported though allowed",
  ).toEqual([]);
  expect((options.ruleSet?.forbidden ?? []).map((rule) => rule.name).sort(), "every rule has a planted violation").toEqual(
    Object.keys(PLANTED).sort(),
  );
});

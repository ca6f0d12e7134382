import path from "node:path";
import { ESLint } from "eslint";
import ts from "typescript";
import { expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "..");

/** What a file may not say, and the rule that stops it. */
const PLANTED: readonly (readonly [file: string, source: string, rule: string])[] = [
  ["lib/domain/planted.ts", "export const now = Date.now();", "no-restricted-syntax"],
  ["lib/domain/planted.ts", "export const at = new Date();", "no-restricted-syntax"],
  ["lib/services/planted.ts", "export const dice = Math.random();", "no-restricted-syntax"],
  ["lib/services/planted.ts", "export const id = crypto.randomUUID();", "no-restricted-syntax"],
  ["lib/services/planted.ts", "export const port = process.env['PORT'];", "no-restricted-syntax"],
  ["lib/services/planted.ts", "export default 1;", "no-restricted-syntax"],
  ["scripts/proof/planted.ts", "export const all = { n: 0 }; all.n += await Promise.resolve(1);", "no-restricted-syntax"],
  ["scripts/proof/planted.ts", "export const all = { n: 0 }; all.n += (await Promise.resolve(1)) - 1;", "no-restricted-syntax"],
  ["lib/services/planted.ts", "console.log('here');", "no-console"],
  ["lib/services/planted.ts", "export const cast = JSON.parse('1') as number;", "@typescript-eslint/consistent-type-assertions"],
  ["lib/services/planted.ts", "Promise.resolve(1);", "@typescript-eslint/no-floating-promises"],
  ["lib/services/planted.ts", "declare const loose: any; export const x: number = loose;", "@typescript-eslint/no-explicit-any"],
  [
    "lib/services/planted.ts",
    "declare const list: string[]; export const y = list[0]!;",
    "@typescript-eslint/no-non-null-assertion",
  ],
  [
    "lib/services/planted.ts",
    "export function f(it: 'a' | 'b') { switch (it) { case 'a': return 1; } return 2; }",
    "@typescript-eslint/switch-exhaustiveness-check",
  ],
  ["lib/services/planted.ts", "// TODO later\nexport const later = 1;", "no-warning-comments"],
  ["lib/services/planted-long.ts", "void 0;\n".repeat(251), "max-lines"],
  ["lib/services/planted.ts", `export function long() {\n${"void 0;\n".repeat(60)}}`, "max-lines-per-function"],
  ["lib/services/string-utils.ts", "export const it = 1;", "countersign/file-name"],
  ["lib/services/Planted.ts", "export const it = 1;", "countersign/file-name"],
  ["lib/services/planted.ts", "// eslint-disable-next-line no-eval\neval('1');", "countersign/explained-disable"],
  ["lib/services/planted.ts", "eval('1'); // eslint-disable-line -- because I said so", "countersign/explained-disable"],
  ["lib/services/planted.ts", "/* eslint-disable */\neval('1');\n/* eslint-enable */", "countersign/explained-disable"],
  ["components/planted.tsx", "export const P = () => <p dangerouslySetInnerHTML={{ __html: 'x' }} />;", "react/no-danger"],
  ["components/planted.tsx", "export const P = () => <img src='/x.png' />;", "jsx-a11y/alt-text"],
  [
    "components/planted.tsx",
    "import { useState } from 'react'; export function p() { return useState(1); }",
    "react-hooks/rules-of-hooks",
  ],
];

/** What looks alike and is allowed. */
const ALLOWED: readonly (readonly [file: string, source: string, rule?: undefined])[] = [
  ["lib/domain/planted.ts", "export const later = (atMs: number) => new Date(atMs);"],
  ["scripts/proof/planted.ts", "export const all = { n: await Promise.resolve(0) }; all.n += 1;"],
  ["lib/services/planted.ts", "export const it = ['a'] as const;"],
  ["lib/services/planted.ts", "// eslint-disable-next-line no-eval -- a reason that can be read\neval('1');"],
];

/** The planted files and nothing else, as the compiler reads them: the whole project would take as long as all the rules. */
function programOf(texts: ReadonlyMap<string, string>): ts.Program {
  const json = { extends: "./tsconfig.json", include: [], files: [...texts.keys()] };
  const { options } = ts.parseJsonConfigFileContent(json, ts.sys, ROOT);
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (file) => texts.has(file) || disk.fileExists(file),
    readFile: (file) => texts.get(file) ?? disk.readFile(file),
    getSourceFile: (file, how, ...more) => {
      const text = texts.get(file);
      return text === undefined ? disk.getSourceFile(file, how, ...more) : ts.createSourceFile(file, text, how, true);
    },
  };
  return ts.createProgram([...texts.keys()], options, host);
}

test("every lint rule of the house catches what is planted for it, and only that", { timeout: 300_000 }, async () => {
  const all = [...PLANTED, ...ALLOWED];
  // One lint a file, since each costs a type check: what was planted is told apart by its lines.
  const texts = new Map<string, string>();
  for (const [file, source] of all) {
    const where = path.join(ROOT, file);
    texts.set(where, `${texts.get(where) ?? ""}${source}\n`);
  }
  const parserOptions = { projectService: false, programs: [programOf(texts)] };
  const eslint = new ESLint({ cwd: ROOT, overrideConfig: { languageOptions: { parserOptions } } });

  for (const [filePath, text] of texts) {
    const [result] = await eslint.lintText(text, { filePath });
    let line = 1;
    for (const [file, source, rule] of all.filter(([where]) => path.join(ROOT, where) === filePath)) {
      const end = line + source.split("\n").length;
      const rules = (result?.messages ?? [])
        .filter((found) => found.line >= line && found.line < end)
        .map((found) => found.ruleId);
      if (rule === undefined) expect(rules, `${file}: ${source}`).toEqual([]);
      else expect(rules, `${file}: ${source.slice(0, 100)}`).toContain(rule);
      line = end;
    }
  }
});

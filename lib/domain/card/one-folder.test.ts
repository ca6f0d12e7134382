import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { KINDS } from "../words";

/**
 * Where what ships names a kind outside of the kind’s folder. A file that is not among these asks `aboutKind` instead: a tenth kind would have
 * to be thought of there, and nothing would say so.
 */
const NAMED = {
  /** A tenth kind has a line in each of these, and the compiler says which is missing. */
  registries: ["lib/domain/words.ts", "lib/domain/card/kinds.ts", "lib/domain/card/read-card.ts"],
  /** What a screen shows of one kind more than of another: a tenth has a line here only if it is so, too. */
  screens: ["components/card/review-card.tsx", "components/proposal/proposal-screen.tsx", "components/triage/evidence-sheet.tsx"],
  /** Which card is shown of an action that nobody described. */
  policy: [
    "lib/domain/measure/replay.ts",
    "lib/domain/policy/compile-policy.ts",
    "lib/domain/policy/diff-lists.ts",
    "lib/domain/policy/matrix-start.ts",
    "lib/services/assess-payload.ts",
  ],
};
const ROOT = path.resolve(import.meta.dirname, "../../..");
const SHIPS = ["app", "components", "db", "lib"];
/** A kind’s own folder, what its card is tried with, and the texts of the languages, which the compiler holds against `Kind`. */
const OWN = new RegExp(String.raw`^lib/(?:domain/card/(?:${[...KINDS, "fixtures"].join("|")})|words)/|\.test\.tsx?$`, "u");
const isKind = (text: string) => KINDS.some((kind) => kind === text);
const KIND_WORD = /kinds?(?:\.indexOf)?$/iu;

/** The places of a source at which a kind is named: compared with, chosen, listed, or the key of a table. */
function namesIn(file: string, source: string): readonly string[] {
  const found: string[] = [];
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (namesAKind(node)) found.push(node.getText().slice(0, 60));
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}

function namesAKind(node: ts.Node): boolean {
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.filter(({ name }) => name !== undefined && isKind(name.getText())).length >= KINDS.length / 2;
  }
  if (ts.isArrayLiteralExpression(node)) {
    const others = node.elements.filter((one) => !ts.isStringLiteral(one) || !isKind(one.text));
    return node.elements.length > Math.max(1, others.length) && others.every((one) => KIND_WORD.test(plain(one)));
  }
  return ts.isStringLiteral(node) && isKind(node.text) && isOfAKind(node.parent);
}

/** `kind === "…"`, `kind ?? "…"`, `kind: "…"`, `KINDS.indexOf("…")`, `case "…"` of a `switch (kind)`. */
function isOfAKind(parent: ts.Node): boolean {
  if (ts.isBinaryExpression(parent)) return [parent.left, parent.right].some((side) => KIND_WORD.test(plain(side)));
  if (ts.isPropertyAssignment(parent)) return KIND_WORD.test(parent.name.getText());
  if (ts.isCallExpression(parent)) return KIND_WORD.test(parent.expression.getText());
  if (ts.isCaseClause(parent)) return KIND_WORD.test(plain(parent.parent.parent.expression));
  if (ts.isParenthesizedExpression(parent) || ts.isConditionalExpression(parent)) return isOfAKind(parent.parent);
  return false;
}

const plain = (node: ts.Node): string => node.getText().replace(/^\(|\)$/gu, "");

function shipped(): readonly string[] {
  return SHIPS.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
  )
    .map((name) => name.split(path.sep).join("/"))
    .filter((name) => /\.tsx?$/u.test(name) && !OWN.test(name));
}

describe("a kind of card", () => {
  it("is named outside of its folder in the files of a short list, and in no other", () => {
    const naming = shipped().filter((file) => namesIn(file, readFileSync(path.join(ROOT, file), "utf8")).length > 0);
    expect(naming.sort()).toEqual(Object.values(NAMED).flat().sort());
  });

  it.each([
    ["compared with", 'export const own = card.kind === "email";'],
    ["chosen", 'export const by = given.kind ?? "tool";'],
    ["given", 'export const entry = { kind: "file" };'],
    ["a case", 'switch (input.kind) { case "post": break; }'],
    ["in a list", 'export const some = new Set(["sql", "command"]);'],
    ["beside another", 'export const both = [kind, "tool"];'],
    ["a key of a table", "export const table = { email: 1, payment: 1, sql: 1, code: 1, post: 1 };"],
  ])("is found where it is %s", (_how, source) => {
    expect(namesIn("some.ts", source)).toHaveLength(1);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/**
 * Anyone can post to a server action, whichever page it belongs to: each learns first who asks and whether that person may (design: README §3).
 * This reads the code of all of them, as the compiler does.
 */
const ROOT = path.resolve(import.meta.dirname, "..");
/** Creates the first admin, so there is nobody yet who could ask. */
const OPEN = ["app/setup/server-actions.ts createFirstAdminAction"];
/** Where the guard and what answers its refusal come from: a function of the same name is neither. */
const FROM = { actingPerson: "lib/auth/current-person", answerAction: "answer-action" } as const;
type Known = keyof typeof FROM;

/** The actions of a source that do anything before they know who asks. */
function openActions(file: string, source: string): readonly string[] {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const imported = importsOf(parsed);
  const open: string[] = [];
  if (isServer(parsed.statements)) {
    for (const statement of parsed.statements.filter(isExported)) {
      const asks = ts.isFunctionDeclaration(statement) && asksFirst(statement.body, imported);
      if (!asks) open.push(`${file} ${nameOf(statement)}`);
    }
  }
  const visit = (node: ts.Node): void => {
    if (ts.isBlock(node) && isServer(node.statements) && !asksFirst(node, imported)) open.push(`${file} ${nameOf(node.parent)}`);
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return open;
}

/** True for a body whose first step is to await the guard: in the work of `answerAction`, in a `try`, or as it stands. */
function asksFirst(body: ts.Node | undefined, imported: ReadonlySet<Known>): boolean {
  if (body === undefined || !ts.isBlock(body)) return false;
  const first = body.statements.find((statement) => directiveOf(statement) === null);
  if (first === undefined) return false;
  if (ts.isTryStatement(first)) return asksFirst(first.tryBlock, imported);
  if (ts.isReturnStatement(first)) return asksFirst(workOf(first.expression, imported), imported);
  const asked = ts.isVariableStatement(first) ? first.declarationList.declarations[0]?.initializer : expressionOf(first);
  return asked !== undefined && ts.isAwaitExpression(asked) && callOf(asked.expression, "actingPerson", imported) !== null;
}

/** The body of the function that is handed to `answerAction`. */
function workOf(returned: ts.Expression | undefined, imported: ReadonlySet<Known>): ts.Node | undefined {
  const work = callOf(returned, "answerAction", imported)?.arguments[0];
  return work !== undefined && ts.isArrowFunction(work) ? work.body : undefined;
}

function callOf(node: ts.Expression | undefined, name: Known, imported: ReadonlySet<Known>): ts.CallExpression | null {
  if (node === undefined || !ts.isCallExpression(node)) return null;
  return ts.isIdentifier(node.expression) && node.expression.text === name && imported.has(name) ? node : null;
}

function expressionOf(statement: ts.Statement): ts.Expression | undefined {
  return ts.isExpressionStatement(statement) ? statement.expression : undefined;
}

/** Which of {@link FROM} the file imports under their own names from where they live. */
function importsOf(parsed: ts.SourceFile): ReadonlySet<Known> {
  const found = new Set<Known>();
  for (const statement of parsed.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const from = statement.moduleSpecifier.text;
    const names = statement.importClause?.namedBindings;
    if (names === undefined || !ts.isNamedImports(names)) continue;
    for (const { name, propertyName } of names.elements) {
      const { text } = name;
      if (isKnown(text) && propertyName === undefined && from.endsWith(`/${FROM[text]}`)) found.add(text);
    }
  }
  return found;
}

function isKnown(name: string): name is Known {
  return Object.hasOwn(FROM, name);
}

/** Everything that leaves the file and is there when it runs. */
function isExported(statement: ts.Statement): boolean {
  if (ts.isExportAssignment(statement) || ts.isExportDeclaration(statement)) return true;
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return false;
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** True where the directive stands: what follows may be called from outside. */
function isServer(statements: readonly ts.Statement[]): boolean {
  const end = statements.findIndex((statement) => directiveOf(statement) === null);
  return statements.slice(0, end === -1 ? undefined : end).some((statement) => directiveOf(statement) === "use server");
}

function directiveOf(statement: ts.Statement): string | null {
  const expression = expressionOf(statement);
  return expression !== undefined && ts.isStringLiteral(expression) ? expression.text : null;
}

function nameOf(node: ts.Node): string {
  return ts.isFunctionDeclaration(node) && node.name !== undefined ? node.name.text : node.getText().slice(0, 40);
}

describe("a server action", () => {
  const sources = ["app", "components", "lib"]
    .flatMap((folder) =>
      readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
    )
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => /^(?!.*\.test\.).*\.tsx?$/u.test(file))
    .map((file) => [file, readFileSync(path.join(ROOT, file), "utf8")] as const)
    .filter(([, source]) => source.includes("use server"));

  it("asks first who is acting, each of them but the one that creates the first admin", () => {
    expect(sources.length).toBeGreaterThan(5);
    expect(sources.flatMap(([file, source]) => openActions(file, source))).toEqual(OPEN);
  });

  const head =
    '"use server";\nimport { actingPerson } from "../lib/auth/current-person";\nimport { answerAction } from "./answer-action";\n';
  it.each([
    ["does not ask", `${head}export async function a() { return answerAction(async () => { return load(); }); }`],
    [
      "asks in a comment",
      `${head}export async function a() { // await actingPerson()\n return answerAction(async () => load()); }`,
    ],
    ["asks in a text", `${head}export async function a() { await log("await actingPerson()"); }`],
    ["asks in one case of two", `${head}export async function a(all) { if (all) await actingPerson(); return load(); }`],
    ["asks too late", `${head}export async function a() { await save(); await actingPerson(); }`],
    ["does not wait for the answer", `${head}export async function a() { const by = actingPerson(); return load(by); }`],
    [
      "asks somebody else",
      '"use server";\nasync function actingPerson() {}\nexport async function a() { await actingPerson(); }',
    ],
    ["leaves by another form", `${head}export const a = async () => load();`],
    ["leaves as a default", `${head}export default async function () { return load(); }`],
    ["is passed on", `${head}export { a } from "./elsewhere";`],
    ["stands in a page", 'export default function Page() { async function a() { "use server"; await save(); } return a; }'],
  ])("is found where it %s", (_how, source) => {
    expect(openActions("app/some.ts", source)).toHaveLength(1);
  });

  it.each([
    [
      "in the work that is answered",
      `${head}export async function a() { return answerAction(async () => { const by = await actingPerson("x"); }); }`,
    ],
    ["in a try", `${head}export async function a() { try { await actingPerson(); } catch { return null; } }`],
    [
      "with types and functions of its own",
      `${head}export interface A { a: 1 }\nfunction own() {}\nexport async function a() { await actingPerson(); }`,
    ],
  ])("is taken where it asks first: %s", (_how, source) => {
    expect(openActions("app/some.ts", source)).toEqual([]);
  });
});

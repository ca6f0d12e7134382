import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * Checks what the Markdown files say about this repository: links lead somewhere, headings that are linked exist,
 * paths in backticks are there, every `npm run` names a script, and every decision stands in the list of them. Prints each that is wrong and
 * exits with 1.
 */
const ROOT = path.resolve(import.meta.dirname, "..");
const SKIPPED = new Set(["node_modules", ".next", "dist", "data", "test-results", "playwright-report", ".git", ".cache"]);
const FOLDERS = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !SKIPPED.has(entry.name))
  .map((entry) => entry.name);
const PATH = new RegExp(`^(?:\\./)?(?:${FOLDERS.map((name) => name.replace(".", "\\.")).join("|")})/[\\w./\\[\\]()@-]*$`);
const SCRIPTS = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")).scripts;

const files = markdownIn(ROOT);
const wrong = [
  ...files.flatMap((file) => check(file, readFileSync(file, "utf8")).map((what) => `${path.relative(ROOT, file)}${what}`)),
  ...unlistedDecisions(path.join(ROOT, "docs/decisions")),
];
for (const line of wrong) console.log(line);
console.log(wrong.length === 0 ? `${files.length} documents hold` : `${wrong.length} dead references`);
process.exitCode = wrong.length === 0 ? 0 : 1;

function markdownIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return markdownIn(full);
    return entry.name.endsWith(".md") ? [full] : [];
  });
}

function check(file, text) {
  const wrong = [];
  for (const { line, number, code } of linesOf(text)) {
    const say = (what) => wrong.push(`:${number}: ${what}`);
    if (!code) {
      for (const [, target] of line.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)) checkLink(file, target, say);
      for (const [, span] of line.matchAll(/`([^`]+)`/g)) checkPath(span, say);
    }
    for (const [, name] of line.matchAll(/\bnpm run ([\w:-]+)/g)) {
      if (SCRIPTS[name] === undefined) say(`package.json has no script \`${name}\``);
    }
  }
  return wrong;
}

function unlistedDecisions(folder) {
  const list = readFileSync(path.join(folder, "README.md"), "utf8");
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.*\.md$/.test(name) && !list.includes(`(${name})`))
    .map((name) => `docs/decisions/README.md: \`${name}\` is not in the list`);
}

function checkLink(file, target, say) {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return; // another site: nothing is fetched to check a document
  const [relative = "", heading] = decodeURIComponent(target).split("#");
  const full = relative === "" ? file : path.resolve(path.dirname(file), relative);
  if (!existsSync(full)) say(`\`${target}\` leads nowhere`);
  else if (heading && full.endsWith(".md") && !headingsOf(full).includes(heading)) say(`\`${target}\`: there is no such heading`);
}

function checkPath(span, say) {
  if (PATH.test(span) && !existsSync(path.join(ROOT, span.replace(/:\d+$/, "")))) say(`\`${span}\` does not exist`);
}

function headingsOf(file) {
  return linesOf(readFileSync(file, "utf8"))
    .filter(({ line, code }) => !code && /^#{1,6} /.test(line))
    .map(({ line }) => slug(line.replace(/^#+ /, "")));
}

/** A heading's anchor, as the usual renderers make it. */
function slug(heading) {
  return heading
    .trim()
    .toLowerCase()
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");
}

function linesOf(text) {
  let code = false;
  return text.split("\n").map((line, index) => {
    const fence = /^\s*(```|~~~)/.test(line);
    if (fence) code = !code;
    return { line, number: index + 1, code: code || fence };
  });
}

import type { FileChange } from "./patch";
import { pathKind } from "./path-kinds";

const NAME = String.raw`(?:@[\w.-]+\/)?[\w.-]+`;
/** Lines as the programs write them that keep these files, by the end of the name; nothing that they hold is a line of another kind. */
const FORMS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\.(?:json|lock)$|\.lockb?$/u,
    /^\s*(?:[{}[\]]+,?|"[^"]*"\s*:\s*(?:[{[]+[}\]]*|"[^"]*"|-?[\d.]+|true|false|null),?|"[^"]*",?)\s*$/u,
  ],
  [/go\.sum$/u, /^\S+ v\S+ h1:[\w+/=]+$/u],
  [
    /(?:yarn\.lock|pnpm-lock\.yaml)$/u,
    new RegExp(
      String.raw`^(?:#.*|"?${NAME}@.*:|\w+:(?: [\w.'"]+)?|\s+\S.*:.*| {2}\w+ .*| {4,}"?${NAME}"? "?[\w.^~<>=|*@:/#+ -]*"?|\s+- .*)$`,
      "u",
    ),
  ],
  [
    /(?:Cargo|poetry|uv|flake)\.lock$/u,
    /^(?:#.*|\[\[?[\w.-]+\]\]?|[\w.-]+ ?= ?(?:".*"|'.*'|[[\]{}\d].*|true|false)|"[^"]*" = .*|\s*(?:"[^"]*"|\{.*\}),?|\s*[\]}],?)$/u,
  ],
  [/Gemfile\.lock$/u, /^(?:[A-Z][A-Z ]+| {2,}[\w.:!-]+(?: .*)?)$/u],
];

/** How many new lines of the lockfile at `path` no program writes into one: what stands there was read by nobody. */
export function noLockLines(path: string, hunks: FileChange["hunks"]): number {
  const forms = FORMS.flatMap(([named, line]) => (named.test(path) ? [line] : []));
  const added = hunks.flat().filter((line) => line.startsWith("+") && line.trim() !== "+");
  return added.filter((line) => !forms.some((form) => form.test(line.slice(1)))).length;
}

const USUAL =
  /^(?:registry\.npmjs\.org|registry\.yarnpkg\.com|files\.pythonhosted\.org|pypi\.org|(?:static\.)?crates\.io|index\.crates\.io|rubygems\.org|proxy\.golang\.org|opencollective\.com|tidelift\.com)$/u;
/** Where anybody may put anything: named as a home page or for a donation, and never as where a package is from. */
const ANYBODYS = /^(?:www\.)?github\.com$/u;
const IS_SOURCE = /\b(?:resolved|resolution|tarball|source|rev|archive|codeload)\b|git\+|\.t(?:ar\.)?gz\b/u;
const HOSTS =
  /(?<![a-z])(?:[a-z]+\+)?(https?|ssh|git|ftp|svn):\/\/(?:[^/\s"']*@)?([^/\s"'@:]{1,253})|\bgit@([^:\s"']{1,253}):/giu;
/** A package that lies beside the others, or in somebody’s repository by its short name. */
const NO_HOST = /"(?:file|link|portal|github|gitlab|bitbucket):[^"]{1,200}"/u;

/** Hosts and places other than the usual registries that a lockfile newly takes packages from, and packages that are another under a name. */
export function strangeSources(files: readonly FileChange[]): readonly string[] {
  const locks = files.filter(({ path }) => pathKind(path) === "lockfile");
  const lines = locks.flatMap(({ hunks }) => hunks.flat()).filter((line) => line.startsWith("+"));
  const found = lines.flatMap((line) => [...hostsOf(line), ...(NO_HOST.exec(line) ?? []).map((text) => text.slice(1, -1))]);
  return [...new Set([...found, ...locks.flatMap(({ hunks }) => hunks.flatMap(otherPackages))])];
}

function hostsOf(line: string): readonly string[] {
  return [...line.matchAll(HOSTS)].flatMap(([, scheme = "git", named, short]) => {
    const host = (named ?? short ?? "").toLowerCase();
    const web = /^https?$/iu.test(scheme) && named !== undefined;
    if (web && USUAL.test(host)) return [];
    return web && ANYBODYS.test(host) && !IS_SOURCE.test(line) ? [] : [host];
  });
}

const KEY = new RegExp(String.raw`^[ +]\s*"?(?:[^"\s]*node_modules/)?(${NAME})(?:": \{|@)`, "u");
const RESOLVED = new RegExp(String.raw`^\+.*https://registry\.(?:npmjs\.org|yarnpkg\.com)/(${NAME})/-/`, "u");

/** `evil for lodash`: the package behind a name is taken from another one. */
function otherPackages(hunk: readonly string[]): readonly string[] {
  const found: string[] = [];
  let key: string | null = null;
  for (const line of hunk) {
    const resolved = RESOLVED.exec(line)?.[1];
    if (resolved !== undefined && key !== null && resolved !== key) found.push(`${resolved} for ${key}`);
    key = KEY.exec(line)?.[1] ?? key;
  }
  return found;
}

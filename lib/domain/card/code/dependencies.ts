import { KnownDomains } from "../look-alike";
import type { FileChange } from "./patch";
import { pathKind } from "./path-kinds";

/** `"name": "^1.2.3"`, `name = "1.2"`, `name==1.2`, `name v1.2.3`. */
const FORMS = [
  /^\s*"((?:@[\w.-]+\/)?[\w.-]+)"\s*:\s*"(?:[\^~<>=v]|\d|\*|latest|npm:|git|https?:|file:|workspace:)/u,
  /^\s*([\w.-]+)\s*=\s*(?:"[\^~<>=\d*]|\{\s*(?:version|git|path)\b)/u,
  /^\s*([\w.-]+)\s*(?:==|>=|~=|<=)\s*\d/u,
  /^\s*(?:require\s+)?([\w.-]+(?:\/[\w.-]+)+)\s+v\d/u,
] as const;
const NOT_NAMES: ReadonlySet<string> = new Set([
  "version",
  "node",
  "npm",
  "engines",
  "name",
  "edition",
  "rust-version",
  "python",
  "type",
]);
/** Names that somebody may count on being mistyped. */
const WELL_KNOWN = new KnownDomains(
  "lodash express react axios request requests chalk commander moment webpack typescript eslint prettier numpy pandas django flask urllib3 serde tokio cross-env dotenv jsonwebtoken mongoose".split(
    " ",
  ),
);

/** What the manifests of `files` newly depend on, each once. */
export function newDependencies(files: readonly FileChange[]): readonly string[] {
  const manifests = files.filter(({ path }) => pathKind(path) === "dependencies");
  const named = (sign: string): readonly string[] =>
    manifests.flatMap(({ hunks }) =>
      hunks.flat().flatMap((line) => {
        const name = line.startsWith(sign)
          ? FORMS.map((form) => form.exec(line.slice(1))?.[1]).find((one) => one !== undefined)
          : undefined;
        return name === undefined || NOT_NAMES.has(name) ? [] : [name];
      }),
    );
  const gone = new Set(named("-"));
  return [...new Set(named("+"))].filter((name) => !gone.has(name));
}

/** The well-known package that `name` could be mistaken for; null when there is none. */
export function mistakenFor(name: string): string | null {
  return WELL_KNOWN.lookAlike(name);
}

/** Hosts other than the usual registries that a lockfile newly takes packages from. */
export function strangeHosts(files: readonly FileChange[]): readonly string[] {
  const lines = files.filter(({ path }) => pathKind(path) === "lockfile").flatMap(({ hunks }) => hunks.flat());
  const hosts = lines
    .filter((line) => line.startsWith("+"))
    .flatMap((line) => [...line.matchAll(/https?:\/\/([^/\s"'@]{1,253})/giu)].map(([, host = ""]) => host.toLowerCase()));
  return [...new Set(hosts)].filter((host) => !USUAL.test(host));
}

const USUAL =
  /^(?:registry\.npmjs\.org|registry\.yarnpkg\.com|files\.pythonhosted\.org|pypi\.org|(?:static\.)?crates\.io|index\.crates\.io|rubygems\.org|proxy\.golang\.org|(?:www\.)?github\.com|opencollective\.com|tidelift\.com)$/u;

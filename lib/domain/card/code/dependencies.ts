import { KnownDomains } from "../look-alike";
import type { FileChange } from "./patch";
import { pathKind } from "./path-kinds";

/** `"name": "^1.2.3"`, `name = "1.2"`, `name==1.2`, `name v1.2.3`. */
const ANYWHERE = [
  /^\s*"((?:@?[\w.-]+\/)?[\w.-]+)"\s*:\s*"(?:[\^~<>=]|v?\d|\*|"|(?:latest|next|beta|alpha|canary|rc|dev|x)"|(?:npm|git|ssh|https?|file|link|portal|patch|catalog|workspace)[:+]|github:|\w[\w.-]*\/[\w.-]+(?:#[^"]*)?"[\s,]*$)/u,
  /^\s*"?([\w.-]+)"?\s*=\s*(?:"[\^~<>=\d*]|\{\s*(?:version|git|path|url|file|package|registry|workspace|features|optional|default-features|branch|tag|rev|ref|index|extras|markers|python|editable)\b)/u,
  /^\s*([\w.-]+)(?:\[[\w,.\s-]+\])?\s*(?:==|>=|~=|<=|!=|===|<|>)\s*\d/u,
  /^\s*(?:require\s+)?([\w.-]+(?:\/[\w.-]+)+)\s+v\d/u,
] as const;
/** The same as files of one name have them. */
const IN_FILES: readonly (readonly [RegExp, RegExp])[] = [
  [/Gemfile$/u, /^\s*gem\s*\(?\s*["']([\w.-]+)["']/u],
  [
    /requirements[\w.-]*\.txt$/u,
    /^\s*((?:-r|-e|-c|-f|-i|--[\w-]+|\w+\+\w+:|https?:|\.{0,2}\/)[^]*|[A-Za-z][\w.-]*)(?:\[[\w,.\s-]+\])?\s*(?:[=<>~!;@#].*)?$/u,
  ],
  [/pyproject\.toml$/u, /^\s*(?:[\w-]+\s*=\s*\[\s*)?"([A-Za-z][\w.-]*)(?:\[[^\]]*\])?\s*(?:[=<>~!@;(][^"]*)?"[\s,\]]*$/u],
  [/pom\.xml$/u, /<artifactId>\s*([\w.-]+)\s*<\/artifactId>/u],
  [
    /build\.gradle(?:\.kts)?$/u,
    /^\s*(?:\w*[iI]mplementation|\w*[aA]pi|compileOnly|runtimeOnly|compile|\w*[cC]lasspath|kapt|ksp|annotationProcessor)\b[\s(]*(?:platform\s*\()?["']([\w.-]+:[\w.-]+)/u,
  ],
];
/** A name that stays and is taken from somewhere else is another package. */
const FROM_ELSEWHERE =
  /:\s*"(?:npm|git|ssh|https?|file|link|portal|github)[:+]|:\s*"\w[\w.-]*\/[\w.-]+(?:#[^"]*)?"|\{[^{}]{0,300}\b(?:git|path|url|package|registry)\b|@\s*(?:git\+|https?:|file:)|\b(?:git|github|path|source):?\s{0,9}(?:=>)?\s{0,9}["']/u;
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
  ..."main module types typings browser unpkg import require default license homepage repository author packageManager url".split(
    " ",
  ),
]);
/** Names that somebody may count on being mistyped. */
const WELL_KNOWN = new KnownDomains(
  "lodash express react axios request requests chalk commander moment webpack typescript eslint prettier numpy pandas django flask urllib3 serde tokio cross-env dotenv jsonwebtoken mongoose".split(
    " ",
  ),
);

/** What the manifests of `files` newly depend on, each once; also what stays by its name and is taken from elsewhere. */
export function newDependencies(files: readonly FileChange[]): readonly string[] {
  const manifests = files.filter(({ path }) => pathKind(path) === "dependencies");
  const named = (sign: string): readonly (readonly [string, string | null])[] =>
    manifests.flatMap(({ path, hunks }) =>
      hunks.flat().flatMap((line) => {
        const name = line.startsWith(sign) ? nameIn(path, line.slice(1)) : null;
        return name === null ? [] : [[name, FROM_ELSEWHERE.exec(line)?.[0] === undefined ? null : line.slice(1).trim()] as const];
      }),
    );
  const gone = named("-");
  const names = new Set(gone.map(([name]) => name));
  const places = new Set(gone.map(([, place]) => place));
  return [
    ...new Set(named("+").flatMap(([name, place]) => (names.has(name) && (place === null || places.has(place)) ? [] : [name]))),
  ];
}

function nameIn(path: string, line: string): string | null {
  if (/^\s*(?:#|\/\/|<!--)/u.test(line)) return null;
  const forms = [...ANYWHERE, ...IN_FILES.flatMap(([file, form]) => (file.test(path) ? [form] : []))];
  const name = forms.map((form) => form.exec(line)?.[1]).find((one) => one !== undefined);
  return name === undefined || NOT_NAMES.has(name) ? null : name;
}

/** The well-known package that `name` could be mistaken for; null when there is none. */
export function mistakenFor(name: string): string | null {
  return WELL_KNOWN.lookAlike(name);
}

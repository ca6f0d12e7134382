/** What a file is for, most consequential first. */
export const PATH_KINDS = [
  "CI",
  "permissions",
  "auth",
  "payment",
  "migration",
  "infrastructure",
  "lockfile",
  "dependencies",
  "config",
  "source",
  "test",
  "docs",
] as const;
export type PathKind = (typeof PATH_KINDS)[number];

/** Changes here reach further than the lines that change. */
const PROTECTED: ReadonlySet<PathKind> = new Set([
  "CI",
  "permissions",
  "auth",
  "payment",
  "migration",
  "infrastructure",
  "lockfile",
]);

const BY_PATH: readonly (readonly [PathKind, RegExp])[] = [
  [
    "CI",
    /(?:^|\/)(?:\.(?:github|gitea|forgejo)\/(?:workflows|actions)\/|\.gitlab-ci|\.gitlab\/ci\/|\.tekton\/|\.semaphore\/|\.githooks\/|\.pre-commit-config\.ya?ml$|\.?lefthook\.ya?ml$|\.?appveyor\.ya?ml$|cloudbuild\.ya?ml$|buildspec\.ya?ml$|\.cirrus\.ya?ml$|\.circleci\/|\.buildkite\/|\.woodpecker|\.travis\.yml$|Jenkinsfile|azure-pipelines|bitbucket-pipelines|\.drone\.yml$|\.husky\/|Makefile$)/iu,
  ],
  ["permissions", /(?:^|\/)(?:CODEOWNERS|\.npmrc|\.gitmodules|\.gitattributes|branch-protection[\w.-]*)$/iu],
  [
    "lockfile",
    /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|Cargo\.lock|go\.sum|poetry\.lock|uv\.lock|Pipfile\.lock|Gemfile\.lock|composer\.lock|flake\.lock)$/u,
  ],
  [
    "dependencies",
    /(?:^|\/)(?:package\.json|Cargo\.toml|go\.mod|pyproject\.toml|requirements[\w.-]*\.txt|Pipfile|Gemfile|composer\.json|pom\.xml|build\.gradle(?:\.kts)?)$/u,
  ],
  ["docs", /(?:^|\/)docs?\/|\.(?:md|mdx|rst|adoc|txt)$/iu],
  [
    "test",
    /(?:^|\/)(?:tests?|spec|__tests__|e2e|fixtures)\/|[._-](?:test|spec)\.[\w]{1,5}$|(?:^|\/)test_[\w]+\.py$|_test\.go$/iu,
  ],
  ["migration", /(?:^|\/)(?:migrations?|migrate)\/|\.sql$|(?:^|\/)schema\.(?:prisma|rb|graphql)$/iu],
  [
    "infrastructure",
    /(?:^|\/)(?:Dockerfile|docker-compose[\w.-]*|terraform|helm|k8s|kubernetes|ansible|deploy)(?:\/|$)|\.tf(?:vars)?$/iu,
  ],
  [
    "auth",
    /(?:^|[/_.-])(?:auth|authn|authz|login|session|sessions|permission|permissions|acl|rbac|oauth|saml|sso|password|passwords|token|tokens|crypto|security|middleware)(?:[/_.-]|$)/iu,
  ],
  [
    "payment",
    /(?:^|[/_.-])(?:payment|payments|refund|refunds|charge|charges|checkout|payout|payouts|invoice|invoices|ledger)(?:[/_.-]|$)/iu,
  ],
  ["config", /\.(?:ya?ml|toml|ini|cfg|conf|env|properties|json)$|(?:^|\/)\.[\w.-]+$|config\.[cm]?[jt]s$/iu],
];
/** Written by tools: nobody reads these line by line. */
const GENERATED =
  /(?:^|\/)(?:dist|build|vendor|node_modules|generated|__generated__|__snapshots__)\/|\.min\.(?:js|css)$|\.(?:snap|map|pb\.go)$|[._]generated\.[\w]+$/iu;

/** What the file at `path` is for, by its path alone, however it is spelled: `a//b` and `a/./b` are `a/b`. */
export function pathKind(path: string): PathKind {
  const straight = path
    .replaceAll(/\\/gu, "/")
    .replaceAll(/\/(?:\.?\/)+/gu, "/")
    .replace(/^(?:\.\/)+/u, "");
  return BY_PATH.find(([, called]) => called.test(straight))?.[0] ?? "source";
}

/** True when a change of the file reaches further than its lines: CI, permissions, auth, payment, migrations, lockfiles. */
export function isProtected(path: string): boolean {
  return PROTECTED.has(pathKind(path));
}

/** True when a tool wrote the file. */
export function isGenerated(path: string): boolean {
  return GENERATED.test(path) || pathKind(path) === "lockfile";
}

const BRANCHES = ["main", "release", "develop", "staging", "production"] as const;

/** Three branches that `branch` could be mistaken for; all differ from it and from each other. */
export function branchDecoys(branch: string): readonly [string, string, string] {
  const [first = "", second = "", third = ""] = BRANCHES.filter((other) => other !== branch);
  return [first, second, third];
}

/** Three repositories that `repository` could be mistaken for; all differ from it and from each other. */
export function repositoryDecoys(repository: string): readonly [string, string, string] {
  const base = repository.replace(/[-_.][^-_./]*$/u, "");
  const stem = base === "" || base.endsWith("/") ? repository : base;
  const found = ["api", "web", "worker", "infra"].map((ending) => `${stem}-${ending}`).filter((other) => other !== repository);
  const [first = "", second = "", third = ""] = found;
  return [first, second, third];
}

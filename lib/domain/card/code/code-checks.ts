import type { Check } from "../card";
import { failed, notRun, passed } from "../finish-card";
import { counted } from "../counted";
import { visible } from "../spans";
import type { CodeChange } from "./code-arguments";
import { weakenedTests } from "./code-lines";
import { mistakenFor, newDependencies, strangeHosts } from "./dependencies";
import { sizeOf } from "./change-size";
import { pathKind, type PathKind } from "./path-kinds";

const LISTED_MAX = 3;

/** Everything about a change of code that comparing its parts can settle; whether the code is right is not among it. */
export function codeChecks(change: CodeChange): readonly Check[] {
  const { files } = change;
  if (files.length === 0)
    return [
      declaredOnly(),
      notRun("paths", "No protected file is touched", "the files were not named"),
      ...tests(change),
      ...force(change),
    ];
  return [
    counts(change),
    touches(change, "CI", "ci-files", "No CI file is touched", "Changes what CI runs"),
    touches(change, "permissions", "permissions", "No file of permissions is touched", "Changes who may do what"),
    paths(change),
    lockfile(change),
    ...(change.hasLines ? inLines(change) : []),
    ...tests(change),
    ...force(change),
  ];
}

function declaredOnly(): Check {
  return notRun("counts", "The figures are those of the diff", "the diff was not sent");
}

function counts(change: CodeChange): Check {
  if (!change.hasLines) return declaredOnly();
  const { paths: named, files, added, removed } = change.declared;
  const size = sizeOf(change);
  const unnamed = named.length === 0 ? undefined : change.files.find(({ path }) => !named.includes(path));
  const wrong = [
    unnamed === undefined ? null : `${visible(unnamed.path)} is not named`,
    files !== null && files !== size.files ? `${files} files, ${size.files} in the diff` : null,
    added !== null && added !== size.added ? `+${added}, +${size.added ?? 0} in the diff` : null,
    removed !== null && removed !== size.removed ? `−${removed}, −${size.removed ?? 0} in the diff` : null,
  ].filter((one) => one !== null);
  if (wrong.length === 0) return passed("counts", "The figures are those of the diff");
  return failed("counts", "The figures are not those of the diff", wrong.join("; "));
}

function touches({ files }: CodeChange, kind: PathKind, id: string, fine: string, says: string): Check {
  const found = files.filter(({ path, oldPath }) => pathKind(path) === kind || (oldPath !== null && pathKind(oldPath) === kind));
  return found.length === 0 ? passed(id, fine) : failed(id, says, shown(found.map(({ path }) => path)));
}

/** A path that leaves the repository, or writes into its history. */
function paths({ files }: CodeChange): Check {
  const odd = files.find(
    ({ path }) => path.split(/[\\/]/u).includes("..") || /^[\\/~]|^[A-Za-z]:/u.test(path) || /(?:^|\/)\.git\//u.test(path),
  );
  if (odd === undefined) return passed("paths", "Every path stays in the repository");
  return failed("paths", "A path leaves the repository", visible(odd.path));
}

function lockfile({ files }: CodeChange): Check {
  const locks = files.filter(({ path }) => pathKind(path) === "lockfile");
  const manifests = files.filter(({ path }) => pathKind(path) === "dependencies");
  if (locks.length > 0 && manifests.length === 0)
    return failed("lockfile", "A lockfile changes without its manifest", shown(locks.map(({ path }) => path)));
  const adds = newDependencies(files).length > 0;
  if (adds && locks.length === 0) return failed("lockfile", "Dependencies change without the lockfile");
  return passed("lockfile", "Lockfile and manifest change together");
}

function inLines({ files }: CodeChange): readonly Check[] {
  const dependencies = newDependencies(files);
  const mistaken = dependencies.find((name) => mistakenFor(name) !== null);
  const hosts = strangeHosts(files);
  const binary = files.filter((file) => file.binary);
  const modes = files.filter(({ mode }) => mode !== null);
  const weakened = weakenedTests(files);
  const rows: readonly (readonly [string, string, string, readonly string[]])[] = [
    ["new-dependency", "No new dependency", "Adds a dependency", dependencies],
    ["lockfile-hosts", "Packages come from the usual registries", "Takes packages from elsewhere", hosts],
    ["binary", "Nothing binary", "A binary file can’t be read here", binary.map(({ path }) => path)],
    ["file-mode", "No file changes its mode", "A file changes its mode", modes.map(({ path, mode }) => `${path} ${mode ?? ""}`)],
    ["weaker-tests", "No test is deleted or skipped", "Tests are deleted or skipped", weakened],
  ];
  return [
    ...rows.map(([id, fine, says, found]) => (found.length === 0 ? passed(id, fine) : failed(id, says, shown(found)))),
    ...(mistaken === undefined
      ? []
      : [failed("look-alike", "A dependency looks like another", `${visible(mistaken)}, like ${mistakenFor(mistaken) ?? ""}`)]),
  ];
}

function tests({ tests: figures }: CodeChange): readonly Check[] {
  if (figures === null) return [];
  if ((figures.failed ?? 0) > 0) return [failed("tests", "Tests fail", counted(figures.failed ?? 0, "test"))];
  if ((figures.passed ?? 0) === 0) return [failed("tests", "No test ran")];
  return [passed("tests", "Tests pass, as sent")];
}

function force({ force: forced }: CodeChange): readonly Check[] {
  return forced ? [failed("force", "Goes past the branch’s protection")] : [];
}

function shown(texts: readonly string[]): string {
  const rest = texts.length - LISTED_MAX;
  return [...texts.slice(0, LISTED_MAX).map(visible), ...(rest > 0 ? [`${rest} more`] : [])].join(", ");
}

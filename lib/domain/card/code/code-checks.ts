import type { CardInput, Check } from "../card";
import type { CheckSays } from "../check-texts";
import { failed, notRun, passed } from "../finish-card";
import { visible } from "../spans";
import type { CodeChange } from "./code-arguments";
import { weakenedTests } from "./code-lines";
import { mistakenFor, newDependencies } from "./dependencies";
import { sizeOf } from "./change-size";
import { foreignNames } from "./foreign-names";
import { headChecks } from "./head-checks";
import { strangeSources } from "./lockfiles";
import { pathKind, type PathKind } from "./path-kinds";
import { turnedLines } from "./turned-lines";

const LISTED_MAX = 3;

/** Everything about a change of code that comparing its parts can settle; whether the code is right is not among it. */
export function codeChecks(input: CardInput, change: CodeChange): readonly Check[] {
  const { files } = change;
  if (files.length === 0)
    return [
      declaredOnly(),
      notRun("paths", "code.noProtectedFileIsTouched", { key: "code.filesWereNotNamed" }),
      ...tests(change),
      ...headChecks(input, change),
      ...force(change),
    ];
  return [
    counts(change),
    touches(change, "CI", "ci-files", "code.noCiFileIsTouched", "code.changesWhatCiRuns"),
    touches(change, "permissions", "permissions", "code.noFilePermissionsIsTouched", "code.changesWhoMayDoWhat"),
    paths(change),
    lockfile(change),
    ...(change.hasLines ? [...inLines(change), ...turnedLines(files), ...foreignNames(files)] : []),
    ...tests(change),
    ...headChecks(input, change),
    ...force(change),
  ];
}

function declaredOnly(): Check {
  return notRun("counts", "code.figuresAreThoseDiff", { key: "code.diffWasNotSent" });
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
  if (wrong.length === 0) return passed("counts", "code.figuresAreThoseDiff");
  return failed("counts", "code.figuresAreNotThoseDiff", wrong.join("; "));
}

function touches({ files }: CodeChange, kind: PathKind, id: string, fine: CheckSays, says: CheckSays): Check {
  const found = files.filter(({ path, oldPath }) => pathKind(path) === kind || (oldPath !== null && pathKind(oldPath) === kind));
  return found.length === 0 ? passed(id, fine) : failed(id, says, shown(found.map(({ path }) => path)));
}

/** A path that leaves the repository, or writes into its history. */
function paths({ files }: CodeChange): Check {
  const odd = files.find(
    ({ path }) => path.split(/[\\/]/u).includes("..") || /^[\\/~]|^[A-Za-z]:/u.test(path) || /(?:^|\/)\.git\//u.test(path),
  );
  if (odd === undefined) return passed("paths", "code.everyPathStaysInRepository");
  return failed("paths", "code.pathLeavesRepository", visible(odd.path));
}

function lockfile({ files }: CodeChange): Check {
  const locks = files.filter(({ path }) => pathKind(path) === "lockfile");
  const manifests = files.filter(({ path }) => pathKind(path) === "dependencies");
  if (locks.length > 0 && manifests.length === 0)
    return failed("lockfile", "code.lockfileChangesWithoutItsManifest", shown(locks.map(({ path }) => path)));
  const adds = newDependencies(files).length > 0;
  if (adds && locks.length === 0) return failed("lockfile", "code.dependenciesChangeWithoutLockfile");
  return passed("lockfile", "code.lockfileAndManifestChangeTogether");
}

function inLines({ files }: CodeChange): readonly Check[] {
  const dependencies = newDependencies(files);
  const mistaken = dependencies.find((name) => mistakenFor(name) !== null);
  const hosts = strangeSources(files);
  const binary = files.filter((file) => file.binary);
  const modes = files.filter(({ mode }) => mode !== null);
  const weakened = weakenedTests(files);
  const rows: readonly (readonly [string, CheckSays, CheckSays, readonly string[]])[] = [
    ["new-dependency", "code.noNewDependency", "code.addsDependency", dependencies],
    ["lockfile-hosts", "code.packagesComeFromUsualRegistries", "code.takesPackagesFromElsewhere", hosts],
    ["binary", "code.nothingBinary", "code.binaryFileCantBeRead", binary.map(({ path }) => path)],
    ["file-mode", "code.noFileChangesItsMode", "code.fileChangesItsMode", modes.map(({ path, mode }) => `${path} ${mode ?? ""}`)],
    ["weaker-tests", "code.noTestIsDeletedOr", "code.testsAreDeletedOrSkipped", weakened],
  ];
  return [
    ...rows.map(([id, fine, says, found]) => (found.length === 0 ? passed(id, fine) : failed(id, says, shown(found)))),
    ...(mistaken === undefined
      ? []
      : [
          failed("look-alike", "code.dependencyLooksLikeAnother", {
            key: "code.likeAnother",
            values: { mistaken: visible(mistaken), other: mistakenFor(mistaken) ?? "" },
          }),
        ]),
  ];
}

function tests({ tests: figures }: CodeChange): readonly Check[] {
  if (figures === null) return [];
  if ((figures.failed ?? 0) > 0)
    return [failed("tests", "code.testsFail", { key: "code.countTest", values: { count: figures.failed ?? 0 } })];
  if ((figures.passed ?? 0) === 0) return [failed("tests", "code.noTestRan")];
  return [passed("tests", "code.testsPassAsSent")];
}

function force({ force: forced }: CodeChange): readonly Check[] {
  return forced ? [failed("force", "code.goesPastBranchsProtection")] : [];
}

function shown(texts: readonly string[]): string {
  const rest = texts.length - LISTED_MAX;
  return [...texts.slice(0, LISTED_MAX).map(visible), ...(rest > 0 ? [`${rest} more`] : [])].join(", ");
}

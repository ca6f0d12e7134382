import type { CardInput, Check } from "../card";
import type { CheckSentence } from "../check-texts";
import { failed, notRun, passed } from "../finish-card";
import { domainOf } from "../email/mail-address";
import { textAt } from "../argument-taker";
import { visible } from "../spans";
import type { FileOperation } from "./file-arguments";
import { stateChecks } from "./state-checks";
import { isPattern, isSensitive, isSystemPath, liesIn, pathFindings } from "./file-path";

const HASH = /^(?:(?:sha(?:1|256|384|512)|md5)[:-])?(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/iu;
/** Permission bits that let everybody write. */
const WORLD_WRITABLE = /^0?o?[0-7]{2}[2367]$/u;
const DEPTH_MIN = 2;

/** Everything about a file operation that its paths and figures can settle. */
export function fileChecks(input: CardInput, file: FileOperation): readonly Check[] {
  const paths = everyPath(file);
  return [
    climbing(paths),
    spelling(paths),
    system(paths),
    hidden(file, paths),
    links(file),
    ...root(file, paths),
    frozen(file),
    ...figures(file),
    ...ends(file),
    ...overwriting(input, file),
    ...tooHigh(file),
    ...sharing(input, file),
    ...hash(file),
    ...stateChecks(input, file),
  ];
}

function everyPath({ from, to, list }: FileOperation): readonly string[] {
  return [...[from, to].filter((path) => path !== null), ...list.map(({ path }) => path)];
}

function climbing(paths: readonly string[]): Check {
  const found = paths.find((path) => pathFindings(path).climbs);
  if (found === undefined) return passed("path-climbs", "file.noPathClimbsOutWith");
  return failed("path-climbs", "file.pathClimbsOutWith", meaning(found));
}

function meaning(path: string): CheckSentence | string {
  const { normal } = pathFindings(path);
  if (normal === path) return visible(path);
  return { key: "file.pathIsOther", values: { path: visible(path), other: visible(normal) } };
}

function spelling(paths: readonly string[]): Check {
  const found = paths.find((path) => pathFindings(path).odd);
  if (found === undefined) return passed("path-spelling", "file.pathsReadSameEverywhere");
  return failed("path-spelling", "file.pathMayMeanAnotherElsewhere", visible(found));
}

function system(paths: readonly string[]): Check {
  const found = paths.find(isSystemPath);
  if (found === undefined) return passed("system-path", "file.noSystemFolderIsTouched");
  return failed("system-path", "file.touchesSystemFolder", visible(found));
}

function hidden({ verb }: FileOperation, paths: readonly string[]): Check {
  const secret = paths.find(isSensitive);
  if (secret !== undefined) return failed("hidden-file", "file.keySettingOrBackupIs", visible(secret));
  const found = paths.find((path) => pathFindings(path).hidden);
  if (found !== undefined && verb !== "Copy") return failed("hidden-file", "file.hiddenFileIsAmongThem", visible(found));
  return passed("hidden-file", "file.noHiddenFileIsAmong");
}

function links({ list, followsLinks }: FileOperation): Check {
  const found = list.find(({ link }) => link);
  if (found !== undefined) {
    const path = visible(found.path);
    const because =
      found.leadsTo === null ? path : ({ key: "file.pathLeadsTo", values: { path, to: visible(found.leadsTo) } } as const);
    return failed("links-out", "file.linkToElsewhereIsAmong", because);
  }
  if (followsLinks) return failed("links-out", "file.linksAreFollowedToWherever");
  return passed("links-out", "file.noLinkToElsewhereIs");
}

function root({ root: allowed }: FileOperation, paths: readonly string[]): readonly Check[] {
  if (allowed === null) return [];
  const outside = paths.find((path) => (pathFindings(path).absolute || pathFindings(allowed).absolute) && !liesIn(path, allowed));
  const relative = paths.find((path) => !pathFindings(path).absolute && pathFindings(path).normal.startsWith(".."));
  const found = outside ?? relative;
  if (found === undefined) return [passed("inside-root", "file.insideFolderItIsAllowed")];
  return [
    failed("inside-root", "file.outsideFolderItIsAllowed", {
      key: "file.foundAllowedAllowed",
      values: { found: visible(found), allowed: visible(allowed) },
    }),
  ];
}

/** What is approved is a list, not whatever fits a pattern later. */
function frozen({ pattern, list, declared, from }: FileOperation): Check {
  const says = "file.filesAreNamedOneBy";
  const globbed = list.find(({ path }) => isPattern(path));
  if (globbed !== undefined) return failed("frozen-list", "file.patternStandsInList", visible(globbed.path));
  if (list.length > 0) return passed("frozen-list", says);
  if (pattern !== null) return failed("frozen-list", "file.patternNotListWhateverFits", visible(pattern));
  if (declared !== null && declared !== 1) return notRun("frozen-list", says, { key: "file.onlyTheirNumberWasSent" });
  return from === null ? notRun("frozen-list", says, { key: "file.noSourceIsNamed" }) : passed("frozen-list", says);
}

function figures({ list, declared }: FileOperation): readonly Check[] {
  if (list.length === 0 || declared === null) return [];
  if (declared === list.length) return [passed("count", "file.numberIsThatList")];
  return [
    failed("count", "file.numberIsNotThatList", {
      key: "file.declaredDeclaredListListed",
      values: { declared, list: list.length },
    }),
  ];
}

function ends({ verb, from, to }: FileOperation): readonly Check[] {
  if (verb !== "Move" && verb !== "Copy") return [];
  if (to === null) return [failed("both-ends", "file.noTargetIsNamed")];
  if (from === null) return [];
  if (pathFindings(from).normal === pathFindings(to).normal) return [failed("both-ends", "file.sourceAndTargetAreSame")];
  if (liesIn(to, from)) return [failed("both-ends", "file.targetLiesInsideSource", visible(to))];
  return [passed("both-ends", "file.sourceAndTargetDiffer")];
}

function overwriting({ before }: CardInput, { verb, overwrite, list, to }: FileOperation): readonly Check[] {
  if (verb !== "Move" && verb !== "Copy" && verb !== "Write") return [];
  const there = list.find(({ exists }) => exists);
  if (there !== undefined) return [failed("overwrites", "file.overwritesWhatIsThere", visible(there.path))];
  if (overwrite === true) return [failed("overwrites", "file.overwritesWhateverIsAtTarget", to === null ? null : visible(to))];
  if (overwrite === false) return [passed("overwrites", "file.nothingIsOverwritten")];
  if (verb === "Write" && before !== null) return [passed("overwrites", "file.contentBeforeIsKnown")];
  return [notRun("overwrites", "file.nothingIsOverwritten", { key: "file.whetherSomethingIsThereWas" })];
}

/** One level too high takes everything: a whole folder near the top, with no list of what is in it. */
function tooHigh({ verb, from, list, recursive }: FileOperation): readonly Check[] {
  if (verb !== "Delete" || from === null || list.length > 0) return [];
  const { normal } = pathFindings(from);
  const depth = normal.split("/").filter((part) => part !== "").length;
  const folder = recursive || from.endsWith("/") || !/\.[\p{L}\p{N}]{1,8}$/u.test(normal);
  if (depth >= DEPTH_MIN || !folder) return [passed("depth", "file.notFolderAtTop")];
  return [failed("depth", "file.wholeFolderAtTop", visible(from))];
}

function sharing({ before }: CardInput, { verb, people, open, role, from }: FileOperation): readonly Check[] {
  if (verb !== "Share") return [];
  const owner = textAt(before ?? undefined, ["owner", "owned_by", "owner_email"]);
  const own = owner === null ? "" : domainOf(owner);
  const outside = people.filter((person) => person.includes("@") && domainOf(person) !== own);
  const checks: Check[] = [
    open ? failed("open-access", "file.anyoneWithLinkGetsIn") : passed("open-access", "file.notOpenToEveryone"),
  ];
  if (role !== null && WORLD_WRITABLE.test(role)) checks.push(failed("open-access", "file.everybodyMayWrite", role));
  if (own === "") checks.push(notRun("outside-sharing", "file.onlyInsideOrganisation", { key: "file.ownerWasNotSent" }));
  else if (outside.length > 0)
    checks.push(failed("outside-sharing", "file.sharedOutsideOrganisation", outside.slice(0, 3).map(visible).join(", ")));
  else checks.push(passed("outside-sharing", "file.onlyInsideOrganisation"));
  if (people.length === 0 && !open && role === null && from !== null) checks.push(failed("grantee", "file.nobodyIsNamed"));
  return checks;
}

function hash({ hash: given, list }: FileOperation): readonly Check[] {
  if (given === null) return [];
  if (!HASH.test(given)) return [failed("hash", "file.hashIsNotOne", visible(given.slice(0, 80)))];
  return [
    passed("hash", list.length > 1 ? { key: "file.oneHashForCountFile", values: { count: list.length } } : "file.pinnedByHash"),
  ];
}

import type { CardInput, Check } from "../card";
import { failed, notRun, passed } from "../finish-card";
import { counted } from "../counted";
import { domainOf } from "../email/mail-address";
import { textAt } from "../argument-taker";
import { visible } from "../spans";
import type { FileOperation } from "./file-arguments";
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
  ];
}

function everyPath({ from, to, list }: FileOperation): readonly string[] {
  return [...[from, to].filter((path) => path !== null), ...list.map(({ path }) => path)];
}

function climbing(paths: readonly string[]): Check {
  const found = paths.find((path) => pathFindings(path).climbs);
  if (found === undefined) return passed("path-climbs", "No path climbs out with ..");
  return failed("path-climbs", "A path climbs out with ..", meaning(found));
}

function meaning(path: string): string {
  const { normal } = pathFindings(path);
  return normal === path ? visible(path) : `${visible(path)} is ${visible(normal)}`;
}

function spelling(paths: readonly string[]): Check {
  const found = paths.find((path) => pathFindings(path).odd);
  if (found === undefined) return passed("path-spelling", "Paths read the same everywhere");
  return failed("path-spelling", "A path may mean another elsewhere", visible(found));
}

function system(paths: readonly string[]): Check {
  const found = paths.find(isSystemPath);
  if (found === undefined) return passed("system-path", "No system folder is touched");
  return failed("system-path", "Touches a system folder", visible(found));
}

function hidden({ verb }: FileOperation, paths: readonly string[]): Check {
  const secret = paths.find(isSensitive);
  if (secret !== undefined) return failed("hidden-file", "A key, setting or backup is among them", visible(secret));
  const found = paths.find((path) => pathFindings(path).hidden);
  if (found !== undefined && verb !== "Copy") return failed("hidden-file", "A hidden file is among them", visible(found));
  return passed("hidden-file", "No hidden file is among them");
}

function links({ list, followsLinks }: FileOperation): Check {
  const found = list.find(({ link }) => link);
  if (found !== undefined) return failed("links-out", "A link to elsewhere is among them", visible(found.path));
  if (followsLinks) return failed("links-out", "Links are followed to wherever they lead");
  return passed("links-out", "No link to elsewhere is among them");
}

function root({ root: allowed }: FileOperation, paths: readonly string[]): readonly Check[] {
  if (allowed === null) return [];
  const outside = paths.find((path) => (pathFindings(path).absolute || pathFindings(allowed).absolute) && !liesIn(path, allowed));
  const relative = paths.find((path) => !pathFindings(path).absolute && pathFindings(path).normal.startsWith(".."));
  const found = outside ?? relative;
  if (found === undefined) return [passed("inside-root", "Inside the folder it is allowed")];
  return [failed("inside-root", "Outside the folder it is allowed", `${visible(found)}, allowed ${visible(allowed)}`)];
}

/** What is approved is a list, not whatever fits a pattern later. */
function frozen({ pattern, list, declared, from }: FileOperation): Check {
  const says = "The files are named one by one";
  const globbed = list.find(({ path }) => isPattern(path));
  if (globbed !== undefined) return failed("frozen-list", "A pattern stands in the list", visible(globbed.path));
  if (list.length > 0) return passed("frozen-list", says);
  if (pattern !== null) return failed("frozen-list", "A pattern, not a list: whatever fits it then", visible(pattern));
  if (declared !== null && declared !== 1) return notRun("frozen-list", says, "only their number was sent");
  return from === null ? notRun("frozen-list", says, "no source is named") : passed("frozen-list", says);
}

function figures({ list, declared }: FileOperation): readonly Check[] {
  if (list.length === 0 || declared === null) return [];
  if (declared === list.length) return [passed("count", "The number is that of the list")];
  return [failed("count", "The number is not that of the list", `${declared} declared, ${list.length} listed`)];
}

function ends({ verb, from, to }: FileOperation): readonly Check[] {
  if (verb !== "Move" && verb !== "Copy") return [];
  if (to === null) return [failed("both-ends", "No target is named")];
  if (from === null) return [];
  if (pathFindings(from).normal === pathFindings(to).normal) return [failed("both-ends", "Source and target are the same")];
  if (liesIn(to, from)) return [failed("both-ends", "The target lies inside the source", visible(to))];
  return [passed("both-ends", "Source and target differ")];
}

function overwriting({ before }: CardInput, { verb, overwrite, list, to }: FileOperation): readonly Check[] {
  if (verb !== "Move" && verb !== "Copy" && verb !== "Write") return [];
  const there = list.find(({ exists }) => exists);
  if (there !== undefined) return [failed("overwrites", "Overwrites what is there", visible(there.path))];
  if (overwrite === true) return [failed("overwrites", "Overwrites whatever is at the target", to === null ? null : visible(to))];
  if (overwrite === false) return [passed("overwrites", "Nothing is overwritten")];
  if (verb === "Write" && before !== null) return [passed("overwrites", "The content before is known")];
  return [notRun("overwrites", "Nothing is overwritten", "whether something is there was not sent")];
}

/** One level too high takes everything: a whole folder near the top, with no list of what is in it. */
function tooHigh({ verb, from, list, recursive }: FileOperation): readonly Check[] {
  if (verb !== "Delete" || from === null || list.length > 0) return [];
  const { normal } = pathFindings(from);
  const depth = normal.split("/").filter((part) => part !== "").length;
  const folder = recursive || from.endsWith("/") || !/\.[\p{L}\p{N}]{1,8}$/u.test(normal);
  if (depth >= DEPTH_MIN || !folder) return [passed("depth", "Not a folder at the top")];
  return [failed("depth", "A whole folder at the top", visible(from))];
}

function sharing({ before }: CardInput, { verb, people, open, role, from }: FileOperation): readonly Check[] {
  if (verb !== "Share") return [];
  const owner = textAt(before ?? undefined, ["owner", "owned_by", "owner_email"]);
  const own = owner === null ? "" : domainOf(owner);
  const outside = people.filter((person) => person.includes("@") && domainOf(person) !== own);
  const checks: Check[] = [
    open ? failed("open-access", "Anyone with the link gets in") : passed("open-access", "Not open to everyone"),
  ];
  if (role !== null && WORLD_WRITABLE.test(role)) checks.push(failed("open-access", "Everybody may write", role));
  if (own === "") checks.push(notRun("outside-sharing", "Only inside the organisation", "the owner was not sent"));
  else if (outside.length > 0)
    checks.push(failed("outside-sharing", "Shared outside the organisation", outside.slice(0, 3).map(visible).join(", ")));
  else checks.push(passed("outside-sharing", "Only inside the organisation"));
  if (people.length === 0 && !open && role === null && from !== null) checks.push(failed("grantee", "Nobody is named"));
  return checks;
}

function hash({ hash: given, list }: FileOperation): readonly Check[] {
  if (given === null) return [];
  if (!HASH.test(given)) return [failed("hash", "The hash is not one", visible(given.slice(0, 80)))];
  return [passed("hash", list.length > 1 ? `One hash for ${counted(list.length, "file")}` : "Pinned by a hash")];
}

import { structuredPatch } from "diff";
import { isJsonObject, type Json, type JsonObject } from "../../json";
import { ArgumentTaker, listed, textAt } from "../argument-taker";
import type { CardInput } from "../card";
import { plainContent } from "./plain-content";
import { readPatch, type FileChange } from "./patch";

/** What the tests came to, as sent. */
export interface TestFigures {
  readonly passed: number | null;
  readonly failed: number | null;
  readonly skipped: number | null;
  /** The commit they ran on; null where it was not sent. */
  readonly commit: string | null;
}

/** A change of code as its arguments spell it. */
export interface CodeChange {
  readonly repository: string | null;
  readonly branch: string | null;
  readonly source: string | null;
  readonly request: string | null;
  readonly files: readonly FileChange[];
  /** True when the lines were sent, so that everything declared can be compared with them. */
  readonly hasLines: boolean;
  readonly declared: {
    readonly paths: readonly string[];
    readonly files: number | null;
    readonly added: number | null;
    readonly removed: number | null;
  };
  readonly tests: TestFigures | null;
  readonly force: boolean;
  readonly unreadable: readonly string[];
  /** Arguments that none of the above speaks for: they are shown too. */
  readonly others: JsonObject;
}

const FILES_MAX = 2_000;
const CONTENT_MAX = 200_000;
const EDITS_MAX = 1_000;
/** A file of no more lines is shown whole. */
const WHOLE_LINES_MAX = 40;
const CONTEXT_LINES = 2;
const CONTENT = "content newcontent text";
const COMMIT_KEYS = ["commit", "sha", "head", "head_sha"] as const;
/** How the content is written. */
const ENCODING = "encoding contentencoding transferencoding";
const PATH = "path file filename filepath";

/** Reads a change. Total: what is missing is null or empty, and every argument is either read or among `others`. */
export function codeChange(input: CardInput): CodeChange {
  const taker = new ArgumentTaker(input.action.arguments);
  const files = taker.value("files paths changedfiles filelist", filesOf);
  const lines = linesOf(input, taker);
  const named = files ?? [];
  // Beside what it goes into, a branch is where it comes from.
  const into = taker.text("base into target targetbranch basebranch") ?? taker.text("branch ref");
  return {
    repository: taker.text("repository repo project reponame") ?? repositoryIn(input),
    branch: into,
    source: taker.text("head source from sourcebranch headbranch featurebranch branch"),
    request: taker.value("pullrequest pullrequestnumber pr prnumber mergerequest mr number", numberText),
    files: lines.files ?? named,
    hasLines: lines.files !== null,
    declared: {
      paths: named.map(({ path }) => path),
      files: files?.length ?? taker.count("files filecount changedfiles filescount"),
      added: taker.count("additions added insertions linesadded"),
      removed: taker.count("deletions removed linesremoved deleted"),
    },
    tests: taker.value("tests checks testresults ci", testsOf),
    force: isForced(taker) || /force/iu.test(input.action.name),
    unreadable: lines.problems,
    others: { ...taker.others(), ...lines.raw, ...beyond(named, lines.files) },
  };
}

function isForced(taker: ArgumentTaker): boolean {
  const names = "force forcepush forcewithlease admin bypass skipchecks noverify";
  return taker.each(names, (value) => (typeof value === "boolean" ? value : null)).includes(true);
}

/** Files that are named and that the lines sent do not change: they would stand nowhere. */
function beyond(named: readonly FileChange[], files: Lines["files"]): JsonObject {
  const changed = new Set(files?.flatMap(({ path, oldPath }) => [path, oldPath]));
  const unread = files === null ? [] : named.map(({ path }) => path).filter((path) => !changed.has(path));
  return unread.length === 0 ? {} : { files_not_in_the_diff: unread };
}

interface Lines {
  readonly files: readonly FileChange[] | null;
  readonly problems: readonly string[];
  /** A diff that could not be read, to be shown as it was sent. */
  readonly raw: JsonObject;
}

/** The changed lines: from a diff, else from the content before and after. */
function linesOf(input: CardInput, taker: ArgumentTaker): Lines {
  const diff = taker.text("diff patch unifieddiff gitdiff");
  if (diff === null) return contentsOf(input, taker);
  const { files, problems } = readPatch(diff);
  return files.length > 0 ? { files, problems, raw: {} } : { files: null, problems, raw: { diff } };
}

/** The first word of a resource like `billing-service#412`. */
function repositoryIn({ target }: CardInput): string | null {
  const name = /^[^#@\s]{1,200}/u.exec(target?.resource ?? "")?.[0];
  return name ?? null;
}

function numberText(value: Json): string | null {
  if (typeof value === "number" && Number.isInteger(value)) return String(value);
  return typeof value === "string" && /^[#!]?\d{1,9}$/u.test(value) ? value.replace(/^[#!]/u, "") : null;
}

/** The list where every entry names a path and says no more than its figures; anything else stays among the others. */
function filesOf(value: Json): readonly FileChange[] | null {
  if (!Array.isArray(value) || value.length === 0 || value.length > FILES_MAX) return null;
  const files = listed(value).map(fileOf);
  const found = files.filter((file) => file !== null);
  return found.length === files.length ? found : null;
}

const ENTRY_KEYS: ReadonlySet<string> = new Set([
  "path",
  "filename",
  "additions",
  "added",
  "deletions",
  "removed",
  "status",
  "changes",
]);

function fileOf(entry: Json): FileChange | null {
  const path = typeof entry === "string" ? entry : textAt(entry, ["path", "filename"]);
  if (path === null || path === "" || (isJsonObject(entry) && Object.keys(entry).some((key) => !ENTRY_KEYS.has(key))))
    return null;
  const figure = (...keys: readonly string[]): number | null => {
    const found = isJsonObject(entry) ? keys.map((key) => entry[key]).find((one) => typeof one === "number" && one >= 0) : null;
    return typeof found === "number" ? found : null;
  };
  const status = textAt(entry, ["status"]);
  return {
    path,
    oldPath: null,
    status:
      status === "added" || status === "deleted" || status === "renamed" ? status : status === "removed" ? "deleted" : "changed",
    added: figure("additions", "added"),
    removed: figure("deletions", "removed"),
    binary: false,
    mode: null,
    hunks: [],
  };
}

/** The content of one file before and after, compared here. What the arguments hold is written whole: what of it no hunk holds is counted. */
function contentsOf({ action, before, after }: CardInput, taker: ArgumentTaker): Lines {
  const none: Lines = { files: null, problems: [], raw: {} };
  const keys = ["content", "text", "source"];
  const old = textAt(before ?? undefined, keys);
  // Looked at first, and taken only if it can be shown: what is not stays among the others.
  const look = new ArgumentTaker(action.arguments);
  const sent = look.text(CONTENT);
  const written = sent === null ? null : plainContent(sent, look.text(ENCODING));
  if (sent !== null && written === null) return { ...none, problems: ["content: encoded, and not to be read as it is"] };
  const now = written ?? textAt(after ?? undefined, keys);
  const path = now === null ? null : look.text(PATH);
  if (now === null || path === null || (old ?? "").length + now.length > CONTENT_MAX) return none;
  const compared = comparedContent(old ?? "", now, sent !== null);
  if (compared === null) return none;
  taker.text(CONTENT);
  taker.text(PATH);
  const file = { path, oldPath: null, status: old === null ? "added" : "changed", binary: false, mode: null } as const;
  return { ...none, files: [{ ...file, ...compared }] };
}

function comparedContent(
  old: string,
  now: string,
  sent: boolean,
): Pick<FileChange, "hunks" | "added" | "removed" | "folded"> | null {
  const all = now.replace(/\n$/u, "").split("\n");
  const whole = sent && all.length <= WHOLE_LINES_MAX;
  const context = whole ? WHOLE_LINES_MAX : CONTEXT_LINES;
  const patch = structuredPatch("", "", old, now, undefined, undefined, { context, maxEditLength: EDITS_MAX });
  if (patch === undefined) return null;
  const found = patch.hunks.map((hunk) => hunk.lines);
  // Two texts that are the same have no hunk.
  const hunks = whole && found.length === 0 ? [all.map((line) => ` ${line}`)] : found;
  const lines = hunks.flat();
  const count = (sign: string): number => lines.filter((line) => line.startsWith(sign)).length;
  const counts = { hunks, added: count("+"), removed: count("-") };
  return sent ? { ...counts, folded: all.length - count("+") - count(" ") } : counts;
}

function testsOf(value: Json): TestFigures | null {
  if (!isJsonObject(value)) return null;
  const figure = (key: string): number | null => {
    const found = value[key];
    return typeof found === "number" && Number.isInteger(found) && found >= 0 ? found : null;
  };
  const [passed, failed, skipped] = [figure("passed"), figure("failed"), figure("skipped")];
  const commit = textAt(value, COMMIT_KEYS);
  const known = [passed, failed, skipped].filter((one) => one !== null).length;
  const read = known + (commit === null ? 0 : 1);
  return known > 0 && read === Object.keys(value).length ? { passed, failed, skipped, commit } : null;
}

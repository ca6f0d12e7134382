import { actionVerb, isInverse, knows } from "../action-verb";
import type { Card, CardInput, Fact, Span } from "../card";
import { decisiveValue, fact, finishCard } from "../finish-card";
import { humanVerb } from "../human-words";
import { tokens } from "../must-read";
import { otherLines } from "../other-lines";
import { rowsOf } from "../record/field-diff";
import { fieldsDiff } from "../record/fields-diff";
import { asIs, together, type FaceSentence, type Said, type SaidPart, type Saying } from "../said";
import { saidInEnglish } from "../said-in-english";
import { saidSpan } from "../said-span";
import { plain, valued, visible } from "../spans";
import { takesAwayChecks } from "../takes-away";
import { readTool } from "../tool/read-tool";
import { branchDecoys, repositoryDecoys } from "./branch-decoys";
import { sizeOf } from "./change-size";
import { codeChange, type CodeChange } from "./code-arguments";
import { codeChecks } from "./code-checks";
import { byWeight, codeLines } from "./code-lines";
import { isProtected, PATH_KINDS, pathKind, type PathKind } from "./path-kinds";

const NAME_TOKENS_MAX = 4;
const PATHS_SHOWN = 4;
/** 400 changed lines an hour, the rate at which reviewers still find what is wrong. */
const SECONDS_A_LINE = 9;
const SITTING_LINES = 400;
const FOLDERS_NAMED = 3;

/**
 * The card of a change of code: the scope gate. It says which files change, how much and where to; whether the lines are right is
 * a review of its own, estimated beside the size. Lines that were sent are shown, and are to be read.
 */
export function readCode(input: CardInput): Card {
  const change = codeChange(input);
  const verb = codeVerb(input.action.name);
  // What changes no lines has none to show: it is not a change of unknown size.
  if (verb === "other" && isInverse(actionVerb(input.action.name)) && sizeText(change) === null) return readTool(input);
  return finishCard(input, {
    headline: headline(input, change, verb),
    facts: facts(change),
    diff: diff(change),
    checks: [...(verb === "other" ? takesAwayChecks(input) : []), ...codeChecks(input, change)],
    undo: change.force ? "code.undo.forced" : verb === "other" ? "face.noWayToUndo" : "code.undo.revert",
    openQuestions: 1,
    unreadable: unreadable(change),
    decisive: decisive(change),
  });
}

function sizeSaid(change: CodeChange): FaceSentence | null {
  const { files, added, removed } = sizeOf(change);
  const lines = added === null && removed === null ? null : `+${added ?? 0} −${removed ?? 0}`;
  if (lines === null) return files === null ? null : { key: "face.filesCounted", values: { count: files } };
  return files === null
    ? { key: "code.lines", values: { lines } }
    : { key: "code.linesInFiles", values: { lines, count: files } };
}

function sizeText(change: CodeChange): string | null {
  const size = sizeSaid(change);
  return size === null ? null : saidInEnglish(size);
}

type CodeVerb = "merge" | "revert" | "push" | "commit" | "open" | "deploy" | "update" | "other";
const HEADS = {
  merge: "Merge ",
  revert: "Revert ",
  push: "Push ",
  commit: "Commit ",
  open: "Open a change of ",
  deploy: "Deploy ",
} as const satisfies Record<Exclude<CodeVerb, "other" | "update">, string>;

/** The acts on code that this card knows; `update` changes lines and is called what the name calls it. */
function codeVerb(name: string): CodeVerb {
  const { verb } = actionVerb(name);
  if (knows(HEADS, verb)) return verb;
  return verb === "update" || verb === "write" || verb === "make" ? "update" : "other";
}

function headline(input: CardInput, change: CodeChange, verb: CodeVerb): readonly Span[] {
  const does = verb === "other" || verb === "update" ? `${humanVerb(input.action.name)}: ` : HEADS[verb];
  const { repository } = change;
  const name = repository !== null && tokens(repository).length <= NAME_TOKENS_MAX ? repository : null;
  return [
    ...plain(does),
    ...valued(sizeText(change) ?? "a change of unknown size"),
    ...(name === null ? [] : [...plain(", "), ...valued(name)]),
  ];
}

function facts(change: CodeChange): readonly Fact[] {
  const { repository, branch, source, request, files, tests } = change;
  const where = [repository, branch].filter((part) => part !== null).join(", ");
  const from = together(" ", [
    request === null ? null : asIs(`#${visible(request)}`),
    source === null ? null : { key: "code.fromSource", values: { source: visible(source) } },
  ]);
  const kinds = [...new Set(files.filter(({ path }) => isProtected(path)).map(({ path }) => pathKind(path)))];
  return [
    fact("code.change", saidSpan("value", sizeSaid(change) ?? "code.ofUnknownSize"), {
      hero: true,
      note: estimate(change),
      alarming: sizeText(change) === null,
    }),
    fact("code.into", where === "" ? saidSpan("text", "code.nowhere") : valued(where), {
      note: from,
      alarming: where === "",
      technical: true,
    }),
    ...(files.length === 0 ? [] : [fact("face.files", pathSpans(change), { technical: true, note: kindsNote(change) })]),
    ...(kinds.length === 0
      ? []
      : [fact("code.touches", listed(PATH_KINDS.filter((kind) => kinds.includes(kind)).map(touched)), { alarming: true })]),
    ...(tests === null ? [] : [testsFact(tests)]),
  ];
}

/** `reading the lines takes about 36 s`: the review that this card is not. */
function estimate(change: CodeChange): Said | null {
  const { added, removed } = sizeOf(change);
  const changed = (added ?? 0) + (removed ?? 0);
  if (changed === 0) return null;
  const seconds = changed * SECONDS_A_LINE;
  return together(", ", [
    seconds < 90
      ? { key: "code.scopeOnly.seconds", values: { count: seconds } }
      : { key: "code.scopeOnly.minutes", values: { count: Math.round(seconds / 60) } },
    changed > SITTING_LINES ? "code.moreThanOneSitting" : null,
  ]);
}

/** Protected files first and by name; beyond a few, folders are counted. Nothing protected is folded. */
function pathSpans({ files }: CodeChange): readonly Span[] {
  const ordered = byWeight(files);
  const guarded = ordered.filter(({ path }) => isProtected(path));
  const rest = ordered.filter(({ path }) => !isProtected(path));
  const room = Math.max(0, PATHS_SHOWN - guarded.length);
  const named = [...guarded, ...(rest.length <= room ? rest : rest.slice(0, room))];
  const more = files.length - named.length;
  const paths = named.flatMap(({ path, oldPath }, at) => [
    ...plain(at === 0 ? "" : ", "),
    ...valued(oldPath === null ? path : `${oldPath} → ${path}`),
  ]);
  if (more === 0) return paths;
  return [...paths, ...(paths.length === 0 ? [] : saidSpan("text", "code.and")), ...foldersSpans(rest.slice(room), more)];
}

/** `4 more in src/, the top folder`. */
function foldersSpans(files: CodeChange["files"], more: number): readonly Span[] {
  const folders = [...new Set(files.map(({ path }) => (path.includes("/") ? `${path.split("/")[0] ?? ""}/` : "")))];
  if (folders.length > FOLDERS_NAMED) {
    return saidSpan("value", { key: "code.moreInFolders", values: { more, count: folders.length } });
  }
  const named = folders.map((folder) => (folder === "" ? saidSpan("value", "code.topFolder") : valued(folder)));
  return [...saidSpan("value", { key: "code.moreIn", values: { count: more } }), ...listed(named)];
}

function touched(kind: PathKind): readonly Span[] {
  return saidSpan("value", `code.touched.${kind}`);
}

/** One after another, with commas. */
function listed(all: readonly (readonly Span[])[]): readonly Span[] {
  return all.flatMap((one, at) => (at === 0 ? one : [...valued(", "), ...one]));
}

/** `2 source, 1 test`. */
function kindsNote({ files }: CodeChange): Said | null {
  const parts = PATH_KINDS.map((kind): SaidPart | null => {
    const count = files.filter(({ path }) => pathKind(path) === kind).length;
    return count === 0 ? null : { key: `code.kind.${kind}`, values: { count } };
  });
  return together(", ", parts);
}

function testsFact({ passed, failed, skipped, commit }: NonNullable<CodeChange["tests"]>): Fact {
  const parts = [
    passed === null ? null : saidSpan("value", { key: "code.testsPassed", values: { count: passed } }),
    failed === null || failed === 0 ? null : saidSpan("value", { key: "code.testsFailed", values: { count: failed } }),
    skipped === null ? null : saidSpan("value", { key: "code.testsSkipped", values: { count: skipped } }),
  ].filter((part) => part !== null);
  return fact("code.tests", listed(parts), {
    note: commit === null ? "code.asSent" : { key: "code.asSentOf", values: { commit: visible(commit) } },
    alarming: (failed ?? 0) > 0,
  });
}

function diff(change: CodeChange): Card["diff"] {
  if (change.hasLines) return codeLines(change.files, otherLines(change.others));
  const rows = rowsOf({}, change.others);
  return rows.length === 0 ? null : fieldsDiff(rows, {}, "face.otherArguments");
}

function unreadable(change: CodeChange): readonly Saying[] {
  const binary = change.files.filter((file) => file.binary).length;
  return [
    ...change.unreadable.map(asIs),
    ...(binary === 0 ? [] : [{ key: "code.unread.binary", values: { count: binary } } as const]),
    ...(sizeText(change) === null ? ["code.unread.size" as const] : []),
  ];
}

function decisive({ repository, branch }: CodeChange): Card["decisive"] {
  if (branch !== null) {
    const value = visible(branch);
    return decisiveValue("code.whichBranch", value, branchDecoys(value));
  }
  if (repository === null) return null;
  const value = visible(repository);
  return decisiveValue("code.whichRepository", value, repositoryDecoys(value));
}

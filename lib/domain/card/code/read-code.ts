import type { Card, CardInput, Fact, Span } from "../card";
import { fact, finishCard } from "../finish-card";
import { counted } from "../counted";
import { humanVerb } from "../human-words";
import { tokens } from "../must-read";
import { otherLines } from "../other-lines";
import { rowsOf } from "../record/field-diff";
import { fieldsDiff } from "../record/fields-diff";
import { plain, valued, visible } from "../spans";
import { branchDecoys, repositoryDecoys } from "./branch-decoys";
import { sizeOf } from "./change-size";
import { codeChange, type CodeChange } from "./code-arguments";
import { codeChecks } from "./code-checks";
import { byWeight, codeLines } from "./code-lines";
import { isProtected, PATH_KINDS, pathKind } from "./path-kinds";

const NAME_TOKENS_MAX = 4;
const PATHS_SHOWN = 4;
/** 400 changed lines an hour, the rate at which reviewers still find what is wrong. */
const SECONDS_A_LINE = 9;
const VERBS: readonly (readonly [RegExp, string])[] = [
  [/merge/iu, "Merge"],
  [/revert/iu, "Revert"],
  [/push/iu, "Push"],
  [/commit|apply|patch/iu, "Commit"],
  [/pull_?request|pr\b|open/iu, "Open a change of"],
  [/deploy|release/iu, "Deploy"],
];

/**
 * The card of a change of code: the scope gate. It says which files change, how much and where to; whether the lines are right is
 * a review of its own, estimated beside the size. Lines that were sent are shown, and are to be read.
 */
export function readCode(input: CardInput): Card {
  const change = codeChange(input);
  return finishCard(input, {
    headline: headline(input, change),
    facts: facts(change),
    diff: diff(change),
    checks: codeChecks(change),
    undo: change.force
      ? "Can’t be relied on: forced past protection, the history before may be gone"
      : "Undone by a revert: one more change that takes it back",
    openQuestions: 1,
    unreadable: unreadable(change),
    decisive: decisive(change),
  });
}

function sizeText(change: CodeChange): string | null {
  const { files, added, removed } = sizeOf(change);
  const lines = added === null && removed === null ? null : `+${added ?? 0} −${removed ?? 0}`;
  const where = files === null ? null : counted(files, "file");
  if (lines === null) return where;
  return where === null ? lines : `${lines} in ${where}`;
}

function headline(input: CardInput, change: CodeChange): readonly Span[] {
  const verb = VERBS.find(([named]) => named.test(input.action.name))?.[1] ?? humanVerb(input.action.name);
  const { repository } = change;
  const name = repository !== null && tokens(repository).length <= NAME_TOKENS_MAX ? repository : null;
  return [
    ...plain(`${verb} `),
    ...valued(sizeText(change) ?? "a change of unknown size"),
    ...(name === null ? [] : [...plain(", "), ...valued(name)]),
  ];
}

function facts(change: CodeChange): readonly Fact[] {
  const { repository, branch, source, request, files, tests } = change;
  const where = [repository, branch].filter((part) => part !== null).join(", ");
  const from = [request === null ? null : `#${visible(request)}`, source === null ? null : `from ${visible(source)}`].filter(
    (one) => one !== null,
  );
  const kinds = [...new Set(files.filter(({ path }) => isProtected(path)).map(({ path }) => pathKind(path)))];
  return [
    fact("Change", valued(sizeText(change) ?? "of unknown size"), {
      hero: true,
      note: estimate(change),
      alarming: sizeText(change) === null,
    }),
    fact("Into", where === "" ? plain("nowhere that is named") : valued(where), {
      note: from.length === 0 ? null : from.join(" "),
      alarming: where === "",
      technical: true,
    }),
    ...(files.length === 0 ? [] : [fact("Files", pathSpans(change), { technical: true, note: kindsNote(change) })]),
    ...(kinds.length === 0
      ? []
      : [fact("Touches", valued(PATH_KINDS.filter((kind) => kinds.includes(kind)).join(", ")), { alarming: true })]),
    ...(tests === null ? [] : [testsFact(tests)]),
  ];
}

/** `reading the lines takes about 36 s`: the review that this card is not. */
function estimate(change: CodeChange): string | null {
  const { added, removed } = sizeOf(change);
  const changed = (added ?? 0) + (removed ?? 0);
  if (changed === 0) return null;
  const seconds = changed * SECONDS_A_LINE;
  const time = seconds < 90 ? `${seconds} s` : counted(Math.round(seconds / 60), "minute");
  return `scope only: reviewing the lines takes about ${time}${changed > 400 ? ", more than one sitting is good for" : ""}`;
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
  return more === 0
    ? paths
    : [...paths, ...plain(paths.length === 0 ? "" : " and "), ...valued(foldersText(rest.slice(room), more))];
}

function foldersText(files: CodeChange["files"], more: number): string {
  const folders = [...new Set(files.map(({ path }) => (path.includes("/") ? `${path.split("/")[0] ?? ""}/` : "the top folder")))];
  return `${more} more in ${folders.length <= 3 ? folders.join(", ") : counted(folders.length, "folder")}`;
}

/** `2 source, 1 test`. */
function kindsNote({ files }: CodeChange): string {
  return PATH_KINDS.flatMap((kind) => {
    const count = files.filter(({ path }) => pathKind(path) === kind).length;
    return count === 0 ? [] : [`${count} ${kind}`];
  }).join(", ");
}

function testsFact({ passed, failed, skipped }: NonNullable<CodeChange["tests"]>): Fact {
  const parts = [
    passed === null ? null : `${passed} passed`,
    failed === null || failed === 0 ? null : `${failed} failed`,
    skipped === null ? null : `${skipped} skipped`,
  ].filter((part) => part !== null);
  return fact("Tests", valued(parts.join(", ")), { note: "as sent, not run here", alarming: (failed ?? 0) > 0 });
}

function diff(change: CodeChange): Card["diff"] {
  if (change.hasLines) return codeLines(change.files, otherLines(change.others));
  const rows = rowsOf({}, change.others);
  return rows.length === 0 ? null : fieldsDiff(rows, {}, "other arguments");
}

function unreadable(change: CodeChange): readonly string[] {
  const binary = change.files.filter((file) => file.binary).length;
  return [
    ...change.unreadable,
    ...(binary === 0 ? [] : [`diff: ${counted(binary, "binary file")}`]),
    ...(sizeText(change) === null ? ["change: neither its lines nor its size were sent"] : []),
  ];
}

function decisive({ repository, branch }: CodeChange): Card["decisive"] {
  if (branch !== null) {
    const value = visible(branch);
    return { question: "Which branch does this go into?", value, decoys: branchDecoys(value) };
  }
  if (repository === null) return null;
  const value = visible(repository);
  return { question: "Which repository is this?", value, decoys: repositoryDecoys(value) };
}

import type { Diff, TextLine } from "../card";
import { subjectWords } from "../finish-card";
import { plain } from "../spans";
import { claimedLines, replacedLines } from "../text-lines";
import { noLockLines } from "./lockfiles";
import type { FileChange } from "./patch";
import { isGenerated, isProtected, pathKind } from "./path-kinds";

/** As many lines as one sitting is good for; the rest are counted, never called alike. */
const LINES_MAX = 300;
const TEST = /\b(?:it|test|describe|context|specify)(?:\.\w+)?\s*\(|\bdef test_|\bfunc Test\w|@Test\b/u;
const SKIP =
  /\b(?:it|test|describe|context|suite)\.(?:skip|only|todo|failing|fails|fixme|runIf)(?:If)?\b|\b(?:xit|xdescribe|xtest|fit|fdescribe)\s*\(|@(?:pytest\.mark\.|unittest\.)?(?:skip(?:If|Unless|if|unless)?|xfail|expectedFailure|Ignore|Disabled\w*)\b|\bpytest\.(?:skip|xfail|importorskip)\s*\(|\b(?:self\.skipTest|this\.skip|t\.skip)\s*\(|\bSkipTest\b|\b[tb]\.Skip\w*\(|#\[ignore\b|\[(?:Ignore|Skip)\b/u;

/** Tests that go, and tests that are switched off. */
export function weakenedTests(files: readonly FileChange[]): readonly string[] {
  return files.flatMap((file) => {
    if (file.status === "deleted" && pathKind(file.path) === "test") return [`${file.path} is deleted`];
    // Under a name that no runner looks for, it is as good as deleted.
    if (file.oldPath !== null && pathKind(file.oldPath) === "test" && pathKind(file.path) !== "test")
      return [`${file.oldPath} becomes ${file.path}`];
    const lines = file.hunks.flat();
    const count = (sign: string, form: RegExp): number => lines.filter((line) => line.startsWith(sign) && form.test(line)).length;
    const gone = count("-", TEST) - count("+", TEST);
    const skipped = count("+", SKIP) - count("-", SKIP);
    return [
      ...(gone > 0 && pathKind(file.path) === "test" ? [`${gone} fewer in ${file.path}`] : []),
      ...(skipped > 0 ? [`${skipped} skipped in ${file.path}`] : []),
    ];
  });
}

/** Weakened tests first, then protected files, then the rest; what tools wrote last. Equals stay in their order. */
export function byWeight(files: readonly FileChange[]): readonly FileChange[] {
  const weight = (file: FileChange): number => {
    if (weakenedTests([file]).length > 0) return 0;
    if (isGenerated(file.path)) return 3;
    return isProtected(file.path) ? 1 : 2;
  };
  return files
    .map((file) => ({ file, at: weight(file) }))
    .sort((a, b) => a.at - b.at)
    .map(({ file }) => file);
}

/** The change line by line, words marked inside a line; files that tools wrote are folded into a count. */
export function codeLines(files: readonly FileChange[], others: readonly TextLine[]): Diff {
  const lines = byWeight(files).flatMap((file) => [heading(file), ...(isGenerated(file.path) ? [] : fileLines(file))]);
  const shown = lines.slice(0, LINES_MAX);
  const beyond = lines.slice(LINES_MAX).filter(({ change, claimed }) => change !== "same" || claimed === true).length;
  const folded = files.map(foldedOf);
  const sum = (of: keyof Folded): number => folded.reduce((total, one) => total + one[of], 0);
  return {
    type: "text",
    ...subjectWords("code.lineByLine"),
    lines: [...shown, ...others],
    more: { count: Math.max(0, lines.length - LINES_MAX) + sum("count"), unlike: beyond + sum("unlike") },
  };
}

interface Folded {
  readonly count: number;
  readonly unlike: number;
}

/**
 * What of a file is on no line of the card. Of a lockfile its checks have read what changes, but for lines that no such file has; nothing else is like the rest because its path says that a
 * tool wrote it, or because the content before is said to have it.
 */
function foldedOf({ path, added, removed, hunks, folded }: FileChange): Folded {
  if (!isGenerated(path)) return { count: folded ?? 0, unlike: folded ?? 0 };
  const changed = (added ?? 0) + (removed ?? 0);
  const kept = folded === undefined ? 0 : folded + hunks.flat().filter((line) => line.startsWith(" ")).length;
  if (pathKind(path) !== "lockfile") return { count: changed + kept, unlike: changed + kept };
  return { count: changed + kept, unlike: kept + noLockLines(path, hunks) };
}

/** Of a file that is sent whole, what is unchanged is so by the content before alone. */
function fileLines({ hunks, folded }: FileChange): readonly TextLine[] {
  return hunks.flatMap((hunk) => hunkLines(hunk, folded === undefined ? (lines) => lines : claimedLines));
}

/** The path, already read among the facts. */
function heading({ path, oldPath, added, removed, status, mode, binary }: FileChange): TextLine {
  const counts = added === null && removed === null ? "" : ` +${added ?? 0} −${removed ?? 0}`;
  const notes = [
    status === "changed" ? null : status,
    oldPath === null ? null : `from ${oldPath}`,
    mode === null ? null : `mode ${mode}`,
    binary ? "binary" : null,
    isGenerated(path) ? "written by a tool, folded" : null,
  ].filter((note) => note !== null);
  return { change: "same", spans: plain(`${path}${counts}${notes.length === 0 ? "" : `, ${notes.join(", ")}`}`) };
}

/** Lines gone followed by lines new are one replacement; context stands as it is. */
function hunkLines(hunk: readonly string[], as: typeof claimedLines): readonly TextLine[] {
  const lines: TextLine[] = [];
  let [old, now]: [string[], string[]] = [[], []];
  const flush = (): void => {
    lines.push(...as(replacedLines(old, now)));
    [old, now] = [[], []];
  };
  for (const line of hunk) {
    const [sign, text] = [line.charAt(0), line.slice(1)];
    if (sign === "-") {
      if (now.length > 0) flush();
      old.push(text);
    } else if (sign === "+") now.push(text);
    else {
      flush();
      if (sign === "\\") lines.push({ change: "same", spans: plain(line) });
      else lines.push(...as([{ change: "same", spans: plain(text) }]));
    }
  }
  flush();
  return lines;
}

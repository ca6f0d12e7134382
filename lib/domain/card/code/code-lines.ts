import type { Diff, TextLine } from "../card";
import { subjectWords } from "../finish-card";
import { plain } from "../spans";
import { replacedLines } from "../text-lines";
import type { FileChange } from "./patch";
import { isGenerated, isProtected, pathKind } from "./path-kinds";

/** As many lines as one sitting is good for; the rest are counted, never called alike. */
const LINES_MAX = 300;
const TEST = /\b(?:it|test|describe|context|specify)(?:\.\w+)?\s*\(|\bdef test_|\bfunc Test\w|@Test\b/u;
const SKIP =
  /\b(?:it|test|describe|context)\.(?:skip|only|todo|failing)\b|\b(?:xit|xdescribe|xtest|fit|fdescribe)\s*\(|@(?:pytest\.mark\.)?(?:skip|xfail|Ignore|Disabled)\b|\bt\.Skip\w*\(|#\[ignore\]/u;

/** Tests that go, and tests that are switched off. */
export function weakenedTests(files: readonly FileChange[]): readonly string[] {
  return files.flatMap((file) => {
    if (file.status === "deleted" && pathKind(file.path) === "test") return [`${file.path} is deleted`];
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
  const lines = byWeight(files).flatMap((file) => [
    heading(file),
    ...(isGenerated(file.path) ? [] : file.hunks.flatMap(hunkLines)),
  ]);
  const shown = lines.slice(0, LINES_MAX);
  const unlike = lines.slice(LINES_MAX).filter(({ change }) => change !== "same").length;
  const generated = files
    .filter(({ path }) => isGenerated(path))
    .reduce((sum, file) => sum + (file.added ?? 0) + (file.removed ?? 0), 0);
  return {
    type: "text",
    ...subjectWords("code.lineByLine"),
    lines: [...shown, ...others],
    more: { count: Math.max(0, lines.length - LINES_MAX) + generated, unlike },
  };
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
function hunkLines(hunk: readonly string[]): readonly TextLine[] {
  const lines: TextLine[] = [];
  let [old, now]: [string[], string[]] = [[], []];
  const flush = (): void => {
    lines.push(...replacedLines(old, now));
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
      lines.push({ change: "same", spans: plain(sign === "\\" ? line : text) });
    }
  }
  flush();
  return lines;
}

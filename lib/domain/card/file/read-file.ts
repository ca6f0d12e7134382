import { actionVerb, takesAway } from "../action-verb";
import type { Card, CardInput, FieldChange, TextLine } from "../card";
import { textAt } from "../argument-taker";
import { decisiveValue, finishCard, subjectWords } from "../finish-card";
import { otherLines } from "../other-lines";
import { rowsOf } from "../record/field-diff";
import { fieldsDiff } from "../record/fields-diff";
import type { FaceKey } from "../said";
import { visible } from "../spans";
import { claimedLines, contentLines } from "../text-lines";
import { readTool } from "../tool/read-tool";
import { fileChecks } from "./file-checks";
import { fileCount, fileFacts, fileHeadline, fileUndo } from "./file-facts";
import { fileOperation, type FileOperation } from "./file-arguments";
import { fileState } from "./file-state";
import { fileTree } from "./file-tree";
import { fileVerb } from "./file-verb";
import { pathDecoys } from "./path-decoys";

const CONTENT_KEYS = ["content", "text", "data", "body"] as const;
const WHOLE_LINES_MAX = 400;

/** The card of a file operation: how much, from where to where, and whether it can be had back. */
export function readFile(input: CardInput): Card {
  const file = fileOperation(input);
  // What is taken away or back says so by its own check.
  if (file === null) return readTool(input, takesBackUnread(input.action.name) ? [] : ["file.unread.operation"]);
  const before = textAt(input.before ?? undefined, CONTENT_KEYS);
  return finishCard(input, {
    headline: fileHeadline(file),
    facts: fileFacts(file, fileState(input, file)),
    diff: diff(input, file, before),
    checks: fileChecks(input, file),
    undo: fileUndo(file, before !== null || (file.verb === "Write" && input.before !== null)),
    openQuestions: 1,
    unreadable: unreadable(file),
    decisive: decisive(file),
  });
}

/** True where the name takes away or back something that is no file. */
function takesBackUnread(name: string): boolean {
  const verb = actionVerb(name);
  return takesAway(verb) && fileVerb(verb) === null;
}

function diff(input: CardInput, file: FileOperation, before: string | null): Card["diff"] {
  const content = file.content ?? (file.verb === "Write" ? textAt(input.after ?? undefined, CONTENT_KEYS) : null);
  if (content !== null) return contentDiff(file, before, content);
  if (file.list.length > 0) {
    const tree = fileTree(file);
    return { ...tree, lines: [...tree.lines, ...otherLines(file.others)] };
  }
  const shares = file.verb === "Share" || file.verb === "Unshare";
  const rows = [...recordRows(shares ? "access" : "file", input), ...rowsOf({}, file.others)];
  return rows.length === 0 ? null : fieldsDiff(rows, {}, shares ? "file.access" : "file.file");
}

/**
 * The new content against the one before where both were sent; else every line of the new one. What the arguments hold is written whole, whatever the
 * one before is said to have been: none of it is like the rest because of that.
 */
function contentDiff(file: FileOperation, before: string | null, content: string): Card["diff"] {
  const sent = file.content !== null;
  const compared = contentLines(before ?? "", content);
  const lines: readonly TextLine[] = sent && before !== null ? claimedLines(compared) : compared;
  // A list beside the content says of which files: the path alone is among the facts.
  const tree = file.list.length > 0 ? fileTree(file) : null;
  const folded = lines.slice(WHOLE_LINES_MAX).filter(({ change }) => sent || change !== "same").length;
  return {
    type: "text",
    ...subjectWords(before === null ? "file.content" : "file.contentAgainstBefore"),
    lines: [...lines.slice(0, WHOLE_LINES_MAX), ...(tree?.lines ?? []), ...otherLines(file.others)],
    more: {
      count: Math.max(0, lines.length - WHOLE_LINES_MAX) + (tree?.more.count ?? 0),
      unlike: folded + (tree?.more.unlike ?? 0),
    },
  };
}

/** What the records before and after say of the file: for a share, who has access. What the arguments hold of it stands among the facts. */
function recordRows(name: string, { before, after }: CardInput): readonly FieldChange[] {
  if (before === null || after === null) return [];
  return rowsOf({ [name]: before }, { [name]: after }).map((row) => ({ ...row, expected: true }));
}

function unreadable(file: FileOperation): readonly FaceKey[] {
  const broken = [file.from, file.to, ...file.list.flatMap(({ path, leadsTo }) => [path, leadsTo])].some(
    (path) => path !== null && /[\r\n\t]/u.test(path),
  );
  return [
    ...(broken ? ["file.unread.path" as const] : []),
    ...(Number.isNaN(fileCount(file)) ? ["file.unread.pattern" as const] : []),
    ...(file.verb === "Write" && file.content === null && file.list.length === 0 ? ["file.unread.content" as const] : []),
  ];
}

function decisive(file: FileOperation): Card["decisive"] {
  const count = fileCount(file);
  if (count !== null && !Number.isNaN(count) && count > 1) {
    return decisiveValue("file.howManyFiles", String(count), [String(count + 1), String(count * 10), String(count + 9)]);
  }
  const path = file.to ?? file.from ?? file.list[0]?.path ?? null;
  if (path === null) return null;
  return decisiveValue("file.whichPath", visible(path), pathDecoys(visible(path)));
}

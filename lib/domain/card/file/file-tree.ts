import type { Diff, Span, TextLine } from "../card";
import { subjectWords } from "../finish-card";
import { saidSpan } from "../said-span";
import { added, plain, removed, valued } from "../spans";
import type { FileOperation } from "./file-arguments";
import type { FileVerb } from "./file-verb";
import { endingOf, folderOf, isSensitive, liesIn, pathFindings } from "./file-path";
import type { ListedFile } from "./listed-files";

const LINES_MAX = 12;
/** So few are named one by one; more are counted by folder and ending. */
const NAMED_MAX = 3;

/** The list as a tree with collapsed counts: what is unlike the rest first and by name, then folder by folder. */
export function fileTree({ list, from, verb }: FileOperation): Extract<Diff, { type: "text" }> {
  const unlike = list.filter((file) => isUnlike(file, from));
  const alike = list.filter((file) => !unlike.includes(file));
  const named = list.length <= NAMED_MAX ? list : unlike;
  const lines = named.map((file) => line(verb, file));
  const folders = list.length <= NAMED_MAX ? [] : foldersOf(alike, from);
  const all = [...lines, ...folders];
  const folded = all.slice(LINES_MAX);
  return {
    type: "text",
    ...subjectWords({ key: "face.filesCounted", values: { count: list.length } }),
    lines: all.slice(0, LINES_MAX),
    more: { count: folded.length, unlike: Math.max(0, lines.length - LINES_MAX) },
  };
}

/** `(a link to /etc, hold case 7)`: what of an entry stands nowhere else. */
function moreOf({ link, leadsTo, besides }: ListedFile): readonly Span[] {
  const linked =
    leadsTo === null ? saidSpan("value", "file.aLink") : [...saidSpan("value", "file.aLinkTo"), ...valued(` ${leadsTo}`)];
  const parts = [...(link ? [linked] : []), ...(besides === null ? [] : [valued(besides)])];
  const more = parts.flatMap((part, at) => [...(at === 0 ? [] : valued(", ")), ...part]);
  return more.length === 0 ? [] : [...valued(" ("), ...more, ...valued(")")];
}

/** Hidden, sensitive, linked, climbing, outside of the folder that the operation names, or with more to say than a path. */
function isUnlike({ path, link, exists, besides }: ListedFile, from: string | null): boolean {
  const { hidden, climbs, odd } = pathFindings(path);
  const outside = from !== null && path.includes("/") && !liesIn(path, from) && pathFindings(path).absolute;
  return link || exists || besides !== null || hidden || climbs || odd || isSensitive(path) || outside;
}

function foldersOf(files: readonly ListedFile[], from: string | null): readonly TextLine[] {
  const folders = new Map<string, Map<string, number>>();
  for (const { path } of files) {
    const folder = folderOf(pathFindings(path).normal);
    const endings = folders.get(folder) ?? new Map<string, number>();
    endings.set(endingOf(path), (endings.get(endingOf(path)) ?? 0) + 1);
    folders.set(folder, endings);
  }
  return [...folders]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([folder, endings]) => {
      const name = folder === "" ? (from ?? "") : folder;
      const counts = [...endings]
        .sort(([, a], [, b]) => b - a)
        .map(([ending, count]) => `${count} ${ending === "" ? "without ending" : ending}`);
      // The folder that the headline names has been read there.
      const place = name === from ? plain(`${name}/ `) : valued(`${name === "" ? "." : name}/ `);
      return { change: "changed", spans: [...place, ...valued(counts.join(", "))] };
    });
}

/** What is said of a file is no part of what goes or comes: where a link leads stays. */
function line(verb: FileVerb, file: ListedFile): TextLine {
  const { path } = file;
  const more = moreOf(file);
  if (verb === "Delete") return { change: "removed", spans: [...removed(path), ...more] };
  return verb === "Move"
    ? { change: "changed", spans: [...valued(path), ...more] }
    : { change: "added", spans: [...added(path), ...more] };
}

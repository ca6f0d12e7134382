import { parsePatch, type StructuredPatch } from "diff";
import { counted } from "../counted";

/** One file of a change. */
export interface FileChange {
  readonly path: string;
  /** The path before, where it was another. */
  readonly oldPath: string | null;
  readonly status: "added" | "deleted" | "renamed" | "changed";
  /** Null where neither a diff nor a figure says. */
  readonly added: number | null;
  readonly removed: number | null;
  readonly binary: boolean;
  /** `100644 → 100755`; null where it stays. */
  readonly mode: string | null;
  /** The lines of each hunk, with their sign; empty where none were sent. */
  readonly hunks: readonly (readonly string[])[];
  /**
   * Of a file that is sent whole, the lines that no hunk holds because the content before is said to have them: they are written all the same. Absent
   * where only what changes was sent.
   */
  readonly folded?: number;
}

/** What a text that should be a unified diff says. */
export interface PatchReading {
  readonly files: readonly FileChange[];
  /** What could not be read of it, in words; empty when all of it was. */
  readonly problems: readonly string[];
}

const LENGTH_MAX = 400_000;
const FILES_MAX = 2_000;
/** Longer than this, no two paths are. */
const NAMES_LENGTH_MAX = 10_000;
const HEADER =
  /^(?:diff --git |diff -r |index [\da-f]|Index: |={20,}$|(?:---|\+\+\+) |new file mode |deleted file mode |old mode |new mode |similarity index |dissimilarity index |rename (?:from|to) |copy (?:from|to) |Binary files |\\ No newline)/u;
const HUNK = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/u;

/** Reads a unified diff, Git's dialect included. Total: a text that is none, or only partly one, says so in `problems`. */
export function readPatch(text: string): PatchReading {
  if (text.length > LENGTH_MAX) return { files: [], problems: [`diff: ${text.length} characters, more than can be read here`] };
  const patches = parsed(text.replaceAll("\r\n", "\n"));
  const files = (patches ?? []).filter(saysSomething).map(fileChange);
  if (files.length === 0 || files.length > FILES_MAX) return { files: [], problems: ["diff: not a unified diff"] };
  const lines = text.replaceAll("\r\n", "\n");
  const stray = strayLines(lines);
  const problems = [
    ...(stray > 0 ? [`diff: ${counted(stray, "line")} outside of any file`] : []),
    ...(files.some(({ path }) => path === "") ? ["diff: a file without a name"] : []),
    ...(hasTwoNames(lines) ? ["diff: a file under two names"] : []),
    ...(/^GIT binary patch$/mu.test(text) ? ["diff: binary content"] : []),
  ];
  return { files, problems };
}

function parsed(text: string): readonly StructuredPatch[] | null {
  try {
    return parsePatch(text);
  } catch {
    return null;
  }
}

function saysSomething(patch: StructuredPatch): boolean {
  return patch.hunks.length > 0 || (patch.newFileName ?? patch.oldFileName ?? "") !== "";
}

function fileChange(patch: StructuredPatch): FileChange {
  const [old, now] = [nameOf(patch.oldFileName), nameOf(patch.newFileName)];
  const lines = patch.hunks.flatMap((hunk) => hunk.lines);
  return {
    path: now ?? old ?? patch.index ?? "",
    oldPath: old !== null && now !== null && old !== now ? old : null,
    status: statusOf(patch, old, now),
    added: lines.filter((line) => line.startsWith("+")).length,
    removed: lines.filter((line) => line.startsWith("-")).length,
    binary: patch.isBinary === true,
    mode: modeOf(patch),
    hunks: patch.hunks.map((hunk) => hunk.lines),
  };
}

function statusOf(patch: StructuredPatch, old: string | null, now: string | null): FileChange["status"] {
  if (patch.isCreate === true || (old === null && now !== null)) return "added";
  if (patch.isDelete === true || (now === null && old !== null)) return "deleted";
  return old === now ? "changed" : "renamed";
}

/** A plain new file is nothing to mention. */
function modeOf({ oldMode, newMode, isDelete }: StructuredPatch): string | null {
  if (isDelete === true || newMode === undefined || (oldMode === undefined && newMode === "100644")) return null;
  return oldMode === undefined ? newMode : `${oldMode} → ${newMode}`;
}

/** Without Git's `a/` and `b/`; null for `/dev/null`, which stands for no file. */
function nameOf(name: string | undefined): string | null {
  if (name === undefined || name === "/dev/null" || name === "a//dev/null" || name === "b//dev/null") return null;
  return name.replace(/^[ab]\//u, "");
}

/** True where the lines above a hunk name different files: which of them is changed depends on who applies it. */
function hasTwoNames(text: string): boolean {
  let [git, marked] = ["", false];
  for (const line of outsideHunks(text)) {
    if (line.startsWith("diff --git ")) [git, marked] = [line, false];
    const [, mark = "", name = ""] = /^(\+\+\+|---|rename (?:to|from)|copy (?:to|from)) (.*)$/u.exec(line) ?? [];
    // Below the names of both sides nothing is renamed any more.
    if (name !== "" && ((marked && !/^[+-]/u.test(mark)) || (git !== "" && !isNamedIn(git, name.replace(/\t.*$/u, "")))))
      return true;
    if (mark === "+++") marked = true;
  }
  return false;
}

function isNamedIn(git: string, name: string): boolean {
  if (git.length > NAMES_LENGTH_MAX) return false;
  if (name === "/dev/null" || name.startsWith('"')) return true;
  return ["", "a/", "b/", "i/", "w/", "c/", "o/"].some((side) => ` ${git} `.includes(` ${side}${name} `));
}

/** Lines that the parser skips over in silence: whatever stands there has been read by nobody. */
function strayLines(text: string): number {
  return outsideHunks(text).filter((line) => line.trim() !== "" && !HEADER.test(line)).length;
}

/** The lines of `text` that are in no hunk, nor begin one. */
function outsideHunks(text: string): readonly string[] {
  const lines = text.split("\n");
  const found: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const hunk = HUNK.exec(line);
    if (hunk === null) {
      found.push(line);
      continue;
    }
    let [old, now] = [Number(hunk[1] ?? 1), Number(hunk[2] ?? 1)];
    while ((old > 0 || now > 0) && at + 1 < lines.length) {
      at += 1;
      const sign = (lines[at] ?? "").charAt(0);
      if (sign === "\\") continue;
      if (sign !== "+") old -= 1;
      if (sign !== "-") now -= 1;
    }
  }
  return found;
}

import { bytesText } from "../bytes-text";
import type { Fact, Span } from "../card";
import { fact } from "../finish-card";
import { humanValue } from "../human-value";
import { counted } from "../counted";
import { tokens } from "../must-read";
import { plain, valued } from "../spans";
import type { FileOperation } from "./file-arguments";

const PATH_TOKENS_MAX = 5;

/** How many files, as far as it is known: the list's own count before a declared one. */
export function fileCount({ list, declared, pattern }: FileOperation): number | null {
  if (list.length > 0) return list.length;
  return declared ?? (pattern === null ? null : Number.NaN);
}

/** `12 files`, `files that fit reports/*.csv`; null for one path whose content is not counted. */
export function countText(file: FileOperation): string | null {
  const count = fileCount(file);
  if (count === null) return null;
  return Number.isNaN(count) ? "an unknown number of files" : counted(count, "file");
}

/** The end of a path, where it is too long for a headline; the fact below it has it whole. */
function shortPath(path: string): string {
  if (tokens(path).length <= PATH_TOKENS_MAX) return path;
  const parts = path.split("/").filter((part) => part !== "");
  const last = parts.slice(-2).join("/");
  return tokens(last).length <= PATH_TOKENS_MAX + 1 ? `…/${last}` : "a long path";
}

/** `Move 12 files from reports/2024-03 to archive/2024-03`. */
export function fileHeadline(file: FileOperation): readonly Span[] {
  const place = sourceOf(file);
  const where = place === null ? null : shortPath(place);
  switch (file.verb) {
    case "Share":
      return [...plain("Share "), ...valued(where ?? countText(file) ?? "a file"), ...withWhom(file)];
    case "Unshare":
      return [...plain("Stop sharing "), ...valued(where ?? countText(file) ?? "a file"), ...withWhom(file)];
    case "Write":
      return [...plain(file.overwrite === true ? "Overwrite " : "Write "), ...valued(shortPath(file.to ?? place ?? "a file"))];
    case "Delete":
    case "Move":
    case "Copy":
      return [...plain(`${file.verb} `), ...valued(amount(file, where)), ...source(file, where), ...target(file)];
  }
}

/** The source that is named, the one file of the list, else the pattern. */
function sourceOf({ from, list, pattern }: FileOperation): string | null {
  const [only] = list;
  return from ?? (list.length === 1 && only !== undefined ? only.path : null) ?? pattern;
}

/** `214 files (1.2 GB)`, or the one path that is meant. */
function amount(file: FileOperation, where: string | null): string {
  const size = file.bytes === null || file.verb !== "Delete" ? "" : ` (${bytesText(file.bytes)})`;
  return `${namesOne(file) ? (where ?? "a file") : (countText(file) ?? "a file")}${size}`;
}

function source(file: FileOperation, where: string | null): readonly Span[] {
  if (where === null || namesOne(file)) return [];
  return [...plain(file.verb === "Delete" ? " in " : " from "), ...valued(where)];
}

function target({ to }: FileOperation): readonly Span[] {
  return to === null ? [] : [...plain(" to "), ...valued(shortPath(to))];
}

function namesOne(file: FileOperation): boolean {
  return countText(file) === null || (file.list.length === 1 && file.from === null);
}

function withWhom({ people, open }: FileOperation): readonly Span[] {
  if (open) return [...plain(" with "), ...valued("anyone who has the link")];
  const [only] = people;
  if (only === undefined) return [];
  const who = people.length === 1 && tokens(only).length <= PATH_TOKENS_MAX ? only : counted(people.length, "person", "people");
  return [...plain(" with "), ...valued(who)];
}

/** Count and size, both ends, who gains or loses access, and whether it can be had back. */
export function fileFacts(file: FileOperation): readonly Fact[] {
  const { verb, from, to, bytes, list, pattern } = file;
  const [only] = list;
  const what = [countText(file), bytes === null ? null : bytesText(bytes)].filter((part) => part !== null).join(", ");
  const single = from === null && list.length === 1 && only !== undefined ? only.path : from;
  return [
    ...(what === "" ? [] : [fact("Files", valued(what), { hero: true })]),
    ...(single === null
      ? []
      : [
          fact(to === null ? "Path" : "From", valued(single), {
            technical: true,
            note: file.recursive ? "with everything in it" : null,
          }),
        ]),
    ...(to === null ? [] : [fact("To", valued(to), { technical: true })]),
    ...(pattern === null || pattern === from ? [] : [fact("Pattern", valued(pattern), { technical: true, alarming: true })]),
    ...accessFacts(file),
    ...(verb === "Delete" ? [recovery(file)] : []),
  ].slice(0, 5);
}

function accessFacts({ verb, people, role, open }: FileOperation): readonly Fact[] {
  if (verb !== "Share" && verb !== "Unshare") return [];
  // Every name: who is folded away would get in unread.
  const names = people.join(", ");
  const who = open
    ? ["anyone who has the link", ...(names === "" ? [] : [names])].join(", ")
    : names === ""
      ? "nobody named"
      : names;
  return [
    fact(verb === "Share" ? "Gains access" : "Loses access", valued(who), { alarming: open, technical: !open }),
    ...(role === null ? [] : [fact("As", valued(role))]),
  ];
}

function recovery({ permanent, recoverable }: FileOperation): Fact {
  if (permanent) return fact("Recoverable", valued("no"), { alarming: true });
  if (recoverable !== null) return fact("Recoverable", valued(`until ${humanValue(recoverable, "until")}`));
  return fact("Recoverable", valued("not said"), { alarming: true });
}

/** How a file operation is undone. */
export function fileUndo({ verb, permanent, recoverable, overwrite }: FileOperation, knowsContent: boolean): string {
  switch (verb) {
    case "Delete":
      if (permanent) return "Can’t be undone: no copy is kept";
      return recoverable === null
        ? "Can’t be relied on: no bin or copy is named"
        : `From the bin, until ${humanValue(recoverable, "until")}`;
    case "Move":
      return overwrite === true ? "Can be moved back; what was overwritten is gone" : "Can be moved back";
    case "Copy":
      return overwrite === true ? "The copy can be deleted; what was overwritten is gone" : "The copy can be deleted";
    case "Write":
      return knowsContent ? "The content before can be written back" : "Can’t be undone: the content before was not sent";
    case "Share":
      return "Access can be taken back; what was read or copied stays";
    case "Unshare":
      return "Access can be given again";
  }
}

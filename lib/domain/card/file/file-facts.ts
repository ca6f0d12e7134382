import { bytesText } from "../bytes-text";
import type { Fact, Span } from "../card";
import { fact } from "../finish-card";
import { humanValue } from "../human-value";
import { counted } from "../counted";
import { tokens } from "../must-read";
import { together, type FaceSentence, type Said, type Saying } from "../said";
import { saidInEnglish } from "../said-in-english";
import { saidSpan } from "../said-span";
import { plain, valued, visible } from "../spans";
import type { FileOperation } from "./file-arguments";

const PATH_TOKENS_MAX = 5;

/** How many files, as far as it is known: the list's own count before a declared one. */
export function fileCount({ list, declared, pattern }: FileOperation): number | null {
  if (list.length > 0) return list.length;
  return declared ?? (pattern === null ? null : Number.NaN);
}

/** `12 files`, `files that fit reports/*.csv`; null for one path whose content is not counted. */
function countText(file: FileOperation): string | null {
  const said = countSaid(file);
  return said === null ? null : saidInEnglish(said);
}

function countSaid(file: FileOperation): FaceSentence | null {
  const count = fileCount(file);
  if (count === null) return null;
  return Number.isNaN(count) ? { key: "file.unknownNumber" } : { key: "face.filesCounted", values: { count } };
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
      return [
        ...plain(file.archives ? "Archive " : `${file.verb} `),
        ...valued(amount(file, where)),
        ...source(file, where),
        ...target(file),
      ];
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

/** Count and size, both ends, who gains or loses access, and whether it can be had back; `state` of the files stands below the first. */
export function fileFacts(file: FileOperation, state: Said | null = null): readonly Fact[] {
  const { verb, from, to, list, pattern } = file;
  const [only] = list;
  const what = howMuch(file);
  const single = from === null && list.length === 1 && only !== undefined ? only.path : from;
  return [
    ...(what.length === 0
      ? []
      : [fact("face.files", what, { hero: true, note: single === null ? depthNote(file, state) : state })]),
    ...(single === null
      ? []
      : [
          fact(to === null ? "file.path" : "face.from", valued(single), {
            technical: true,
            note: depthNote(file, what.length === 0 ? state : null),
          }),
        ]),
    ...targetFact(to, single === null && what.length === 0 ? depthNote(file, state) : null),
    ...(pattern === null || pattern === from ? [] : [fact("file.pattern", valued(pattern), { technical: true, alarming: true })]),
    ...accessFacts(file),
    ...(verb === "Delete" ? [recovery(file)] : []),
  ].slice(0, 5);
}

function targetFact(to: string | null, note: Said | null): readonly Fact[] {
  return to === null ? [] : [fact("face.to", valued(to), { technical: true, note })];
}

function howMuch(file: FileOperation): readonly Span[] {
  const count = countSaid(file);
  const size = file.bytes === null ? [] : valued(`${count === null ? "" : ", "}${bytesText(file.bytes)}`);
  return [...(count === null ? [] : saidSpan("value", count)), ...size];
}

/** How deep it goes, and `state`: below the path, else below how many there are. */
function depthNote({ recursive }: FileOperation, state: Said | null): Said | null {
  const parts = state === null ? [] : "parts" in state ? state.parts : "inner" in state ? [] : [state];
  return together(" · ", [recursive ? "file.withEverythingInIt" : null, ...parts]);
}

function accessFacts({ verb, people, role, open }: FileOperation): readonly Fact[] {
  if (verb !== "Share" && verb !== "Unshare") return [];
  // Every name: who is folded away would get in unread.
  const names = people.join(", ");
  const named = valued(open && names !== "" ? `, ${names}` : names);
  const who = open
    ? [...saidSpan("value", "file.anyoneWithLink"), ...named]
    : names === ""
      ? saidSpan("value", "file.nobodyNamed")
      : named;
  return [
    fact(verb === "Share" ? "file.gainsAccess" : "file.losesAccess", who, { alarming: open, technical: !open }),
    ...(role === null ? [] : [fact("face.as", valued(role))]),
  ];
}

function recovery({ permanent, recoverable }: FileOperation): Fact {
  if (permanent) return fact("file.recoverable", saidSpan("value", "file.notRecoverable"), { alarming: true });
  if (recoverable !== null)
    return fact("file.recoverable", [...saidSpan("value", "file.until"), ...valued(humanValue(recoverable, "until"))]);
  return fact("file.recoverable", saidSpan("value", "file.notSaid"), { alarming: true });
}

/** How a file operation is undone. */
export function fileUndo({ verb, makes, permanent, recoverable, overwrite }: FileOperation, knowsContent: boolean): Saying {
  switch (verb) {
    case "Delete":
      if (permanent) return "file.undo.noCopy";
      if (recoverable === null) return "file.undo.noBin";
      return { key: "file.undo.fromBin", values: { time: visible(humanValue(recoverable, "until")) } };
    case "Move":
      return overwrite === true ? "file.undo.moveOver" : "file.undo.move";
    case "Copy":
      return overwrite === true ? "file.undo.copyOver" : "file.undo.copy";
    case "Write":
      if (!knowsContent && makes && overwrite !== true) return "file.undo.deleteNew";
      return knowsContent ? "file.undo.writeBack" : "file.undo.notSent";
    case "Share":
      return "file.undo.accessBack";
    case "Unshare":
      return "file.undo.accessAgain";
  }
}

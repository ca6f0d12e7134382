import { isJsonObject, type Json, type JsonObject } from "../../json";
import { actionVerb } from "../action-verb";
import { ArgumentTaker, listed } from "../argument-taker";
import type { CardInput } from "../card";
import { plainKey } from "../../policy/derived-amount";
import { isPattern } from "./file-path";
import { fileVerb, type FileVerb } from "./file-verb";
import { FILES_MAX, filesOf, OVERWRITING, sizeOf, type ListedFile } from "./listed-files";

/** A file operation as its arguments spell it. */
export interface FileOperation {
  readonly verb: FileVerb;
  /** Moved to where nobody looks every day, and called that. */
  readonly archives: boolean;
  /** By its name it makes a file that was not there. */
  readonly makes: boolean;
  readonly from: string | null;
  readonly to: string | null;
  /** The frozen list; empty when none was sent. */
  readonly list: readonly ListedFile[];
  /** How many files, as declared; null when the arguments do not say. */
  readonly declared: number | null;
  readonly bytes: number | null;
  readonly pattern: string | null;
  readonly root: string | null;
  readonly content: string | null;
  readonly overwrite: boolean | null;
  readonly recursive: boolean;
  readonly followsLinks: boolean;
  /** Until when the bin keeps it, as sent. */
  readonly recoverable: string | null;
  readonly permanent: boolean;
  readonly people: readonly string[];
  readonly role: string | null;
  readonly open: boolean;
  readonly hash: string | null;
  /** Arguments that none of the above speaks for: they are shown too. */
  readonly others: JsonObject;
}

/** Reads a file operation; null when the action's name says none, or no path is named. Every argument is read or among `others`. */
export function fileOperation({ action }: Pick<CardInput, "action">): FileOperation | null {
  const named = actionVerb(action.name);
  const verb = fileVerb(named);
  if (verb === null) return null;
  const taker = new ArgumentTaker(action.arguments);
  const list = taker.value("files paths items list filelist keys entries", (value) => filesOf(value, verb)) ?? [];
  const pattern = taker.text("pattern glob wildcard match");
  const from = taker.text(
    "from source src sourcepath oldpath path file filename filepath key object directory folder dir prefix paths files",
  );
  const shares = verb === "Share" || verb === "Unshare";
  const to = shares ? null : taker.text("to destination dest dst destinationpath newpath newname targetpath target into");
  const people = shares ? peopleOf(taker) : [];
  if (from === null && to === null && pattern === null && list.length === 0) return null;
  return {
    verb,
    archives: named.verb === "archive",
    makes: named.verb === "make",
    from,
    to,
    list,
    pattern: pattern ?? [from, to].find((path) => path !== null && isPattern(path)) ?? null,
    declared: taker.count("count filecount files items total numberoffiles filescount"),
    bytes: bytesOf(taker, list),
    root: rootOf(taker, [from, to]),
    content: verb === "Write" ? taker.value("content text data body newcontent contents", wholeText) : null,
    people,
    ...switches(taker, action.name, verb),
    others: taker.others(),
  };
}

/** The sum of the list before a declared size, which stays among the others where it is another. */
function bytesOf(taker: ArgumentTaker, list: readonly ListedFile[]): number | null {
  const [names, sum] = ["bytes size totalbytes sizebytes totalsize", sizeOf(list)];
  if (sum === null) return taker.count(names);
  return taker.value(names, (value) => (value === sum ? value : null)) ?? sum;
}

const ROOT = "root allowedroot basedir base basepath workspace rootdir";

/** A root that no path shown begins with is shown among the others. */
function rootOf(taker: ArgumentTaker, paths: readonly (string | null)[]): string | null {
  const text = (value: Json): string | null => (typeof value === "string" && value.trim() !== "" ? value : null);
  const shown = taker.value(ROOT, (value) =>
    paths.some((path) => path?.startsWith(text(value) ?? " ") === true) ? text(value) : null,
  );
  return (
    shown ??
    taker
      .left(ROOT)
      .map(text)
      .find((one) => one !== null) ??
    null
  );
}

type Switches = Pick<
  FileOperation,
  "overwrite" | "recursive" | "followsLinks" | "recoverable" | "permanent" | "role" | "open" | "hash"
>;

function switches(taker: ArgumentTaker, name: string, verb: FileVerb): Switches {
  const shares = verb === "Share" || verb === "Unshare";
  // A switch is read where the card says what it does; of any other verb it is shown as it was sent.
  const flagOf = (verbs: readonly FileVerb[], names: string): boolean | null => (verbs.includes(verb) ? taker.flag(names) : null);
  const permanent =
    flagOf(["Delete"], "permanent permanently hard skiptrash bypasstrash nobin") ?? /purge|erase|destroy|wipe/iu.test(name);
  return {
    overwrite:
      flagOf(OVERWRITING, "overwrite replace force clobber overwriteexisting") ??
      (/overwrite|replace/iu.test(name) ? true : null),
    recursive: taker.flag("recursive recurse") ?? false,
    followsLinks: taker.flag("followlinks followsymlinks symlink symlinks dereference") ?? false,
    // Only there has it a place of its own.
    recoverable:
      verb === "Delete" && !permanent
        ? taker.text("recoverableuntil retainuntil binuntil trashuntil keepuntil restorableuntil")
        : null,
    permanent,
    role: shares ? taker.text("role permission permissions accesslevel level mode") : null,
    open: shares && isOpen(taker),
    hash: taker.text("sha256 hash checksum md5 etag sha1 contenthash digest"),
  };
}

const OPENS = /public|anyone|everyone|link|world/iu;
/** Says that and nothing else. */
const ONLY_OPENS = /^(?:public|anyone|everyone|world|(?:anyone|everyone|people)?[ _-]?(?:with)?[ _-]?(?:the)?[ _-]?link)$/iu;
const ACCESS = "access visibility scope audience link linkaccess general generalaccess";

function isOpen(taker: ArgumentTaker): boolean {
  const only = taker.value(ACCESS, (value) => (typeof value === "string" && ONLY_OPENS.test(value) ? value : null));
  // A text that says more than that stays among the others, where it is shown whole.
  const more = Object.entries(taker.others()).some(
    ([key, value]) => ACCESS.split(" ").includes(plainKey(key)) && typeof value === "string" && OPENS.test(value),
  );
  return only !== null || more || taker.flag("public anyone anyonewithlink") === true;
}

function wholeText(value: Json): string | null {
  return typeof value === "string" ? value : null;
}

const PEOPLE = "with sharewith user users email emails people grantees members add remove revoke invite to";
const WHO = ["email", "name", "id", "user"] as const;

/** Whoever the first argument that names anybody names; where it says more of them than that, it stays among the others, where it is shown whole. */
function peopleOf(taker: ArgumentTaker): readonly string[] {
  const first = taker.left(PEOPLE).find((value) => namesIn(value).length > 0);
  if (first === undefined) return [];
  return taker.value(PEOPLE, (value) => (value === first && onlyNames(value) ? namesIn(value) : null)) ?? namesIn(first);
}

/** Of an object that names several every address: access goes by one of them, and nobody knows by which. */
function namesIn(value: Json): readonly string[] {
  return listed(value)
    .slice(0, FILES_MAX)
    .flatMap((entry): readonly string[] => {
      const texts = (isJsonObject(entry) ? WHO.map((key) => entry[key]) : [entry]).filter((text) => typeof text === "string");
      const named = texts.filter((text) => text.trim() !== "");
      const addresses = named.filter((text) => text.includes("@"));
      return addresses.length > 0 ? addresses : named.slice(0, 1);
    });
}

/** True where every entry is one name and nothing else: a role or a right beside it has no place of its own. */
function onlyNames(value: Json): boolean {
  const isName = (entry: Json | undefined): boolean => typeof entry === "string" && entry.trim() !== "";
  const entries = listed(value);
  return (
    entries.length <= FILES_MAX &&
    entries.every((entry) =>
      isJsonObject(entry)
        ? Object.keys(entry).length === 1 && WHO.some((key) => Object.hasOwn(entry, key) && isName(entry[key]))
        : isName(entry),
    )
  );
}

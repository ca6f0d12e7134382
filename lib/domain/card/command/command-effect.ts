/** What one command does, as a sentence and as what the checks need to know. */
export interface CommandEffect {
  /** `Restart`, `Delete`: what a headline starts with. */
  readonly says: string;
  /** What it acts on, as written; null where it acts on nothing named. */
  readonly object: string | null;
  /** The rest of the sentence: `to 3 replicas`. */
  readonly rest: string | null;
  readonly reads: boolean;
  /** Files, folders and disks that it writes over where they are there; null where that is not known. */
  readonly writesOver: readonly string[] | null;
  /** What it writes over is gone for good: a disk, a file that is shredded. */
  readonly wipes: boolean;
  /** Where it deletes what its source does not have; null where it does not. */
  readonly deletesAt: string | null;
  /** Something is gone afterwards, or overwritten. */
  readonly destroys: boolean;
  readonly forced: boolean;
  readonly recursive: boolean;
  /** The command that takes it back; null when none is known. */
  readonly rollback: string | null;
}

/** Reads the words after a command’s name; null where the reader does not know what they do. */
export type CommandReader = (words: readonly string[]) => CommandEffect | null;

/** An effect that changes something and can neither be forced nor taken back, unless `more` says so. */
export function effect(
  says: string,
  object: string | null,
  more: Partial<Omit<CommandEffect, "says" | "object">> = {},
): CommandEffect {
  return {
    says,
    object,
    rest: null,
    reads: false,
    writesOver: more.reads === true ? [] : null,
    wipes: false,
    deletesAt: null,
    destroys: false,
    forced: false,
    recursive: false,
    rollback: null,
    ...more,
  };
}

/** A reader of a program of which it is known that it writes over no file here, whatever else it does. */
export function writesNoFile(reader: CommandReader): CommandReader {
  return (words) => {
    const read = reader(words);
    return read === null ? null : { ...read, writesOver: read.writesOver ?? [] };
  };
}

/** Those of `names` that stand for a file: not for the output, nor for where things vanish. */
export function filesAmong(names: readonly string[]): readonly string[] {
  return names.filter((name) => !/^(?:-|\/dev\/(?:null|stdout|stderr|fd\/\d+|tty))?$/u.test(name));
}

const URL = /^[a-z][a-z\d+.-]*:\/\//iu;
const HOST = /^(?:[^/:]*@)?(?:\[[^\]]*\]|[^/:]*):/u;
/** A device that holds something; those that only pass on or swallow what they are given do not. */
const DISK = /^\/dev\/(?!(?:null|zero|full|u?random|tty\w*|std(?:in|out|err)|fd\/.*|shm\/.*|pts\/.*|tcp\/.*|udp\/.*)$)./u;

/** Those of `names` that are a disk, here or on another machine, by whatever way round they are named. */
export function disksAmong(names: readonly string[]): readonly string[] {
  return names.filter((name) => !URL.test(name) && DISK.test(straight(name.replace(HOST, ""))));
}

/** `/dev/shm/..//sda` is `/dev/sda`. */
function straight(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return path.startsWith("/") ? `/${parts.join("/")}` : parts.join("/");
}

const NAMED_MAX = 2;

/** The words as one object, a long list by its first and its length; null when there are none. */
export function objects(words: readonly string[]): string | null {
  if (words.length === 0) return null;
  // A headline names a few; the command itself, with all of them, is on the card.
  const rest = words.length - NAMED_MAX;
  return rest <= 1 ? words.join(", ") : `${words.slice(0, NAMED_MAX).join(", ")} and ${String(rest)} more`;
}

import { effect, objects, type CommandEffect, type CommandReader } from "../command-effect";
import { flagsOf } from "../flags";
import { compared, isTrial, toTarget } from "./copies";

interface Transfer {
  readonly says: string;
  /** From where and to where. */
  readonly ends: readonly string[];
  /** At the target, what the source does not have. */
  readonly deletes: boolean;
  readonly recursive: boolean;
  readonly keepsExisting: boolean;
  readonly trial: boolean;
}

function transfer({ says, ends, deletes, recursive, keepsExisting, trial }: Transfer): CommandEffect | null {
  const [from, to] = ends;
  // A third word is the value of a flag that this does not know, or one more source: then it is not known which word is which.
  if (from === undefined || to === undefined || ends.length > 2) return null;
  if (trial) return compared([from], to);
  if (to === "-") return effect("Look at", from, { reads: true });
  return effect(says, from, {
    ...toTarget(to, deletes),
    destroys: deletes || says === "Move",
    recursive,
    writesOver: keepsExisting ? [] : [to],
  });
}

/** `aws`: storage by name, everything else by its own words. */
export const aws: CommandReader = (words) => {
  const flags = flagsOf(
    words,
    "--profile --region --endpoint-url --output --query --exclude --include --bucket --key --acl --storage-class --sse --sse-kms-key-id " +
      "--content-type --cache-control --metadata --source-region",
  );
  const [service, verb = "", ...rest] = flags.positional;
  if (service !== "s3" || flags.doubtful.length > 0) return null;
  const recursive = flags.has("--recursive");
  const says = SAYS_OF_AWS.get(verb);
  if (says !== undefined) {
    const deletes = verb === "sync" && flags.has("--delete");
    const keepsExisting = flags.has("--no-overwrite");
    return transfer({ says, ends: rest, deletes, recursive, keepsExisting, trial: isTrial(flags) });
  }
  if (verb === "rm") return rest.length === 1 ? deleted(rest, recursive, isTrial(flags)) : null;
  if (verb === "rb") {
    return effect("Delete bucket", objects(rest), { destroys: true, forced: flags.has("--force"), writesOver: [] });
  }
  return verb === "ls" ? effect("Look at", objects(rest), { reads: true }) : null;
};

function deleted(named: readonly string[], recursive: boolean, trial: boolean): CommandEffect {
  if (trial) return effect("Look at", objects(named), { reads: true });
  return effect("Delete", objects(named), { destroys: true, recursive, writesOver: [] });
}

const SAYS_OF_AWS = new Map([
  ["cp", "Copy"],
  ["mv", "Move"],
  ["sync", "Sync"],
]);

/** `gsutil`. */
export const gsutil: CommandReader = (words) => {
  // Before the verb: many at once, and quietly.
  const inOrder = words.filter((word) => !/^-[mq]$/u.test(word));
  const copied = flagsOf(inOrder, "-x -j -a -s -L -h");
  const [verb = ""] = copied.positional;
  // Only what copies takes values: of `rm`, `-a` stands alone.
  const flags = /^(?:cp|mv|rsync)$/u.test(verb) ? copied : flagsOf(inOrder, "");
  const rest = flags.positional.slice(1);
  if (flags.doubtful.length > 0) return null;
  const recursive = flags.letter("r") || flags.letter("R");
  const plain = { ends: rest, recursive, deletes: false, keepsExisting: flags.letter("n"), trial: false };
  switch (verb) {
    case "cp":
      return transfer({ ...plain, says: "Copy" });
    case "mv":
      return transfer({ ...plain, says: "Move" });
    case "rsync":
      return transfer({ ...plain, says: "Sync", deletes: flags.letter("d"), keepsExisting: false, trial: flags.letter("n") });
    case "rm":
      return deleted(rest, recursive, false);
    default:
      return verb === "ls" || verb === "cat" || verb === "stat" || verb === "du"
        ? effect("Look at", objects(rest), { reads: true })
        : null;
  }
};

const RCLONE_VALUES =
  "--config --exclude --include --filter --exclude-from --include-from --files-from --transfers --checkers --bwlimit --max-age --min-age " +
  "--backup-dir --log-level --tpslimit";

/** `rclone`, whose `sync` always deletes at its target. */
export const rclone: CommandReader = (words) => {
  const flags = flagsOf(words, RCLONE_VALUES);
  const [verb = "", ...rest] = flags.positional;
  // A log is added to, a listing of what was done is written over.
  if (
    flags.doubtful.length > 0 ||
    words.some((word) => /^--(?:combined|differ|missing-on-|match|error|output)|^-[a-zA-Z]*o/u.test(word))
  )
    return null;
  const keepsExisting = flags.has("--ignore-existing");
  const trial = isTrial(flags) || flags.letter("n");
  const plain = { ends: rest, recursive: false, deletes: false, keepsExisting, trial };
  if (/^copy(?:to)?$/u.test(verb)) return transfer({ ...plain, says: "Copy" });
  if (/^move(?:to)?$/u.test(verb)) return transfer({ ...plain, says: "Move" });
  if (verb === "sync") return transfer({ ...plain, says: "Sync", deletes: true });
  if (/^(?:delete|deletefile|purge|rmdirs?)$/u.test(verb)) {
    return rest.length === 1 ? deleted(rest, true, trial) : null;
  }
  return /^(?:ls\w*|size|cat|check|tree)$/u.test(verb) ? effect("Look at", objects(rest), { reads: true }) : null;
};

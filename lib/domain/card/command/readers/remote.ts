import { effect, objects, writesNoFile, type CommandEffect, type CommandReader } from "../command-effect";
import { flagsOf, flagWords, hasOtherLong, hasShortened, type Flags } from "../flags";

/** Settings and outside programs can make any verb do anything. */
const OUTSIDE = ["--output", "--ext-diff", "--upload-pack", "--receive-pack", "--exec", "--config", "--template"];
const RESETS = /^(?:--(?:soft|mixed|hard|keep|merge|quiet)|-q|-C)$/u;
const PUSH_SHORT = /^(?:--.*|-[fudnqvC])$/u;
const PUSH_LONG =
  "force force-with-lease force-if-includes no-verify delete mirror prune all branches tags follow-tags set-upstream dry-run quiet verbose " +
  "progress no-progress atomic thin no-thin porcelain no-pager";
const REFERENCE_LONG =
  "delete force quiet list show-current all remotes verbose sort format merged no-merged contains annotate message no-pager";

/** `git`: what leaves this copy, and what is thrown away in it. */
export const git: CommandReader = (words) => {
  const flags = flagsOf(words, "-C -m --message --author");
  const [verb = "", ...rest] = flags.positional;
  const after = words.slice(words.indexOf(verb) + 1);
  if (bringsPrograms(words, after) || isNotSure(verb, flagWords(after))) return null;
  if (/^(?:status|log|diff|show)$/u.test(verb)) return effect("Look at", `git ${verb}`, { reads: true });
  const forced = flags.has("--force", "-f", "--force-with-lease", "--no-verify") || rest.some((word) => word.startsWith("+"));
  if (/^(?:merge|pull|fetch|commit|checkout|switch|clone|revert)$/u.test(verb))
    return worked(verb, rest, flags, { forced, writesOver: workingTree(verb, words, forced) });
  switch (verb) {
    case "push":
      return push(rest, flags, forced);
    case "reset":
      if (!flags.has("--hard"))
        return effect("Reset to", rest[0] ?? "HEAD", { writesOver: flags.has("--merge", "--keep") ? null : [] });
      return effect("Throw away changes since", rest[0] ?? "HEAD", { destroys: true, forced: true, writesOver: ["."] });
    case "clean":
      return effect("Delete untracked files", objects(rest), {
        destroys: true,
        forced: flags.letter("f"),
        recursive: flags.letter("d"),
        writesOver: [],
      });
    case "branch":
      return moved(after) ?? reference(verb, rest, flags, forced || flags.letter("f"));
    case "tag":
      return reference(verb, rest, flags, forced || flags.letter("f"));
    default:
      return null;
  }
};

/** What takes in or keeps; a commit that is amended takes the place of the last one. */
function worked(
  verb: string,
  rest: readonly string[],
  flags: Flags,
  more: Pick<CommandEffect, "forced" | "writesOver">,
): CommandEffect {
  if (verb === "commit" && flags.has("--amend")) return effect("Replace the last commit", null, { ...more, destroys: true });
  return effect(`Git ${verb}`, objects(rest), more);
}

/** What stands before the verb: another folder is the only thing there that cannot bring another program with it. */
const BEFORE_VERB = /^(?:-C|--no-pager|--paginate|-P)$/u;
/** `-B`, `-C`: a branch that is there is put elsewhere. */
const PUTS_BRANCH = /^-[a-zA-Z]*[BC]/u;
const BRANCH_SHORT = /^-(?:[dDfaqvrl]+|[mMcC])$/u;
const FORCES = ["--force", "--force-create", "--force-with-lease", "--discard-changes", "--orphan", "--amend", "--no-verify"];

/** True where a setting or a file of them may run something else, or a flag cannot be told by its beginning. */
function bringsPrograms(words: readonly string[], after: readonly string[]): boolean {
  const before = words.slice(0, -after.length - 1).filter((_, at, all) => all[at - 1] !== "-C");
  if (before.some((word) => !BEFORE_VERB.test(word))) return true;
  const names = flagsOf(words, "-C -m --message --author");
  return names.has("-c", ...OUTSIDE) || hasShortened(words, ...OUTSIDE) || hasShortened(after, ...FORCES);
}

/** True where a flag is none of those that the verb is known with: git takes the beginning of one for the whole. */
function isNotSure(verb: string, given: readonly string[]): boolean {
  switch (verb) {
    case "clone":
      return given.some((word) => /^-[a-zA-Z]*[uc]/u.test(word));
    case "reset":
      return given.some((word) => !RESETS.test(word));
    case "push":
      return hasOtherLong(given, PUSH_LONG) || given.some((word) => !PUSH_SHORT.test(word));
    case "checkout":
    case "switch":
      return given.some((word) => PUTS_BRANCH.test(word) || word.startsWith("--force-create") || word === "--orphan");
    case "branch":
      return hasOtherLong(given, REFERENCE_LONG) || given.some((word) => !word.startsWith("--") && !BRANCH_SHORT.test(word));
    case "tag":
      return hasOtherLong(given, REFERENCE_LONG);
    default:
      return false;
  }
}

/** What a verb writes over in the working tree; which files a merge or another branch changes is not in its words. */
function workingTree(verb: string, words: readonly string[], forced: boolean): readonly string[] | null {
  if (verb === "fetch" || verb === "commit" || verb === "clone") return [];
  const paths = words.includes("--") ? words.slice(words.indexOf("--") + 1) : [];
  if (verb === "checkout" && paths.length > 0) return paths;
  const throwsAway = words.some((word) => /^--(?:force|discard-changes)$|^-f$/u.test(word));
  return forced && throwsAway && (verb === "checkout" || verb === "switch") ? ["."] : null;
}

function push(rest: readonly string[], flags: Flags, forced: boolean): CommandEffect {
  const [remote = "the default remote", ...refs] = rest;
  const deletes = flags.has("--delete", "-d", "--mirror", "--prune") || refs.some((ref) => ref.startsWith(":"));
  const what = objects(refs) ?? "the current branch";
  if (flags.has("--dry-run", "-n")) return effect("Try pushing", what, { rest: `to ${remote}`, reads: true });
  return effect(deletes ? "Delete on the remote" : "Push", what, {
    rest: `to ${remote}`,
    forced,
    destroys: deletes || forced,
    writesOver: [],
  });
}

/** `branch -m`, `-M`, `-c`, `-C`: the capital takes the place of a branch that is there. Null for any other. */
function moved(words: readonly string[]): CommandEffect | null {
  const flag = words.find((word) => /^-[mMcC]$/u.test(word));
  if (flag === undefined) return null;
  const names = words.filter((word) => !word.startsWith("-"));
  const forced = flag === "-M" || flag === "-C";
  const over = forced ? [names.at(-1) ?? ""] : [];
  const says = flag.toLowerCase() === "-m" ? "Rename branch" : "Copy branch";
  return effect(says, names.join(" to "), { destroys: forced, forced, writesOver: over });
}

function reference(kind: string, rest: readonly string[], flags: Flags, forced: boolean): CommandEffect {
  if (flags.letter("D") || flags.letter("d") || flags.has("--delete"))
    return effect(`Delete ${kind}`, objects(rest), { destroys: true, forced: flags.letter("D"), writesOver: [] });
  return rest.length === 0
    ? effect("Look at", `${kind} list`, { reads: true })
    : effect(`Create ${kind}`, objects(rest), { forced, writesOver: [] });
}

const INSTALLS = /^(?:install|i|add|ci|upgrade|update)$/u;
/** Flags with which packages are listed and nothing else is run: another interpreter would be. */
const LISTS =
  /^(?:-g|-a|-l|-o|--(?:global|all|long|depth|json|parseable|outdated|installed|format|production|omit|audit-level)(?:=[\w.-]*)?)$/u;
const REMOVES = /^(?:uninstall|remove|purge|rm|autoremove)$/u;

/** `npm`, `pip`, `apt` and their like: packages that come and go. */
export const packages: CommandReader = (words) => {
  const { positional, has, letter, doubtful } = flagsOf(words, "-r --requirement --registry --index-url -w --prefix");
  const [verb = "", ...names] = positional;
  if (doubtful.length > 0) return null;
  const forced = has("--force", "--yes", "--break-system-packages") || letter("y");
  if (INSTALLS.test(verb)) return effect("Install", objects(names) ?? "the listed packages", { forced });
  if (REMOVES.test(verb)) return effect("Uninstall", objects(names), { destroys: true, forced });
  if (verb === "publish") return effect("Publish", objects(names) ?? "this package", { forced });
  if (flagWords(words).some((word) => !LISTS.test(word))) return null;
  // Told to fix what it finds, an audit installs.
  return verb === "list" ||
    verb === "ls" ||
    (verb === "audit" && !names.includes("fix") && !words.some((word) => /^--?f/u.test(word)))
    ? effect("Look at", "packages", { reads: true })
    : null;
};

/** `kill` and `pkill`. */
export const kill: CommandReader = writesNoFile((words) => {
  const { positional, has } = flagsOf(words, "-s --signal -u");
  // The first may be a signal; a number below nothing is a group of processes, and -1 is all of them.
  const groups = words.slice(1).filter((word) => /^-\d+$/u.test(word));
  return effect("Stop process", objects([...new Set([...positional, ...groups])]), {
    destroys: true,
    forced: has("-9", "-KILL", "-SIGKILL"),
    recursive: groups.length > 0,
  });
});

/** `shutdown`, `reboot`, `poweroff`. */
export const power: CommandReader = writesNoFile(() => effect("Shut down or restart", "the machine", { destroys: true }));

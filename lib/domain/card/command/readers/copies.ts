import { effect, filesAmong, objects, type CommandReader } from "../command-effect";
import { flagsOf, type Flags } from "../flags";

const TARGET = ["-t", "--target-directory"] as const;
const LOCAL_VALUES = "-t --target-directory -S --suffix -m --mode -o --owner -g --group";

/** `mv`, which takes away where it was. */
export const move: CommandReader = (words) => local("Move", words, true);

/** `cp`. */
export const copy: CommandReader = (words) => local("Copy", words, false);

/** `install`: a copy with its access set, or folders. */
export const install: CommandReader = (words) => {
  const { positional, letter, has } = flagsOf(words, LOCAL_VALUES);
  if (!letter("d") && !has("--directory")) return local("Install", words, false);
  return positional.length === 0 ? null : effect("Create", objects(positional), { writesOver: [] });
};

function local(says: string, words: readonly string[], takesAway: boolean): ReturnType<CommandReader> {
  const flags = flagsOf(words, LOCAL_VALUES);
  const folder = flags.value(...TARGET);
  const from = folder === null ? flags.positional.slice(0, -1) : flags.positional;
  const to = folder ?? flags.positional.at(-1);
  // A folder named behind other letters is one that this does not see.
  if (to === undefined || from.length === 0 || (folder === null && flags.letter("t"))) return null;
  const forced = flags.letter("f") || flags.has("--force");
  const keeps = !forced && (flags.letter("n") || flags.has("--no-clobber") || flags.value("--update") === "none");
  return effect(says, objects(from), {
    rest: `to ${to}`,
    destroys: takesAway,
    forced,
    writesOver: keeps ? [] : filesAmong([to]),
  });
}

const SCP_VALUES = "-i -l -o -P -F -J -c -S -D -X";

/** `scp`. */
export const secureCopy: CommandReader = (words) => {
  const { positional } = flagsOf(words, SCP_VALUES);
  const [to, from] = [positional.at(-1), positional.slice(0, -1)];
  if (to === undefined || from.length === 0) return null;
  return effect("Copy", objects(from), { rest: `to ${to}`, writesOver: filesAmong([to]) });
};

const RSYNC_VALUES =
  "-e --rsh -f --filter --exclude --include --exclude-from --include-from --files-from --port --password-file --backup-dir --suffix --max-size " +
  "--min-size --bwlimit --timeout --chmod --chown --rsync-path --log-file --out-format --info --partial-dir --temp-dir --compare-dest --copy-dest --link-dest";
const RSYNC_DELETES = /^--del(?:ete(?:-(?:before|during|delay|after|excluded|missing-args))?)?$/u;

/** `rsync`, which deletes at its target when it is told to. */
export const rsync: CommandReader = (words) => {
  // `-avze ssh`: the last letter takes the next word.
  const apart = words.flatMap((word) => (/^-[A-Za-z]+e$/u.test(word) ? [word.slice(0, -1), "-e"] : [word]));
  const flags = flagsOf(apart, RSYNC_VALUES);
  const [to, from] = [flags.positional.at(-1), flags.positional.slice(0, -1)];
  if (to === undefined || from.length === 0) return null;
  if (flags.letter("n") || flags.has("--dry-run", "--list-only")) return compared(from, to);
  const deletes = words.some((word) => RSYNC_DELETES.test(word));
  const takesAway = flags.has("--remove-source-files");
  return effect("Copy", objects(from), {
    ...toTarget(to, deletes, takesAway ? "delete the source" : null),
    destroys: deletes || takesAway,
    forced: flags.has("--force"),
    writesOver: flags.has("--ignore-existing") ? [] : [to],
  });
};

/** What is only worked out. */
export function compared(from: readonly string[], to: string): ReturnType<CommandReader> {
  return effect("Compare", objects(from), { rest: `with ${to}`, reads: true });
}

/** Where a copy goes, and what goes with it. */
export function toTarget(to: string, deletes: boolean, also: string | null = null): { rest: string; deletesAt: string | null } {
  const acts = [`to ${to}`, deletes ? "delete the rest there" : null, also].filter((act) => act !== null);
  return { rest: acts.join(" and "), deletesAt: deletes ? to : null };
}

/** True where `flags` only ask what would be done. */
export function isTrial(flags: Flags): boolean {
  return flags.has("--dryrun", "--dry-run");
}

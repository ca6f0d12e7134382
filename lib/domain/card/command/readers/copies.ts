import { effect, filesAmong, objects, type CommandReader } from "../command-effect";
import { flagsOf, hasShortened, valuesApart, type Flags } from "../flags";

const TARGET = ["-t", "--target-directory"] as const;
const COPY_VALUES = "-t --target-directory -S --suffix";
const INSTALL_VALUES = `${COPY_VALUES} -m --mode -o --owner -g --group`;

/** `mv`, which takes away where it was. */
export const move: CommandReader = (words) =>
  hasShortened(words, ...TARGET) ? null : local("Move", flagsOf(valuesApart(words, COPY_VALUES), COPY_VALUES), true);

/** `cp`. */
export const copy: CommandReader = (words) =>
  hasShortened(words, ...TARGET) ? null : local("Copy", flagsOf(valuesApart(words, COPY_VALUES), COPY_VALUES), false);

/** `install`: a copy with its access set, or folders. */
export const install: CommandReader = (words) => {
  const flags = flagsOf(valuesApart(words, INSTALL_VALUES), INSTALL_VALUES);
  const { positional, letter, has } = flags;
  // It has no flag that keeps what is there.
  if (letter("n") || hasShortened(words, ...TARGET)) return null;
  if (!letter("d") && !has("--directory")) return local("Install", flags, false);
  return positional.length === 0 ? null : effect("Create", objects(positional), { writesOver: [] });
};

function local(says: string, flags: Flags, takesAway: boolean): ReturnType<CommandReader> {
  const folder = flags.value(...TARGET);
  const from = folder === null ? flags.positional.slice(0, -1) : flags.positional;
  const to = folder ?? flags.positional.at(-1);
  if (to === undefined || from.length === 0) return null;
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
  const { positional, has } = flagsOf(words, SCP_VALUES);
  // Another program, or a setting that can be one.
  if (has("-S") || words.some((word) => /(?:Proxy|Local|KnownHosts)Command/iu.test(word))) return null;
  const [to, from] = [positional.at(-1), positional.slice(0, -1)];
  if (to === undefined || from.length === 0) return null;
  return effect("Copy", objects(from), { rest: `to ${to}`, writesOver: filesAmong([to]) });
};

const RSYNC_VALUES =
  "-e --rsh -B -T -M -f --filter --exclude --include --exclude-from --include-from --files-from --port --password-file --backup-dir --suffix --max-size " +
  "--min-size --bwlimit --timeout --chmod --chown --rsync-path --log-file --out-format --info --partial-dir --temp-dir --compare-dest --copy-dest --link-dest";
const RSYNC_DELETES = /^--del(?:ete(?:-(?:before|during|delay|after|excluded|missing-args))?)?$/u;

/** What `rsync` may reach another machine with; any other is a program that is not shown. */
const USUAL_SHELL = /^(?:\S*\/)?ssh(?: +(?:-[46CTqx]+|-p *\d+|-i *[\w./~-]+|-l *[\w.-]+))*$/u;
const USUAL_RSYNC = /^(?:sudo )?rsync$/u;

/** `rsync`, which deletes at its target when it is told to. */
export const rsync: CommandReader = (words) => {
  const flags = flagsOf(valuesApart(words, RSYNC_VALUES), RSYNC_VALUES);
  const [to, from] = [flags.positional.at(-1), flags.positional.slice(0, -1)];
  if (to === undefined || from.length === 0) return null;
  const [shell, there] = [flags.value("-e", "--rsh") ?? "ssh", flags.value("--rsync-path") ?? "rsync"];
  const isRemote = flags.positional.some((name) => name.includes(":"));
  if (isRemote && !(USUAL_SHELL.test(shell) && USUAL_RSYNC.test(there))) return null;
  if (flags.letter("n") || flags.has("--dry-run", "--list-only")) return compared(from, to);
  const deletes = words.some((word) => RSYNC_DELETES.test(word));
  const takesAway = flags.has("--remove-source-files", "--remove-sent-files");
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
  return flags.has("--dryrun", "--dry-run") && (flags.value("--dryrun", "--dry-run") ?? "true") === "true";
}

import { effect, objects, type CommandReader } from "../command-effect";
import { flagsOf } from "../flags";

/** `rm`, `rmdir`, `unlink`, `shred`. */
export const remove: CommandReader = (words) => {
  const flags = flagsOf(words, "");
  const recursive = flags.letter("r") || flags.letter("R") || flags.has("--recursive");
  if (flags.positional.length === 0) return null;
  return effect("Delete", objects(flags.positional), {
    destroys: true,
    recursive,
    forced: flags.letter("f") || flags.has("--force"),
  });
};

/** `mv`, which overwrites what is there. */
export const move: CommandReader = (words) => between("Move", words, "", true);

/** `cp`. */
export const copy: CommandReader = (words) => between("Copy", words, "", false);

/** `scp` and `rsync`. */
export const remoteCopy: CommandReader = (words) => between("Copy", words, "-i -e -l -o --exclude --include", false);

function between(says: string, words: readonly string[], valued: string, takesAway: boolean): ReturnType<CommandReader> {
  const flags = flagsOf(words, valued);
  const from = flags.positional.slice(0, -1);
  const to = flags.positional.at(-1);
  // With a target folder in a flag the last word is no target.
  if (to === undefined || from.length === 0 || flags.has("-t", "--target-directory", "-T", "-S")) return null;
  const destroys = takesAway || flags.has("--delete", "--remove-source-files");
  return effect(says, objects(from), { rest: `to ${to}`, destroys, forced: flags.letter("f") || flags.has("--force") });
}

/** `chmod` and `chown`. */
export const mode: CommandReader = (words) => {
  const flags = flagsOf(words, "");
  const [value, ...paths] = flags.positional;
  if (value === undefined || paths.length === 0) return null;
  return effect("Set access of", objects(paths), {
    rest: `to ${value}`,
    recursive: flags.letter("R") || flags.has("--recursive"),
  });
};

/** `mkdir`, `touch`, `ln`. */
export const create: CommandReader = (words) => {
  const { positional, letter, has } = flagsOf(words, "-m --mode -t");
  return positional.length === 0 ? null : effect("Create", objects(positional), { forced: letter("f") || has("--force") });
};

/** `dd`, `mkfs`, `truncate`: what writes over a disk or file. */
export const overwrite: CommandReader = (words) => {
  const to = words.find((word) => word.startsWith("of="))?.slice(3) ?? words.findLast((word) => !word.startsWith("-")) ?? null;
  return to === null ? null : effect("Overwrite", to, { destroys: true });
};

/** Commands that only look, unless told to write. */
export const look: CommandReader = (words) =>
  effect("Look at", objects(words.filter((word) => !word.startsWith("-"))), { reads: true });

/** `find`, which only looks until it is told to do more. */
export const find: CommandReader = (words) => {
  if (words.includes("-delete")) return effect("Delete what is found in", words[0] ?? ".", { destroys: true, recursive: true });
  return words.some((word) => /^-(?:exec|execdir|ok|okdir|fprint\w*|fls)$/u.test(word))
    ? null
    : effect("Look in", words[0] ?? ".", { reads: true });
};

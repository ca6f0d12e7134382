import { effect, objects, writesNoFile, type CommandReader } from "../command-effect";
import { flagsOf } from "../flags";

/** `rm`, `rmdir`, `unlink`. */
export const remove: CommandReader = writesNoFile((words) => {
  const flags = flagsOf(words, "");
  const recursive = flags.letter("r") || flags.letter("R") || flags.has("--recursive");
  if (flags.positional.length === 0) return null;
  return effect("Delete", objects(flags.positional), {
    destroys: true,
    recursive,
    forced: flags.letter("f") || flags.has("--force"),
  });
});

/** `chmod` and `chown`. */
export const mode: CommandReader = writesNoFile((words) => {
  const flags = flagsOf(words, "");
  const [value, ...paths] = flags.positional;
  if (value === undefined || paths.length === 0) return null;
  return effect("Set access of", objects(paths), {
    rest: `to ${value}`,
    recursive: flags.letter("R") || flags.has("--recursive"),
  });
});

/** `mkdir`, `touch`, `ln`: only a link that is forced takes the place of what is there. */
export const create: CommandReader = (words) => {
  const { positional, letter, has, value } = flagsOf(words, "-m --mode -t --target-directory");
  if (positional.length === 0) return null;
  const forced = letter("f") || has("--force");
  return effect("Create", objects(positional), {
    forced,
    writesOver: forced ? [value("-t", "--target-directory") ?? positional.at(-1) ?? ""] : [],
  });
};

/** Commands that only look, unless told to write. */
export const look: CommandReader = (words) =>
  effect("Look at", objects(words.filter((word) => !word.startsWith("-"))), { reads: true });

/** `date`, which can set the clock. */
export const clock: CommandReader = (words) => (words.some((word) => /^(?:-[a-zA-Z]*s|--set)/u.test(word)) ? null : look(words));

/** `find`, which only looks until it is told to do more. */
export const find: CommandReader = writesNoFile((words) => {
  if (words.includes("-delete")) return effect("Delete what is found in", words[0] ?? ".", { destroys: true, recursive: true });
  return words.some((word) => /^-(?:exec|execdir|ok|okdir|fprint\w*|fls)$/u.test(word))
    ? null
    : effect("Look in", words[0] ?? ".", { reads: true });
});

import { effect, objects, writesNoFile, type CommandReader } from "../command-effect";
import { flagsOf, hasShortened, valuesApart } from "../flags";

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

const CREATE_VALUES = "-m --mode -t --target-directory -S --suffix";

/** `mkdir`, `touch`, `ln`: only a link that is forced takes the place of what is there. */
export const create: CommandReader = (words) => {
  const { positional, letter, has, value } = flagsOf(valuesApart(words, CREATE_VALUES), CREATE_VALUES);
  if (positional.length === 0 || hasShortened(words, "--force", "--target-directory")) return null;
  const forced = letter("f") || has("--force");
  return effect("Create", objects(positional), {
    forced,
    writesOver: forced ? [value("-t", "--target-directory") ?? positional.at(-1) ?? ""] : [],
  });
};

/** Commands that only look, unless told to write. */
export const look: CommandReader = (words) =>
  effect("Look at", objects(words.filter((word) => !word.startsWith("-"))), { reads: true });

const DATE_VALUES = "-d --date -r --reference -f --file";

/** `date`, which can set the clock: by a flag, or by a time that is not how to write one. */
export const clock: CommandReader = (words) => {
  const apart = valuesApart(words, DATE_VALUES);
  const { positional } = flagsOf(apart, DATE_VALUES);
  if (apart.some((word) => /^(?:-[a-zA-Z]*s|--s)/u.test(word)) || positional.some((word) => !word.startsWith("+"))) return null;
  return look(words);
};

/** `find`, which only looks until it is told to do more. */
export const find: CommandReader = writesNoFile((words) => {
  if (words.some((word) => /^-(?:exec|execdir|ok|okdir|fprint\w*|fls|files0-from)$/u.test(word))) return null;
  const where = objects(startsOf(words)) ?? ".";
  return words.includes("-delete")
    ? effect("Delete what is found in", where, { destroys: true, recursive: true })
    : effect("Look in", where, { reads: true });
});

/** Where it starts: behind the flags that come first, before the first thing that is asked of a file. */
function startsOf(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !/^-(?:[HLP]|O\d)$/u.test(word));
  const rest = first === -1 ? [] : words.slice(first);
  const end = rest.findIndex((word) => /^(?:-.*|[(!,])$/u.test(word));
  return end === -1 ? rest : rest.slice(0, end);
}

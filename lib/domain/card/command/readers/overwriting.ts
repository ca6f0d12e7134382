import { disksAmong, effect, filesAmong, objects, type CommandReader } from "../command-effect";
import { flagsOf, hasOtherLong, valuesApart } from "../flags";

/** `dd`, which writes over a disk or file when it is told one. */
export const rawCopy: CommandReader = (words) => {
  const [from, to] = ["if=", "of="].map((name) => words.findLast((word) => word.startsWith(name))?.slice(name.length) ?? null);
  if (to === null || to === undefined) return effect("Look at", from ?? null, { reads: true });
  return effect("Overwrite", to, { destroys: true, writesOver: filesAmong([to]) });
};

/** `mkfs`, `mkswap`: what was on the disk is gone. */
export const format: CommandReader = (words) => {
  const disk =
    words.findLast((word) => word.includes("/") && !word.startsWith("-")) ?? words.findLast((word) => !word.startsWith("-"));
  return disk === undefined ? null : effect("Format", disk, { destroys: true, wipes: true, writesOver: [disk] });
};

/** `blkdiscard`. */
export const wipe: CommandReader = (words) => wiped("Wipe", words, "-o --offset -l --length -s --step -p");

const SIGNATURE_VALUES = "-t --types -o --offset -O --output";
const SIGNATURE_LONG = "all backup force noheadings json no-act offset output parsable quiet types lock";

/** `wipefs` without its order to wipe. */
export const wipeSignatures: CommandReader = (words) => {
  if (hasOtherLong(words, SIGNATURE_LONG)) return null;
  const apart = valuesApart(words, SIGNATURE_VALUES);
  const { positional, letter, has } = flagsOf(apart, SIGNATURE_VALUES);
  const trial = letter("n") || has("--no-act");
  const wipes = letter("a") || letter("o") || has("--all", "--offset");
  return wipes && !trial ? wiped("Wipe", apart, SIGNATURE_VALUES) : effect("Look at", objects(positional), { reads: true });
};

/** `shred`, after which nothing brings a file back. */
export const shred: CommandReader = (words) => wiped("Shred", words, "-n --iterations -s --size --random-source");

function wiped(says: string, words: readonly string[], valued: string): ReturnType<CommandReader> {
  const { positional, letter, has } = flagsOf(words, valued);
  if (positional.length === 0) return null;
  const forced = letter("f") || has("--force");
  return effect(says, objects(positional), { destroys: true, wipes: true, forced, writesOver: positional });
}

/** `truncate`. */
export const truncate: CommandReader = (words) => {
  const { positional } = flagsOf(words, "-s --size -r --reference");
  return positional.length === 0 ? null : effect("Overwrite", objects(positional), { destroys: true, writesOver: positional });
};

/** `tee`, which passes on what it reads, and writes it down where it is told to. */
export const tee: CommandReader = (words) => {
  const { positional, letter, has } = flagsOf(words, "");
  const files = filesAmong(positional);
  if (files.length === 0) return effect("Pass on", "what it is given", { reads: true });
  if (letter("a") || has("--append")) return effect("Add to", objects(files), { writesOver: disksAmong(files) });
  return effect("Overwrite", objects(files), { destroys: true, writesOver: files });
};

/** `sed`, where it changes files; what its script does otherwise is not read. */
export const sed: CommandReader = (words) => {
  const inPlace = (word: string): boolean => /^(?:-[nrEsuz]*i|--in-place)/u.test(word);
  if (!words.some(inPlace)) return null;
  const rest = words.filter((word) => word !== "" && !inPlace(word));
  const { positional, has } = flagsOf(rest, "-e --expression -f --file -l");
  const files = has("-e", "--expression", "-f", "--file") ? positional : positional.slice(1);
  return files.length === 0 ? null : effect("Edit in place", objects(files), { writesOver: files });
};

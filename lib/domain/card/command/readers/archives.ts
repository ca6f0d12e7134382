import { disksAmong, effect, filesAmong, objects, type CommandReader } from "../command-effect";
import { flagsOf, valuesApart } from "../flags";

const TAR_SHORT = /^-([AcdrtuxvzjJZpkOWmPShao]*)([fCTX]?)$/u;
const TAR_LONG =
  /^--(?:extract|get|create|list|append|update|file|directory|keep-old-files|skip-old-files|strip-components|exclude|gzip|bzip2|xz|zstd|verbose|overwrite|to-stdout)(?:=|$)/u;

/** `tar`: what is packed, and where it is unpacked to. Other flags may run programs: then it is not read. */
export const tar: CommandReader = ([first = "", ...others]) => {
  const words = [first.startsWith("-") ? first : `-${first}`, ...others].flatMap((word) => {
    const [, alone, valued = ""] = TAR_SHORT.exec(word) ?? [];
    if (alone === undefined) return [word];
    return Array.from(alone, (letter) => `-${letter}`).concat(valued === "" ? [] : [`-${valued}`]);
  });
  if (words.some((word) => word.startsWith("-") && word !== "-" && !TAR_SHORT.test(word) && !TAR_LONG.test(word))) return null;
  const { positional, has, value } = flagsOf(words, "-f --file -C --directory -T -X --strip-components --exclude");
  const archive = value("-f", "--file");
  if (has("-x", "--extract", "--get")) {
    if (has("-O", "--to-stdout")) return effect("Look at", archive, { reads: true });
    return unpacked(archive, value("-C", "--directory"), has("-k", "--keep-old-files", "--skip-old-files"));
  }
  if (has("-c", "--create")) {
    const to = archive === null ? {} : { rest: `into ${archive}` };
    return effect("Pack", objects(positional), { ...to, writesOver: filesAmong([archive ?? "-"]) });
  }
  if (has("-r", "-u", "-A", "--append", "--update"))
    return effect("Add to", archive, { writesOver: disksAmong([archive ?? "-"]) });
  return has("-t", "-d", "--list") ? effect("Look at", archive, { reads: true }) : null;
};

const UNZIP_VALUES = "-d -P -x";

/** `unzip`. */
export const unzip: CommandReader = (words) => {
  const { positional, letter, value } = flagsOf(valuesApart(words, "-d -P"), UNZIP_VALUES);
  const [archive] = positional;
  if (archive === undefined) return null;
  if (["l", "t", "p", "v", "Z", "z", "c"].some(letter)) return effect("Look at", archive, { reads: true });
  return unpacked(archive, value("-d"), letter("n"));
};

function unpacked(archive: string | null, folder: string | null, keeps: boolean): ReturnType<CommandReader> {
  const into = folder ?? ".";
  return effect("Unpack", archive, { rest: folder === null ? "here" : `into ${into}`, writesOver: keeps ? [] : [into] });
}

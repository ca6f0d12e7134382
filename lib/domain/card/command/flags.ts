/** The arguments of one command, flags apart from what they act on. */
export interface Flags {
  readonly positional: readonly string[];
  /** True when any of `names` was given: `--force`, `--force=true`. */
  readonly has: (...names: readonly string[]) => boolean;
  /** True when the short flag `letter` was given, alone or among others: `-rf`. */
  readonly letter: (letter: string) => boolean;
  /** The value of the first of `names`: `-n prod`, `--namespace=prod`; null when it has none. */
  readonly value: (...names: readonly string[]) => string | null;
  /** Flags before the first positional word that might take that word as their value: then it is not the verb. */
  readonly doubtful: readonly string[];
}

/** Flags that stand alone in every command that has them. */
const ALONE = new Set(
  "--no-pager --no-cli-pager -y --yes -q --quiet --now --force --recursive --all -A -r -R -rf -fr -f -a -l -v --verbose".split(
    " ",
  ),
);

/**
 * `words` with a value that is joined to its letter standing by itself: `-bSnew` is `-b -S new`, and `-od /srv` is `-o -d /srv`.
 * The letters that take a value are those in `valued`; a value is never read as letters.
 */
export function valuesApart(words: readonly string[], valued: string): readonly string[] {
  const takesValue = new Set(valued.split(" "));
  const apart: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (word === "--") return [...apart, ...words.slice(at)];
    const letters = /^-[^-]/u.test(word) ? Array.from(word.slice(1)) : [];
    const found = letters.findIndex((letter) => takesValue.has(`-${letter}`));
    const value = letters.slice(found + 1).join("");
    if (found > 0) apart.push(`-${letters.slice(0, found).join("")}`);
    apart.push(found === -1 ? word : `-${letters[found] ?? ""}`);
    if (found !== -1 && value !== "") apart.push(value);
    else if (found !== -1 || takesValue.has(word)) {
      apart.push(...words.slice(at + 1, at + 2));
      at += 1;
    }
  }
  return apart;
}

/** True where one of `words` is a long flag of `names` by its beginning alone, as in `--forc`. */
export function hasShortened(words: readonly string[], ...names: readonly string[]): boolean {
  return words.some((word) => {
    const given = word.replace(/=.*$/su, "");
    return /^--./u.test(given) && names.some((name) => name !== given && name.startsWith(given));
  });
}

/** The flags among `words`: what starts with a dash, up to `--`. */
export function flagWords(words: readonly string[]): readonly string[] {
  const end = words.indexOf("--");
  return (end === -1 ? words : words.slice(0, end)).filter((word) => /^-./u.test(word));
}

/** True where a long flag among `words` is none of `known`: most programs take any beginning of one for the whole. */
export function hasOtherLong(words: readonly string[], known: string): boolean {
  const names = new Set(known.split(" "));
  return words.some((word) => /^--./u.test(word) && !names.has(word.slice(2).replace(/=.*$/su, "")));
}

/** Splits `words`; those named in `valued` take the next word as their value. Everything after `--` is positional. */
export function flagsOf(words: readonly string[], valued: string): Flags {
  const takesValue = new Set(valued.split(" "));
  const positional: string[] = [];
  const doubtful: string[] = [];
  const flags: (readonly [string, string | null])[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (word === "--") {
      positional.push(...words.slice(at + 1));
      break;
    }
    if (!word.startsWith("-") || word === "-") {
      positional.push(word);
      continue;
    }
    const equals = word.indexOf("=");
    if (equals !== -1) flags.push([word.slice(0, equals), word.slice(equals + 1)]);
    else if (takesValue.has(word)) {
      flags.push([word, words[at + 1] ?? null]);
      at += 1;
    } else {
      flags.push([word, null]);
      if (positional.length === 0 && !ALONE.has(word)) doubtful.push(word);
    }
  }
  return {
    positional,
    doubtful,
    has: (...names) => flags.some(([name]) => names.includes(name)),
    letter: (letter) => flags.some(([name]) => /^-[A-Za-z0-9]+$/u.test(name) && name.includes(letter)),
    value: (...names) => flags.find(([name, value]) => names.includes(name) && value !== null)?.[1] ?? null,
  };
}

/** One thing the palette can do. */
export interface PaletteEntry {
  /** Unique in the list. */
  readonly id: string;
  readonly group: string;
  readonly label: string;
  /** The key that does the same; empty where there is none. */
  readonly badge: string;
  readonly run: (by: Choosing) => void;
  /** Decides on the open card: see {@link matching}. */
  readonly decides?: true;
}

/** The key or click that chose an entry. */
export interface Choosing {
  readonly at: number;
  readonly trusted: boolean;
}

/** So much of a decision's name has to be typed before it is offered: no stray letter and Enter decides. */
const NAMED_FROM = 3;

/** At most so many are shown: more is a list to read, and another letter makes it short. */
export const SHOWN_MAX = 40;

/** The entries that hold every word of `text`, those that begin with it first, otherwise in their order. What decides only by its own name. */
export function matching(entries: readonly PaletteEntry[], text: string): readonly PaletteEntry[] {
  const asked = text.trim().toLocaleLowerCase();
  const words = asked.split(/\s+/u);
  const found = entries.filter(({ label, group, decides }) => {
    if (decides === true) return asked.length >= NAMED_FROM && label.toLocaleLowerCase().startsWith(asked);
    const within = `${group} ${label}`.toLocaleLowerCase();
    return words.every((word) => within.includes(word));
  });
  const begins = (entry: PaletteEntry): boolean => asked !== "" && entry.label.toLocaleLowerCase().startsWith(asked);
  return [...found.filter(begins), ...found.filter((entry) => !begins(entry))].slice(0, SHOWN_MAX);
}

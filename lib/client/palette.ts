/** One thing the palette can do. */
export interface PaletteEntry {
  /** Unique in the list. */
  readonly id: string;
  readonly group: string;
  readonly label: string;
  /** The key that does the same; empty where there is none. */
  readonly badge: string;
  readonly run: () => void;
}

/** At most so many are shown: more is a list to read, and another letter makes it short. */
export const SHOWN_MAX = 40;

/** The entries that hold every word of `text`, those that begin with it first, otherwise in their order. */
export function matching(entries: readonly PaletteEntry[], text: string): readonly PaletteEntry[] {
  const asked = text.trim().toLocaleLowerCase();
  const words = asked.split(/\s+/u);
  const found = entries.filter(({ label, group }) => {
    const within = `${group} ${label}`.toLocaleLowerCase();
    return words.every((word) => within.includes(word));
  });
  const begins = (entry: PaletteEntry): boolean => asked !== "" && entry.label.toLocaleLowerCase().startsWith(asked);
  return [...found.filter(begins), ...found.filter((entry) => !begins(entry))].slice(0, SHOWN_MAX);
}

/** Names come from agents: what is kept of them is bounded. */
const NAMES_MAX = 1_000;
const NAME_LENGTH_MAX = 200;

/**
 * The same answers as `find`, kept for the names asked for last: agents use the same few names again and again. `find` has to answer by the
 * name alone, and what it answers must not be changed by anybody.
 */
export function remembered<Found>(find: (name: string) => Found): (name: string) => Found {
  const known = new Map<string, { readonly found: Found }>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before.found;
    const found = find(name);
    if (known.size >= NAMES_MAX) known.clear();
    if (name.length <= NAME_LENGTH_MAX) known.set(name, { found });
    return found;
  };
}

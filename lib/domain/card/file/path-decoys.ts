/** Three paths that `path` could be mistaken for: a level higher, a neighbour, another copy. All differ from it and from each other. */
export function pathDecoys(path: string): readonly [string, string, string] {
  const parts = path.split("/");
  const last = parts.at(-1) ?? "";
  const dot = last.lastIndexOf(".");
  const [name, ending] = dot <= 0 ? [last, ""] : [last.slice(0, dot), last.slice(dot)];
  const within = (file: string): string => [...parts.slice(0, -1), file].join("/");
  const higher = parts.length > 2 ? [...parts.slice(0, -2), last].join("/") : `archive/${path}`;
  const found = new Set([
    higher,
    within(digitMoved(name) + ending),
    within(`${name}-old${ending}`),
    within(`${name}-copy${ending}`),
    `${path}-2`,
  ]);
  found.delete(path);
  const [first = "", second = "", third = ""] = found;
  return [first, second, third];
}

/** The last digit one higher: `2024-03` → `2024-04`. */
function digitMoved(name: string): string {
  return name.replace(/\d(?=\D*$)/u, (digit) => String((Number(digit) + 1) % 10));
}

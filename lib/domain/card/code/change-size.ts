import type { CodeChange } from "./code-arguments";

/** How large a change is; null where nothing says. */
export interface ChangeSize {
  readonly files: number | null;
  readonly added: number | null;
  readonly removed: number | null;
}

/** The size by the lines that were sent, else by the files’ own figures, else as declared. */
export function sizeOf({ files, declared }: Pick<CodeChange, "files" | "declared">): ChangeSize {
  if (files.length === 0) return { files: declared.files, added: declared.added, removed: declared.removed };
  const sum = (figures: readonly (number | null)[]): number | null => {
    const known = figures.filter((figure) => figure !== null);
    return known.length === figures.length ? known.reduce((total, figure) => total + figure, 0) : null;
  };
  return {
    files: files.length,
    added: sum(files.map(({ added }) => added)) ?? declared.added,
    removed: sum(files.map(({ removed }) => removed)) ?? declared.removed,
  };
}

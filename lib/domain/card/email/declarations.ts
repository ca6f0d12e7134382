/** One word of a style: `color: navy`. */
export interface Declaration {
  /** Lower case, without the prefix of a browser. */
  readonly name: string;
  /** Whether it had one: then most browsers do not know it. */
  readonly prefixed: boolean;
  /** Lower case, without comments. */
  readonly value: string;
  readonly important: boolean;
}

/** Strings, comments and bare addresses are cut out whole: a semicolon in them ends nothing. */
export const CSS_PIECE = /"[^"\n\r\f]*"?|'[^'\n\r\f]*'?|\/\*[^]*?(?:\*\/|$)|url\([^"'()]*\)|[;()[\]{}]|[^"'/;()[\]{}u]+|[^]/giy;

/** The declarations of `style`, in order; those of its own names (`--ink`) say nothing by themselves. */
export function declarationsOf(style: string): readonly Declaration[] {
  const found: Declaration[] = [];
  let depth = 0;
  let written = "";
  const end = (): void => {
    const declaration = declarationOf(written);
    if (declaration !== null) found.push(declaration);
    written = "";
  };
  for (const [piece] of style.matchAll(CSS_PIECE)) {
    if (piece === ";" && depth === 0) end();
    else if (piece.startsWith("/*")) written += " ";
    else {
      if (/^[([{]$/u.test(piece)) depth += 1;
      if (/^[)\]}]$/u.test(piece)) depth = Math.max(0, depth - 1);
      written += piece;
    }
  }
  end();
  return found;
}

function declarationOf(written: string): Declaration | null {
  const colon = written.indexOf(":");
  const name = written.slice(0, colon).trim().toLowerCase();
  if (colon === -1 || name === "" || name.startsWith("--")) return null;
  const value = written
    .slice(colon + 1)
    .toLowerCase()
    .trim();
  const plain = value.replace(/!\s*important$/u, "").trimEnd();
  const known = name.replace(/^-(?:webkit|moz|ms|o|khtml)-/u, "");
  return { name: known, prefixed: known !== name, value: plain, important: plain !== value };
}

import type { CssNode } from "css-tree";
import type { CssReader } from "./css-text";

/** One word of a style: `color: navy`. */
export interface Declaration {
  /** Lower case, without the prefix of a browser. */
  readonly name: string;
  /** Whether it had one: then most browsers do not know it. */
  readonly prefixed: boolean;
  /** Lower case, without comments. */
  readonly value: string;
  readonly important: boolean;
  /** Whether it is said of its element at all: a rule may be for another, or for another window. */
  readonly certain: boolean;
}

/** What a style or a rule declares, in order, and whether it was read as browsers read it. */
export interface Declared {
  readonly declarations: readonly Declaration[];
  readonly isWhole: boolean;
}

/** The declarations of `style`; those of its own names (`--ink`) say nothing by themselves. */
export function declarationsOf(style: string, css: CssReader): Declared {
  const nodes = style.trim() === "" ? [] : css.nodesOf(style, "declarationList");
  return nodes === null ? { declarations: [], isWhole: false } : declaredBy(nodes);
}

/** What `nodes` declare. Browsers leave out a declaration that they cannot read, and differ in where one ends that has a block in it. */
export function declaredBy(nodes: readonly CssNode[]): Declared {
  const declarations: Declaration[] = [];
  let isWhole = true;
  for (const node of nodes) {
    const text =
      node.type === "Raw" ? node.value : node.type === "Declaration" && node.value.type === "Raw" ? node.value.value : null;
    isWhole &&= text !== null && !/[{}]/u.test(text);
    if (node.type === "Declaration" && text !== null && !node.property.startsWith("--")) {
      const property = node.property.toLowerCase();
      const name = property.replace(/^-(?:webkit|moz|ms|o|khtml)-/u, "");
      const { value, important } = valueOf(text, node.important);
      declarations.push({ name, prefixed: name !== property, value, important, certain: true });
    }
  }
  return { declarations, isWhole };
}

/** What stands behind a mark of exclamation and is not `important` belongs to the value, and makes it one that nobody knows. */
function valueOf(text: string, mark: boolean | string): Pick<Declaration, "value" | "important"> {
  const value = withoutComments(text).toLowerCase().trim();
  const important = mark === true || (typeof mark === "string" && mark.toLowerCase() === "important");
  return { value: mark === false || important ? value : `${value} !${mark}`, important };
}

/** Strings are cut out whole: what looks like a comment in them is none. */
const PIECE = /"[^"]*"?|'[^']*'?|\/\*[^]*?(?:\*\/|$)|[^"'/]+|[^]/gu;

export function withoutComments(text: string): string {
  return text.includes("/*") ? text.replaceAll(PIECE, (piece) => (piece.startsWith("/*") ? " " : piece)) : text;
}

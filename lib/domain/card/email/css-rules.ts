import type { Atrule, Block, CssNode, Rule as RuleNode } from "css-tree";
import type { CssReader } from "./css-text";
import { declaredBy, withoutComments, type Declaration } from "./declarations";
import { ANY, selectorOf, weightOf, type Compound } from "./selectors";

/** A rule of a sheet for one of its selectors. */
export interface Rule {
  /** From the element itself outwards. */
  readonly steps: readonly Compound[];
  /** How much it weighs against others: by ids, then classes, then elements. */
  readonly weight: number;
  /** Whether it holds for everybody: not inside a question about the reader’s window, and without more than is looked at here. */
  readonly certain: boolean;
  /** Only for windows that are dark; null where it is for those that are light as well. */
  readonly scheme: Scheme | null;
  readonly declarations: readonly Declaration[];
}

/** How a reader’s window is drawn: what is for the one never meets what is for the other. */
export type Scheme = "dark" | "light";

export interface Sheet {
  readonly rules: readonly Rule[];
  /** What hides whatever its rules are for, in words. */
  readonly hides: ReadonlySet<string>;
}

interface Around {
  readonly certain: boolean;
  readonly scheme: Scheme | null;
  /** Whether its selectors are steps of an animation: of whichever element. */
  readonly isSteps: boolean;
}

const SCHEME = /^(?:(?:only\s+)?(?:screen|all)\s+and\s+)?\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)$/u;
const HARMLESS = /^(?:page|charset|viewport|-ms-viewport|counter-style|property|font-feature-values|font-palette-values)$/u;
const HIDES = "a style sheet that hides";

/** Reads a sheet; whether it holds for all is `certain`, for a sheet may be for printers alone. */
export function sheetOf(source: string, certain: boolean, css: CssReader): Sheet {
  const reader = new SheetReader();
  const nodes = css.nodesOf(source, "stylesheet");
  if (nodes === null) reader.hides.add(HIDES);
  else reader.readAll(nodes, { certain, scheme: null, isSteps: false });
  return reader;
}

class SheetReader implements Sheet {
  readonly rules: Rule[] = [];
  readonly hides = new Set<string>();

  readAll(nodes: Iterable<CssNode>, around: Around): void {
    for (const node of nodes) {
      if (node.type === "Rule") this.#rule(node, around);
      else if (node.type === "Atrule") this.#at(node, around);
      // What is left is what the parser could not read: a browser may go on elsewhere.
      else if (node.type !== "Comment" && node.type !== "CDO" && node.type !== "CDC") this.hides.add(HIDES);
    }
  }

  #at({ name, prelude, block }: Atrule, around: Around): void {
    const kind = name.toLowerCase();
    if (kind === "import") this.hides.add("a style sheet from elsewhere");
    // Of which elements its rules speak is not followed.
    else if (kind === "namespace") this.hides.add(HIDES);
    else if (kind === "font-face" || HARMLESS.test(kind)) this.#describes(block);
    else if (block !== null) {
      const asked = prelude?.type === "Raw" ? withoutComments(prelude.value).trim().toLowerCase() : "";
      const [, scheme] = kind === "media" ? (SCHEME.exec(asked) ?? []) : [];
      if (scheme === "dark" || scheme === "light") this.readAll(block.children, { ...around, scheme });
      else this.readAll(block.children, { ...around, certain: false, isSteps: around.isSteps || kind.endsWith("keyframes") });
    }
  }

  /** Fonts, counters and pages: what is said of them is of no element. */
  #describes(block: Block | null): void {
    const { declarations, isWhole } = declaredBy(block?.children.toArray() ?? []);
    if (!isWhole || declarations.some(({ name }) => /content|symbols|suffix|prefix/u.test(name))) this.hides.add(HIDES);
    if (declarations.some(({ value }) => /data\s*:/u.test(value))) this.hides.add("letters that came along");
  }

  #rule({ prelude, block }: RuleNode, around: Around): void {
    const { declarations, isWhole } = declaredBy(block.children.toArray());
    if (!isWhole || (prelude.type === "Raw" && /[;{}]/u.test(prelude.value))) this.hides.add(HIDES);
    const listed = prelude.type === "Raw" ? [] : prelude.children.toArray();
    const selectors = listed.flatMap((one) => (one.type === "Selector" && !around.isSteps ? [selectorOf(one)] : [ANY]));
    const read = prelude.type === "Raw" ? [ANY] : selectors;
    // A browser leaves out a rule when it cannot read one of its selectors.
    const certain = around.certain && read.every(({ steps }) => !steps.some(({ asksMore }) => asksMore));
    for (const { steps, isFor, isDarkened } of read) {
      const adds = declarations.some(({ name, value }) => name === "content" && !/^(?:none|normal|""|'')$/u.test(value));
      if (isFor === "beside" && adds) this.hides.add("words that a style adds");
      const scheme = isDarkened ? "dark" : around.scheme;
      if (isFor === "text") this.rules.push({ steps, weight: weightOf(steps), certain, scheme, declarations });
    }
  }
}

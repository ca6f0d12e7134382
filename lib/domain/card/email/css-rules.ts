import { CSS_PIECE, declarationsOf, type Declaration } from "./declarations";

/** One step of a selector: `td.head` or `#top`. */
export interface Compound {
  readonly element: string | null;
  readonly classes: readonly string[];
  readonly ids: readonly string[];
  /** Whether only the element right above may be the step before. */
  readonly isChild: boolean;
  /** Whether it asks for more than is looked at here: it may match. */
  readonly asksMore: boolean;
}

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

interface Around {
  readonly certain: boolean;
  readonly scheme: Scheme | null;
}

export interface Sheet {
  readonly rules: readonly Rule[];
  /** What hides whatever its rules are for, in words. */
  readonly hides: readonly string[];
}

const QUESTIONS = /^@(?:media|supports|layer|container|scope|document|-moz-document|starting-style)/u;
const SCHEME = /^@media\s+(?:(?:only\s+)?(?:screen|all)\s+and\s+)?\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)$/u;
/** How one program that darkens mail marks what it darkened. */
const DARKENED = /\[data-ogs[bc]\]/u;
const HARMLESS =
  /^@(?:page|charset|namespace|viewport|-ms-viewport|counter-style|property|font-feature-values|font-palette-values|layer)/u;
const NOT_WHILE_READ = /:(?:hover|focus|focus-within|focus-visible|active|target|disabled|checked)(?![\w-])/u;
const NOT_TEXT = /::?(?:before|after|marker|selection|placeholder|backdrop|-?webkit-scrollbar)/u;
const STEP = /^(\*|[a-z][a-z\d_-]{0,60})?((?:[.#][\w-]{1,100}){0,20})(.*)$/su;
const NEVER_TEXT: readonly string[] = ["a style sheet that hides"];

/** Reads a sheet; whether it holds for all is `certain`, for a sheet may be for printers alone. */
export function sheetOf(source: string, certain: boolean): Sheet {
  if (source.includes("\\")) return { rules: [], hides: NEVER_TEXT };
  const rules: Rule[] = [];
  const hides = new Set<string>();
  const around: Around[] = [{ certain, scheme: null }];
  for (const { head, body, closes } of blocksOf(source)) {
    const holds = around.at(-1) ?? { certain, scheme: null };
    if (closes) {
      if (around.length > 1) around.pop();
    } else if (body === null) around.push(within(head, holds));
    else if (head.startsWith("@font-face")) {
      if (/data\s*:/u.test(body)) hides.add("letters that came along");
    } else if (head.startsWith("@")) {
      if (!HARMLESS.test(head) || /content|symbols|suffix|prefix/u.test(body)) hides.add("a style sheet that hides");
    } else rules.push(...rulesOf(head, declarationsOf(body), holds, hides));
  }
  if (/@import/iu.test(source)) hides.add("a style sheet from elsewhere");
  return { rules, hides: [...hides] };
}

function within(head: string, around: Around): Around {
  const [, scheme] = SCHEME.exec(head) ?? [];
  if (scheme === "dark" || scheme === "light") return { ...around, scheme };
  return { ...around, certain: around.certain && !QUESTIONS.test(head) && !head.startsWith("@") };
}

interface Block {
  readonly head: string;
  /** Null where blocks stand in it. */
  readonly body: string | null;
  readonly closes: boolean;
}

/** The blocks of a sheet in order, comments left out; a block that holds blocks is told when it opens and when it closes. */
function* blocksOf(source: string): Generator<Block> {
  let written = "";
  let head: string | null = null;
  for (const [piece] of source.matchAll(CSS_PIECE)) {
    if (piece.startsWith("/*")) written += " ";
    else if (piece === "{") {
      if (head !== null) {
        // What stood before a nested rule are declarations of the one around it.
        const cut = written.lastIndexOf(";") + 1;
        if (cut > 0 && !head.startsWith("@")) yield { head, body: written.slice(0, cut), closes: false };
        yield { head, body: null, closes: false };
        written = written.slice(cut);
      }
      head = headOf(written);
      written = "";
    } else if (piece === "}") {
      if (head === null) yield { head: "", body: null, closes: true };
      else yield { head, body: written, closes: false };
      [head, written] = [null, ""];
    } else if (piece === ";" && head === null) written = "";
    else written += piece;
  }
  if (head !== null) yield { head, body: written, closes: false };
}

function headOf(written: string): string {
  return written
    .replaceAll(/<!--|-->/gu, " ")
    .trim()
    .toLowerCase();
}

function rulesOf(head: string, declarations: readonly Declaration[], around: Around, hides: Set<string>): readonly Rule[] {
  // Steps of an animation: of whichever element.
  const selectors = /^(?:from|to|[\d.]+%)(?:\s*,|$)/u.test(head) ? ["*"] : head.split(",");
  return selectors.flatMap((selector): readonly Rule[] => {
    if (NOT_TEXT.test(selector)) {
      if (declarations.some(({ name, value }) => name === "content" && !/^(?:none|normal|""|'')$/u.test(value)))
        hides.add("words that a style adds");
      return [];
    }
    if (NOT_WHILE_READ.test(selector)) return [];
    const steps = stepsOf(selector);
    const counted = (of: (step: Compound) => number): number => steps.reduce((sum, step) => sum + of(step), 0);
    const weight =
      counted(({ ids }) => ids.length) * 10_000 +
      counted(({ classes }) => classes.length) * 100 +
      counted(({ element }) => (element === null ? 0 : 1));
    const isCertain = around.certain && selectors[0] !== "*" && !steps.some(({ asksMore }) => asksMore);
    const scheme = DARKENED.test(selector) ? "dark" : around.scheme;
    return [{ steps, weight, certain: isCertain, scheme, declarations }];
  });
}

function stepsOf(selector: string): readonly Compound[] {
  // What is asked in brackets or of what stands before is not looked at.
  const plain = selector.replaceAll(/[[(][^\])]{0,200}[\])]/gu, ":more").replaceAll(/\s*([>+~])\s*/gu, " $1");
  const steps = plain.split(/\s+/u).filter((step) => step !== "");
  const beside = steps.findLastIndex((step) => /^[+~]/u.test(step));
  return steps
    .slice(Math.max(0, beside))
    .reverse()
    .map((step): Compound => {
      const isChild = step.startsWith(">");
      const [, element = "*", names = "", rest = ""] = STEP.exec(step.replace(/^[>+~]/u, "")) ?? [];
      const listed = names.match(/[.#][\w-]+/gu) ?? [];
      return {
        element: element === "*" ? (rest === ":root" ? "html" : null) : element,
        classes: listed.filter((name) => name.startsWith(".")).map((name) => name.slice(1)),
        ids: listed.filter((name) => name.startsWith("#")).map((name) => name.slice(1)),
        isChild,
        asksMore: /^[+~]/u.test(step) || !/^(?:|:root|:link|:any-link)$/u.test(rest),
      };
    });
}

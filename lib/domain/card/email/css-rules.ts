import { CSS_PIECE, declarationsOf, type Declaration } from "./declarations";

/** One step of a selector: `td.head` or `#top`. Names are in lower case: whether case counts is for the type of the document to say. */
export interface Compound {
  readonly element: string | null;
  readonly classes: readonly string[];
  readonly ids: readonly string[];
  /** Whether only the element right above may be the step before. */
  readonly isChild: boolean;
  /** Whether only a link may be it. */
  readonly isLink: boolean;
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
const HARMLESS = /^@(?:page|charset|viewport|-ms-viewport|counter-style|property|font-feature-values|font-palette-values|layer)/u;
const NOT_WHILE_READ = /:(?:hover|focus|focus-within|focus-visible|active|target|disabled|checked)(?![\w-])/u;
const NOT_TEXT = /::?(?:before|after|marker|selection|placeholder|backdrop|-?webkit-scrollbar)/u;
/** The whole of a step that is read here; any other may be any element. */
const STEP = /^(\*|[a-z][a-z\d_-]{0,60})?((?:[.#](?:-?[a-z_]|--)[\w-]{0,100}){0,20})((?:::?[a-z-]{1,40}){0,10})$/iu;
/** A question in brackets that holds none itself. */
const ASKED = /\[[^[\]()]*\]|\([^[\]()]*\)/gu;
const ANY = { element: null, classes: [], ids: [], isLink: false, asksMore: true } as const;
const NEVER_TEXT: readonly string[] = ["a style sheet that hides"];

/** Reads a sheet; whether it holds for all is `certain`, for a sheet may be for printers alone. */
export function sheetOf(source: string, certain: boolean): Sheet {
  if (source.includes("\\")) return { rules: [], hides: NEVER_TEXT };
  const rules: Rule[] = [];
  const hides = new Set<string>();
  const around: Around[] = [{ certain, scheme: null }];
  for (const { head, body, closes } of blocksOf(source)) {
    const holds = around.at(-1) ?? { certain, scheme: null };
    const name = head.toLowerCase();
    if (closes) {
      // A browser leaves out what comes after an end too many.
      if (around.length === 1) hides.add("a style sheet that hides");
      else around.pop();
    } else if (body === null) around.push(within(name, holds));
    else if (name.startsWith("@font-face")) {
      if (/data\s*:/iu.test(body)) hides.add("letters that came along");
    } else if (name.startsWith("@")) {
      if (!HARMLESS.test(name) || /content|symbols|suffix|prefix/iu.test(body)) hides.add("a style sheet that hides");
    } else rules.push(...rulesOf(head, declarationsOf(body), holds, hides));
  }
  if (/@import/iu.test(source)) hides.add("a style sheet from elsewhere");
  // Of which elements its rules speak is not followed.
  if (/@namespace/iu.test(source)) hides.add("a style sheet that hides");
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
  return written.replace(/^(?:\s|<!--|-->)+/u, "").trim();
}

function rulesOf(head: string, declarations: readonly Declaration[], around: Around, hides: Set<string>): readonly Rule[] {
  // Steps of an animation: of whichever element.
  const selectors = /^(?:from|to|[\d.]+%)(?:\s*,|$)/iu.test(head) ? ["*:more"] : head.split(",");
  const read = selectors.map((written) => {
    const selector = plainOf(written);
    return { selector, steps: stepsOf(selector), scheme: DARKENED.test(written) ? "dark" : around.scheme } as const;
  });
  // A browser leaves out a rule when it cannot read one of its selectors.
  const isCertain = around.certain && read.every(({ steps }) => steps.length > 0 && !steps.some(({ asksMore }) => asksMore));
  return read.flatMap(({ selector, steps, scheme }): readonly Rule[] => {
    if (selector !== null && NOT_TEXT.test(selector)) {
      if (declarations.some(({ name, value }) => name === "content" && !/^(?:none|normal|""|'')$/u.test(value)))
        hides.add("words that a style adds");
      return [];
    }
    if (selector !== null && NOT_WHILE_READ.test(selector)) return [];
    return [{ steps, weight: weightOf(steps), certain: isCertain, scheme, declarations }];
  });
}

function weightOf(steps: readonly Compound[]): number {
  const counted = (of: (step: Compound) => number): number => steps.reduce((sum, step) => sum + of(step), 0);
  return (
    counted(({ ids }) => ids.length) * 10_000 +
    counted(({ classes }) => classes.length) * 100 +
    counted(({ element }) => (element === null ? 0 : 1))
  );
}

/** A selector with what it asks in brackets left out; null where that cannot be told from the rest: then it may mean any element. */
function plainOf(selector: string): string | null {
  const plain = selector.replaceAll(ASKED, ":more").trim();
  return /^[>+~]|[^\w\s.#:*>+~-]/u.test(plain) ? null : plain;
}

function stepsOf(plain: string | null): readonly Compound[] {
  if (plain === null) return [{ ...ANY, isChild: false }];
  const steps = plain
    .replaceAll(/\s*([>+~])\s*/gu, " $1")
    .split(/\s+/u)
    .filter((step) => step !== "");
  // What stands before is not looked at.
  const beside = steps.findLastIndex((step) => /^[+~]/u.test(step));
  return steps.slice(Math.max(0, beside)).reverse().map(stepOf);
}

function stepOf(step: string): Compound {
  const isChild = step.startsWith(">");
  const [, element = "*", names = "", rest = ""] = STEP.exec(step.replace(/^[>+~]/u, "")) ?? ["", "*", "", ":more"];
  const listed = names.toLowerCase().match(/[.#][\w-]+/gu) ?? [];
  const [isRoot, isLink] = [/^:root$/iu.test(rest), /^:(?:any-)?link$/iu.test(rest)];
  const isKnown = rest === "" || isLink || (isRoot && /^(?:\*|html)$/iu.test(element));
  return {
    element: element === "*" ? (isRoot ? "html" : null) : element.toLowerCase(),
    classes: listed.filter((name) => name.startsWith(".")).map((name) => name.slice(1)),
    ids: listed.filter((name) => name.startsWith("#")).map((name) => name.slice(1)),
    isChild,
    isLink,
    asksMore: /^[+~]/u.test(step) || /[A-Z]/u.test(names) || !isKnown,
  };
}

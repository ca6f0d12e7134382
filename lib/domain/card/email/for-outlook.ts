import { treeOf, type HtmlTree, type Part } from "./html-tree";

/** A message as Outlook shows it, where it says that some of it is for Outlook and some for every other program. */
export interface ForOutlook {
  readonly html: string;
  /** Parts for programs of which nobody knows here whether they are Outlook. */
  readonly doubtful: readonly string[];
  /** Whether parts begin and end that nobody can tell apart. */
  readonly isOdd: boolean;
}

/** `<!--[if mso]> … <![endif]-->`: a comment to every other program. */
const HIDDEN = /^\[if ([^\]]{1,80})\]>([^]*)<!\[endif\]$/iu;
/** `<!--[if !mso]><!-->` or `<![if !mso]>`: what follows is shown by every other program. */
const REVEALS = /^\[if ([^\]]{1,80})\](?:>\s*(?:<!(?:--\s*)?)?)?$/iu;
const ENDS = /^\s*(?:<!)?\[endif\](?:--)?\s*$/iu;
const IS_OUTLOOK = /^(?:mso|gte mso 9|gte vml 1|mso ?\| ?ie|\(mso\) ?\| ?\(ie\)|\(gte mso 9\) ?\| ?\(ie\))$/iu;
const IS_OTHER = /^\(?! ?\(?(?:mso|vml|support[a-z]{3,30})\)?\)?$/iu;
/** What a program for letters keeps of itself, and draws nothing of. */
const SETTINGS = /<xml>\s*(?:<\/?[a-z]:[a-z]{1,40}(?: [a-z:]{1,40}="[^"<>]{0,200}")* *\/?>(?:[\w.-]{1,30}(?=<))?\s*)*<\/xml>/giu;

/** Whether a comment says for which programs something is, in a way that is known here. */
export function isForOutlook(comment: string): boolean {
  return HIDDEN.test(comment) || REVEALS.test(comment) || ENDS.test(comment);
}

/** Null where nothing in it is for some programs only. */
export function forOutlook(html: string, tree: HtmlTree): ForOutlook | null {
  if (!tree.parts.some((part) => part.type === "comment" && isForOutlook(part.text))) return null;
  const cut = new OutlookCut(html);
  for (const comment of commentsOf(html)) cut.read(comment);
  return cut.result();
}

/** Goes through a message by its comments, and puts together what Outlook makes of it. */
class OutlookCut {
  readonly #html: string;
  readonly #doubtful: string[] = [];
  #written = "";
  #from = 0;
  #isOdd = false;
  /** The part that is open: its condition, and where the comment stands that opens it. */
  #open: (Omit<Comment, "text"> & { readonly condition: string }) | null = null;

  constructor(html: string) {
    this.#html = html;
  }

  read({ text, start, end }: Comment): void {
    const [isHidden, condition, content = ""] = HIDDEN.exec(text) ?? [];
    const [reveals, shown = ""] = REVEALS.exec(text) ?? [];
    if (isHidden !== undefined) this.#hidden(condition ?? "", content, start, end);
    else if (reveals !== undefined) {
      this.#isOdd ||= this.#open !== null;
      this.#open = { condition: shown, start, end };
    } else if (ENDS.test(text)) this.#ends(start, end);
  }

  result(): ForOutlook {
    const html = this.#written + this.#html.slice(this.#from);
    return { html, doubtful: this.#doubtful, isOdd: this.#isOdd || this.#open !== null };
  }

  /** What every other program takes for a comment. */
  #hidden(condition: string, content: string, start: number, end: number): void {
    if (!IS_OUTLOOK.test(condition)) this.#doubtful.push(content);
    this.#isOdd ||= this.#open !== null;
    this.#written += this.#html.slice(this.#from, start) + content.replaceAll(SETTINGS, "");
    this.#from = end;
  }

  #ends(start: number, end: number): void {
    if (this.#open === null) this.#isOdd = true;
    else if (IS_OTHER.test(this.#open.condition)) {
      this.#written += this.#html.slice(this.#from, this.#open.start);
      this.#from = end;
    } else if (!IS_OUTLOOK.test(this.#open.condition)) this.#doubtful.push(this.#html.slice(this.#open.end, start));
    this.#open = null;
  }
}

interface Comment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function commentsOf(html: string): readonly Comment[] {
  const comment = (part: Part): readonly Comment[] =>
    part.type === "comment" && part.at !== null ? [{ text: part.text, start: part.at.startOffset, end: part.at.endOffset }] : [];
  return (treeOf(html, true)?.parts ?? []).flatMap(comment).sort((a, b) => a.start - b.start);
}

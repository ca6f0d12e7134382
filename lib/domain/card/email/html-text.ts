import { forOutlook, isForOutlook, type ForOutlook } from "./for-outlook";
import { looksOf } from "./html-looks";
import { treeOf, type Attributes, type HtmlTree, type Part } from "./html-tree";

/** The words of an HTML message, and what in it a reader of the words would not know. */
export interface HtmlText {
  readonly text: string;
  /** Ways in which it hides content, in words; empty when it hides none that is known. */
  readonly hides: readonly string[];
  readonly links: readonly { readonly href: string; readonly text: string }[];
  readonly images: number;
}

const BLOCK = new Set(
  (
    "p div br tr li ul ol dl dt dd h1 h2 h3 h4 h5 h6 table caption blockquote hr section article header footer main nav aside address center " +
    "figure figcaption fieldset legend pre"
  ).split(" "),
);
/** Elements whose content is not drawn, or that do what a text cannot show. */
const UNSHOWN = new Set(
  (
    "script template noscript noframes noembed iframe frame frameset object embed applet form input button select option optgroup textarea datalist svg math video " +
    "audio canvas link meta base dialog details xmp plaintext marquee portal map area rp progress meter bdo keygen bgsound basefont isindex layer"
  ).split(" "),
);
/** Elements whose raw content is not part of the words. */
const SWALLOWED = new Set("script style title".split(" "));

/** What is for some programs only, and read by none that is known here. */
const FOR_SOME = "a part for some programs only";

/**
 * The text that a reader would be given, every block on a line of its own. Anything that could show less or more than this text
 * (hidden elements, style sheets that hide, scripts, forms, parts for some programs only) is named in `hides`: then the message is not
 * fully readable, because only a browser knows what it shows. The work grows with the message and no faster.
 */
export function htmlText(source: string): HtmlText {
  // As browsers read it before anything else: what stands where is counted below.
  const html = source.replaceAll(/\r\n?/gu, "\n");
  const tree = treeOf(html);
  if (tree === null) return { text: html, hides: ["more than can be followed"], links: [], images: 0 };
  const shown = new HtmlReader(tree).result();
  const outlook = forOutlook(html, tree);
  return outlook === null ? shown : alsoIn(outlook, shown);
}

/** `shown`, with what Outlook makes of it: where that is not the same in words, links and pictures, the message is for some programs only. */
function alsoIn({ html, doubtful, isOdd }: ForOutlook, shown: HtmlText): HtmlText {
  const [tree, ...parts] = [html, ...doubtful].map((some) => treeOf(some));
  const theirs = tree === null || tree === undefined ? null : new HtmlReader(tree).result();
  // What it draws by shapes of its own nobody else can see.
  const isDrawn = tree?.parts.some((part) => part.type === "open" && part.element.startsWith("v:")) ?? true;
  const isSame = theirs !== null && !isOdd && !isDrawn && contentOf(theirs) === contentOf(shown);
  const isClear = parts.every((part) => part !== null && contentOf(new HtmlReader(part).result()) === NOTHING);
  const hides = new Set([...shown.hides, ...(theirs?.hides ?? []), ...(isSame && isClear ? [] : [FOR_SOME])]);
  return { ...shown, hides: [...hides] };
}

function contentOf({ text, links, images }: Omit<HtmlText, "hides">): string {
  return JSON.stringify([text.replaceAll(/\s+/gu, ""), links.map(({ href }) => href), images]);
}

const NOTHING = contentOf({ text: "", links: [], images: 0 });

class HtmlReader {
  readonly #out: string[] = [];
  readonly #hides: Set<string>;
  readonly #links: { readonly href: string; text: string }[] = [];
  readonly #open: { readonly href: string; readonly from: number }[] = [];
  readonly #looks: ReturnType<typeof looksOf>;
  #images = 0;

  constructor(tree: HtmlTree) {
    this.#hides = new Set(tree.hides);
    this.#looks = looksOf(tree, this.#hides);
    for (const part of tree.parts) this.#read(part);
  }

  result(): HtmlText {
    const links = this.#links.filter(({ href }) => href !== "");
    return { text: tidied(this.#out.join("")), hides: [...this.#hides], links, images: this.#images };
  }

  #read(part: Part): void {
    switch (part.type) {
      case "text":
        if (!SWALLOWED.has(part.within)) this.#write(part.text.replaceAll(/[ \t\r\n\f]+/gu, " "));
        break;
      case "open":
        this.#opens(part.element, part.attributes);
        break;
      case "close":
        for (const looks of this.#looks) looks.close(part.element);
        if (part.element === "a") this.#endLink();
        this.#block(part.element);
        break;
      case "comment":
        if (/^[?[]/u.test(part.text) && !isForOutlook(part.text)) this.#hides.add(FOR_SOME);
        break;
    }
  }

  #write(text: string): void {
    for (const looks of this.#looks) looks.text(text);
    this.#out.push(text.replaceAll("\u00a0", " "));
  }

  #opens(element: string, attributes: Attributes): void {
    for (const way of waysToHide(element, attributes)) this.#hides.add(way);
    this.#block(element);
    for (const looks of this.#looks) looks.open(element, attributes);
    if (element === "img" || element === "image") {
      this.#images += 1;
      this.#write(` ${attributes.get("alt") ?? ""} `);
    }
    if (element === "a") this.#open.push({ href: attributes.get("href") ?? "", from: this.#out.length });
  }

  #endLink(): void {
    const link = this.#open.pop();
    if (link !== undefined) this.#links.push({ href: link.href, text: this.#out.slice(link.from).join("").trim() });
  }

  #block(element: string): void {
    if (BLOCK.has(element)) this.#out.push("\n");
  }
}

function waysToHide(element: string, attributes: Attributes): readonly string[] {
  const ways: string[] = [];
  if (UNSHOWN.has(element) && !isPlainMeta(element, attributes)) ways.push(`a ${element} element`);
  if (attributes.has("hidden") || attributes.has("popover")) ways.push("an element that is not shown");
  if ([...attributes.keys()].some((name) => /^(?:on[a-z]{3,30}|srcdoc|formaction)$/u.test(name)))
    ways.push("an element that runs something");
  const number = attributes.get(element === "ol" ? "start" : element === "li" ? "value" : "") ?? "1";
  if (number.trim() !== "1") ways.push("a number that only the list shows");
  return ways;
}

/** What says of which characters a message is, or how wide it is drawn, hides nothing. */
function isPlainMeta(element: string, attributes: Attributes): boolean {
  const does = attributes.get("http-equiv") ?? "";
  return element === "meta" && !/refresh|set-cookie|&/iu.test(does);
}

/** As a browser sets it: runs of white space are one space, empty lines at most one. */
function tidied(text: string): string {
  return text
    .replaceAll(/[ \t\r]+/gu, " ")
    .replaceAll(/ ?\n ?/gu, "\n")
    .replaceAll(/\n{3,}/gu, "\n\n")
    .trim();
}

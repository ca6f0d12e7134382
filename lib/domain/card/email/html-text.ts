import { decoded } from "./entities";
import { tokensOf, type Attributes, type Token } from "./html-tokens";
import { looksOf } from "./html-looks";

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
    "script template noscript noframes noembed iframe frame frameset object embed applet form input button select textarea datalist svg math video " +
    "audio canvas link meta base dialog details xmp plaintext marquee portal map area rp progress meter bdo keygen bgsound basefont isindex layer"
  ).split(" "),
);
/** Elements whose raw content is not part of the words. */
const SWALLOWED = new Set("script style title".split(" "));

/**
 * The text that a reader would be given, every block on a line of its own. Anything that could show less or more than this text
 * (hidden elements, style sheets that hide, scripts, forms, comments with words in them) is named in `hides`: then the message is not
 * fully readable, because only a browser knows what it shows. The work grows with the message and no faster.
 */
export function htmlText(html: string): HtmlText {
  const tokens = [...tokensOf(html)];
  const reader = new HtmlReader(tokens);
  for (const token of tokens) reader.read(token);
  return reader.result();
}

class HtmlReader {
  readonly #out: string[] = [];
  readonly #hides = new Set<string>();
  readonly #links: { href: string; text: string }[] = [];
  readonly #looks: ReturnType<typeof looksOf>;
  #images = 0;
  #link: { readonly href: string; readonly from: number } | null = null;

  constructor(tokens: readonly Token[]) {
    this.#looks = looksOf(tokens, this.#hides);
  }

  read(token: Token): void {
    switch (token.type) {
      case "text":
        this.#text(token.text);
        break;
      case "raw":
        if (!SWALLOWED.has(token.element)) this.#text(token.text);
        break;
      case "open":
        this.#opens(token.element, token.attributes);
        break;
      case "close":
        for (const looks of this.#looks) looks.close(token.element);
        if (token.element === "a") this.#anchor(null);
        this.#block(token.element);
        break;
      case "comment":
        if (token.forSome) this.#hides.add("a part for some programs only");
        else if (/[\p{L}\p{N}]/u.test(token.text)) this.#hides.add("a comment");
        break;
      case "endless":
        this.#hides.add("a tag without an end");
        break;
      case "doctype":
        break;
    }
  }

  result(): HtmlText {
    this.#anchor(null);
    const links = this.#links.filter(({ href }) => href !== "");
    return { text: tidied(this.#out.join("")), hides: [...this.#hides], links, images: this.#images };
  }

  #text(source: string): void {
    this.#write(this.#decoded(source.replaceAll(/[ \t\r\n\f]+/gu, " "), "text"));
  }

  #write(text: string): void {
    for (const looks of this.#looks) looks.text(text);
    this.#out.push(text.replaceAll("\u00a0", " "));
  }

  #decoded(source: string, within: "attribute" | "text"): string {
    const { text, known } = decoded(source, within);
    if (!known) this.#hides.add("a character whose name is not known");
    return text;
  }

  #opens(element: string, attributes: Attributes): void {
    for (const way of waysToHide(element, attributes)) this.#hides.add(way);
    this.#block(element);
    for (const looks of this.#looks) looks.open(element, attributes);
    if (element === "img" || element === "image") {
      this.#images += 1;
      this.#write(` ${this.#decoded(attributes.get("alt") ?? "", "attribute")} `);
    }
    if (element === "a") this.#anchor(this.#decoded(attributes.get("href") ?? "", "attribute"));
  }

  #block(element: string): void {
    if (BLOCK.has(element)) this.#out.push("\n");
  }

  /** A link ends where the next one starts, too. */
  #anchor(href: string | null): void {
    if (this.#link !== null) this.#links.push({ href: this.#link.href, text: this.#out.slice(this.#link.from).join("").trim() });
    this.#link = href === null ? null : { href, from: this.#out.length };
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

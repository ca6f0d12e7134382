/** The words of an HTML message, and what in it a reader of the words would not know. */
export interface HtmlText {
  readonly text: string;
  /** Ways in which it hides content, in words; empty when it hides none that is known. */
  readonly hides: readonly string[];
  readonly links: readonly { readonly href: string; readonly text: string }[];
  readonly images: number;
}

const BLOCK = new Set("p div br tr li ul ol h1 h2 h3 h4 h5 h6 table blockquote hr section article header footer pre".split(" "));
/** Elements whose content is not drawn, or that do what a text cannot show. */
const UNSHOWN = new Set(
  "script style template noscript iframe object embed form input svg math video audio canvas title link meta base".split(" "),
);
const SWALLOWS = new Set("script style template title".split(" "));
const HIDING_STYLE =
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d]*[1-9])|(?:max-)?(?:height|width)\s*:\s*0|text-indent\s*:\s*-|(?:left|top|right|bottom|margin-left|margin-top)\s*:\s*-\d{3,}|color\s*:\s*transparent|clip(?:-path)?\s*:|mso-hide\s*:|direction\s*:\s*rtl|unicode-bidi/iu;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  euro: "€",
  copy: "©",
  rsquo: "’",
  lsquo: "‘",
  rdquo: "”",
  ldquo: "“",
  shy: "\u00ad",
  zwnj: "\u200c",
  zwj: "\u200d",
};

/** True when `text` is marked up rather than merely holding a lesser-than sign. */
export function isHtml(text: string): boolean {
  return /<(?:!doctype|html|body|div|p|br|table|span|a|b|i|strong|em|ul|ol|li|h[1-6]|img|style|script)\b[^<>]*>/iu.test(text);
}

/**
 * The text that a reader would be given, every block on a line of its own. Anything that could show less or more than this text
 * (hidden elements, style sheets that hide, scripts, forms, comments with words in them) is named in `hides`: then the message is not
 * fully readable, because only a browser knows what it shows. One pass: linear in the message.
 */
export function htmlText(html: string): HtmlText {
  const reader = new HtmlReader();
  let from = 0;
  for (let open = html.indexOf("<"); open !== -1; open = html.indexOf("<", from)) {
    if (!/[a-z/!?]/iu.test(html.charAt(open + 1))) {
      // A lesser-than sign that opens nothing is text.
      reader.text(html.slice(from, open + 1));
      from = open + 1;
      continue;
    }
    const end = tagEnd(html, open);
    reader.text(html.slice(from, open));
    reader.tag(html.slice(open, end));
    from = end;
  }
  reader.text(html.slice(from));
  return reader.result();
}

/** Where the tag or comment that starts at `open` is over; a tag that never closes takes the rest, as in a browser. */
function tagEnd(html: string, open: number): number {
  if (html.startsWith("<!--", open)) {
    const close = html.indexOf("-->", open + 4);
    return close === -1 ? html.length : close + 3;
  }
  let quote = "";
  for (let at = open + 1; at < html.length; at += 1) {
    const character = html.charAt(at);
    if (quote === "" && character === ">") return at + 1;
    if (quote === "" && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = "";
  }
  return html.length;
}

class HtmlReader {
  readonly #out: string[] = [];
  readonly #hides = new Set<string>();
  readonly #links: { href: string; text: string }[] = [];
  #images = 0;
  #link: { readonly href: string; readonly from: number } | null = null;
  #swallowing: string | null = null;

  text(source: string): void {
    if (this.#swallowing === null) this.#out.push(decoded(source.replaceAll(/[ \t\r\n\f]+/gu, " ")));
    else if (this.#swallowing === "style" && HIDING_STYLE.test(source)) this.#hides.add("a style sheet that hides");
  }

  tag(tag: string): void {
    const element = (/^<\/?([a-z][a-z\d:-]*)/iu.exec(tag)?.[1] ?? "").toLowerCase();
    const closes = tag.startsWith("</");
    const attributes = tag.slice(element.length + 1);
    if (!tag.endsWith(">")) this.#hides.add("a tag without an end");
    for (const way of waysToHide(tag, element, attributes)) this.#hides.add(way);
    if (closes && this.#swallowing === element) this.#swallowing = null;
    else if (!closes && SWALLOWS.has(element)) this.#swallowing = element;
    if (element === "img" && !closes) {
      this.#images += 1;
      this.#out.push(` ${decoded(attribute(attributes, "alt"))} `);
    }
    if (element === "a") this.#anchor(closes, attributes);
    if (BLOCK.has(element)) this.#out.push("\n");
  }

  #anchor(closes: boolean, attributes: string): void {
    if (this.#link !== null) this.#links.push({ href: this.#link.href, text: this.#out.slice(this.#link.from).join("").trim() });
    this.#link = closes ? null : { href: decoded(attribute(attributes, "href")), from: this.#out.length };
  }

  result(): HtmlText {
    this.#anchor(true, "");
    const links = this.#links.filter(({ href }) => href !== "");
    return { text: tidied(this.#out.join("")), hides: [...this.#hides], links, images: this.#images };
  }
}

function waysToHide(tag: string, element: string, attributes: string): readonly string[] {
  const ways: string[] = [];
  if (tag.startsWith("<!--") && /[\p{L}\p{N}]/u.test(tag.slice(4, -3))) ways.push("a comment");
  if (tag.startsWith("<![") || tag.startsWith("<?")) ways.push("a part for some programs only");
  if (UNSHOWN.has(element) && element !== "meta" && element !== "title" && element !== "style") ways.push(`a ${element} element`);
  if (/\bhidden\b/iu.test(attributes.replaceAll(/"[^"]*"|'[^']*'/gu, "")) || HIDING_STYLE.test(attribute(attributes, "style"))) {
    ways.push("an element that is not shown");
  }
  return ways;
}

function attribute(attributes: string, name: string): string {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "iu").exec(attributes);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? "";
}

function decoded(text: string): string {
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/giu,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined)
        return Object.hasOwn(ENTITIES, name.toLowerCase()) ? (ENTITIES[name.toLowerCase()] ?? whole) : whole;
      const code = Number.parseInt(decimal ?? hex ?? "", decimal === undefined ? 16 : 10);
      if (code === 0xa0) return " ";
      return code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : "\uFFFD";
    },
  );
}

/** As a browser sets it: runs of white space are one space, empty lines at most one. */
function tidied(text: string): string {
  return text
    .replaceAll(/[ \t\r]+/gu, " ")
    .replaceAll(/ ?\n ?/gu, "\n")
    .replaceAll(/\n{3,}/gu, "\n\n")
    .trim();
}

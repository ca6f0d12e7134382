import { colourOf } from "./colour";
import { groundOf, hidesBy, PAPER, unseenInk, type Ground } from "./hiding-style";

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
  (
    "script style template noscript noframes iframe frame frameset object embed applet form input button select textarea datalist svg math video " +
    "audio canvas title link meta base dialog details xmp plaintext marquee portal map area"
  ).split(" "),
);
const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
type AttributeName = "alt" | "bgcolor" | "color" | "href" | "style" | "text";
const ATTRIBUTES: Readonly<Record<AttributeName, RegExp>> = {
  alt: attributeForm("alt"),
  bgcolor: attributeForm("bgcolor"),
  color: attributeForm("color"),
  href: attributeForm("href"),
  style: attributeForm("style"),
  text: attributeForm("text"),
};
const NESTED_MAX = 200;
const SWALLOWS = new Set("script style template title".split(" "));
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
  return /<(?:!doctype|html|head|body|div|p|br|hr|table|t[dhr]|tbody|span|a|[bisu]|strong|em|small|big|font|center|ul|ol|li|h[1-6]|img|style|script|section|header|footer|main|article|blockquote|pre|meta|link|base|form|input|button|select|textarea|iframe|object|embed|svg|math|template|details|dialog|video|audio|canvas|marquee)\b[^<>]*>/iu.test(
    text,
  );
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
  /** The elements that are open, each with the ground that its text is drawn on. */
  readonly #open: { readonly element: string; readonly ground: Ground }[] = [];

  text(source: string): void {
    if (this.#swallowing === null) this.#out.push(decoded(source.replaceAll(/[ \t\r\n\f]+/gu, " ")));
    else if (this.#swallowing === "style" && sheetHides(source)) this.#hides.add("a style sheet that hides");
  }

  tag(tag: string): void {
    const element = (/^<\/?([a-z][a-z\d:-]*)/iu.exec(tag)?.[1] ?? "").toLowerCase();
    const closes = tag.startsWith("</");
    const attributes = tag.slice(element.length + 1);
    if (!tag.endsWith(">")) this.#hides.add("a tag without an end");
    const ground = this.#open.at(-1)?.ground ?? PAPER;
    for (const way of waysToHide(tag, element, attributes, ground)) this.#hides.add(way);
    this.#nest(element, closes, attributes, ground);
    if (closes && this.#swallowing === element) this.#swallowing = null;
    else if (!closes && SWALLOWS.has(element)) this.#swallowing = element;
    if (element === "img" && !closes) {
      this.#images += 1;
      this.#out.push(` ${decoded(attribute(attributes, "alt"))} `);
    }
    if (element === "a") this.#anchor(closes, attributes);
    if (BLOCK.has(element)) this.#out.push("\n");
  }

  #nest(element: string, closes: boolean, attributes: string, ground: Ground): void {
    if (element === "" || VOID.has(element)) return;
    if (closes) {
      const at = this.#open.findLastIndex((one) => one.element === element);
      if (at !== -1) this.#open.splice(at);
      return;
    }
    if (this.#open.length >= NESTED_MAX) {
      this.#hides.add("more than can be followed");
      return;
    }
    this.#open.push({ element, ground: ownGround(attributes, ground) });
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

function waysToHide(tag: string, element: string, attributes: string, ground: Ground): readonly string[] {
  const ways: string[] = [];
  if (tag.startsWith("<!--") && /[\p{L}\p{N}]/u.test(tag.slice(4, -3))) ways.push("a comment");
  if (tag.startsWith("<![") || tag.startsWith("<?")) ways.push("a part for some programs only");
  if (UNSHOWN.has(element) && element !== "title" && element !== "style") ways.push(...unshown(element, attributes));
  if (/\bhidden\b/iu.test(attributes.replaceAll(/"[^"]*"|'[^']*'/gu, ""))) ways.push("an element that is not shown");
  if (/\s(?:on[a-z]{3,30}|srcdoc|formaction)\s*=/iu.test(attributes)) ways.push("an element that runs something");
  return [...ways, ...unseenWays(element, attributes, ground)];
}

function unseenWays(element: string, attributes: string, ground: Ground): readonly string[] {
  const style = styleOf(attributes);
  const way = style === "" ? null : hidesBy(style, ground);
  const ink = decoded(attribute(attributes, element === "body" ? "text" : "color"));
  const unseen = ink === "" ? null : unseenInk(ink, ownGround(attributes, ground));
  return [way, unseen].filter((one) => one !== null);
}

/** What text in an element of these attributes is drawn on. */
function ownGround(attributes: string, below: Ground): Ground {
  const styled = groundOf(styleOf(attributes), below);
  const [under] = below;
  const named = styled !== null || under === undefined ? null : colourOf(decoded(attribute(attributes, "bgcolor")), under);
  return styled ?? (named === null ? below : [named]);
}

/** What says of which characters a message is, or how wide it is drawn, hides nothing. */
function unshown(element: string, attributes: string): readonly string[] {
  if (element === "meta" && !/http-equiv\s*=\s*["']?\s*(?:refresh|set-cookie)/iu.test(attributes)) return [];
  return [`a ${element} element`];
}

function styleOf(attributes: string): string {
  return decoded(attribute(attributes, "style"));
}

/** Rule by rule: which elements a sheet is for is not worked out here. A font alone hides nothing, unless it came along: it may draw any letter as another. */
function sheetHides(sheet: string): boolean {
  if (/@import/iu.test(sheet) || (/@font-face/iu.test(sheet) && /data\s*:|\\/iu.test(sheet))) return true;
  return sheet.split("}").some((rule) => hidesBy(rule.slice(rule.indexOf("{") + 1), PAPER) !== null);
}

function attribute(attributes: string, name: AttributeName): string {
  const match = ATTRIBUTES[name].exec(attributes);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? "";
}

function attributeForm(name: AttributeName): RegExp {
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "iu");
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

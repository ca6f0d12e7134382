import { attributeColour, type Ink } from "./colour";
import { Cascade, type Named } from "./cascade";
import { sheetOf, type Scheme, type Sheet } from "./css-rules";
import { declarationsOf } from "./declarations";
import { decoded } from "./entities";
import type { Hiding } from "./hiding-style";
import type { Attributes, Token } from "./html-tokens";
import { FIRST_LOOK, lookOf, PLAIN_PAGE, unseen, type Look, type Page } from "./look";
import { OpenElements, VOID } from "./open-elements";

/** An open element: how it looks, and what of it hides once it has text. */
interface Seen extends Named {
  readonly look: Look;
  readonly hidings: readonly Hiding[];
  /** Whether its text is drawn otherwise than that around it. */
  readonly differs: boolean;
  told: boolean;
}

const NESTED_MAX = 200;
const HEAD = new Set("html head title meta link base style script".split(" "));
const PAINTS_PAGE = ["style", "bgcolor", "background", "text", "link", "class", "id"];
const STANDARD = /^doctype\s+html\s*$|xhtml 1\.|html 4\.01.{0,200}http/iu;
const SYMBOLS = /webdings|wingdings|dingbats|symbol/iu;

/** Follows how the text of one message is drawn, and adds to `hides` what is not seen of it. */
class HtmlLooks {
  readonly #hides: Set<string>;
  readonly #cascade: Cascade;
  readonly #open = new OpenElements<Seen>((kept) => {
    if (kept.some(({ differs }) => differs)) this.#hides.add("markup that is closed out of turn");
  });
  #page: Page;
  #hasContent = false;
  /** Whether there was more than is followed: the message counts as unread, whatever else is in it. */
  #isLost = false;

  constructor(tokens: readonly Token[], sheets: readonly Sheet[], scheme: Scheme, hides: Set<string>) {
    this.#hides = hides;
    this.#cascade = new Cascade(
      sheets.flatMap(({ rules }) => rules.filter((rule) => rule.scheme === null || rule.scheme === scheme)),
    );
    const doctype = tokens.find(({ type }) => type !== "text" && type !== "comment");
    this.#page = { ...PLAIN_PAGE, tablesInherit: doctype?.type === "doctype" && STANDARD.test(doctype.text) };
  }

  open(element: string, attributes: Attributes): void {
    if (element === "html" || element === "body") {
      this.#root(element, attributes);
      return;
    }
    if (HEAD.has(element)) return;
    this.#start();
    if (this.#isLost || !this.#open.makeRoom(element)) return;
    const seen = this.#seen(element, attributes, this.#open.top);
    if (VOID.has(element)) this.#tell([seen].flatMap(({ hidings }) => hidings).filter(({ where }) => where === "always"));
    else this.#open.push(element, seen);
    this.#isLost = this.#open.depth > NESTED_MAX || !this.#cascade.isWhole;
    if (this.#isLost) this.#hides.add("more than can be followed");
  }

  close(element: string): void {
    if (!this.#isLost) this.#open.close(element);
  }

  /** What is drawn inside the elements that are open now. */
  text(text: string): void {
    if (this.#isLost || !/[^\s\p{Cf}\u034f]/u.test(text)) return;
    this.#start();
    if (this.#open.isBesideCells) this.#hides.add("text in another order than it is written in");
    for (const { kept } of this.#open.all()) {
      if (kept.hidings.length > 0) this.#tell(kept.hidings.filter(({ where }) => hidesText(where, text)));
    }
    const seen = this.#open.top;
    if (seen === undefined || seen.told) return;
    const why = unseen(seen.look);
    if (why !== null) this.#hides.add(why);
    seen.told = true;
  }

  /** The body paints all of the message, whatever came before it. */
  #root(element: string, attributes: Attributes): void {
    if (this.#open.all().some((one) => one.element === element) || this.#hasContent) {
      if (PAINTS_PAGE.some((name) => attributes.has(name))) this.#hides.add("a body that comes late");
      return;
    }
    if (element === "body") this.#openRoot("html", new Map());
    const colour = (name: string): Ink | null => attributeColour(read(attributes.get(name) ?? "").text);
    this.#page = { ...this.#page, text: colour("text") ?? this.#page.text, link: colour("link") ?? this.#page.link };
    this.#openRoot(element, attributes);
    if (element === "body") this.#hasContent = true;
  }

  #openRoot(element: string, attributes: Attributes): void {
    if (!this.#open.all().some((one) => one.element === element))
      this.#open.push(element, this.#seen(element, attributes, this.#open.top));
  }

  #start(): void {
    if (this.#hasContent) return;
    this.#openRoot("html", new Map());
    this.#openRoot("body", new Map());
    this.#hasContent = true;
  }

  #seen(element: string, attributes: Attributes, around: Seen | undefined): Seen {
    const attribute = (name: string): string => this.#read(attributes.get(name) ?? "");
    const style = attribute("style");
    if (style.includes("\\")) this.#hides.add("a style that is written in escapes");
    const [classes, id] = [attribute("class"), attribute("id")];
    const names = new Set(classes.toLowerCase().split(/[\t\n\f\r ]+/u));
    // What marks darkened mail is for the program that darkens it to write.
    if (attributes.has("data-ogsc") || attributes.has("data-ogsb")) this.#hides.add("a style sheet that hides");
    const [isCased, isLink] = [/[A-Z]/u.test(classes + id), /^(?:a|area)$/u.test(element) && attributes.has("href")];
    const named: Named = { element, classes: names, id: id.toLowerCase(), isCased, isLink };
    const own = declarationsOf(style);
    const above = this.#open.all().map(({ kept }) => kept);
    const declarations = this.#cascade.declarationsFor(named, above, own);
    const { look, hidings } = lookOf({ element, attribute, declarations }, around?.look ?? FIRST_LOOK, this.#page);
    const all = [...hidings, ...attributeHidings(element, attribute)];
    this.#tell(all.filter(({ where }) => where === "always"));
    const differs = all.length > 0 || !isSameLook(look, around?.look ?? FIRST_LOOK);
    return { ...named, look, hidings: all, differs, told: false };
  }

  #read(source: string): string {
    const { text, known } = read(source);
    if (!known) this.#hides.add("a character whose name is not known");
    return text;
  }

  #tell(hidings: readonly Hiding[]): void {
    for (const { why } of hidings) this.#hides.add(why);
  }
}

function read(source: string): { readonly text: string; readonly known: boolean } {
  return decoded(source, "attribute");
}

/** Ink and ground may be painted by tags that are nobody's style. */
function attributeHidings(element: string, attribute: (name: string) => string): readonly Hiding[] {
  const found: Hiding[] = [];
  const isPainted = /^(?:body|table|tbody|thead|tfoot|tr|td|th)$/u.test(element) && attribute("background").trim() !== "";
  if (isPainted) found.push({ why: "a picture behind the text", where: "always" });
  if (/^rtl$/iu.test(attribute("dir"))) found.push({ why: "text in another order than it is written in", where: "turned" });
  if (element === "font" && SYMBOLS.test(attribute("face")))
    found.push({ why: "letters that are drawn as others", where: "symbols" });
  return found;
}

function hidesText(where: Hiding["where"], text: string): boolean {
  if (where === "turned")
    return /[\p{L}\p{N}]/u.test(text) && !/[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text);
  return where === "symbols" ? /[\p{L}\p{N}]{2}/u.test(text) : where === "text";
}

function isSameLook(look: Look, around: Look): boolean {
  const [one, other] = [look, around].map(({ ground, inks, size, share }) =>
    [ground.join(" "), inks.join(" "), size, share].join("|"),
  );
  return one === other;
}

/** How a message looks, in each of the ways in which a reader’s window may be drawn. */
export function looksOf(tokens: readonly Token[], hides: Set<string>): readonly HtmlLooks[] {
  const sheets = sheetsOf(tokens);
  for (const way of sheets.flatMap((sheet) => sheet.hides)) hides.add(way);
  const light = new HtmlLooks(tokens, sheets, "light", hides);
  const isForDark = sheets.some(({ rules }) => rules.some(({ scheme }) => scheme !== null));
  return isForDark ? [light, new HtmlLooks(tokens, sheets, "dark", hides)] : [light];
}

function sheetsOf(tokens: readonly Token[]): readonly Sheet[] {
  return tokens.flatMap((token, at) => {
    if (token.type !== "raw" || token.element !== "style") return [];
    const opened = tokens[at - 1];
    const media = opened?.type === "open" ? (opened.attributes.get("media") ?? "all") : "all";
    return [sheetOf(token.text, /^(?:all|screen)?$/iu.test(media.trim()))];
  });
}

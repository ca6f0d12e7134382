import { attributeColour, type Ink } from "./colour";
import { Cascade, type Named } from "./cascade";
import { sheetOf, type Rule, type Scheme, type Sheet } from "./css-rules";
import { CssReader } from "./css-text";
import { declarationsOf, type Declared } from "./declarations";
import type { Hiding } from "./hiding-style";
import type { Attributes, HtmlTree, Part } from "./html-tree";
import { FIRST_LOOK, lookOf, PLAIN_PAGE, unseen, type Look, type Page } from "./look";

/** An open element: how it looks, and what of it hides once it has text. */
interface Seen extends Named {
  readonly look: Look;
  readonly hidings: readonly Hiding[];
  /** Whether its text is drawn otherwise than that around it. */
  readonly differs: boolean;
  told: boolean;
}

const NESTED_MAX = 200;
const HEAD = new Set("head title meta link base style script".split(" "));
/** What a table does not stand inside of with what is around it. */
const SCOPE_ENDS = new Set("table td th caption marquee object applet template button".split(" "));
const SYMBOLS = /webdings|wingdings|dingbats|symbol/iu;

/** Follows how the text of one message is drawn, and adds to `hides` what is not seen of it. */
class HtmlLooks {
  readonly #hides: Set<string>;
  readonly #cascade: Cascade;
  readonly #declared: (style: string) => Declared;
  readonly #open: Seen[] = [];
  #page: Page;
  /** Whether there was more than is followed: the message counts as unread, whatever else is in it. */
  #isLost = false;

  constructor(page: Page, rules: readonly Rule[], declared: (style: string) => Declared, hides: Set<string>) {
    this.#hides = hides;
    this.#cascade = new Cascade(rules);
    this.#declared = declared;
    this.#page = page;
  }

  open(element: string, attributes: Attributes): void {
    if (this.#isLost || HEAD.has(element)) return;
    if (element === "body") {
      const colour = (name: string): Ink | null => attributeColour(attributes.get(name) ?? "");
      this.#page = { ...this.#page, text: colour("text") ?? this.#page.text, link: colour("link") ?? this.#page.link };
    }
    if (element === "table") this.#table();
    this.#open.push(this.#seen(element, attributes, this.#open.at(-1)));
    this.#isLost = this.#open.length > NESTED_MAX || !this.#cascade.isWhole;
    if (this.#isLost) this.#hides.add("more than can be followed");
  }

  close(element: string): void {
    if (!this.#isLost && !HEAD.has(element)) this.#open.pop();
  }

  /** What is drawn inside the elements that are open now. */
  text(text: string): void {
    if (this.#isLost || !/[^\s\p{Cf}\u034f]/u.test(text)) return;
    for (const { hidings } of this.#open) {
      if (hidings.length > 0) this.#tell(hidings.filter(({ where }) => hidesText(where, text)));
    }
    const seen = this.#open.at(-1);
    if (seen === undefined || seen.told) return;
    const why = unseen(seen.look);
    if (why !== null) this.#hides.add(why);
    seen.told = true;
  }

  /** Whether a table ends the paragraph before it depends on the type of the document around it: some programs have one of their own. */
  #table(): void {
    const at = this.#open.findLastIndex(({ element }) => element === "p" || SCOPE_ENDS.has(element));
    if (this.#open[at]?.element === "p" && this.#open.slice(at).some(({ differs }) => differs))
      this.#hides.add("markup that is closed out of turn");
  }

  #seen(element: string, attributes: Attributes, around: Seen | undefined): Seen {
    const attribute = (name: string): string => attributes.get(name) ?? "";
    const [classes, id] = [attribute("class"), attribute("id")];
    const names = new Set(classes.toLowerCase().split(/[\t\n\f\r ]+/u));
    // What marks darkened mail is for the program that darkens it to write.
    if (attributes.has("data-ogsc") || attributes.has("data-ogsb")) this.#hides.add("a style sheet that hides");
    const [isCased, isLink] = [/[A-Z]/u.test(classes + id), /^(?:a|area)$/u.test(element) && attributes.has("href")];
    const named: Named = { element, classes: names, id: id.toLowerCase(), isCased, isLink };
    const own = this.#declared(attribute("style"));
    if (!own.isWhole) this.#hides.add("a style that can’t be worked out");
    const declarations = this.#cascade.declarationsFor(named, this.#open, own.declarations);
    const { look, hidings } = lookOf({ element, attribute, declarations }, around?.look ?? FIRST_LOOK, this.#page);
    const all = [...hidings, ...attributeHidings(element, attribute)];
    this.#tell(all.filter(({ where }) => where === "always"));
    const differs = all.length > 0 || !isSameLook(look, around?.look ?? FIRST_LOOK);
    return { ...named, look, hidings: all, differs, told: false };
  }

  #tell(hidings: readonly Hiding[]): void {
    for (const { why } of hidings) this.#hides.add(why);
  }
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
export function looksOf({ parts, isStandard }: HtmlTree, hides: Set<string>): readonly HtmlLooks[] {
  const css = new CssReader();
  const sheets = sheetsOf(parts, css);
  for (const way of sheets.flatMap((sheet) => [...sheet.hides])) hides.add(way);
  const rules = sheets.flatMap((sheet) => sheet.rules);
  // Most of a message is written in a few styles, again and again.
  const read = new Map<string, Declared>();
  const declared = (style: string): Declared => {
    const known = read.get(style) ?? declarationsOf(style, css);
    read.set(style, known);
    return known;
  };
  const schemes: readonly Scheme[] = rules.some(({ scheme }) => scheme !== null) ? ["light", "dark"] : ["light"];
  return schemes.map((scheme) => {
    const holding = rules.filter((rule) => rule.scheme === null || rule.scheme === scheme);
    return new HtmlLooks({ ...PLAIN_PAGE, tablesInherit: isStandard }, holding, declared, hides);
  });
}

function sheetsOf(parts: readonly Part[], css: CssReader): readonly Sheet[] {
  return parts.flatMap((opened, at) => {
    const text = parts[at + 1];
    if (opened.type !== "open" || opened.element !== "style" || text?.type !== "text") return [];
    return [sheetOf(text.text, isForAll(opened.attributes), css)];
  });
}

/** Whether a sheet holds whoever reads it and however: it may be for printers alone, one to choose, or in a language that nobody knows. */
function isForAll(attributes: Attributes): boolean {
  const said = (name: string): string => attributes.get(name)?.trim().toLowerCase() ?? "";
  return /^(?:all|screen)?$/u.test(said("media")) && /^(?:text\/css)?$/u.test(said("type")) && said("title") === "";
}

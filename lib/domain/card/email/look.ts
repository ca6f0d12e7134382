import { attributeColour, BLACK, colourOf, contrast, over, type Colour, type Ink } from "./colour";
import type { Declaration } from "./declarations";
import { COLOURS_MAX, eitherGround, ownGround, PAPER, type Ground } from "./ground";
import { hidingsOf, type Hiding } from "./hiding-style";
import { lengthOf, shortFontSize, sizeOf } from "./lengths";

/** How the text of an element is drawn: all that it may be where more than one thing is possible. */
export interface Look {
  readonly inks: readonly Ink[];
  readonly ground: Ground;
  /** The ground of the block it flows in: what is drawn behind a line does not reach behind a block. */
  readonly blockGround: Ground;
  /** The ground of the cell or the page around it: what floats may reach out of everything else. */
  readonly cellGround: Ground;
  /** The height of its letters, in pixels. */
  readonly size: number;
  /** What is left of it, where it lets its ground through: 0 to 1. */
  readonly share: number;
}

/** What is known of an element before its style is read. */
export interface Styled {
  readonly element: string;
  /** What an attribute says, its entities read; empty where there is none. */
  readonly attribute: (name: string) => string;
  readonly declarations: readonly Declaration[];
}

/** What the body says of the whole message. */
export interface Page {
  readonly text: Ink;
  readonly link: Ink;
  /** Whether a table takes over the ink around it: without a type of document it takes that of the page. */
  readonly tablesInherit: boolean;
}

export const FIRST_LOOK: Look = { inks: [BLACK], ground: PAPER, blockGround: PAPER, cellGround: PAPER, size: 16, share: 1 };
export const PLAIN_PAGE: Page = { text: BLACK, link: [0, 0, 238, 1], tablesInherit: false };
/** Text below this contrast (WCAG 2.2) is not seen by anybody. */
const SEEN_CONTRAST = 1.3;
/** Of text that lets more than this through nothing is seen. */
const SEEN_SHARE = 0.15;
const READABLE_PX = 5;
const YELLOW: Ink = [255, 255, 0, 1];
const INLINE = new Set(
  (
    "a abbr acronym b bdi bdo big blink br cite code data del dfn em font i img ins kbd label mark nobr q rb rp rt rtc ruby s samp small span strike strong " +
    "sub sup time tt u var wbr"
  ).split(" "),
);
const GROUNDED = new Set("body table tbody thead tfoot tr td th".split(" "));
const OWN_SIZE = new Map(
  Object.entries({
    h1: 2,
    h2: 1.5,
    h3: 1.17,
    h5: 0.83,
    h6: 0.67,
    small: 1 / 1.2,
    sub: 1 / 1.2,
    sup: 1 / 1.2,
    big: 1.2,
    code: 0.8125,
    tt: 0.8125,
  }),
);
const FONT_SIZES = [10, 10, 13, 16, 18, 24, 32, 48];

/** How an element looks inside one of `around`, and what of its style hides. */
export function lookOf(styled: Styled, around: Look, page: Page): { readonly look: Look; readonly hidings: readonly Hiding[] } {
  const { element, declarations } = styled;
  const inline = flowsInline(element, declarations);
  const [inks, size, share] = [ownInks(styled, around, page), ownSize(styled, around.size), ownShare(declarations)];
  const below = groundBelow(declarations, inline, around);
  const own = ownGround(declarations, below);
  const hinted = hintedGround(styled, below);
  const ground = own.ground === null ? hinted : own.certain ? own.ground : eitherGround(own.ground, hinted);
  const look: Look = {
    inks: inks ?? around.inks,
    ground,
    blockGround: inline ? around.blockGround : ground,
    cellGround: /^(?:td|th|body)$/u.test(element) ? ground : around.cellGround,
    size: size ?? around.size,
    share: around.share * (share ?? 1),
  };
  const unknown = [
    size === null ? "a size that can’t be worked out" : null,
    own.unknown || ground.length > COLOURS_MAX ? "a ground that can’t be worked out" : null,
    inks === null || inks.length > COLOURS_MAX || share === null ? "text in a colour that can’t be worked out" : null,
  ].flatMap((why): readonly Hiding[] => (why === null ? [] : [{ why, where: "text" }]));
  return { look, hidings: [...hidingsOf(declarations, look.size, mayFlowInline(element, declarations)), ...unknown] };
}

/** Whether an element flows within its line whichever of its rules hold. */
function flowsInline(element: string, declarations: readonly Declaration[]): boolean {
  return !isBlock(element) && declarations.every(({ name, value }) => name !== "display" || value === "inline");
}

function mayFlowInline(element: string, declarations: readonly Declaration[]): boolean {
  const named = declarations.filter(({ name }) => name === "display");
  return named.some(({ value }) => value === "inline") || (!isBlock(element) && !named.some(({ certain }) => certain));
}

/** What an element without a ground of its own is drawn on. */
function groundBelow(declarations: readonly Declaration[], inline: boolean, around: Look): Ground {
  if (inline) return around.ground;
  const floats = declarations.some(({ name, value }) => name === "float" && value !== "none");
  return eitherGround(around.ground, around.blockGround, ...(floats ? [around.cellGround] : []));
}

/** Why text of this look is not seen, in words; null where it is. */
export function unseen({ inks, ground, size, share }: Look): string | null {
  // Said this way round, what is no number counts as unseen.
  if (!(size >= READABLE_PX)) return "text too small to read";
  if (!(share >= SEEN_SHARE)) return "an element that is not shown";
  const isLost = inks.some((ink) => ground.some((colour) => isUnseen(ink, share, colour)));
  return isLost ? "text in the colour of its ground" : null;
}

function isUnseen([red, green, blue, own]: Ink, share: number, ground: Colour): boolean {
  return !(contrast(over([red, green, blue, own * share], ground), ground) >= SEEN_CONTRAST);
}

/** An element that nobody knows flows within its line. */
function isBlock(element: string): boolean {
  return !INLINE.has(element) && BLOCK.test(element);
}

const BLOCK =
  /^(?:address|article|aside|blockquote|body|caption|center|col|colgroup|dd|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|html|legend|li|listing|main|menu|nav|ol|p|pre|search|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/u;

/** Null where it cannot be worked out. */
function ownInks({ element, attribute, declarations }: Styled, around: Look, page: Page): readonly Ink[] | null {
  const hinted = hintedInks(element, attribute, around, page);
  const named = declarations.filter(({ name }) => name === "color");
  if (named.length === 0) return hinted;
  const inks = named.map(({ value }): readonly Ink[] | null => {
    if (/^(?:inherit|unset|currentcolor)$/u.test(value)) return around.inks;
    if (/^revert(?:-layer)?$/u.test(value)) return [...hinted, ...around.inks];
    const ink = value === "initial" ? BLACK : colourOf(value);
    return ink === null ? null : [ink];
  });
  const known = inks.filter((some) => some !== null);
  const all = distinct([...known.flat(), ...(named.some(({ certain }) => certain) ? [] : hinted)]);
  return known.length < inks.length || all.length > COLOURS_MAX ? null : all;
}

function distinct(inks: readonly Ink[]): readonly Ink[] {
  return [...new Map(inks.map((ink) => [ink.join(" "), ink])).values()];
}

function hintedInks(element: string, attribute: Styled["attribute"], { inks }: Look, page: Page): readonly Ink[] {
  if (element === "a" && attribute("href") !== "") return [page.link];
  if (element === "mark") return [BLACK];
  if (element === "table" && !page.tablesInherit) return distinct([...inks, page.text]);
  const named = element === "font" ? "color" : element === "body" ? "text" : null;
  const ink = named === null ? null : attributeColour(attribute(named));
  return ink === null ? inks : [ink];
}

function hintedGround({ element, attribute }: Styled, below: Ground): Ground {
  const named = element === "mark" ? YELLOW : GROUNDED.has(element) ? attributeColour(attribute("bgcolor")) : null;
  return named === null ? below : eitherGround(below.map((colour) => over(named, colour)));
}

/** Null where it cannot be worked out. */
function ownSize({ element, attribute, declarations }: Styled, around: number): number | null {
  const font = element === "font" ? /^\s*([+-]?)(\d{1,4})/u.exec(attribute("size")) : null;
  const step = font === null ? null : Number(font[2]) * (font[1] === "-" ? -1 : 1) + (font[1] === "" ? 0 : 3);
  const hinted = step === null ? around * (OWN_SIZE.get(element) ?? 1) : (FONT_SIZES[Math.min(7, Math.max(1, step))] ?? around);
  const named = declarations.filter(({ name }) => name === "font-size" || name === "font");
  const own = named.map(({ name, value }) => (name === "font" ? shortFontSize(value, around) : sizeOf(value, around)));
  const sizes = named.some(({ certain }) => certain) ? own : [...own, hinted];
  const known = sizes.filter((size) => size !== null);
  return known.length < sizes.length ? null : Math.min(...known);
}

/** Null where it cannot be worked out. */
function ownShare(declarations: readonly Declaration[]): number | null {
  const shares = declarations.flatMap(({ name, value }) => {
    if (name !== "opacity") return [];
    if (/^(?:initial|inherit|unset|revert)$/u.test(value)) return [1];
    const length = lengthOf(value, 16, 1);
    return [length === null || Number.isNaN(length.px) ? null : length.px];
  });
  const known = shares.filter((share) => share !== null);
  return known.length < shares.length ? null : Math.max(0, Math.min(1, ...known));
}

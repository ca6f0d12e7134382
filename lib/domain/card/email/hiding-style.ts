import { colourOf, contrast, type Colour } from "./colour";

const HIDDEN =
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden|opacity\s*:\s*(?:0|\.0)(?![.\d]*[1-9])|opacity\s*\(\s*0|(?:max-)?(?:height|width)\s*:\s*0(?![.\d]*[1-9])|line-height\s*:\s*0(?![.\d]*[1-9])|text-indent\s*:\s*-|(?:left|top|right|bottom|margin(?:-left|-top)?|inset|translate(?:x|y|z|3d)?)\s*[:(]\s*-\d{3,}|scale(?:x|y|z|3d)?\s*[:(]\s*0(?![.\d]*[1-9])|z-index\s*:\s*-|(?<![\w-])color\s*:\s*transparent|-webkit-text-fill-color|clip(?:-path)?\s*:|mask(?:-image)?\s*:|mso-hide\s*:|direction\s*:\s*rtl|unicode-bidi|letter-spacing\s*:\s*-|content\s*:\s*["']/iu;
const SIZE = /font(?:-size)?\s*:[^;]{0,60}?(\d{0,4}(?:\.\d{1,4})?)\s{0,9}(px|pt|em|rem|%|vw|mm)/giu;
/** A unit as pixels; smaller than {@link READABLE_PX} is read by nobody. */
const PIXELS: Readonly<Record<string, number>> = { px: 1, pt: 1.33, em: 16, rem: 16, "%": 0.16, vw: 12, mm: 3.78 };
const READABLE_PX = 5;
const INK = /(?:^|[;{\s])color\s*:\s*([^;}!]{1,60})/giu;
const GROUND = /background(?:-color|-image)?\s*:\s*([^;}!]{1,300})/giu;
const COLOURS = /#[\da-f]{3,8}|\b(?:rgb|hsl)a?\([^()]{1,80}\)|(?<![\w#.-])[a-z]{3,20}(?![\w(-])/giu;
const STOPS_MAX = 8;
const WHITE: Colour = [255, 255, 255];

/** Every colour that a text may be drawn on: one, or the stops of a gradient. */
export type Ground = readonly Colour[];
/** What a reader’s window is drawn on. */
export const PAPER: Ground = [WHITE];
/** Text below this contrast (WCAG 2.2) is not seen by anybody. */
const SEEN_CONTRAST = 1.3;

/** Why text under `style`, whichever of its words the reader’s program takes last, drawn on `ground`, is not seen, in words; null where nothing of it hides. */
export function hidesBy(style: string, ground: Ground): string | null {
  if (style.includes("\\")) return "a style that is written in escapes";
  const plain = style.replaceAll(/\/\*[^*]{0,500}\*\//gu, "");
  if (HIDDEN.test(plain)) return "an element that is not shown";
  for (const [, size = "", unit = ""] of plain.matchAll(SIZE)) {
    if (size !== "" && Number(size) * (PIXELS[unit.toLowerCase()] ?? 1) < READABLE_PX) return "text too small to read";
  }
  if (/font-size\s*:\s*0/iu.test(plain)) return "text too small to read";
  return unseenOn(plain, ground);
}

function unseenOn(plain: string, below: Ground): string | null {
  const [named, own] = [groundsIn(plain).join(" "), groundOf(plain, below)];
  if (/(?:url|image-set|element)\s*\(/iu.test(named)) return "a picture behind the text";
  if (own === null && /(?:gradient|var)\s*\(/iu.test(named)) return "a ground that can’t be worked out";
  for (const [, ink = ""] of plain.matchAll(INK)) {
    const why = unseenInk(ink, own ?? below);
    if (why !== null) return why;
  }
  return null;
}

/** Why text of the colour `ink` is not seen on `ground`, in words; null where it is. A colour that cannot be worked out here might be any. */
export function unseenInk(ink: string, ground: Ground): string | null {
  for (const below of ground) {
    const colour = colourOf(ink, below);
    if (colour === null) return ink.includes("(") ? "text in a colour that can’t be worked out" : null;
    if (contrast(colour, below) < SEEN_CONTRAST) return "text in the colour of its ground";
  }
  return null;
}

/** The ground that `style` sets, over the one `below`; null where it sets none, or none that can be read here. */
export function groundOf(style: string, below: Ground): Ground | null {
  const named = groundsIn(style).findLast((value) => colours(value, below).length > 0);
  return named === undefined ? null : colours(named, below);
}

function groundsIn(style: string): readonly string[] {
  return Array.from(style.matchAll(GROUND), ([, value = ""]) => value);
}

function colours(value: string, [below = WHITE]: Ground): Ground {
  return (value.match(COLOURS) ?? []).slice(0, STOPS_MAX).flatMap((text) => {
    const colour = colourOf(text, below);
    return colour === null ? [] : [colour];
  });
}

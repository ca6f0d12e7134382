import type { Span } from "./card/card";

/**
 * Code points that draw nothing, or change what is drawn around them: default ignorables (zero-width characters, fillers, variation
 * selectors, tags), other format characters (bidirectional controls), control characters, every space but U+0020, line and paragraph
 * separators, and three blank glyphs that Unicode counts as symbols. Taken from Unicode's properties, so that nobody keeps ranges.
 */
const INVISIBLE =
  /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{Zl}\p{Zp}\p{Variation_Selector}\p{Bidi_Control}\p{Surrogate}\u{2800}\u{16FE4}\u{1D159}]|(?! )\p{Zs}/u;
const EACH_INVISIBLE = new RegExp(INVISIBLE, "gu");

/** Nearly all text is this, and needs no look at Unicode's tables. */
const PLAIN = /^[ -~]*$/;
const BREAKS = /[\t\n\r]/g;

export interface MarkOptions {
  /** The role of the visible runs; `text` when absent. */
  readonly as?: Exclude<Span["type"], "mark">;
  /** True where text may have several lines: tab, LF and CR stay in the text. On one line they are marked. */
  readonly lines?: boolean;
}

/**
 * The text as spans in which every character that nobody would see is a `mark` with its code point and name. Nothing is dropped:
 * the spans in order stand for every code point of `text`, so what is shown is what would run (trust H2).
 */
export function markInvisible(text: string, { as = "text", lines = false }: MarkOptions = {}): readonly Span[] {
  if (text === "") return [];
  if (PLAIN.test(text)) return [{ type: as, text }];
  const spans: Span[] = [];
  let from = 0;
  for (const { 0: character, index } of text.matchAll(EACH_INVISIBLE)) {
    if (lines && isBreak(character)) continue;
    if (index > from) spans.push({ type: as, text: text.slice(from, index) });
    spans.push(markOf(character.codePointAt(0) ?? 0));
    from = index + character.length;
  }
  if (from < text.length) spans.push({ type: as, text: text.slice(from) });
  return spans;
}

/** True when {@link markInvisible} would mark something. */
export function hasInvisible(text: string, options: Pick<MarkOptions, "lines"> = {}): boolean {
  if (PLAIN.test(text)) return false;
  return INVISIBLE.test(options.lines === true ? text.replaceAll(BREAKS, "") : text);
}

/** True when a reader would see anything of `text`: spaces and hidden characters alone say nothing to anybody. */
export function showsAnything(text: string): boolean {
  return Array.from(text).some((character) => character.trim() !== "" && !hasInvisible(character));
}

/** How many marks {@link markInvisible} would make. */
export function invisibleCount(text: string, options: Pick<MarkOptions, "lines"> = {}): number {
  return markInvisible(text, options).filter(({ type }) => type === "mark").length;
}

function isBreak(character: string): boolean {
  return character === "\t" || character === "\n" || character === "\r";
}

function markOf(codePoint: number): Span {
  return { type: "mark", codePoint: `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`, name: nameOf(codePoint) };
}

/** The ones people meet, by the names they search for. */
const NAMES: ReadonlyMap<number, string> = new Map([
  [0x00, "null"],
  [0x07, "bell"],
  [0x08, "backspace"],
  [0x09, "tab"],
  [0x0a, "line feed"],
  [0x0d, "carriage return"],
  [0x1b, "escape"],
  [0x7f, "delete"],
  [0x85, "next line"],
  [0x9b, "control sequence introducer"],
  [0xa0, "no-break space"],
  [0xad, "soft hyphen"],
  [0x034f, "grapheme joiner"],
  [0x061c, "Arabic letter mark"],
  [0x115f, "Hangul filler"],
  [0x1160, "Hangul filler"],
  [0x180e, "Mongolian vowel separator"],
  [0x200b, "zero-width space"],
  [0x200c, "zero-width non-joiner"],
  [0x200d, "zero-width joiner"],
  [0x200e, "left-to-right mark"],
  [0x200f, "right-to-left mark"],
  [0x2028, "line separator"],
  [0x2029, "paragraph separator"],
  [0x202a, "left-to-right embedding"],
  [0x202b, "right-to-left embedding"],
  [0x202c, "end of embedding"],
  [0x202d, "left-to-right override"],
  [0x202e, "right-to-left override"],
  [0x202f, "narrow no-break space"],
  [0x2060, "word joiner"],
  [0x2066, "left-to-right isolate"],
  [0x2067, "right-to-left isolate"],
  [0x2068, "first strong isolate"],
  [0x2069, "end of isolate"],
  [0x2800, "blank Braille pattern"],
  [0x3000, "ideographic space"],
  [0x3164, "Hangul filler"],
  [0xfe0e, "text variation selector"],
  [0xfe0f, "emoji variation selector"],
  [0xfeff, "byte order mark"],
  [0xffa0, "Hangul filler"],
  [0xe0001, "language tag"],
  [0xe007f, "end of tag"],
]);

function nameOf(codePoint: number): string {
  const known = NAMES.get(codePoint);
  if (known !== undefined) return known;
  // A tag smuggles an ASCII character: say which.
  if (codePoint >= 0xe0020 && codePoint <= 0xe007e) return `tag ${String.fromCodePoint(codePoint - 0xe0000)}`;
  const character = String.fromCodePoint(codePoint);
  if (/\p{Variation_Selector}/u.test(character)) return "variation selector";
  if (/\p{Zs}/u.test(character)) return "space of another width";
  if (/\p{Cc}/u.test(character)) return "control character";
  if (/\p{Surrogate}/u.test(character)) return "half a surrogate pair";
  return /\p{Cf}/u.test(character) ? "format character" : "invisible character";
}

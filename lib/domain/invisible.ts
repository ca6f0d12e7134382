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
  /** What each mark is called. Without it, by nothing yet: a screen that is to be there at once asks for the names later. */
  readonly nameOf?: (codePoint: number) => string;
}

const nameless = (): string => "";

/**
 * The text as spans in which every character that nobody would see is a `mark` with its code point and name. Nothing is dropped:
 * the spans in order stand for every code point of `text`, so what is shown is what would run (trust H2).
 */
export function markInvisible(
  text: string,
  { as = "text", lines = false, nameOf = nameless }: MarkOptions = {},
): readonly Span[] {
  if (text === "") return [];
  if (PLAIN.test(text)) return [{ type: as, text }];
  const spans: Span[] = [];
  let from = 0;
  for (const { 0: character, index } of text.matchAll(EACH_INVISIBLE)) {
    if (lines && isBreak(character)) continue;
    if (index > from) spans.push({ type: as, text: text.slice(from, index) });
    const codePoint = character.codePointAt(0) ?? 0;
    spans.push({ type: "mark", codePoint: writtenOut(codePoint), name: nameOf(codePoint) });
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

function writtenOut(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
}

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

/** What a character that nobody would see is called. Apart from what finds it: a screen shows the mark before anybody asks for its name. */
export function invisibleName(codePoint: number): string {
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

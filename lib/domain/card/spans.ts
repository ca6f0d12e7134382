import type { Span } from "./card";

/**
 * Code points that draw nothing or reorder what is drawn: default ignorables, other format and control characters,
 * line and paragraph separators, spaces that are not U+0020, and the blank braille cell. Tab, LF and CR are layout.
 */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{Zl}\p{Zp}\u2800\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/gu;

/** Runs of plain text and visible marks that together stand for every code point of `text`; nothing is dropped. */
export function plain(text: string): readonly Span[] {
  return spansAs("text", text);
}

/** As {@link plain}, with the text set as a value: what a reviewer has to read. */
export function valued(text: string): readonly Span[] {
  return spansAs("value", text);
}

/** As {@link plain}, with the text set as added by this action. */
export function added(text: string): readonly Span[] {
  return spansAs("added", text);
}

/** As {@link plain}, with the text set as removed by this action. */
export function removed(text: string): readonly Span[] {
  return spansAs("removed", text);
}

/** Plain text in which every hidden character is spelled out: for labels, which carry no spans. */
export function visible(text: string): string {
  return plain(text)
    .map((span) => (span.type === "mark" ? `⟨${span.codePoint}⟩` : span.text))
    .join("");
}

/** True when `text` holds a character that nobody would see. */
export function hidesCharacters(text: string): boolean {
  return plain(text).some((span) => span.type === "mark");
}

/** Scripts whose letters pass for Latin ones; a word that mixes them with Latin is a disguise until shown otherwise. */
const LATIN = /\p{Script=Latin}/u;
const LOOKS_LATIN =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}]/u;

/** The words of `text` that mix Latin with an alphabet that looks like it. */
export function mixedScriptWords(text: string): readonly string[] {
  if (!LOOKS_LATIN.test(text)) return [];
  return text.split(/\s+/u).filter((word) => LATIN.test(word) && LOOKS_LATIN.test(word));
}

function spansAs(type: "text" | "value" | "added" | "removed", text: string): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const found of text.matchAll(INVISIBLE)) {
    if (found[0] === "\t" || found[0] === "\n" || found[0] === "\r") continue;
    if (found.index > from) spans.push({ type, text: text.slice(from, found.index) });
    const codePoint = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    spans.push({ type: "mark", codePoint: `U+${codePoint}`, name: "hidden character" });
    from = found.index + found[0].length;
  }
  if (from < text.length) spans.push({ type, text: text.slice(from) });
  return spans;
}

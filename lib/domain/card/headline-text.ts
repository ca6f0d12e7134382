import type { Card, Span } from "./card";

/** The plain text of `spans`, hidden characters spelled out as `⟨U+202E⟩`: for lists, page titles and announcements. */
export function spansText(spans: readonly Span[]): string {
  return spans.map((span) => (span.type === "mark" ? `⟨${span.codePoint}⟩` : span.text)).join("");
}

/** The card's headline as one line of plain text. */
export function headlineText(card: Pick<Card, "headline">): string {
  return spansText(card.headline);
}

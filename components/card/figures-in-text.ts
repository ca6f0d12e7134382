/** A piece of a sentence, and whether it is a figure. */
export interface TextPiece {
  readonly text: string;
  readonly figure: boolean;
}

/** A number with its thousands and decimals, and the currency code after it. */
const FIGURE = /(?<![\p{L}\d])\d[\d.,]*(?<![.,])(?:[ \u00A0][A-Z]{3}(?![\p{L}\d]))?/gu;

/** Cuts a sentence at its figures, so that they can be set in bold; joined again, the pieces are the sentence. */
export function figuresInText(sentence: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const found of sentence.matchAll(FIGURE)) {
    if (found.index > from) pieces.push({ text: sentence.slice(from, found.index), figure: false });
    pieces.push({ text: found[0], figure: true });
    from = found.index + found[0].length;
  }
  if (from < sentence.length) pieces.push({ text: sentence.slice(from), figure: false });
  return pieces;
}

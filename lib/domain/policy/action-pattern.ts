/**
 * Action-name patterns: literal characters and `*` for any run of characters, dots included. No regular expressions.
 *
 * Two ways to fit, so that no spelling evades a policy. *Exactly*: character by character. Only that makes an action known.
 * *Loosely*: after folding case, Unicode compatibility forms, invisible characters and separators. That is enough for a
 * rule or a limit to apply, because both only tighten.
 */
export interface ActionPattern {
  readonly text: string;
  readonly folded: string;
  /** Folded characters before the first `*`: what the index looks up. */
  readonly prefix: string;
  readonly wild: boolean;
  readonly exactParts: readonly string[];
  readonly foldedParts: readonly string[];
}

const PLAIN_NAME = /^[A-Za-z0-9_.:/-]+$/;
const SEPARATORS = /[_:/-]/g;
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{M}\s]/gu;

/** A name as rules see it, character by character so that fitting exactly implies fitting loosely: lower case, NFKD, without invisible characters, marks and spaces; `_ : / -` are dots. */
export function foldName(name: string): string {
  const plain = PLAIN_NAME.test(name) ? name : name.normalize("NFKD").replace(UNSEEN, "");
  return plain.toLowerCase().replace(SEPARATORS, ".");
}

/** The pattern, ready to be matched. Total: any text is a pattern. */
export function actionPattern(text: string): ActionPattern {
  const folded = text.split("*").map(foldName).join("*");
  const star = folded.indexOf("*");
  return {
    text,
    folded,
    prefix: star === -1 ? folded : folded.slice(0, star),
    wild: star !== -1,
    exactParts: text.split("*"),
    foldedParts: folded.split("*"),
  };
}

/** True when the name is spelled as the pattern says, in plain ASCII: `*` never stands for a character that could pass for another. */
export function fitsExactly(pattern: ActionPattern, name: string): boolean {
  return PLAIN_NAME.test(name) && fits(pattern.exactParts, name);
}

/** True when the folded name fits the folded pattern. */
export function fitsLoosely(pattern: ActionPattern, foldedName: string): boolean {
  return fits(pattern.foldedParts, foldedName);
}

/** Leftmost matching of the literal parts in order: complete for `*` alone, and linear in the name for each part. */
function fits(parts: readonly string[], name: string): boolean {
  const first = parts[0] ?? "";
  if (parts.length === 1) return name === first;
  const last = parts[parts.length - 1] ?? "";
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
  let from = first.length;
  const end = name.length - last.length;
  for (const part of parts.slice(1, -1)) {
    const at = name.indexOf(part, from);
    if (at === -1 || at + part.length > end) return false;
    from = at + part.length;
  }
  return true;
}

/**
 * Orders patterns that fit one name, the most specific first: no `*`; then the longest text before the first `*`;
 * then more literal characters; then fewer `*`; then the alphabet, so that the order in the document never matters.
 */
export function bySpecificity(a: ActionPattern, b: ActionPattern): number {
  if (a.wild !== b.wild) return a.wild ? 1 : -1;
  const literals = (pattern: ActionPattern) => pattern.folded.length - pattern.foldedParts.length + 1;
  return (
    b.prefix.length - a.prefix.length ||
    literals(b) - literals(a) ||
    a.foldedParts.length - b.foldedParts.length ||
    (a.text < b.text ? -1 : Number(a.text > b.text))
  );
}

import { guessLanguage } from "../language-guess";
import type { Payload } from "../proposal";
import type { Card, TextLine } from "./card";
import { aboutKind } from "./kinds";

/**
 * The language tag of each text that is not ours; null where there is no text, where too little speaks for one language, and where its script
 * is shared by several. For the `lang` of what is shown (WCAG 3.1.2).
 */
export interface TextLanguages {
  readonly title: string | null;
  readonly rationale: string | null;
  readonly doubt: string | null;
  /** In the order of the evidence. */
  readonly evidence: readonly (string | null)[];
  /** Of the prose that is to be sent, what stays of it included. A query, a command, code and the single fields of a record are no prose. */
  readonly change: string | null;
}

/** What of a diff is read here. */
type Changed = { readonly type: "text"; readonly lines: readonly TextLine[] } | { readonly type: "fields" };

/** What the agent's words, and the prose that it wants to send, are plainly written in. */
export function textLanguages(
  { title, rationale, doubt, evidence }: Pick<Payload, "title" | "rationale" | "doubt" | "evidence">,
  { kind, diff }: { readonly kind: Card["kind"]; readonly diff: Changed | null },
): TextLanguages {
  return {
    title: languageOf(title),
    rationale: languageOf(rationale),
    doubt: languageOf(doubt),
    evidence: evidence.map(({ text }) => languageOf(text)),
    change: aboutKind(kind).prose === true ? languageOf(prose(diff)) : null,
  };
}

/** Of a script that several languages share nothing is said: a voice that guesses wrongly is worse than the page's own. */
function languageOf(text: string | null): string | null {
  const guess = text === null ? null : guessLanguage(text);
  return guess?.sure === true ? guess.tag : null;
}

function prose(diff: Changed | null): string | null {
  if (diff?.type !== "text") return null;
  return diff.lines.map(({ spans }) => spans.map((span) => (span.type === "mark" ? "" : span.text)).join("")).join("\n");
}

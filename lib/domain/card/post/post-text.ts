import type { Span, TextLine } from "../card";
import type { FaceKey } from "../said";
import { added, valued } from "../spans";
import { changedLines, claimedLines } from "../text-lines";

/** What somebody could hold the account to: shares, superlatives, promises. */
const CLAIM =
  /\d[\d.,]{0,20}\s?%|\b\d+(?:\.\d+)?\s?(?:x|times)\s(?:faster|cheaper|better|more)\b|\b(?:guarantee(?:d|s)?|fastest|cheapest|safest|(?<!\b(?:at|do (?:our|their|your|my)) )best(?! (?:practices?|wishes|regards|before|effort)\b)|leading(?! (?:up|to|zero))|largest|number one|world'?s first|the only|never(?! mind\b)|(?<!\bas )always|risk[- ]free|free of charge|proven|clinically)\b/giu;
/** `@name` and `#tag`, in wide letters too and behind a stop, which shows a reply to everybody; not the at sign of an address. */
export const TAG = /(?<![\p{L}\p{N}_@/])[@#＠＃][\p{L}\p{N}_][\p{L}\p{N}_.\-]{0,60}/gu;
/** `<@U123>`, `<!channel>`, `@[Name](…)`: as channels write it when a program does. */
const WRITTEN_TAG = /<!(?:channel|here|everyone|subteam\^[^<>\s]{1,60})[^<>\n]{0,60}>|@\[[^[\]\n]{1,60}\]/gu;
/** A title in front of a name. */
const PERSON =
  /\b(?:Mr|Mrs|Ms|Dr|Prof|Sir|CEO|CTO|CFO|President|Minister|Senator|Herr|Frau|Mme|Sra?)\.? \p{Lu}[\p{L}'’\-]{1,40}/gu;
const FIGURE = /\d[\d.,:]{0,20}(?:\s?(?:%|€|\$|£|EUR|USD|GBP|UTC))?/gu;

/** The claims in `text`, each once. */
export function claimsIn(text: string): readonly string[] {
  return [...new Set(text.match(CLAIM) ?? [])];
}

/** Who is tagged or named with a title in `text`, without `account` itself. */
export function peopleIn(text: string, account: string | null): readonly string[] {
  const own = (account ?? "").replace(/^@/u, "").toLowerCase();
  const tagged = (text.match(TAG) ?? []).filter((tag) => /^[@＠]/u.test(tag) && tag.slice(1).toLowerCase() !== own);
  return [...new Set([...tagged, ...(text.match(WRITTEN_TAG) ?? []), ...(text.match(PERSON) ?? [])])];
}

/** How a post is shown against what was approved before. */
export interface PostLines {
  readonly subject: FaceKey;
  readonly lines: readonly TextLine[];
}

/**
 * Every word of the post, with figures, claims, names and tags set as values; against `draft` (the text before) or else the `last`
 * approved post where they are versions of one text, what changed set apart. The last post is ours, and what it said was read; the draft is the
 * agent’s word, and all of the post is to be read.
 */
export function postLines(text: string, draft: string | null, last: string | null): PostLines {
  const edited = draft === null ? null : changedLines(draft, text);
  if (edited !== null) return { subject: "post.postAgainstDraft", lines: claimedLines(edited) };
  const repeated = last === null || last === text ? null : changedLines(last, text);
  if (repeated !== null) return { subject: "post.postAgainstLast", lines: repeated };
  return { subject: "post.post", lines: text.split(/\r?\n/u).map((line) => ({ change: "added", spans: marked(line) })) };
}

function marked(line: string): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const { index, text } of found(line)) {
    if (index < from) continue;
    spans.push(...added(line.slice(from, index)), ...valued(text));
    from = index + text.length;
  }
  return [...spans, ...added(line.slice(from))];
}

function found(line: string): readonly { readonly index: number; readonly text: string }[] {
  return [CLAIM, TAG, PERSON, FIGURE]
    .flatMap((form) => [...line.matchAll(form)].map(({ 0: text, index }) => ({ index, text })))
    .sort((a, b) => a.index - b.index || b.text.length - a.text.length);
}

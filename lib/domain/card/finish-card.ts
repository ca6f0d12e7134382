import type { Card, CardInput, Check, Decisive, Fact, Span } from "./card";
import type { CheckSays, CheckSentence } from "./check-texts";
import { foreignLetters } from "./foreign-letters";
import { madeCheck } from "./made-check";
import { scanPayload, type PayloadScan } from "./payload-scan";
import { placeOf } from "./place";
import { presetReasons } from "./preset-reasons";
import { saidInEnglish } from "./said-in-english";
import { saidOf, type Saying } from "./said";
import { sameRunChecks } from "./same-run";
import { targetCheck, targetFact } from "./target-fact";

export { fact } from "./made-fact";

/** The id of the check for words that mix alphabets. */
export const MIXED_SCRIPT = "mixed-script";

/** Of each check that letters fail which are not what they look like. */
export const LETTER_CHECKS: ReadonlySet<string> = new Set([MIXED_SCRIPT, "odd-host", "odd-mailbox"]);

/** What an adapter decides; the rest of a card follows from the payload alone. */
export interface CardParts {
  readonly headline: readonly Span[];
  readonly facts: readonly Fact[];
  readonly diff: Card["diff"];
  readonly checks: readonly Check[];
  readonly undo: Saying;
  readonly openQuestions: Card["openQuestions"];
  /** Parts the adapter itself could not decode; some readers say it in English alone. */
  readonly unreadable: readonly Saying[];
  readonly decisive: Card["decisive"];
  /** Environments that the adapter itself found named: in the words of a command. */
  readonly environments?: readonly string[];
}

/**
 * The card made of `parts`, with what every kind shares: presets for rejecting, whether the whole payload can be read, and a
 * failed check for look-alike letters or for what this run tried before. No adapter can claim more readability than the payload has.
 */
export function finishCard(input: CardInput, parts: CardParts): Card {
  const scan = scanPayload(input, parts.diff);
  const undo = saidOf(parts.undo);
  const marks: readonly Saying[] = hasMarks(parts) ? ["face.unread.marks"] : [];
  const unread = new Map(
    [...parts.unreadable, ...scan.unreadable, ...marks].map(saidOf).map((said) => [saidInEnglish(said), said] as const),
  );
  return {
    kind: input.kind,
    headline: parts.headline,
    facts: [...parts.facts, ...targetFact(input, parts)],
    diff: parts.diff,
    checks: [...sameRunChecks(input), ...scanChecks(scan), ...targetCheck(input), ...parts.checks],
    undo: saidInEnglish(undo),
    openQuestions: parts.openQuestions,
    fullyReadable: unread.size === 0,
    unreadable: [...unread.keys()],
    rejectReasons: presetReasons(input.kind),
    place: placeOf(input, parts.environments),
    decisive: parts.decisive,
    words: { undo, unreadable: [...unread.values()] },
  };
}

/** Silent where nothing is found: the usual case needs no row. */
function scanChecks({ mixedScript, secrets, oddHosts, oddMailboxes }: PayloadScan): readonly Check[] {
  const found: readonly (readonly [string, CheckSays, readonly string[]])[] = [
    ["odd-host", "check.hostIsNotInPlain", oddHosts],
    ["odd-mailbox", "check.mailboxIsNotInPlain", oddMailboxes],
    ["secrets", "check.carriesSecret", secrets],
  ];
  const mixed = "check.lookAlikeLettersTwoAlphabets";
  return [
    ...(mixedScript.length === 0 ? [] : [failed(MIXED_SCRIPT, mixed, foreignLetters(mixedScript))]),
    ...found.filter(([, , parts]) => parts.length > 0).map(([id, says, parts]) => failed(id, says, parts.slice(0, 3).join(", "))),
  ];
}

function hasMarks(parts: CardParts): boolean {
  const shown = [parts.headline, ...parts.facts.map((one) => one.value)];
  if (parts.diff?.type === "fields") for (const row of parts.diff.rows) shown.push(row.before, row.after);
  if (parts.diff?.type === "text") for (const line of parts.diff.lines) shown.push(line.spans);
  return shown.some((spans) => spans.some((span) => span.type === "mark"));
}

/** What a diff is of, in English and for whoever reads another language. */
export function subjectWords(subject: Saying): Pick<NonNullable<Card["diff"]>, "subject" | "words"> {
  const said = saidOf(subject);
  return { subject: saidInEnglish(said), words: { subject: said } };
}

/** The value that a second signature picks among `decoys`. */
export function decisiveValue(question: Saying, value: string, decoys: Decisive["decoys"]): Decisive {
  const said = saidOf(question);
  return { question: saidInEnglish(said), words: { question: said }, value, decoys };
}

/** A check that looked and found nothing wrong. */
export function passed(id: string, says: CheckSays): Check {
  return madeCheck(id, "passed", says, null);
}

/** A check that found something wrong; `because` names the facts it rests on: a sentence, or values as they are. */
export function failed(id: string, says: CheckSays, because: CheckSentence | string | null = null): Check {
  return madeCheck(id, "failed", says, because);
}

/** A check that could not look, and why. */
export function notRun(id: string, says: CheckSays, because: CheckSentence | string): Check {
  return madeCheck(id, "not_run", says, because);
}

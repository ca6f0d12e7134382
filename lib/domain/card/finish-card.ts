import type { Card, CardInput, Check, Fact, Span } from "./card";
import { scanPayload, type PayloadScan } from "./payload-scan";
import { rejectReasons } from "./reject-reasons";
import { sameRunChecks } from "./same-run";

/** The id of the check for words that mix alphabets. */
export const MIXED_SCRIPT = "mixed-script";

/** What an adapter decides; the rest of a card follows from the payload alone. */
export interface CardParts {
  readonly headline: readonly Span[];
  readonly facts: readonly Fact[];
  readonly diff: Card["diff"];
  readonly checks: readonly Check[];
  readonly undo: string;
  readonly openQuestions: Card["openQuestions"];
  /** Parts the adapter itself could not decode, in words. */
  readonly unreadable: readonly string[];
  readonly decisive: Card["decisive"];
}

/**
 * The card made of `parts`, with what every kind shares: presets for rejecting, whether the whole payload can be read, and a
 * failed check for look-alike letters or for what this run tried before. No adapter can claim more readability than the payload has.
 */
export function finishCard(input: CardInput, parts: CardParts): Card {
  const scan = scanPayload(input);
  const marks = hasMarks(parts) ? ["hidden characters on this card"] : [];
  const unreadable = [...new Set([...parts.unreadable, ...scan.unreadable, ...marks])];
  return {
    kind: input.kind,
    headline: parts.headline,
    facts: parts.facts,
    diff: parts.diff,
    checks: [...sameRunChecks(input), ...scanChecks(scan), ...parts.checks],
    undo: parts.undo,
    openQuestions: parts.openQuestions,
    fullyReadable: unreadable.length === 0,
    unreadable,
    rejectReasons: rejectReasons(input.kind),
    decisive: parts.decisive,
  };
}

/** Silent where nothing is found: the usual case needs no row. */
function scanChecks({ mixedScript, secrets, oddHosts }: PayloadScan): readonly Check[] {
  const found: readonly (readonly [string, string, readonly string[]])[] = [
    [MIXED_SCRIPT, "Look-alike letters of two alphabets in one word", mixedScript],
    ["odd-host", "A host is not in plain letters", oddHosts],
    ["secrets", "Carries a secret", secrets],
  ];
  return found
    .filter(([, , parts]) => parts.length > 0)
    .map(([id, says, parts]) => failed(id, says, parts.slice(0, 3).join(", ")));
}

function hasMarks(parts: CardParts): boolean {
  const shown = [parts.headline, ...parts.facts.map((one) => one.value)];
  if (parts.diff?.type === "fields") for (const row of parts.diff.rows) shown.push(row.before, row.after);
  if (parts.diff?.type === "text") for (const line of parts.diff.lines) shown.push(line.spans);
  return shown.some((spans) => spans.some((span) => span.type === "mark"));
}

/** A fact at its usual place: not the hero, not alarming, no second line unless given. */
export function fact(label: string, value: readonly Span[], more: Partial<Omit<Fact, "label" | "value">> = {}): Fact {
  return { label, value, note: null, hero: false, alarming: false, technical: false, ...more };
}

/** A check that looked and found nothing wrong. */
export function passed(id: string, says: string): Check {
  return { id, state: "passed", says, because: null };
}

/** A check that found something wrong; `because` names the facts it rests on. */
export function failed(id: string, says: string, because: string | null = null): Check {
  return { id, state: "failed", says, because };
}

/** A check that could not look, and why. */
export function notRun(id: string, says: string, because: string): Check {
  return { id, state: "not_run", says, because };
}

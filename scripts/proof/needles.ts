import type { Card, CardInput } from "../../lib/domain/card/card";
import { ALL_FIXTURES } from "../../lib/domain/card/fixtures/all-fixtures";
import { type Haystack, HAYSTACKS, NEEDLE, saidBefore } from "../../lib/domain/card/fixtures/haystacks";
import { announces, onCard } from "../../lib/domain/card/fixtures/on-card";
import { leftToRead } from "../../lib/domain/card/long-payload";
import { readCard } from "../../lib/domain/card/read-card";
import { KINDS } from "../../lib/domain/words";
import type { Extent, Proof } from "./proof";

/** The axes of trust H6, each with the ways to go along it. */
const AXES = {
  below: ["below"],
  right: ["to the right", "to the right without a space"],
  whitespace: ["behind blank lines", "behind spaces"],
  collapsed: ["in a list", "in a list of records", "deep in records"],
} as const satisfies Readonly<Record<string, readonly (keyof typeof HAYSTACKS)[]>>;
const OFFSETS = 10;
const PAYLOADS = { slice: 10, full: 50 };
/** Parts around the needle: from a payload that is approved at a look to one that is locked until its end was on the screen. */
const SIZES = [40, 120, 400, 900, 2_400] as const;
/** Characters of JSON from which on Approve is locked, as the design has it and not as the product reckons. */
const LOCKED_FROM = 8_192;
const UNREAD = { end: false, payload: false } as const;

type Verdict = "shown" | "locked" | "announced" | "missed";

/**
 * A needle at ten places along four axes of payloads of every kind (design: trust H6): on the card without opening anything, or Approve is locked
 * until it was opened (decision 0058), and no less where the agent says that it was there before (decision 0062). Where neither holds, and the card only says that it leaves parts out, that is counted apart and is not enough.
 */
export function needles({ full, progress }: Extent): Proof {
  const payloads = payloadsOf(full ? PAYLOADS.full : PAYLOADS.slice);
  const counts: Record<Verdict, number> = { shown: 0, locked: 0, announced: 0, missed: 0 };
  let cases = 0;
  for (const [turn, input] of payloads.entries()) {
    const size = SIZES[turn % SIZES.length] ?? SIZES[0];
    for (const [axis, ways] of Object.entries(AXES)) {
      for (let offset = 0; offset < OFFSETS; offset += 1) {
        const way = ways[(turn + offset) % ways.length] ?? ways[0];
        const hide: Haystack = HAYSTACKS[way];
        const fields = hide(input, Math.round((offset * size) / (OFFSETS - 1)), size, turn);
        const called = { ...input, action: { ...input.action, arguments: fields } };
        for (const [claim, call] of Object.entries({ "": called, ", said to be there before": saidBefore(called) })) {
          const verdict = verdictOn(call);
          cases += 1;
          counts[verdict] += 1;
          if (verdict === "missed") {
            process.stderr.write(
              `missed: ${input.kind} ${input.action.name}, ${axis} (${way}), ${String(offset)} of ${String(size)}${claim}\n`,
            );
          }
        }
      }
    }
    progress(`${String(cases)} needles`);
  }
  return {
    name: "consent H6: every needle in a long payload is shown, or Approve is locked",
    holds: counts.missed + counts.announced === 0,
    cases,
    payloads: payloads.length,
    ...counts,
    bar: "shown or locked: all",
  };
}

/** Every kind in turn, so that a few are of all kinds. */
function payloadsOf(count: number): readonly CardInput[] {
  const byKind = KINDS.map((kind) => ALL_FIXTURES[kind].filter(({ of }) => of === "typical" || of === "worst"));
  const deepest = Math.max(...byKind.map(({ length }) => length));
  const inTurn = Array.from({ length: deepest }, (_, at) => byKind.flatMap((fixtures) => fixtures.slice(at, at + 1))).flat();
  return inTurn.slice(0, count).map(({ input }) => input);
}

function verdictOn(input: CardInput): Verdict {
  const card: Card = readCard(input);
  const changed = input.action.arguments;
  if (leftToRead(card, changed, UNREAD) !== null) return "locked";
  if (JSON.stringify(changed).length > LOCKED_FROM) return "missed";
  if (onCard(card).includes(NEEDLE)) return "shown";
  return announces(card) ? "announced" : "missed";
}

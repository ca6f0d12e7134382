import type { PanelRow } from "./panels";
import { grouped, shareOf } from "./figure";
import { givenPart } from "./row-name";
import type { MeasuredReview, MeasuredRows, MeasuredTest } from "./rows";

const MINUTE_MS = 60_000;
/** Without a decision for this long, a person has been somewhere else. */
export const SESSION_GAP_MS = 15 * MINUTE_MS;
/** Parts of a session, minutes; the break is offered at 25 (design: review §4.2). */
const PARTS = [0, 5, 10, 15, 20, 25] as const;
const HOURS = 24;
const HOURS_A_PART = 3;

/** For each decision, how long its person had been at it: milliseconds since the session began. */
export function sessionMs(
  reviews: readonly Pick<MeasuredReview, "proposalId" | "personId" | "at">[],
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const own of grouped(reviews, ({ personId }) => personId).values()) {
    let [began, last] = [0, -Infinity];
    for (const { proposalId, personId, at } of [...own].sort((a, b) => a.at - b.at)) {
      if (at - last > SESSION_GAP_MS) began = at;
      last = at;
      found.set(keyOf(proposalId, personId), at - began);
    }
  }
  return found;
}

function keyOf(proposalId: string, personId: string): string {
  return `${proposalId} ${personId}`;
}

/** The fatigue curve: how many tests are caught in each part of a session. `all` holds every review of the people, whatever is asked for. */
export function catchByMinute({ tests }: Pick<MeasuredRows, "tests">, all: readonly MeasuredReview[]): readonly PanelRow[] {
  const since = sessionMs(all);
  const placed = grouped(tests, (test) => partOf((since.get(keyOf(test.proposalId, test.decidedBy)) ?? 0) / MINUTE_MS));
  return PARTS.map((from, part) => {
    const to = PARTS[part + 1];
    return {
      name: [
        to === undefined
          ? { type: "words", says: { key: "row.minutesOn", values: { from } } }
          : givenPart(`${String(from)}–${String(to)}`),
      ],
      figures: [caught(placed.get(part))],
    };
  });
}

function partOf(minutes: number): number {
  return PARTS.findLastIndex((from) => minutes >= from);
}

/** The same by hour of the reader's day: `hourOf` answers 0 to 23. */
export function catchByHour({ tests }: Pick<MeasuredRows, "tests">, hourOf: (at: number) => number): readonly PanelRow[] {
  const placed = grouped(tests, ({ decidedAt }) => Math.floor(hourOf(decidedAt) / HOURS_A_PART));
  return Array.from({ length: HOURS / HOURS_A_PART }, (_, part) => {
    const from = part * HOURS_A_PART;
    return { name: [givenPart(`${twoDigits(from)}–${twoDigits(from + HOURS_A_PART)}`)], figures: [caught(placed.get(part))] };
  });
}

function twoDigits(hour: number): string {
  return String(hour).padStart(2, "0");
}

function caught(tests: readonly MeasuredTest[] = []) {
  return shareOf(tests, ({ outcome }) => outcome === "caught");
}

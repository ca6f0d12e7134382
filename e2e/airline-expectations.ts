import { readFileSync } from "node:fs";

import * as z from "zod";

import type { RecordedCall } from "../scripts/replay/recorded-call";

const Matrix = z.record(z.string(), z.record(z.string(), z.object({ start: z.string() })));
const PolicyFile = z.object({
  catalogue: z.array(z.object({ match: z.string(), stakes: z.string(), reversibility: z.string() })),
  matrix: Matrix,
  limits: z.array(z.object({ id: z.string(), count: z.number().optional() })),
});
const policy = PolicyFile.parse(JSON.parse(readFileSync("examples/airline-policy.json", "utf8")));

const Paid = z.object({ payment_methods: z.array(z.object({ payment_id: z.string(), amount: z.number() })) });
const HOUR_MS = 60 * 60 * 1000;

/** What was read of one proposal, beside the call it was made from. */
export interface Judged {
  readonly call: RecordedCall;
  readonly treatment: string;
  readonly createdAt: string;
  /** The detectors that found something in it. */
  readonly detectors: readonly string[];
}

/**
 * What the detectors find in the recording, counted by hand against the records before each call: 14 bookings with the wrong number of free
 * bags, 9 cancellations of trips already flown, 3 changes of basic economy … Every certificate is of 50 or 100 for each passenger.
 */
export const DETECTED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  book_reservation: {
    "check-amounts-positive": 1,
    "check-bag-allowance": 14,
    "check-funds": 2,
    "check-method-count": 6,
    "check-method-known": 3,
  },
  cancel_reservation: { "check-not-flown": 9, "check-refundable": 4 },
  update_reservation_baggages: { "check-bag-allowance": 1, "check-changes": 1 },
  update_reservation_flights: { "check-changeable": 3, "check-method-type": 1 },
};

/**
 * What the shipped policy says of a call of an agent that it does not know yet, read from the file and the airline's rules without the policy
 * engine: the cell of the grid, the rules in words, a deliberate act for whatever a detector found, and a person for what would otherwise run
 * although it changes something.
 */
function expectedTreatment({ call: { tool, args }, detectors }: Judged): string {
  const cell = cellOf(`airline.${tool}`);
  if (detectors.length > 0 || RULES[tool]?.(args) === true) return "confirm";
  // The first calls of a new agent that change something are looked at; reads are S0 × R0 and are not.
  return cell.startsWith("audit") ? "review" : cell;
}

/** The conditions under which a booking, a change or a certificate takes more than the grid's one look. */
const RULES: Readonly<Record<string, (args: RecordedCall["args"]) => boolean>> = {
  book_reservation: (args) => {
    const paid = Paid.parse(args).payment_methods;
    const by = (prefix: string): number => paid.filter(({ payment_id: id }) => id.startsWith(prefix)).length;
    const mixed = by("certificate_") > 1 || by("credit_card_") > 1 || by("gift_card_") > 3;
    return mixed || paid.some(({ amount }) => amount >= 1000);
  },
  send_certificate: ({ amount }) => Number(amount) % 50 !== 0,
  update_reservation_flights: ({ payment_id: id }) => typeof id === "string" && id.startsWith("certificate_"),
};

/** The grid's word for an action, by the catalogue's most literal entry. */
function cellOf(name: string): string {
  const entry =
    policy.catalogue.find(({ match }) => match === name) ??
    policy.catalogue.find(({ match }) => match.endsWith("*") && name.startsWith(match.slice(0, -1)));
  const start = entry === undefined ? undefined : policy.matrix[entry.stakes]?.[entry.reversibility]?.start;
  if (start === undefined) throw new Error(`the policy does not know ${name}`);
  return start;
}

/** Each proposal with the treatment it must have got: cancellations beyond the policy's number in one clock hour are blocked. */
export function expectedTreatments(judged: readonly Judged[]): readonly string[] {
  const blockedAfter = policy.limits.find(({ id }) => id === "cancellations-an-hour")?.count ?? 0;
  const inHour = new Map<number, number>();
  return judged.map((one) => {
    if (one.call.tool !== "cancel_reservation") return expectedTreatment(one);
    const hour = Math.floor(Date.parse(one.createdAt) / HOUR_MS);
    inHour.set(hour, (inHour.get(hour) ?? 0) + 1);
    return (inHour.get(hour) ?? 0) > blockedAfter ? "block" : expectedTreatment(one);
  });
}

/** How often each word stands beside each name. */
export function countsOf(pairs: readonly (readonly [name: string, word: string])[]): Record<string, Record<string, number>> {
  const counts: Record<string, Record<string, number>> = {};
  for (const [name, word] of pairs) {
    const ofName = (counts[name] ??= {});
    ofName[word] = (ofName[word] ?? 0) + 1;
  }
  return counts;
}

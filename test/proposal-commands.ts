import fc from "fast-check";
import type { PersonId, ReceiptId } from "../lib/domain/ids";
import type { Act, Command } from "../lib/domain/lifecycle/commands";
import { UNDO_TIMES } from "../lib/domain/preferences";
import type { ProposalState } from "../lib/domain/proposal";
import { DECISIONS, OUTCOMES, TIERS, TREATMENTS } from "../lib/domain/words";
import { aDigest, aState, numberedId, START } from "./builders";

/** Owner of the agent's key, composer, and three people who are neither. */
export const OWNER = numberedId("person", 1);
export const COMPOSER = numberedId("person", 2);
const PEOPLE: readonly PersonId[] = [OWNER, COMPOSER, numberedId("person", 3), numberedId("person", 4), numberedId("person", 5)];

/** What is known while a run is played: enough to make both fitting and unfitting commands. */
export interface Table {
  readonly state: ProposalState | null;
  readonly workspace: "team" | "alone";
  readonly receipts: readonly ReceiptId[];
  readonly number: number;
}

export type MakeCommand = (table: Table) => Command;

const person = fc.constantFrom(...PEOPLE);
const WRONG = { code: "wrong_amount", text: null };
const givenReason = fc.constantFrom(WRONG, { code: "other", text: "too much" });
const reason = fc.option(givenReason, { freq: 2 });
const mostlyFresh = fc.oneof({ weight: 6, arbitrary: fc.constant(true) }, fc.constant(false));

/** Mostly someone who did all that any card asks for, sometimes someone who did not. */
const signer = fc.record({
  id: person,
  act: fc.oneof(
    { weight: 6, arbitrary: fc.constant<Act>("match") },
    fc.constantFrom<Act>("key", "hold", "alternative", "wrong_match"),
  ),
  dwellMs: fc.oneof({ weight: 6, arbitrary: fc.constant(10_000) }, fc.constantFrom(null, 0, 999, 1_000, 2_999, 3_000)),
  undoTimes: fc.constantFrom(...UNDO_TIMES),
  freshSignIn: mostlyFresh,
  meaningConfirmed: fc.oneof({ weight: 6, arbitrary: fc.constant(true) }, fc.constant(false)),
  reason,
});

/** What the person's screen showed: mostly the version in force. */
const seen = fc.oneof({ weight: 8, arbitrary: fc.constant("current") }, fc.constantFrom("older", "other digest"));

const choice = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ type: "approve" as const }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("reject" as const), reason }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("answer" as const), answer: fc.string(), reason }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant("edit" as const),
      reason,
      to: fc.record({ tier: fc.constantFrom(...TIERS), treatment: fc.constantFrom(...TREATMENTS), regulated: fc.boolean() }),
      slip: fc.oneof({ weight: 8, arbitrary: fc.constant("none") }, fc.constantFrom("same digest", "same version")),
    }),
  },
);

const decideCommand: fc.Arbitrary<MakeCommand> = fc
  .record({ signer, seen, choice })
  .map(({ signer: by, seen: shown, choice: chosen }) => ({ state, workspace, number }) => {
    const current = state ?? aState();
    const version = shown === "older" ? current.version - 1 : current.version;
    const digest = shown === "other digest" ? aDigest("another") : current.digest;
    const shared = { type: "decide" as const, version, digest, signer: by, workspace };
    if (chosen.type !== "edit") return { ...shared, choice: chosen };
    const to = {
      ...chosen.to,
      version: chosen.slip === "same version" ? current.version : current.version + 1,
      digest: chosen.slip === "same digest" ? current.digest : aDigest(number),
      policyVersion: number,
      undoMs: 1_000 * (number % 30),
    };
    return { ...shared, choice: { type: "edit", reason: chosen.reason, to } };
  });

export const proposeCommand: fc.Arbitrary<MakeCommand> = fc
  .record({
    treatment: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom("review", "confirm", "two_person") },
      fc.constantFrom(...TREATMENTS),
    ),
    tier: fc.constantFrom(...TIERS),
    regulated: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.constant(true)),
    undoMs: fc.constantFrom(0, 3_000, 30_000),
    allowed: fc.oneof({ weight: 6, arbitrary: fc.constant([...DECISIONS]) }, fc.subarray([...DECISIONS])),
    redeem: fc.boolean(),
    life: fc.constantFrom(30_000, 3_600_000, 86_400_000),
    // What a careless or hostile caller might bring along.
    status: fc.oneof(
      { weight: 6, arbitrary: fc.constant("pending" as const) },
      fc.constantFrom("approved" as const, "held" as const),
    ),
  })
  .map(({ redeem, life, ...facts }) => ({ number }) => ({
    type: "propose",
    state: aState({
      ...facts,
      id: numberedId("proposal", 1),
      ownerId: OWNER,
      composerId: COMPOSER,
      revision: 0,
      expiresAt: START + life,
    }),
    receiptId: numberedId("receipt", number),
    redemptionId: redeem ? numberedId("redemption", number) : null,
    blockReason: { code: "policy", text: "blocked" },
  }));

/** The number of ids that nothing in a run was given. */
const FOREIGN = 1_000_000;

/** Mostly one of those who signed, the first or the last; else whoever `other` names. */
function signerOr(other: fc.Arbitrary<PersonId>): fc.Arbitrary<(table: Table) => PersonId> {
  return fc.tuple(other, fc.constantFrom("other", "first", "last")).map(([name, place]) => ({ state }) => {
    const signatures = state?.signatures ?? [];
    const signature = place === "first" ? signatures[0] : signatures.at(-1);
    return place === "other" ? name : (signature?.by ?? name);
  });
}

const otherCommand: fc.Arbitrary<MakeCommand> = fc.oneof(
  signerOr(person).map<MakeCommand>((who) => (table) => ({ type: "undo", by: who(table) })),
  fc
    .tuple(signerOr(person), givenReason)
    .map<MakeCommand>(([who, given]) => (table) => ({ type: "explain", by: who(table), reason: given })),
  {
    weight: 4,
    arbitrary: fc
      .option(person)
      .map<MakeCommand>((by) => ({ number }) => ({ type: "release", receiptId: numberedId("receipt", number), by })),
  },
  fc.constantFrom<MakeCommand>(
    () => ({ type: "expire" }),
    () => ({ type: "withdraw" }),
    () => ({ type: "lapse" }),
  ),
  { weight: 2, arbitrary: fc.constant<MakeCommand>(() => ({ type: "deliver" })) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.nat(8), fc.boolean(), fc.nat(9))
      .map<MakeCommand>(([pick, current, stop]) => ({ state, receipts, number }) => ({
        type: "redeem",
        receiptId: (current ? state?.receiptId : receipts[pick]) ?? numberedId("receipt", FOREIGN),
        redemptionId: numberedId("redemption", number),
        obstacle: stop === 0 ? { code: "stopped", detail: "a kill switch is on" } : null,
      })),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(...OUTCOMES), fc.boolean()).map<MakeCommand>(([status, right]) => ({ state }) => ({
      type: "report",
      redemptionId: (right ? state?.redemptionId : null) ?? numberedId("redemption", FOREIGN),
      status,
      detail: null,
    })),
  },
  fc.tuple(person, mostlyFresh).map<MakeCommand>(([by, freshSignIn]) => ({ number }) => ({
    type: "renew",
    by,
    freshSignIn,
    receiptId: numberedId("receipt", number),
  })),
);

/** Between two commands: mostly seconds, sometimes days, sometimes a clock that was set back. */
const pause = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 10_000 }) },
  { weight: 2, arbitrary: fc.integer({ min: 10_000, max: 1_000_000 }) },
  { weight: 1, arbitrary: fc.constantFrom(86_399_999, 86_400_000, 90_000_000) },
  { weight: 1, arbitrary: fc.constantFrom(-1, -3_600_000) },
);

const anyCommand = fc.oneof(
  { weight: 6, arbitrary: decideCommand },
  { weight: 7, arbitrary: otherCommand },
  { weight: 1, arbitrary: proposeCommand },
);

/** A command and how long after the one before it comes. */
export type Step = readonly [wait: number, MakeCommand];

/** A flawless approval of what is in force. */
function approval(by: PersonId): Step {
  const signer = {
    id: by,
    act: "match",
    dwellMs: 10_000,
    freshSignIn: true,
    meaningConfirmed: true,
    reason: WRONG,
    undoTimes: "once",
  } as const;
  return [
    2_000,
    ({ state, workspace }) => {
      const { version, digest } = state ?? aState();
      return { type: "decide", version, digest, choice: { type: "approve" }, signer, workspace };
    },
  ];
}

const [, , THIRD = OWNER, FOURTH = OWNER] = PEOPLE;

/** What chance alone seldom puts in a row: two good signatures, one of which is taken back; a release that nobody uses in time. */
const inARow: fc.Arbitrary<readonly Step[]> = fc.oneof(
  fc
    .constantFrom(THIRD, FOURTH)
    .map<readonly Step[]>((by) => [approval(THIRD), approval(FOURTH), [500, () => ({ type: "undo", by })]]),
  fc.tuple(signerOr(person), mostlyFresh).map<readonly Step[]>(([who, freshSignIn]) => [
    [40_000, ({ number }) => ({ type: "release", receiptId: numberedId("receipt", number), by: null })],
    [100_000_000, () => ({ type: "lapse" })],
    [0, (table) => ({ type: "renew", by: who(table), freshSignIn, receiptId: numberedId("receipt", table.number) })],
  ]),
);

/** One or a few commands of any kind, fitting or not. */
export const steps: fc.Arbitrary<readonly Step[]> = fc.oneof(
  { weight: 12, arbitrary: fc.tuple(pause, anyCommand).map<readonly Step[]>((step) => [step]) },
  inARow,
);

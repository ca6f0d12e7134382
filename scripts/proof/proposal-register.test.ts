import { describe, expect, test } from "vitest";
import type { Call } from "./linearizable";
import { linearization } from "./linearizable";
import type { Asked, Rules, Told } from "./proposal-register";
import { proposalRegister } from "./proposal-register";

const ONE: Rules = { signatures: 1, owner: null };
const TWO: Rules = { signatures: 2, owner: "owner" };

type Move = readonly [Asked, Told | null];

/** Calls one after the other. */
const inTurn = (...moves: readonly Move[]): readonly Call<Asked, Told>[] =>
  moves.map(([input, output], at) => ({ input, output, began: 2 * at, ended: 2 * at + 1 }));
/** Calls that all overlap. */
const atOnce = (...moves: readonly Move[]): readonly Call<Asked, Told>[] =>
  moves.map(([input, output], at) => ({ input, output, began: at, ended: 100 + at }));
const holds = (calls: readonly Call<Asked, Told>[], rules = ONE): boolean =>
  linearization(calls, proposalRegister(rules)) !== null;

const approves = (by: string, version = 1): Asked => ({ type: "approve", by, version });
const edits = (by: string, version = 1): Asked => ({ type: "edit", by, version });
const held: Told = { code: "accepted", status: "held" };
const signed: Told = { code: "accepted", status: "pending" };
const done: Told = { code: "accepted" };
const seen = (status: string, version: number, signers: readonly string[], by: readonly string[]): Move => [
  { type: "look" },
  { code: "accepted", status, version, signers, by },
];

describe("what callers are told of a proposal is explained", () => {
  test("by a decision, its release and one redemption", () => {
    const moves: readonly Move[] = [
      [approves("ada"), held],
      [
        { type: "reject", by: "ben", version: 1 },
        { code: "already_decided", by: ["ada"] },
      ],
      [{ type: "due" }, done],
      [{ type: "redeem" }, done],
      [{ type: "redeem" }, { code: "already_redeemed" }],
      seen("approved", 1, ["ada"], ["ada"]),
    ];
    expect(holds(inTurn(...moves))).toBe(true);
    expect(holds(atOnce(...moves.toReversed()))).toBe(true);
  });

  test("by two signatures, an edit that voids them and one that is taken back", () => {
    const moves: readonly Move[] = [
      [approves("ada"), signed],
      [edits("ben"), signed],
      [approves("cal"), { code: "stale", version: 2 }],
      [approves("cal", 2), held],
      [{ type: "undo", by: "cal" }, done],
      seen("pending", 2, ["ben"], []),
      [approves("ada", 2), held],
      [approves("owner", 2), { code: "already_decided", by: ["ada"] }],
    ];
    expect(holds(inTurn(...moves), TWO)).toBe(true);
  });

  test("when a decision that nobody knows of took effect, or did not", () => {
    expect(holds(inTurn([approves("ada"), null], seen("held", 1, ["ada"], ["ada"])))).toBe(true);
    expect(holds(inTurn([approves("ada"), null], [approves("ben"), held]))).toBe(true);
  });
});

describe("an anomaly is found:", () => {
  test.each<readonly [string, readonly Move[], Rules]>([
    ["a stale read of what had been decided", [[approves("ada"), held], seen("pending", 1, [], [])], ONE],
    [
      "a second decision",
      [
        [approves("ada"), held],
        [approves("ben"), held],
      ],
      ONE,
    ],
    ["a decision that got lost", [[approves("ada"), held], [{ type: "due" }, done], seen("pending", 1, [], [])], ONE],
    [
      "a refusal that names somebody who did not decide",
      [
        [approves("ada"), held],
        [approves("ben"), { code: "already_decided", by: ["cal"] }],
      ],
      ONE,
    ],
    [
      "a decision after it was withdrawn",
      [
        [{ type: "withdraw" }, done],
        [approves("ada"), held],
      ],
      ONE,
    ],
    [
      "a withdrawal after the agent was released",
      [
        [approves("ada"), held],
        [{ type: "release", by: "ada" }, done],
        [{ type: "withdraw" }, done],
      ],
      ONE,
    ],
    [
      "an expiry of what was decided",
      [
        [approves("ada"), held],
        [{ type: "expire" }, done],
      ],
      ONE,
    ],
    [
      "a second redemption",
      [
        [approves("ada"), held],
        [{ type: "due" }, done],
        [{ type: "redeem" }, done],
        [{ type: "redeem" }, done],
      ],
      ONE,
    ],
    ["an approval by one of two", [[approves("ada"), held]], TWO],
    [
      "the same person twice",
      [
        [approves("ada"), signed],
        [approves("ada"), held],
      ],
      TWO,
    ],
    [
      "the owner of the agent's key",
      [
        [approves("ada"), signed],
        [approves("owner"), held],
      ],
      TWO,
    ],
    [
      "a signature on an earlier version",
      [
        [approves("ada"), signed],
        [edits("ben"), held],
      ],
      TWO,
    ],
    [
      "a signature that was taken back",
      [
        [approves("ada"), signed],
        [{ type: "undo", by: "ada" }, done],
        [approves("ben"), held],
      ],
      TWO,
    ],
    ["an edit that got lost", [[edits("ada"), signed], seen("pending", 1, [], [])], TWO],
    ["an answer that no rule gives", [[approves("ada"), { code: "internal" }]], ONE],
  ])("%s", (_, moves, rules) => {
    expect(holds(inTurn(...moves), rules)).toBe(false);
  });

  test("two who both decided at once", () => {
    expect(holds(atOnce([approves("ada"), held], [{ type: "reject", by: "ben", version: 1 }, held]))).toBe(false);
  });
});

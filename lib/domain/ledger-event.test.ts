import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aState, newId, numberedId, sha256, START } from "../../test/builders";
import { proposalRuns } from "../../test/proposal-runs";
import { chainHash, entryText, GENESIS_HASH, readEntry, verifyChain } from "./ledger";
import { eventBody, readEvent } from "./ledger-event";
import { evolve } from "./lifecycle/evolve";
import { UNDECIDED } from "./lifecycle/undecided";
import type { ProposalState } from "./proposal";

describe("the ledger of a proposal", () => {
  test("rebuilds its state when it is read back and replayed", () => {
    fc.assert(
      fc.property(proposalRuns, ({ moves }) => {
        const events = moves.flatMap((move) => move.events);
        let hash = GENESIS_HASH;
        const rows = events.map((event, index) => {
          const { type, at } = event;
          const entry = entryText({
            seq: index + 1,
            at,
            type,
            subject: null,
            actor: "system",
            agent: null,
            body: eventBody(event),
          });
          hash = chainHash(hash, entry, sha256);
          return { entry, hash };
        });
        expect(verifyChain(rows, sha256).ok).toBe(true);
        const replayed = rows.reduce<ProposalState | null>((state, { entry }) => {
          const read = readEntry(entry);
          const event = read === null ? null : readEvent(read);
          return event === null ? null : evolve(state, event);
        }, null);
        expect(replayed).toEqual(moves.at(-1)?.after);
      }),
      { numRuns: 300 },
    );
  });

  test("records no payload, though one rides along on the state", () => {
    const state = { ...aState(), ...UNDECIDED, payload: { amount: "412.00" }, receipt: "secret" };
    const text = JSON.stringify(eventBody({ type: "proposal.proposed", at: START, state }));
    expect(text).toContain(state.digest);
    expect(text).not.toMatch(/412\.00|secret|payload/);
  });
});

describe("an entry that is not exactly what is recorded for its type", () => {
  const by = numberedId("person", 1);
  const at = START;

  test.each([
    ["of a type that is not a proposal's", "policy.saved", {}],
    ["of a type that is a property of every object", "constructor", {}],
    ["with a field too many", "proposal.undone", { by, payload: {} }],
    ["with a field missing", "proposal.undone", {}],
    ["with an id of another kind", "proposal.undone", { by: newId("agent") }],
    ["with a word that is none", "proposal.reported", { status: "perhaps", detail: null }],
    ["with a number that is text", "proposal.delivered", { receiptExpiresAt: "soon" }],
    ["with a list that is none", "proposal.blocked", { decision: { by: {} } }],
    ["with a null where a value belongs", "proposal.signed", { signature: null }],
  ])("%s is not read as an event", (_, type, body) => {
    expect(readEvent({ type, at, body })).toBeNull();
  });

  test("is told from one that is", () => {
    expect(readEvent({ type: "proposal.undone", at, body: { by } })).toEqual({ type: "proposal.undone", at, by });
  });
});

import { describe, expect, it } from "vitest";
import { facts, judge, policyWith } from "../../../test/policy-builders";
import { compilePolicy } from "../policy/compile-policy";
import { fixedPart } from "../policy/fixed-part";
import { replayFactsOf } from "../policy/replay-facts";
import { KINDS, REVERSIBILITIES, REVERSIBILITY_WORD } from "../words";
import { cardFacts } from "./facts-for-policy";
import { ALL_FIXTURES } from "./fixtures/all-fixtures";
import { cardInput } from "./fixtures/card-fixture";
import { readCard } from "./read-card";
import { agreesWith, besideBadge } from "./way-back";

const cards = KINDS.flatMap((kind) =>
  ALL_FIXTURES[kind].map(({ name, input }) => ({ of: `${kind}: ${name}`, card: readCard(input) })),
);

describe("the undo line beside the badge", () => {
  it.each(REVERSIBILITIES)(
    "of every fixture agrees with %s, or says that policy speaks and names its own finding beside it",
    (judged) => {
      const wrong = cards.filter(({ card }) => {
        const shown = besideBadge(card, judged);
        const both = shown.undo === `By policy it ${REVERSIBILITY_WORD[judged]}. Of this one, not verified: ${card.undo}`;
        return agreesWith(card, judged) ? shown.undo !== card.undo : !both;
      });
      expect(wrong.map(({ of }) => of)).toEqual([]);
    },
  );

  it("never lets a command that only looks stand silent beside what can’t be undone", () => {
    const card = readCard(cardInput("command", { action: "shell.run", arguments: { command: "ls" } }));
    expect(besideBadge(card, "R3").undo).toBe(
      "By policy it can’t be undone. Of this one, not verified: Nothing to undo: it only looks",
    );
    expect(besideBadge(card, "R0").undo).toBe("Nothing to undo: it only looks");
  });

  it("says of a record that was not sent that this is not policy’s word", () => {
    const card = readCard(cardInput("record", { action: "crm.update", arguments: { id: "c_812", stage: "won" } }));
    expect(besideBadge(card, "R0").undo).toContain(
      "By policy it can be undone in place. Of this one, not verified: Undone by hand",
    );
  });
});

describe("what a payload shows of its own way back", () => {
  const MOVE = { from: "a.csv", to: "b.csv" };
  const cardOf = (over: boolean) =>
    cardFacts(readCard(cardInput("file", { action: "file.move", arguments: { ...MOVE, overwrite: over } })));
  const judged = (over: boolean) => judge(policyWith(), { name: "file.move", kind: "file", card: cardOf(over) });

  it("raises what the catalogue says of its kind, with its reason in the derivation", () => {
    expect(judged(false).risk.reversibility).toBe("R1");
    expect(judged(true).risk).toMatchObject({ reversibility: "R3", tier: "T2" });
    expect(judged(true).risk.reasons).toContainEqual(
      expect.objectContaining({ source: "detector", id: "way-back", sets: "reversibility R3" }),
    );
    expect(judged(true).risk.drivers).toContain("can’t be undone");
  });

  it("never lowers it", () => {
    expect(judge(policyWith(), { name: "file.delete", card: { wayBack: "R0" } }).risk.reversibility).toBe("R3");
  });

  it("is kept, so that history is replayed and counted as it was judged", () => {
    const given = facts({ name: "file.move", kind: "file", card: { wayBack: "R3" } });
    expect(replayFactsOf(given).card?.wayBack).toBe("R3");
    expect(fixedPart(compilePolicy(policyWith(), 1), given).reversibility).toBe(REVERSIBILITIES.indexOf("R3"));
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { LOOSEST } from "../../lib/domain/policy/cell-treatment";
import { DEFAULT_POLICY } from "../../lib/domain/policy/default-policy";
import { readPolicy } from "../../lib/domain/policy/validate-policy";
import { KINDS, REVERSIBILITIES, STAKES } from "../../lib/domain/words";
import { wordsOf } from "../../test/words";
import { readDraft, withThreshold, type DraftDocument } from "./draft";
import { kindsWithOwn } from "./draft-cells";
import { differs, GRID_VIEWS, shownCell, withChoice } from "./grid-views";

const WORDS = { t: wordsOf("policyGrid"), terms: wordsOf("terms"), ui: wordsOf("ui") };
const TEXT = JSON.stringify(DEFAULT_POLICY);
const PLACE = { stakes: "S2", reversibility: "R1" } as const;

function documentOf(text: string): DraftDocument {
  const read = readDraft(text);
  if (!read.ok) throw new Error("the text is a draft");
  return read.document;
}

const cellOf = (text: string) => documentOf(text).matrix.S2.R1;

describe("a cell of the grid", () => {
  it("is given another start, and keeps how far evidence may loosen it where that is still looser", () => {
    expect(cellOf(withChoice(TEXT, "start", PLACE, null, "confirm"))).toEqual({ start: "confirm", loosest: "L4" });
    expect(cellOf(withChoice(TEXT, "start", PLACE, null, "auto"))).toEqual({ start: "auto", loosest: "start" });
  });

  it("is given another loosest, of those that its start and tier allow", () => {
    expect(cellOf(withChoice(TEXT, "loosest", PLACE, null, "L2"))).toEqual({ start: "review", loosest: "L2" });
    const choices = (tiers: DraftDocument["tiers"]) =>
      shownCell(WORDS, "loosest", { ...DEFAULT_POLICY, tiers }, PLACE, null).choices.map(({ value }) => value);
    expect(choices(DEFAULT_POLICY.tiers)).toEqual([...LOOSEST]);
    const critical = { ...DEFAULT_POLICY.tiers, S2: { ...DEFAULT_POLICY.tiers.S2, R1: "T3" as const } };
    expect(choices(critical)).toEqual(["L4", "start"]);
  });

  it("acts otherwise for one kind, and as for all kinds again", () => {
    const own = withChoice(TEXT, "start", PLACE, "payment", "two_person");
    expect(cellOf(own)).toEqual({
      ...DEFAULT_POLICY.matrix.S2.R1,
      perKind: { payment: { start: "two_person", loosest: "L4" } },
    });
    expect([...kindsWithOwn(documentOf(own).matrix)]).toEqual([["payment", 1]]);
    expect(shownCell(WORDS, "start", documentOf(own), PLACE, "payment")).toMatchObject({ words: "two people", note: null });
    expect(shownCell(WORDS, "start", documentOf(own), PLACE, "email")).toMatchObject({ words: "one look", note: "as all kinds" });
    const changes = (kind: "payment" | null) =>
      differs(shownCell(WORDS, "start", DEFAULT_POLICY, PLACE, kind), shownCell(WORDS, "start", documentOf(own), PLACE, kind));
    expect([changes("payment"), changes(null)]).toEqual([true, false]);
    expect(JSON.parse(withChoice(own, "start", PLACE, "payment", "as-all"))).toEqual(DEFAULT_POLICY);
  });

  it("that becomes critical is loosened no more, for no kind", () => {
    const own = withChoice(TEXT, "start", PLACE, "payment", "confirm");
    const critical = withChoice(own, "tier", PLACE, null, "T3");
    expect(documentOf(critical).tiers.S2.R1).toBe("T3");
    expect(cellOf(critical)).toEqual({
      start: "review",
      loosest: "start",
      perKind: { payment: { start: "confirm", loosest: "start" } },
    });
  });

  it("never makes a document that cannot be saved, whatever is chosen in whatever order", () => {
    const step = fc.record({
      view: fc.constantFrom(...GRID_VIEWS),
      place: fc.record({ stakes: fc.constantFrom(...STAKES), reversibility: fc.constantFrom(...REVERSIBILITIES) }),
      kind: fc.option(fc.constantFrom(...KINDS)),
      pick: fc.nat(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        let text = TEXT;
        for (const { view, place, kind, pick } of steps) {
          const of = view === "tier" ? null : kind;
          const { choices } = shownCell(WORDS, view, documentOf(text), place, of);
          text = withChoice(text, view, place, of, choices[pick % choices.length]?.value ?? "");
        }
        expect(readPolicy(text)).toMatchObject({ ok: true });
      }),
    );
  });

  it("that holds what is no such value is shown as it is", () => {
    const odd = TEXT.replace('"R1":{"start":"review"', '"R1":{"start":"shout"').replace('"R1":"T1"', '"R1":"T9"');
    expect(shownCell(WORDS, "start", documentOf(odd), PLACE, null).words).toBe("shout");
    expect(shownCell(WORDS, "loosest", documentOf(odd), PLACE, null).note).toBe("from shout");
    expect(shownCell(WORDS, "tier", documentOf(odd), PLACE, null).words).toBe("T9");
    for (const view of GRID_VIEWS) expect(withChoice(TEXT, view, PLACE, null, "anything")).toBe(TEXT);
  });
});

describe("the floors of a draft", () => {
  it("are set for a kind that had none, and taken out again", () => {
    const set = withThreshold(TEXT, "confidenceFloor.email", 0.8);
    expect(documentOf(set).thresholds.confidenceFloor).toEqual({ default: 0.7, payment: 0.9, email: 0.8 });
    expect(JSON.parse(withThreshold(set, "confidenceFloor.email", null))).toEqual(DEFAULT_POLICY);
  });

  it.each([
    ["a cell without its loosest", '"loosest":"auto"', '"loose":"auto"'],
    ["a kind that is no cell", '"start":"confirm"', '"perKind":{"email":3},"start":"confirm"'],
    ["a floor that is no number", '"payment":0.9', '"payment":"0.9"'],
    ["no floor for all kinds", '"default":0.7', '"email":0.7'],
    ["two amounts", "[50,1000,25000]", "[50,1000]"],
    ["an undo window too few", '"T3":30', '"T4":30'],
  ])("have no controls while the text holds %s", (_, before, after) => {
    expect(TEXT).toContain(before);
    expect(readDraft(TEXT.replace(before, after)).ok).toBe(false);
  });
});

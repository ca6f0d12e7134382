import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { DEFAULT_POLICY } from "../../lib/domain/policy/default-policy";
import { assess } from "../../lib/domain/policy/assess";
import { compilePolicy } from "../../lib/domain/policy/compile-policy";
import { reasonInEnglish, written } from "../../lib/domain/policy/reason-texts";
import { setSentence } from "../../lib/domain/policy/set-sentence";
import type { Risk } from "../../lib/domain/risk";
import { compileArea } from "../../lib/words/compile-area";
import { anyDeclared, anyFacts, anyPolicy } from "../../test/policy-builders";
import { makeWords } from "../words/make-words";
import { policySays } from "./policy-says";

const english = makeWords<"risk">("en", compileArea("en", "risk"));
const german = makeWords<"risk">("de", compileArea("de", "risk"));

function saidOf({ reasons, drivers, driverWords }: Risk) {
  const badge = drivers.map((text, place) => {
    const says = driverWords?.[place === 0 ? 0 : 1];
    return { text, words: says ? { says } : says };
  });
  return [...badge, ...reasons.map(({ says, words }) => ({ text: says, words }))];
}

describe("what policy says", () => {
  it("is on an English screen what is stored and sent to agents, for any policy and proposal", () => {
    fc.assert(
      fc.property(anyPolicy, anyFacts, anyDeclared, (document, given, declared) => {
        const { risk } = assess(compilePolicy(document, 1), { ...given, declared });
        for (const { text, words } of saidOf(risk)) {
          expect(words).not.toBeUndefined();
          expect(policySays(english, text, words).text).toBe(text);
        }
      }),
    );
  });

  it("reads back what each reason set, word for word as it is kept, and tells it without the codes of the policy", () => {
    fc.assert(
      fc.property(anyPolicy, anyFacts, anyDeclared, (document, given, declared) => {
        const { risk } = assess(compilePolicy(document, 1), { ...given, declared });
        const parts = risk.reasons.flatMap(({ sets }) => sets?.split(", ") ?? []);
        const read = parts.map(setSentence);
        expect(read.map((sentence) => sentence && reasonInEnglish(sentence))).toEqual(parts);
        for (const language of [english, german]) {
          const told = read.map((sentence) => sentence && language.sentence(sentence)).join(", ");
          expect(told).not.toMatch(/\b[SRT]\d|treatment|_/u);
        }
      }),
    );
  });

  it("is told in German as far as it is ours: the policy of a new workspace says nothing that is not", () => {
    const { catalogue, rules } = DEFAULT_POLICY;
    const shipped = [...catalogue.flatMap(({ because }) => because ?? []), ...rules.map((rule) => rule.then.reason)];
    for (const text of shipped) {
      const said = policySays(german, text, written(text).words);
      expect(said.text).not.toBe(text);
      expect(said.lang).toBeUndefined();
    }
  });

  it("stays as an admin wrote it, in a language that nobody knows", () => {
    const { text, words } = written("über dem Limit des Teams");
    expect(policySays(german, text, words)).toEqual({ text: "über dem Limit des Teams", lang: "" });
  });

  it("stays English, and marked so, where it was stored before its words were kept", () => {
    expect(policySays(german, "moves money", undefined)).toEqual({ text: "moves money", lang: "en" });
  });

  it("says figures as the reader writes them", () => {
    const values = { confidence: 0.7, floor: 0.9 };
    expect(german.sentence({ key: "fact.confidence", values })).toBe("Konfidenz 0,70 liegt unter 0,90");
    expect(german.sentence({ key: "limit.sum", values: { limit: "a-day", sum: 25_000, window: "24h" } })).toBe(
      "Grenze `a-day`: mehr als 25.000 in 24h",
    );
  });
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { anyDeclared, anyFacts, facts } from "../../../test/policy-builders";
import { replayed, replayFactsOf } from "./replay-facts";

it("what is kept of a proposal gives back exactly the facts it was judged on", () => {
  fc.assert(
    fc.property(anyFacts, anyDeclared, fc.string(), (found, declared, name) => {
      const judged = { ...found, declared, agent: { id: found.agent.id, name } };
      const { action, target, derived } = judged;
      const { expiresInMs: _kept, ...said } = declared;
      const kept = replayFactsOf(judged);
      expect(replayed(kept, { action, target, derived, agentId: judged.agent.id, declared: said })).toEqual(judged);
    }),
  );
});

it("keeps nothing of a plain proposal, and its limits as they were counted", () => {
  const plain = facts({ history: { observation: null } });
  expect(replayFactsOf({ ...plain, agent: { id: "agt_1", name: "" } })).toEqual({});
  expect(replayFactsOf(plain, { a: { count: 1, sum: 2 } }).usage).toEqual({ a: { count: 1, sum: 2 } });
});

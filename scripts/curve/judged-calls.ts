import { createHash } from "node:crypto";

import { cardFacts } from "../../lib/domain/card/facts-for-policy";
import { readCard } from "../../lib/domain/card/read-card";
import { assess } from "../../lib/domain/policy/assess";
import type { CompiledPolicy } from "../../lib/domain/policy/compile-policy";
import { resolveAction } from "../../lib/domain/policy/compile-policy";
import { derive } from "../../lib/domain/policy/derive";
import type { AssessFacts } from "../../lib/domain/policy/facts";
import type { Tier, Treatment } from "../../lib/domain/words";
import { TIERS } from "../../lib/domain/words";
import type { RecordedCall } from "../replay/recorded-call";
import { proposalOf } from "../replay/recorded-call";

/** A recorded change as policy judged it, beside what the recording knows of it. */
export interface JudgedCall {
  readonly call: RecordedCall;
  readonly wrong: boolean;
  readonly treatment: Treatment;
  readonly tier: Tier;
  /** How many of the card's checks failed. */
  readonly failedChecks: number;
}

/** An agent whose observation is over, so that what is left is the policy itself. */
const OBSERVED = { looked: 50, wrong: 0, ended: false } as const;
const UNSAID = { stakes: null, reversibility: null, confidence: null, hasDoubt: false, expiresInMs: null } as const;

/**
 * Every labelled change of a recording, judged by the functions that judge a proposal, from what a proposal carries: neither the label nor how the
 * call ended is looked at. Nothing else was counted before it, so limits do not speak. `at` is the clock that the cards are read by, in ms.
 */
export function judgedCalls(policy: CompiledPolicy, calls: readonly RecordedCall[], at: number): readonly JudgedCall[] {
  return calls
    .filter(({ write, label }) => write && label !== null)
    .map((call) => {
      const { action, target = null, before = null, after = null, kind: declared = null } = proposalOf(call);
      const { kind } = resolveAction(policy, action.name, declared);
      const read = { kind, action, target, before, after, at };
      const card = readCard({ ...read, history: { earlierToCounterpart: null, lastApprovedArguments: null } });
      const facts: AssessFacts = {
        action,
        target,
        agent: { id: "agt_recorded", name: call.agent },
        declared: { ...UNSAID, kind: declared },
        card: cardFacts(card),
        derived: derive(action, target, kind),
        history: {
          calibration: { labelled: 0, calibrated: null },
          observation: OBSERVED,
          firstTimeCounterpart: null,
          usualAmount: null,
          usage: Object.fromEntries(policy.document.limits.map(({ id }) => [id, { count: 0, sum: 0 }])),
        },
        kill: { all: false, agent: false, kind: false },
      };
      const { treatment, risk } = assess(policy, facts);
      return { call, wrong: call.label === "wrong", treatment, tier: risk.tier, failedChecks: facts.card.failedChecks.length };
    });
}

/** Calls of other runs that an item's base rate is drawn by towards that of all tools: with fewer, a rate would be mostly luck. */
const DRAWN_BY = 4;

/**
 * The calls, riskiest first: by tier, then by how many checks failed, then by how often the same tool was wrong in the *other* runs, so that no
 * run's own labels order it. Equals are ordered by a digest of where they come from: the order of the recording says nothing of risk.
 */
export function riskiestFirst(judged: readonly JudgedCall[]): readonly JudgedCall[] {
  const ranked = judged.map((one) => ({ one, base: baseRate(judged, one.call), draw: drawOf(one.call) }));
  ranked.sort(
    (a, b) =>
      TIERS.indexOf(b.one.tier) - TIERS.indexOf(a.one.tier) ||
      b.one.failedChecks - a.one.failedChecks ||
      b.base - a.base ||
      a.draw.localeCompare(b.draw),
  );
  return ranked.map(({ one }) => one);
}

function baseRate(judged: readonly JudgedCall[], { run, tool }: RecordedCall): number {
  const others = judged.filter(({ call }) => call.run !== run);
  const same = others.filter(({ call }) => call.tool === tool);
  const overall = shareWrong(others, 0, 0);
  return shareWrong(same, overall, DRAWN_BY);
}

function shareWrong(calls: readonly JudgedCall[], towards: number, by: number): number {
  const of = calls.length + by;
  return of === 0 ? 0 : (calls.filter(({ wrong }) => wrong).length + towards * by) / of;
}

function drawOf({ run, step }: RecordedCall): string {
  return createHash("sha256")
    .update(`${run}:${String(step)}`)
    .digest("hex");
}

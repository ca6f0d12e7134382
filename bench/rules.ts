import { assess } from "../lib/domain/policy/assess";
import { compilePolicy } from "../lib/domain/policy/compile-policy";
import type { CompiledPolicy } from "../lib/domain/policy/compile-policy";
import { facts, policyWith, rule } from "../test/policy-builders";
import type { Row } from "./row";
import { below, quantile } from "./row";

const RULES = 10_000;
const FITTING = 200;
const PROPOSALS = 500;
const JUDGED_MS = 5;

/**
 * What it costs to judge one proposal under 10,000 rules of which 200 carry its name. Every one of the 200 reads another number of the arguments,
 * so none is answered from the one before; a figure counts only if as many held as must. The policy is compiled once, as when it is adopted.
 */
export function ruleRows(): Promise<readonly Row[]> {
  const policy = compilePolicy(policyWith({ rules: manyRules() }), 1);
  for (let n = 0; n < PROPOSALS; n += 1) judgedMs(policy, n);
  const figures = Array.from({ length: PROPOSALS }, (_, n) => judgedMs(policy, n));
  const says = `judging under ${String(RULES)} rules, ${String(FITTING)} of its name, p99 of ${String(PROPOSALS)}`;
  return Promise.resolve([below({ name: "rules_10000", value: quantile(figures, 0.99), unit: "ms" }, JUDGED_MS, says)]);
}

function manyRules() {
  const fitting = Array.from({ length: FITTING }, (_, index) =>
    rule(
      `arguments.n >= ${String(index)}`,
      { stakes: "S2", reason: `n is ${String(index)} or more` },
      "crm.*",
      `fits-${String(index)}`,
    ),
  );
  const others = Array.from({ length: RULES - FITTING }, (_, index) =>
    rule(`arguments.n == ${String(index)}`, { treatment: "block" }, `ns${String(index)}.*`, `other-${String(index)}`),
  );
  return [...others.slice(0, RULES / 2), ...fitting, ...others.slice(RULES / 2)];
}

function judgedMs(policy: CompiledPolicy, n: number): number {
  const given = facts({ arguments: { n: n % FITTING } });
  const startedAt = performance.now();
  const { risk } = assess(policy, given);
  const took = performance.now() - startedAt;
  const held = risk.reasons.filter(({ source }) => source === "rule").length;
  if (held !== (n % FITTING) + 1) throw new Error(`${String(held)} rules held where ${String((n % FITTING) + 1)} must`);
  return took;
}

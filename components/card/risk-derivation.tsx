import type { ReasonSource } from "../../lib/domain/risk";

/** A {@link import("../../lib/domain/risk").Reason}, or the contract's form of one. */
export interface DerivationStep {
  readonly source: string;
  readonly id?: string | undefined;
  readonly says: string;
  readonly sets?: string | undefined;
}

export interface RiskDerivationProps {
  readonly steps: readonly DerivationStep[];
  readonly policyVersion: number;
}

const SOURCE: Record<ReasonSource, string> = {
  agent: "The agent",
  catalogue: "Catalogue",
  rule: "Rule",
  detector: "Detector",
  confidence: "Confidence",
  doubt: "Doubt",
  matrix: "Matrix",
  grant: "Standing approval",
  limit: "Limit",
  observation: "Observation",
  regulated: "Regulation",
  kill_switch: "Kill switch",
  rollout: "Roll-out",
  fault: "Fault",
};
const SOURCES: ReadonlyMap<string, string> = new Map(Object.entries(SOURCE));

/** How the badge came about, step by step, each with its source and what it set: a person can check it by hand. */
export function RiskDerivation({ steps, policyVersion }: RiskDerivationProps) {
  return (
    <div className="text-note">
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">How the risk was derived, under policy version {policyVersion}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Says</th>
            <th scope="col">Sets</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step, index) => (
            <tr key={index} className="border-b border-rule align-top last:border-0">
              <th scope="row" className="w-24 py-2 pr-3 font-medium text-ink-3">
                {SOURCES.get(step.source) ?? step.source}
              </th>
              <td className="py-2 pr-3 [overflow-wrap:anywhere] text-ink">
                {step.says}
                {step.id !== undefined && <span className="block font-mono text-tiny text-ink-3">{step.id}</span>}
              </td>
              <td className="w-px py-2 text-right font-medium text-ink-2 sm:whitespace-nowrap">{step.sets ?? ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-small text-ink-3">Policy version {policyVersion}</p>
    </div>
  );
}

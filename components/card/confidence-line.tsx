import type { Risk } from "../../lib/domain/risk";

const BASIS = { fit: "by its own record", base_rate: "its record drawn to the kind’s base rate" } as const;

/** What the agent declared and what its figures were worth so far. Unknown says so, and raises nothing. */
export function ConfidenceLine({ confidence }: { readonly confidence: Risk["confidence"] }) {
  const { declared, calibrated, labelled, basis } = confidence;
  return (
    <p className="mt-3 text-note text-ink-2">
      {declared === null ? "No confidence declared." : `Confidence ${declared.toFixed(2)} declared by the agent, unverified.`}{" "}
      {declared !== null &&
        (calibrated === null
          ? `Its worth is unknown: ${String(labelled)} of the 50 labelled items it takes.`
          : `Measured ${calibrated.toFixed(2)} on ${String(labelled)} labelled items${basis === undefined ? "" : `, ${BASIS[basis]}`}.`)}
    </p>
  );
}

import type { CardDetail } from "../../lib/contract/people";
import type { FieldChange } from "../../lib/domain/card/card";
import { FieldDiff } from "../card/field-diff";

export interface CardNewsProps {
  readonly detail: CardDetail;
  /** Who else has this card open, or null. */
  readonly lookedAtBy: string | null;
  /** What is not as it was when this person first had the card before them. */
  readonly changed: readonly FieldChange[];
}

const LOOK_SAYS = {
  audit: "This ran without anyone looking: policy let it. Was it fine? How it went is shown once you have said.",
  double:
    "Second opinion: somebody has decided this, and how is not told. What would you do? What you say changes nothing that ran.",
} as const;

/** News about this very card, above everything: who else is here, and what changed since it was last seen. */
export function CardNews({ detail, lookedAtBy, changed }: CardNewsProps) {
  const { row } = detail;
  const notes = [
    row.look === null ? null : LOOK_SAYS[row.look],
    lookedAtBy === null ? null : `${lookedAtBy} has this card open.`,
    row.version > 1 ? `Edited: this is version ${String(row.version)}, not what the agent first proposed.` : null,
    row.signatures > 0 && row.status === "pending" ? "One person has signed. Yours would be the second signature." : null,
    row.lapsed ? "Approved, not run in time. Whoever signed it can renew the approval." : null,
    detail.ownAgent ? "This is your own agent." : null,
  ].filter((note) => note !== null);
  if (notes.length === 0 && changed.length === 0) return null;
  return (
    <div role="note" className="@container border-b border-rule bg-sunk px-4 py-2 text-note text-ink-2 md:rounded-t-card md:px-6">
      {notes.length > 0 && <p>{notes.join(" ")}</p>}
      {changed.length > 0 && (
        <section aria-label="Changed since you looked" className="mt-1">
          <p className="font-semibold text-ink">Changed since you looked</p>
          <FieldDiff subject={row.headline} rows={changed} headers={{ before: "As you saw it", after: "Now" }} />
        </section>
      )}
    </div>
  );
}

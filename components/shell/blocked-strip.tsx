import { ShieldAlert } from "lucide-react";

import { Link } from "../ui/link";

export interface ReturnedStripProps {
  /** Null while no version was returned by itself, or an admin has seen it. */
  readonly returned: { readonly version: number; readonly why: string } | null;
}

const STRIP =
  "flex min-h-11 items-start gap-2 border-b border-removed-ground bg-failed-ground px-4 py-3 text-note text-ink-2 hover:text-ink md:px-6";

/** On every screen of an admin after a version of the policy was returned by itself, until one has seen it. */
export function ReturnedStrip({ returned }: ReturnedStripProps) {
  if (returned === null) return null;
  return (
    <Link href="/policy" role="status" className={STRIP}>
      <ShieldAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-removed" strokeWidth={1.75} />
      <span>
        <span className="font-semibold text-removed">Policy v{returned.version} was returned: </span>
        {returned.why}. Everything is judged as before it.
      </span>
    </Link>
  );
}

export interface BlockedStripProps {
  /** Names of actions; nothing is drawn without one. */
  readonly actions: readonly string[];
}

/** On every screen of an admin while audits keep a checkpoint blocked: its agents get nothing through until somebody says so. */
export function BlockedStrip({ actions }: BlockedStripProps) {
  if (actions.length === 0) return null;
  return (
    <Link href="/insights#checkpoints" role="status" className={STRIP}>
      <ShieldAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-removed" strokeWidth={1.75} />
      <span className="[overflow-wrap:anywhere]">
        <span className="font-semibold text-removed">Blocked by its audits: </span>
        {actions.join(", ")}. Nothing of it is taken until an admin lets it go on, under Insights.
      </span>
    </Link>
  );
}

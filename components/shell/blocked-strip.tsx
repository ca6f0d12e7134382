import type { ReactNode } from "react";

import { Link } from "../ui/link";
import { words } from "../words/words";
import { ShieldAlert } from "./frame-icons";

function strong(inside: ReactNode): ReactNode {
  return <span className="font-semibold text-removed">{inside}</span>;
}

export interface ReturnedStripProps {
  /** Null while no version was returned by itself, or an admin has seen it. */
  readonly returned: { readonly version: number; readonly why: string } | null;
}

const STRIP =
  "flex min-h-11 items-start gap-2 border-b border-removed-ground bg-failed-ground px-4 py-3 text-note text-ink-2 hover:text-ink md:px-6";

/** On every screen of an admin after a version of the policy was returned by itself, until one has seen it. */
export async function ReturnedStrip({ returned }: ReturnedStripProps) {
  if (returned === null) return null;
  const t = await words("shell");
  return (
    <Link href="/policy" role="status" className={STRIP}>
      <ShieldAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-removed" strokeWidth={1.75} />
      <span>{t.rich("returned", { version: returned.version, why: <span lang="en">{returned.why}</span>, what: strong })}</span>
    </Link>
  );
}

export interface BlockedStripProps {
  /** Names of actions; nothing is drawn without one. */
  readonly actions: readonly string[];
}

/** On every screen of an admin while audits keep a checkpoint blocked: its agents get nothing through until somebody says so. */
export async function BlockedStrip({ actions }: BlockedStripProps) {
  if (actions.length === 0) return null;
  const t = await words("shell");
  return (
    <Link href="/insights#checkpoints" role="status" className={STRIP}>
      <ShieldAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-removed" strokeWidth={1.75} />
      <span className="[overflow-wrap:anywhere]">
        {t.rich("blocked", { actions: <bdi>{actions.join(", ")}</bdi>, what: strong })}
      </span>
    </Link>
  );
}

import type { ReactNode } from "react";

import type { Frame } from "../../lib/contract/frame";
import { Link } from "../ui/link";
import type { Words } from "../words/make-words";
import { ShieldAlert } from "./frame-icons";

function strong(inside: ReactNode): ReactNode {
  return <span className="font-semibold text-removed">{inside}</span>;
}

export interface FrameStripProps {
  readonly t: Words<"shell">;
  readonly frame: Pick<Frame, "returned" | "blocked">;
}

const STRIP =
  "flex min-h-11 items-start gap-2 border-b border-removed-ground bg-failed-ground px-4 py-3 text-note text-ink-2 hover:text-ink md:px-6";

/** On every screen of an admin after a version of the policy was returned by itself, until one has seen it. Drawn on the server and in the browser alike. */
export function ReturnedStrip({ t, frame: { returned } }: FrameStripProps) {
  if (returned === null) return null;
  return (
    <Link href="/policy" className={STRIP}>
      <ShieldAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-removed" strokeWidth={1.75} />
      <span>{t.rich("returned", { version: returned.version, why: <span lang="en">{returned.why}</span>, what: strong })}</span>
    </Link>
  );
}

/** On every screen of an admin while audits keep a checkpoint blocked: its agents get nothing through until somebody says so. */
export function BlockedStrip({ t, frame: { blocked } }: FrameStripProps) {
  if (blocked.length === 0) return null;
  return (
    <Link href="/insights#checkpoints" className={STRIP}>
      <ShieldAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-removed" strokeWidth={1.75} />
      <span className="[overflow-wrap:anywhere]">
        {t.rich("blocked", { actions: <bdi>{blocked.join(", ")}</bdi>, what: strong })}
      </span>
    </Link>
  );
}

import clsx from "clsx";
import type { ReactNode } from "react";

import { Check, Info, X } from "./icons";

export type CalloutTone = "failed" | "note" | "passed";

export interface CalloutProps {
  readonly tone?: CalloutTone;
  readonly title: ReactNode;
  /** Said before the title to those who cannot see the tone: `Failed check`. */
  readonly hidden?: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly className?: string;
  /** `alert` for what happened just now, `status` for news that can wait. */
  readonly role?: "alert" | "status";
}

const BOX: Record<CalloutTone, string> = {
  failed: "border-removed-ground bg-failed-ground",
  note: "border-rule bg-sunk",
  passed: "border-rule bg-panel",
};
const TITLE: Record<CalloutTone, string> = { failed: "text-removed", note: "text-ink", passed: "text-passed" };

/** A boxed sentence that has to be seen. A glyph and words carry the tone, colour only supports it. */
export function Callout({ tone = "note", title, hidden, children, action, className, role }: CalloutProps) {
  const Icon = tone === "failed" ? X : tone === "passed" ? Check : Info;
  return (
    <div
      role={role}
      className={clsx(
        "flex flex-wrap items-start gap-x-3 gap-y-2 rounded-control border px-3 py-2 text-note",
        BOX[tone],
        className,
      )}
    >
      <div className="min-w-0 flex-1 basis-60">
        <p className={clsx("flex items-start gap-1.5 font-semibold", TITLE[tone])}>
          <Icon aria-hidden="true" className="mt-[3px] size-3.5 shrink-0" strokeWidth={2.25} />
          <span className="min-w-0 [overflow-wrap:anywhere]">
            {hidden !== undefined && <span className="sr-only">{hidden}: </span>}
            {title}
          </span>
        </p>
        {children !== undefined && <div className="[overflow-wrap:anywhere] text-ink-2">{children}</div>}
      </div>
      {action}
    </div>
  );
}

import type { ReactNode } from "react";

import type { SelectOption } from "../ui/select";
import { Select } from "../ui/select";
import { useWords } from "../words/words-provider";

export interface QueueToolbarProps {
  readonly filters: readonly QueueFilter[];
  /** {@link LiveState}, usually. */
  readonly children?: ReactNode;
}

export interface QueueFilter {
  readonly name: string;
  /** What it sorts or filters by, for screen readers: `Order`. */
  readonly label: string;
  readonly value: string;
  readonly options: readonly SelectOption[];
  readonly onChange: (value: string) => void;
}

/** Order and filters of a list, on one line. */
export function QueueToolbar({ filters, children }: QueueToolbarProps) {
  return (
    <div className="flex min-h-[2.4375rem] flex-wrap items-center gap-x-3 border-b border-rule px-4 py-1 text-small text-ink-2">
      {filters.map((filter) => (
        <Select
          key={filter.name}
          look="plain"
          aria-label={filter.label}
          name={filter.name}
          value={filter.value}
          options={filter.options}
          onChange={(event) => filter.onChange(event.target.value)}
        />
      ))}
      {children !== undefined && <div className="ms-auto">{children}</div>}
    </div>
  );
}

/** Whether the list follows the server: `connecting` while it tries again. */
export function LiveState({ state }: { readonly state: "live" | "connecting" | "lost" }) {
  const t = useWords("desk");
  return (
    <span role="status" className="inline-flex items-center gap-1.5 text-small text-ink-3">
      <svg aria-hidden="true" viewBox="0 0 8 8" width="7" height="7" className={state === "live" ? "text-passed" : "text-ink-3"}>
        {state === "live" ? (
          <circle cx="4" cy="4" r="4" fill="currentColor" />
        ) : (
          <circle cx="4" cy="4" r="3" fill="none" stroke="currentColor" strokeWidth="1.5" />
        )}
      </svg>
      {t(`live.${state}`)}
    </span>
  );
}

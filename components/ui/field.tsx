import clsx from "clsx";
import type { ReactNode } from "react";

import { TriangleAlert } from "./icons";

export interface FieldControl {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
  readonly required: boolean | undefined;
}

export interface FieldProps {
  /** Unique on the page: the control, the hint and the error derive their ids from it. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | null;
  /** What is wrong and what to do about it. Announced when it appears. */
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly hideLabel?: boolean;
  readonly className?: string;
  readonly children: (control: FieldControl) => ReactNode;
}

/** A label, its control, a hint and an error, tied together for screen readers. Spread the argument onto the control. */
export function Field(props: FieldProps) {
  const { id, label, hint = null, error = null, required, hideLabel = false, className, children } = props;
  const described = [hint === null ? null : `${id}-hint`, error === null ? null : `${id}-error`].filter((part) => part !== null);
  return (
    <div className={clsx("flex flex-col gap-1.5", className)}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "text-note font-strong text-ink-2"}>
        {label}
      </label>
      {children({
        id,
        "aria-describedby": described.length === 0 ? undefined : described.join(" "),
        "aria-invalid": error === null ? undefined : true,
        required,
      })}
      {hint !== null && (
        <p id={`${id}-hint`} className="text-note text-ink-3">
          {hint}
        </p>
      )}
      <div aria-live="polite" className="empty:-mt-1.5">
        {error !== null && (
          <p id={`${id}-error`} className="flex items-start gap-1.5 text-note font-medium text-removed">
            <TriangleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" strokeWidth={1.75} />
            {error}
          </p>
        )}
      </div>
    </div>
  );
}

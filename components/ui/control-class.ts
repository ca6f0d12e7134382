import clsx from "clsx";

/** The look of anything typed in or chosen from. The edge holds 3:1 against the panel. */
export function controlClass(className?: string): string {
  return clsx(
    "w-full rounded-control border border-rule-control bg-panel text-body text-ink transition-colors disabled:cursor-not-allowed disabled:bg-sunk disabled:text-ink-3 aria-invalid:border-removed",
    className,
  );
}

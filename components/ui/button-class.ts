import clsx from "clsx";

export type ButtonVariant = "primary" | "outline" | "ghost";
export type ButtonSize = "small" | "medium" | "large" | "act";

const BASE =
  "inline-flex shrink-0 items-center justify-center rounded-control border font-strong one-line transition-colors select-none aria-disabled:cursor-default disabled:cursor-default disabled:opacity-50";

const VARIANT: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-ink text-on-ink not-aria-disabled:enabled:hover:bg-ink-hover",
  outline: "border-rule-strong bg-panel text-ink not-aria-disabled:enabled:hover:bg-sunk",
  ghost:
    "border-transparent bg-transparent text-ink-2 not-aria-disabled:enabled:hover:bg-hover not-aria-disabled:enabled:hover:text-ink",
};

const SIZE: Record<ButtonSize, string> = {
  small: "h-8 gap-1.5 px-2.5 text-note",
  medium: "h-9 gap-2 px-3 text-body",
  large: "h-11 gap-2 px-4 text-body",
  /* Whatever decides, wherever it stands: 44 px on a desk, 56 px under a thumb. */
  act: "h-11 gap-2 px-4 text-body max-md:h-14",
};

/**
 * The look of a button, for a link that has to look like one. Destructive acts have no colour of their own:
 * they are `outline`, and say in words what they do.
 */
export function buttonClass(variant: ButtonVariant = "outline", size: ButtonSize = "medium", className?: string): string {
  return clsx(BASE, VARIANT[variant], SIZE[size], className);
}

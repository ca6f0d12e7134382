import type { ComponentProps } from "react";

import type { ButtonSize, ButtonVariant } from "./button-class";
import { buttonClass } from "./button-class";
import { Kbd } from "./kbd";

export interface ButtonProps extends ComponentProps<"button"> {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  /** The key that does the same, shown before the words. Also announced as `aria-keyshortcuts`. */
  readonly shortcut?: string | undefined;
}

/** A button that never submits a form unless told to. */
export function Button({ variant = "outline", size = "medium", shortcut, className, children, ...rest }: ButtonProps) {
  return (
    <button type="button" aria-keyshortcuts={shortcut} {...rest} className={buttonClass(variant, size, className)}>
      {shortcut !== undefined && (
        <Kbd tone={variant === "primary" ? "on-ink" : "plain"} className="max-md:hidden">
          {shortcut}
        </Kbd>
      )}
      {children}
    </button>
  );
}

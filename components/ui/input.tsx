import type { ComponentProps } from "react";

import { controlClass } from "./control-class";

export interface InputProps extends ComponentProps<"input"> {
  /** Set in monospace: an id, a path, an expression. */
  readonly technical?: boolean;
}

/** A one-line field. Its label comes from {@link import("./field").Field}. */
export function Input({ technical = false, className, ...rest }: InputProps) {
  const look = technical ? "h-9 px-2.5 font-mono text-note" : "h-9 px-2.5";
  return <input autoComplete="off" {...rest} className={controlClass(className === undefined ? look : `${look} ${className}`)} />;
}

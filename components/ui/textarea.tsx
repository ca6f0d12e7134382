import type { ComponentProps } from "react";

import { controlClass } from "./control-class";

export interface TextareaProps extends ComponentProps<"textarea"> {
  readonly technical?: boolean;
}

/** A field of several lines that grows with its text where the browser can. */
export function Textarea({ technical = false, className, ...rest }: TextareaProps) {
  const look = `field-sizing-content min-h-20 px-2.5 py-2 ${technical ? "font-mono text-note" : ""}`;
  return <textarea {...rest} className={controlClass(className === undefined ? look : `${look} ${className}`)} />;
}

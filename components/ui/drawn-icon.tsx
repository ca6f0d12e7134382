import type { ComponentProps, ReactNode } from "react";

/** A decorative icon on a grid of 24: what it says stands beside it in words. */
export function drawn(shapes: ReactNode) {
  return function Icon(props: ComponentProps<"svg">) {
    return (
      <svg
        width="24"
        height="24"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        {...props}
      >
        {shapes}
      </svg>
    );
  };
}

"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps, MouseEvent } from "react";
import { useTransition } from "react";

export interface LinkProps extends Omit<ComponentProps<"a">, "href"> {
  /** An address of this site. */
  readonly href: string;
  /** Whether the next screen begins at its top. */
  readonly scroll?: boolean;
}

/**
 * A link to another screen, which is changed in place. An anchor and nothing more until it is clicked: every screen is made for whoever asks,
 * so nothing is read ahead, and none of what the framework's own link does for that is shipped. It is busy until that screen is there.
 */
export function Link({ scroll = true, onClick, ...rest }: LinkProps) {
  const router = useRouter();
  const [busy, start] = useTransition();
  return (
    <a
      {...rest}
      aria-busy={busy || undefined}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || !staysHere(event)) return;
        event.preventDefault();
        start(() => {
          router.push(rest.href, { scroll });
        });
      }}
    />
  );
}

/** A new tab, a new window and a download are the browser's to make. */
function staysHere({ currentTarget, button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent<HTMLAnchorElement>): boolean {
  const here = currentTarget.target === "" || currentTarget.target === "_self";
  return here && button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
}

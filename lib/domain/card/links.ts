/** One link as it is written and as it opens. */
export interface Link {
  readonly href: string;
  /** What the reader sees of it. */
  readonly text: string;
  /** Lower case; empty where the address cannot be parsed. */
  readonly host: string;
}

/** The link to `href` that shows `text`. */
export function linkTo(href: string, text: string = href): Link {
  return { href, text, host: URL.canParse(href) ? new URL(href).hostname : "" };
}

/** Every web address that stands in `text`. */
export function linksIn(text: string): readonly Link[] {
  return (text.match(/\bhttps?:\/\/[^\s<>"')\]]{1,2000}/giu) ?? []).map((href) => linkTo(href));
}

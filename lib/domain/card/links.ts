import type { Check } from "./card";
import { failed, passed } from "./finish-card";
import { lookAlikeOf } from "./look-alike";
import { visible } from "./spans";

const SHORTENER = /^(?:bit\.ly|t\.co|tinyurl\.com|goo\.gl|ow\.ly|is\.gd|buff\.ly|rebrand\.ly|cutt\.ly|lnkd\.in)$/iu;

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

/** Whether each link opens the host that it shows, names it plainly, and is no look-alike of a `known` or familiar domain. */
export function linkCheck(links: readonly Link[], known: readonly string[] = []): Check {
  for (const { href, text, host } of links) {
    const named = /^(?:https?:\/\/)?([a-z\d-]+(?:\.[a-z\d-]+)+)(?:[/?#]|$)/iu.exec(text)?.[1]?.toLowerCase();
    if (/^(?:javascript|data|vbscript|file):/iu.test(href))
      return failed("links", "A link runs something", visible(href.slice(0, 60)));
    if (named !== undefined && host !== "" && named !== host)
      return failed("links", "A link shows another host than it opens", `${visible(named)} opens ${visible(host)}`);
    if (/:\/\/[^/?#]*@/u.test(href)) return failed("links", "A link hides its host behind a name", visible(host));
    if (/^\d+\.\d+\.\d+\.\d+$|^\[/u.test(host)) return failed("links", "A link opens a bare network address", visible(host));
    const other = lookAlikeOf(host, known);
    if (other !== null)
      return failed("links", "A link opens a host that looks like another", `${visible(host)}, not ${visible(other)}`);
    if (SHORTENER.test(host)) return failed("links", "A shortened link hides where it goes", visible(host));
  }
  return passed("links", "Links show the host they open");
}

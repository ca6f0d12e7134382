import type { Check } from "./card";
import { failed, passed } from "./finish-card";
import type { Link } from "./links";
import { KnownDomains } from "./look-alike";
import { visible } from "./spans";

const SHORTENER = /^(?:bit\.ly|t\.co|tinyurl\.com|goo\.gl|ow\.ly|is\.gd|buff\.ly|rebrand\.ly|cutt\.ly|lnkd\.in)$/iu;

/** Whether each link opens the host that it shows, names it plainly, and is no look-alike of a `known` or familiar domain. */
export function linkCheck(links: readonly Link[], known: readonly string[] = []): Check {
  const domains = new KnownDomains(known);
  for (const { href, text, host } of links) {
    const named = /^(?:https?:\/\/)?([a-z\d-]+(?:\.[a-z\d-]+)+)(?:[/?#]|$)/iu.exec(text)?.[1]?.toLowerCase();
    if (/^(?:javascript|data|vbscript|file):/iu.test(href))
      return failed("links", "check.linkRunsSomething", visible(href.slice(0, 60)));
    if (named !== undefined && host !== "" && named !== host)
      return failed("links", "check.linkShowsAnotherHostThan", {
        key: "check.namedOpensHost",
        values: { named: visible(named), host: visible(host) },
      });
    if (/:\/\/[^/?#]*@/u.test(href)) return failed("links", "check.linkHidesItsHostBehind", visible(host));
    if (/^\d+\.\d+\.\d+\.\d+$|^\[/u.test(host)) return failed("links", "check.linkOpensBareNetworkAddress", visible(host));
    const other = domains.lookAlike(host);
    if (other !== null)
      return failed("links", "check.linkOpensHostThatLooks", {
        key: "check.hostNotOther",
        values: { host: visible(host), other: visible(other) },
      });
    if (SHORTENER.test(host)) return failed("links", "check.shortenedLinkHidesWhereIt", visible(host));
  }
  return passed("links", "check.linksShowHostTheyOpen");
}

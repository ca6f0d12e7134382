import type { CardInput, Check } from "../card";
import { KnownDomains, lookAlikeOf } from "../look-alike";
import { failed, notRun, passed } from "../finish-card";
import { linkCheck } from "../link-check";
import { linksIn } from "../links";
import { visible } from "../spans";
import { unfilledIn } from "../unfilled";
import { lengthOn } from "./channel";
import type { Post } from "./post-arguments";
import { claimsIn, peopleIn } from "./post-text";
import type { Schedule } from "./schedule";

const LISTED_MAX = 3;
const PLACEHOLDER = /\blorem ipsum\b|\b(?:TODO|TBD|TBA|FIXME|XXX+)\b|\[(?:link|url|image|insert[^\]\n]{0,40})\]|\bplaceholder\b/u;
/** Hosts that only people inside can open, or that are not the real site. */
const INTERNAL =
  /^localhost$|^127\.|^10\.|^192\.168\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\.|\.(?:local|localhost|internal|lan|test|invalid)$|(?:^|[.-])(?:staging|stage|stg|dev|preview|preprod|uat|qa|sandbox)(?:[.-](?=[^.]{1,63}\.)|(?<=-[a-z]{1,9})\.)/iu;

/** Everything about a post that counting, comparing and looking up can settle. */
export function postChecks(input: CardInput, post: Post, schedule: Schedule, last: Post | null): readonly Check[] {
  const text = post.text ?? "";
  return [
    text.trim() === "" ? failed("text", "check.thereIsNoText") : passed("text", "check.thereIsText"),
    account(post, last),
    ...length(post, text),
    scheduled(schedule),
    linkCheck(post.links),
    hosts(input, post, last),
    reachable(post),
    unfilled(text),
    claims(text),
    people(text, post),
    ...described(post),
    repeated(text, last),
  ];
}

function account({ account: named }: Post, last: Post | null): Check {
  if (named === null) return failed("account", "post.noAccountIsNamed");
  const other = last?.account ?? null;
  // An account one slip away from the usual one is a wrong account; a plainly different one is said beside the fact.
  if (other !== null && lookAlikeOf(plainHandle(named), [plainHandle(other)]) !== null)
    return failed("account", "post.accountLooksLikeLastOne", {
      key: "post.namedNotOther",
      values: { named: visible(named), other: visible(other) },
    });
  return passed("account", "post.accountIsNamed");
}

function plainHandle(handle: string): string {
  return handle.replace(/^@/u, "").toLowerCase();
}

function length({ channel }: Post, text: string): readonly Check[] {
  if (channel === null || channel.lengthMax === null) return [];
  const count = lengthOn(channel, text);
  if (count <= channel.lengthMax)
    return [
      passed("length", {
        key: "post.fitsLengthmaxCharactersChannel",
        values: { lengthMax: channel.lengthMax, channel: channel.name },
      }),
    ];
  return [
    failed(
      "length",
      { key: "post.tooLongForChannel", values: { channel: channel.name } },
      { key: "post.countLengthmaxCharacters", values: { count, lengthMax: channel.lengthMax } },
    ),
  ];
}

function scheduled({ problem, words }: Schedule): Check {
  if (problem === "unread") return failed("schedule", "post.timeCantBeRead", visible(words));
  if (problem === "no-zone") return failed("schedule", "post.timeNamesNoZone");
  if (problem === "past") return failed("schedule", "post.timeIsAlreadyPast");
  return passed("schedule", "post.timeIsClear");
}

/** Against the hosts that the last approved post and the target know, and those that stand in the text. */
function hosts({ target }: CardInput, post: Post, last: Post | null): Check {
  const own = target?.url !== undefined && URL.canParse(target.url) ? [new URL(target.url).hostname] : [];
  const named = linksIn(post.text ?? "").map(({ host }) => host);
  const known = new KnownDomains([...own, ...(last?.links ?? []).map(({ host }) => host), ...named]);
  for (const host of new Set(post.links.map((link) => link.host))) {
    const other = host === "" ? null : known.another(host);
    if (other !== null)
      return failed("look-alike", "post.hostLooksLikeAnother", {
        key: "post.hostLikeOther",
        values: { host: visible(host), other: visible(other) },
      });
  }
  const unread = post.links.find(({ host }) => host === "");
  if (unread !== undefined) return failed("look-alike", "post.linkCantBeRead", visible(unread.href.slice(0, 60)));
  return passed("look-alike", "post.noHostLooksLikeAnother");
}

function reachable({ links }: Post): Check {
  const inside = links.find(({ host }) => INTERNAL.test(host));
  if (inside === undefined) return passed("public-links", "post.linksLeadToPublicHosts");
  return failed("public-links", "post.linkLeadsToTestOr", visible(inside.host));
}

function unfilled(text: string): Check {
  const found = unfilledIn(text) ?? PLACEHOLDER.exec(text)?.[0] ?? /\blorem ipsum\b/iu.exec(text)?.[0];
  if (found === undefined) return passed("placeholders", "post.noPlaceholderIsLeft");
  return failed("placeholders", "post.placeholderIsLeft", visible(found));
}

function claims(text: string): Check {
  const found = claimsIn(text);
  if (found.length === 0) return passed("claims", "post.noClaimThatNeedsSource");
  return failed("claims", "post.claimNeedsSource", shown(found));
}

function people(text: string, { account: own, mentions }: Post): Check {
  const found = [...peopleIn(text, own), ...mentions];
  if (found.length === 0) return passed("people", "post.nobodyIsTaggedOrNamed");
  return failed("people", "post.namesSomebody", shown(found));
}

function described({ media }: Post): readonly Check[] {
  if (media.length === 0) return [];
  const bare = media.filter(({ alt }) => alt === null);
  if (bare.length === 0) return [passed("alt-text", "post.everyPictureIsDescribedIn")];
  return [failed("alt-text", "post.pictureIsNotDescribedIn", shown(bare.map(({ name }) => name)))];
}

function repeated(text: string, last: Post | null): Check {
  const says = "post.notLastApprovedPostAgain";
  if (last === null) return passed("repeated", says);
  if (last.text === null) return notRun("repeated", says, { key: "post.lastOneHadNoText" });
  return onlyWords(last.text) === onlyWords(text)
    ? failed("repeated", "post.lastApprovedPostSaidExactly")
    : passed("repeated", says);
}

function onlyWords(text: string): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ").toLowerCase();
}

function shown(texts: readonly string[]): string {
  const rest = texts.length - LISTED_MAX;
  return [...texts.slice(0, LISTED_MAX).map(visible), ...(rest > 0 ? [`${rest} more`] : [])].join(", ");
}

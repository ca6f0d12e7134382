import type { CardInput, Check } from "../card";
import { failed, notRun, passed } from "../finish-card";
import { humanValue } from "../human-value";
import { few, instantOf, sentValue } from "../sent-value";
import type { Post } from "./post-arguments";

/** Words that no account of a company says in public; a short list, not a filter. */
const SWEARS =
  /(?<!\p{L})(?:fuck(?:s|ed|ers?|ing)?|(?:bull)?shit(?:s|ty|show)?|bastards?|bitch(?:es)?|assholes?|cunts?|wtf|schei(?:ß|ss)\p{L}{0,10}|arschl(?:o|ö)ch\p{L}{0,3}|wichser|merde|putain|connards?|salopes?|mierda|joder|cazzo|stronz[oi])(?!\p{L})/giu;
const ADVERTISES =
  /(?<!\p{L})(?:affiliate|promo(?:tion(?:al)?)? code|discount code|use (?:my|our) code|gifted by|in partnership with|paid by|rabattcode|gutscheincode|in kooperation mit|en partenariat avec|code promo)(?!\p{L})/iu;
const DISCLOSES =
  /(?<!\p{L})(?:#?(?:ad|ads|advert|advertisement|sponsored|anzeige|werbung|publicité|publicidad)|paid partnership|bezahlte partnerschaft)(?!\p{L})/iu;

/** What gets a post into trouble however right its words are: its hour, its tone, what it does not disclose, whose picture it shows. */
export function postCare(input: CardInput, post: Post): readonly Check[] {
  const text = post.text ?? "";
  return [...embargo(input, post), swears(text), ...disclosure(text), ...rights(post)];
}

/** Says nothing where no embargo was sent. */
function embargo(input: CardInput, { schedule }: Post): readonly Check[] {
  const sent = sentValue(input, "embargo embargountil embargoeduntil embargodate notbefore");
  if (sent === null) return [];
  const [until, out] = [instantOf(sent), schedule === null ? input.at : instantOf(schedule)];
  const says = "post.goesOutAfterItsEmbargo";
  if (until === null || out === null) return [notRun("embargo", says, { key: "post.oneTimesCantBeRead" })];
  return [
    out >= until ? passed("embargo", says) : failed("embargo", "post.goesOutBeforeItsEmbargo", humanValue(sent, "embargo")),
  ];
}

function swears(text: string): Check {
  const found = text.match(SWEARS) ?? [];
  return found.length === 0 ? passed("profanity", "post.noSwearWord") : failed("profanity", "post.swears", few(found));
}

/** Says nothing where nothing reads like an advertisement. */
function disclosure(text: string): readonly Check[] {
  const found = ADVERTISES.exec(text)?.[0];
  if (found === undefined) return [];
  if (DISCLOSES.test(text)) return [passed("disclosure", "post.saysThatItIsAdvertisement")];
  return [failed("disclosure", "post.readsLikeAdvertisementAndDoes", found)];
}

function rights({ media }: Post): readonly Check[] {
  if (media.length === 0) return [];
  const bare = media.filter(({ rights: held }) => held === null);
  if (bare.length === 0) return [passed("image-rights", "post.saysWhoseEachPictureIs")];
  return [notRun("image-rights", "post.everyPictureMayBeShown", { key: "post.whoseItIsWasNot" })];
}

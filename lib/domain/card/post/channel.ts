/** What is known of a place where people post. */
export interface Channel {
  /** As people call it: `X`, `status page`. */
  readonly name: string;
  /** The longest post, in the channel's own count; null where it is not known. */
  readonly lengthMax: number | null;
  /** Characters that each web address counts for; null where it counts as long as it is. */
  readonly linkLength: number | null;
  /** True where wide characters count twice. */
  readonly weighted: boolean;
}

/** Limits as the services document them, November 2026; where an account may have a longer one, the usual is taken. */
const KNOWN: readonly (readonly [RegExp, string, number, number | null])[] = [
  [/^(?:x|twitter|x\.com|tweet)$/iu, "X", 280, 23],
  [/^(?:bluesky|bsky)$/iu, "Bluesky", 300, null],
  [/^mastodon$/iu, "Mastodon", 500, 23],
  [/^threads$/iu, "Threads", 500, null],
  [/^linked_?in$/iu, "LinkedIn", 3000, null],
  [/^instagram$/iu, "Instagram", 2200, null],
  [/^facebook$/iu, "Facebook", 63_206, null],
  [/^tik_?tok$/iu, "TikTok", 2200, null],
  [/^pinterest$/iu, "Pinterest", 500, null],
];
const LINK = /\bhttps?:\/\/[^\s<>"')\]]{1,2000}/giu;
const CHARACTERS = new Intl.Segmenter("en", { granularity: "grapheme" });
const COUNTED_LENGTH_MAX = 100_000;

/** The channel called `name`; an unknown one keeps its name and has no limits. */
export function channelOf(name: string): Channel {
  const found = KNOWN.find(([called]) => called.test(name.trim()));
  if (found === undefined) return { name, lengthMax: null, linkLength: null, weighted: false };
  const [, known, lengthMax, linkLength] = found;
  return { name: known, lengthMax, linkLength, weighted: known === "X" };
}

/** How long `text` is in the channel's own count; counts what people see as one character once. */
export function lengthOn(channel: Channel, text: string): number {
  if (text.length > COUNTED_LENGTH_MAX) return text.length;
  const links = channel.linkLength === null ? [] : (text.match(LINK) ?? []);
  const words = channel.linkLength === null ? text : text.replaceAll(LINK, "");
  let length = links.length * (channel.linkLength ?? 0);
  for (const { segment } of CHARACTERS.segment(words)) length += channel.weighted && isWide(segment) ? 2 : 1;
  return length;
}

/** Everything but the letters and marks that X counts once (its published configuration, version 3). */
function isWide(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  const light =
    code <= 4351 || (code >= 8192 && code <= 8205) || (code >= 8208 && code <= 8223) || (code >= 8242 && code <= 8247);
  return !light;
}

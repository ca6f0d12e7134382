import { isJsonObject, type Json, type JsonObject } from "../../json";
import { ArgumentTaker, listed, textAt } from "../argument-taker";
import type { CardInput } from "../card";
import { linkTo, type Link } from "../links";
import { channelOf, type Channel } from "./channel";
import { writtenLinks } from "./written-links";
import { plainKey } from "../../policy/derived-amount";

/** One picture or film that goes with the post. */
export interface Media {
  readonly name: string;
  /** What people who cannot see it get to read; null when there is none. */
  readonly alt: string | null;
  /** Who holds the rights to it, as sent; null where that was not. */
  readonly rights: string | null;
}

/** A post as its arguments spell it. */
export interface Post {
  readonly account: string | null;
  readonly channel: Channel | null;
  /** As sent; null means at once. */
  readonly schedule: string | null;
  /** An argument that speaks of a time and could not be read as one. */
  readonly unclearTime: boolean;
  /** How many it reaches, as sent. */
  readonly audience: string | null;
  /** Every word of it; null when the arguments hold no text. */
  readonly text: string | null;
  readonly links: readonly Link[];
  readonly media: readonly Media[];
  /** Who is tagged beside the text. */
  readonly mentions: readonly string[];
  /** An argument says that it is public at once. */
  readonly isPublic: boolean;
  readonly isReply: boolean;
  /** Arguments that none of the above speaks for: they are shown too. */
  readonly others: JsonObject;
}

const TEXT = "text body message content caption tweet post posts thread title";
/** Of some channels the text, of others whether it can be seen. */
const STATUS = "status state";
const STATES =
  /^(?:publish(?:ed)?|live|public|draft|private|pending|future|unlisted|scheduled|final|approved|archived?|trash|inherit|open|closed|(?:in)?active)$/iu;
const SEEN = /^(?:publish(?:ed)?|live|public)$/iu;
const MENTIONS = "mentions mention mentionedusers tagged taggedusers taggedpeople usertags tagusers";
const MEDIA = "media images image photos photo video videos attachments picture pictures";
const SCHEDULE = "schedule scheduleat scheduledat scheduledfor scheduletime publishat publishtime postat sendat at when time";
export const AUDIENCE = "audience audiencesize followers reach subscribers";
const TIME = /schedul|publish_?(?:at|on|time)|send_?(?:at|on|later)|delay|embargo|not_?before/iu;
/** The same by other names, and what says that it goes out at once: beside a time for later, it is not clear when. */
const OTHER_TIME =
  /^(?:publish|publication|release|post|go(?:es)?live|live|start|queue|deliver|send)\w*(?:at|on|date|time|when)$|^date(?:time)?$/u;
const AT_ONCE = /^(?:publish|post|send|share)?(?:now|immediate(?:ly)?)$/u;
const RIGHTS = ["rights", "licence", "license", "credit", "copyright"] as const;
const ITEMS_MAX = 1_000;
const TEXTS_MAX = 6;

/** Reads a post. Total: what is missing is null or empty, and every argument is either read or among `others`. */
export function postOf({ action, target }: Pick<CardInput, "action" | "target">): Post {
  const taker = new ArgumentTaker(action.arguments);
  const texts = textsOf(taker);
  const text = texts.length === 0 ? null : texts.join("\n");
  const named = taker.text("channel platform network site medium service");
  const place = named ?? target?.system ?? null;
  const twoTimes =
    taker.left(SCHEDULE).some((value) => timeText(value) !== null) && Object.entries(action.arguments).some(saysAtOnce);
  const schedule = twoTimes ? null : taker.value(SCHEDULE, timeText);
  // Looked at only: the facts name their hosts, and the whole of them stands among the others.
  const links = taker
    .left("links link url urls")
    .flatMap(linksOf)
    .concat(writtenLinks(text ?? ""));
  return {
    account: taker.text("account handle profile page author username postas as from sender accountid"),
    channel: place === null ? null : channelOf(place),
    schedule,
    unclearTime: schedule === null && (twoTimes || Object.keys(taker.others()).some(speaksOfTime)),
    audience: taker.value(AUDIENCE, audienceOf),
    text,
    links,
    ...mediaIn(taker),
    mentions: taker.left(MENTIONS).flatMap(namesOf),
    isPublic: Object.entries(action.arguments).some(saysPublic),
    isReply: /reply|comment/iu.test(action.name) || ["inreplyto", "replyto", "replytoid"].some((key) => hasKey(action, key)),
    others: taker.others(),
  };
}

function timeText(value: Json): string | null {
  return typeof value === "object" || value === "" ? null : String(value);
}

function saysAtOnce([key, value]: readonly [string, Json]): boolean {
  return value === true && AT_ONCE.test(plainKey(key));
}

function speaksOfTime(key: string): boolean {
  return TIME.test(key) || OTHER_TIME.test(plainKey(key));
}

function saysPublic([key, value]: readonly [string, Json]): boolean {
  const name = plainKey(key);
  if (value === true) return SEEN.test(name) || AT_ONCE.test(name);
  return STATUS.split(" ").includes(name) && typeof value === "string" && SEEN.test(value.trim());
}

function namesOf(value: Json): readonly string[] {
  return listed(value)
    .slice(0, ITEMS_MAX)
    .flatMap((one) => (typeof one === "string" ? one : (textAt(one, ["username", "handle", "name", "id"]) ?? [])));
}

function hasKey({ arguments: fields }: CardInput["action"], name: string): boolean {
  return Object.keys(fields).some((key) => key.replaceAll(/[_\-\s]/gu, "").toLowerCase() === name);
}

/** Every text there is, a list of them for a thread; what is no text stays among the others. */
function textsOf(taker: ArgumentTaker): readonly string[] {
  const texts: string[] = [];
  const read = (value: Json): readonly string[] | null => {
    const parts = listed(value);
    const found = parts.filter((part) => typeof part === "string");
    return parts.length > 0 && found.length === parts.length && found.length <= ITEMS_MAX ? found : null;
  };
  // More texts than this are no post: what is left is shown among the others.
  for (let part = 0; part < TEXTS_MAX; part += 1) texts.push(...(taker.value(TEXT, read) ?? []));
  texts.push(
    ...(taker.value("status", (value) => (typeof value === "string" && STATES.test(value.trim()) ? null : read(value))) ?? []),
  );
  return texts.filter((text) => text !== "");
}

function linksOf(value: Json): readonly Link[] {
  return listed(value)
    .slice(0, ITEMS_MAX)
    .flatMap((one) => {
      const href = typeof one === "string" ? one : textAt(one, ["href", "url", "target"]);
      return href === null ? [] : [linkTo(href, textAt(one, ["text", "title", "label"]) ?? href)];
    });
}

/** A figure as people write it, or words as they were sent. */
export function audienceOf(value: Json | null): string | null {
  if (typeof value === "number" && value >= 0) return Math.round(value).toLocaleString("en-US");
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

/** What is shown of pictures, and taken only where that is all they say. */
function mediaIn(taker: ArgumentTaker): Pick<Post, "media"> {
  const looked = taker.left(MEDIA).flatMap((value) => mediaOf(value) ?? []);
  const taken = taker.each(MEDIA, (value) => (listed(value).every(saysNoMore) ? mediaOf(value) : null)).flat();
  return { media: taken.length === looked.length ? taken : looked };
}

const ALT = ["alt", "alt_text", "altText", "description"];
const CALLED = ["filename", "name", "path", "url", "src"];

/** A name, and an object with one of each of what is shown. */
function saysNoMore(entry: Json): boolean {
  if (typeof entry === "string") return true;
  const read = [ALT, CALLED, RIGHTS].filter((keys) => textAt(entry, keys) !== null).length;
  return isJsonObject(entry) && Object.keys(entry).length === read;
}

function mediaOf(value: Json): readonly Media[] | null {
  const entries = listed(value).slice(0, ITEMS_MAX);
  if (entries.length === 0 || listed(value).length > ITEMS_MAX) return null;
  return entries.map((entry): Media => {
    if (typeof entry === "string") return { name: entry, alt: null, rights: null };
    if (!isJsonObject(entry)) return { name: "unnamed", alt: null, rights: null };
    const alt = textAt(entry, ALT);
    return { name: textAt(entry, CALLED) ?? "unnamed", alt: blankless(alt), rights: blankless(textAt(entry, RIGHTS)) };
  });
}

function blankless(text: string | null): string | null {
  return text === null || text.trim() === "" ? null : text;
}

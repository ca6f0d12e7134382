import { isJsonObject, type Json, type JsonObject } from "../../json";
import { ArgumentTaker, listed, textAt } from "../argument-taker";
import type { CardInput } from "../card";
import { linkTo, linksIn, type Link } from "../links";
import { channelOf, type Channel } from "./channel";

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
  readonly isReply: boolean;
  /** Arguments that none of the above speaks for: they are shown too. */
  readonly others: JsonObject;
}

const TEXT = "text body message content caption tweet status post posts thread title";
const SCHEDULE = "schedule scheduleat scheduledat scheduledfor scheduletime publishat publishtime postat sendat at when time";
export const AUDIENCE = "audience audiencesize followers reach subscribers";
const TIME = /schedul|publish_?(?:at|on|time)|send_?(?:at|on|later)|delay|embargo|not_?before/iu;
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
  const schedule = taker.value(SCHEDULE, (value) => (typeof value === "object" || value === "" ? null : String(value)));
  // Looked at only: the facts name their hosts, and the whole of them stands among the others.
  const links = taker
    .left("links link url urls")
    .flatMap(linksOf)
    .concat(linksIn(text ?? ""));
  return {
    account: taker.text("account handle profile page author username postas as from sender accountid"),
    channel: place === null ? null : channelOf(place),
    schedule,
    unclearTime: schedule === null && Object.keys(taker.others()).some((key) => TIME.test(key)),
    audience: taker.value(AUDIENCE, audienceOf),
    text,
    links,
    media: taker.value("media images image photos photo video videos attachments picture pictures", mediaOf) ?? [],
    isReply: /reply|comment/iu.test(action.name) || ["inreplyto", "replyto", "replytoid"].some((key) => hasKey(action, key)),
    others: taker.others(),
  };
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

function mediaOf(value: Json): readonly Media[] | null {
  const entries = listed(value).slice(0, ITEMS_MAX);
  if (entries.length === 0 || listed(value).length > ITEMS_MAX) return null;
  return entries.map((entry): Media => {
    if (typeof entry === "string") return { name: nameIn(entry), alt: null, rights: null };
    if (!isJsonObject(entry)) return { name: "unnamed", alt: null, rights: null };
    const alt = textAt(entry, ["alt", "alt_text", "altText", "description"]);
    const name = textAt(entry, ["filename", "name", "path", "url", "src"]);
    return { name: name === null ? "unnamed" : nameIn(name), alt: blankless(alt), rights: blankless(textAt(entry, RIGHTS)) };
  });
}

function blankless(text: string | null): string | null {
  return text === null || text.trim() === "" ? null : text;
}

function nameIn(path: string): string {
  const last = path.split(/[\\/]/u).at(-1);
  return last === undefined || last === "" ? path : last;
}

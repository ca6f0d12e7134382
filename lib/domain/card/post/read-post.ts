import { actionVerb, isInverse, knows } from "../action-verb";
import type { Card, CardInput, Fact, Span } from "../card";
import { textAt } from "../argument-taker";
import { decisiveValue, fact, finishCard, subjectWords } from "../finish-card";
import { earlierNote } from "../earlier-note";
import { humanVerb, nameWords } from "../human-words";
import { otherLines } from "../other-lines";
import { tokens } from "../must-read";
import { together, type FaceKey, type Saying } from "../said";
import { saidSpan } from "../said-span";
import { sentValue } from "../sent-value";
import { plain, valued, visible } from "../spans";
import { readTool } from "../tool/read-tool";
import type { Verb } from "../verb-words";
import { accountDecoys } from "./account-decoys";
import { postCare } from "./care-checks";
import type { Channel } from "./channel";
import { AUDIENCE, audienceOf, postOf, type Post } from "./post-arguments";
import { postChecks } from "./post-checks";
import { postLines } from "./post-text";
import { scheduleOf, zoneNote, type Schedule } from "./schedule";

const NAME_TOKENS_MAX = 4;
const FACTS_MAX = 5;

/** The card of a public post: who says it, where and when, and every word of it. */
export function readPost(input: CardInput): Card {
  const named = postVerb(input.action.name);
  if (named === null) return readTool(input);
  const post = postOf(input);
  // A draft that is said to be public is none.
  const verb = named === "draft" && (post.isPublic || alsoPublishes(input.action.name)) ? "post" : named;
  const { lastApprovedArguments } = input.history;
  const last =
    lastApprovedArguments === null
      ? null
      : postOf({ action: { ...input.action, arguments: lastApprovedArguments }, target: input.target });
  const schedule = scheduleOf(post.schedule, post.unclearTime, input.at);
  return finishCard(input, {
    headline: headline(post, schedule, input.action.name, verb),
    facts: facts(input, post, schedule, last),
    diff: diff(input, post, last),
    checks: [...postChecks(input, post, schedule, last), ...postCare(input, post)],
    undo: UNDO[verb],
    openQuestions: 1,
    unreadable: unreadable(post),
    decisive: decisive(post, last),
  });
}

type PostVerb = "post" | "reply" | "comment" | "draft" | "update" | "other";
const HEADS = {
  post: "Post",
  reply: "Reply",
  comment: "Comment",
  draft: "Draft post",
  update: "Update post",
} as const satisfies Record<Exclude<PostVerb, "other">, string>;
const UNDO: Record<PostVerb, FaceKey> = {
  post: "post.undo",
  reply: "post.undo",
  comment: "post.undo",
  draft: "post.undoDraft",
  update: "post.undoUpdate",
  other: "post.undo",
};

const POSTS = {
  ...{ publish: "post", send: "post", share: "post", make: "post" },
  ...{ reply: "reply", comment: "comment", draft: "draft", update: "update" },
} as const satisfies Partial<Record<Verb, PostVerb>>;
/** Put elsewhere or looked at: nothing is said by that. */
const FILES_POSTS: ReadonlySet<Verb> = new Set<Verb>(["archive", "move", "read"]);

/** What is said in public, or is to be; null for what takes it away or does something else, whose plain arguments are the card. */
function postVerb(name: string): PostVerb | null {
  const found = actionVerb(name);
  if (knows(POSTS, found.verb)) return POSTS[found.verb];
  return isInverse(found) || FILES_POSTS.has(found.verb) ? null : "other";
}

function alsoPublishes(name: string): boolean {
  return (nameWords(name).at(-1) ?? []).some((word) => word === "publish" || word === "published");
}

function nameOf(channel: Channel | null): string | null {
  return channel !== null && tokens(channel.name).length <= NAME_TOKENS_MAX ? channel.name : null;
}

function headline({ account, channel, isReply }: Post, { day }: Schedule, name: string, verb: PostVerb): readonly Span[] {
  const plainly = verb === "post" && isReply ? "reply" : verb;
  const where = nameOf(channel);
  const who = account !== null && tokens(account).length <= NAME_TOKENS_MAX ? account : null;
  return [
    ...plain(plainly === "other" ? humanVerb(name) : HEADS[plainly]),
    ...(where === null ? [] : [...plain(" on "), ...valued(where)]),
    ...(who === null ? [] : [...plain(" as "), ...valued(who)]),
    ...plain(verb === "draft" ? "" : `, ${day}`),
  ];
}

function facts(input: CardInput, post: Post, schedule: Schedule, last: Post | null): readonly Fact[] {
  const hosts = [...new Set(post.links.map(({ host, href }) => (host === "" ? href : host)))];
  const reach = post.audience ?? audienceOf(sentValue(input, AUDIENCE));
  const audience = reach === null ? [] : [fact("post.audience", valued(reach), { note: "post.asSent" })];
  const all: readonly Fact[] = [
    accountFact(input, post, last),
    ...(post.channel === null ? [] : [fact("post.channel", valued(post.channel.name))]),
    fact("post.when", schedule.said === null ? valued(schedule.words) : saidSpan("value", schedule.said), {
      note: together(" · ", [schedule.away, zoneNote(input, post.schedule, schedule)]),
      alarming: schedule.problem !== null,
    }),
    ...audience,
    ...(hosts.length === 0 ? [] : [fact("face.links", valued(hosts.join(", ")), { technical: true })]),
    ...(post.media.length === 0 ? [] : [mediaFact(post)]),
  ];
  // Where the headline says the channel, too, it is what gives way where all six are there.
  const gives = all.length > FACTS_MAX && nameOf(post.channel) !== null;
  return gives ? all.filter(({ label }) => label !== "Channel") : all;
}

function accountFact({ history }: CardInput, { account }: Post, last: Post | null): Fact {
  const { earlierToCounterpart: earlier } = history;
  if (account === null) return fact("post.account", saidSpan("text", "post.noAccount"), { alarming: true });
  const other = last?.account ?? null;
  const differs = other !== null && other !== account;
  return fact("post.account", valued(account), {
    note: together(" · ", [differs ? { key: "post.lastWasAs", values: { other: visible(other) } } : null, earlierNote(earlier)]),
    alarming: differs || earlier === 0,
    technical: true,
  });
}

function mediaFact({ media }: Post): Fact {
  const described = media.map(({ name, alt }) => (alt === null ? name : `${name}: ${alt}`));
  return fact("post.media", valued(described.join("; ")), {
    note: { key: "face.filesCounted", values: { count: media.length } },
  });
}

function diff({ before }: CardInput, post: Post, last: Post | null): Card["diff"] {
  const lines = otherLines(post.others);
  const more = { count: 0, unlike: 0 };
  if (post.text === null) return { type: "text", ...subjectWords("post.postWithoutText"), lines, more };
  const draft = textAt(before ?? undefined, ["text", "body", "content", "message"]);
  const shown = postLines(post.text, draft, last?.text ?? null);
  return { type: "text", ...subjectWords(shown.subject), lines: [...shown.lines, ...lines], more };
}

/** A picture is part of what is said, and nobody can look at it here. */
function unreadable({ media }: Post): readonly Saying[] {
  return media.length === 0 ? [] : [{ key: "post.unread.media", values: { count: media.length } }];
}

function decisive({ account }: Post, last: Post | null): Card["decisive"] {
  if (account === null) return null;
  const value = visible(account);
  const other = last?.account ?? null;
  return decisiveValue("post.whichAccount", value, accountDecoys(value, other === null ? null : visible(other)));
}

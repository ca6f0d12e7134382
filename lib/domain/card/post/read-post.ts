import type { Card, CardInput, Fact, Span } from "../card";
import { textAt } from "../argument-taker";
import { fact, finishCard } from "../finish-card";
import { counted } from "../counted";
import { otherLines } from "../other-lines";
import { tokens } from "../must-read";
import { plain, valued, visible } from "../spans";
import { accountDecoys } from "./account-decoys";
import { postOf, type Post } from "./post-arguments";
import { postChecks } from "./post-checks";
import { postLines } from "./post-text";
import { scheduleOf, type Schedule } from "./schedule";

const NAME_TOKENS_MAX = 4;
const FACTS_MAX = 5;

/** The card of a public post: who says it, where and when, and every word of it. */
export function readPost(input: CardInput): Card {
  const post = postOf(input);
  const { lastApprovedArguments } = input.history;
  const last =
    lastApprovedArguments === null
      ? null
      : postOf({ action: { ...input.action, arguments: lastApprovedArguments }, target: input.target });
  const schedule = scheduleOf(post.schedule, post.unclearTime, input.at);
  return finishCard(input, {
    headline: headline(post, schedule),
    facts: facts(input, post, schedule, last),
    diff: diff(input, post, last),
    checks: postChecks(input, post, schedule, last),
    undo: "Held until the undo window ends; a post can be deleted, what was read or copied stays",
    openQuestions: 1,
    unreadable: unreadable(post),
    decisive: decisive(post, last),
  });
}

function headline({ account, channel, isReply }: Post, { day }: Schedule): readonly Span[] {
  const where = channel !== null && tokens(channel.name).length <= NAME_TOKENS_MAX ? channel.name : null;
  const who = account !== null && tokens(account).length <= NAME_TOKENS_MAX ? account : null;
  return [
    ...plain(isReply ? "Reply" : "Post"),
    ...(where === null ? [] : [...plain(" on "), ...valued(where)]),
    ...(who === null ? [] : [...plain(" as "), ...valued(who)]),
    ...plain(`, ${day}`),
  ];
}

function facts(input: CardInput, post: Post, schedule: Schedule, last: Post | null): readonly Fact[] {
  const hosts = [...new Set(post.links.map(({ host, href }) => (host === "" ? href : host)))];
  const audience = post.audience === null ? [] : [fact("Audience", valued(post.audience))];
  const all: readonly Fact[] = [
    accountFact(input, post, last),
    ...(post.channel === null ? [] : [fact("Channel", valued(post.channel.name))]),
    fact("When", valued(schedule.words), { note: schedule.away, alarming: schedule.problem !== null }),
    ...audience,
    ...(hosts.length === 0 ? [] : [fact("Links", valued(hosts.join(", ")), { technical: true })]),
    ...(post.media.length === 0 ? [] : [mediaFact(post)]),
  ];
  // The headline says the channel, too: it is what gives way where all six are there.
  return all.length <= FACTS_MAX ? all : all.filter(({ label }) => label !== "Channel");
}

function accountFact({ history }: CardInput, { account }: Post, last: Post | null): Fact {
  const { earlierToCounterpart: earlier } = history;
  if (account === null) return fact("Account", plain("none is named"), { alarming: true });
  const other = last?.account ?? null;
  const differs = other !== null && other !== account;
  const notes = [
    differs ? `the last approved post was as ${visible(other)}` : null,
    earlier === null ? null : earlier === 0 ? "first time" : `${earlier} earlier`,
  ].filter((note) => note !== null);
  return fact("Account", valued(account), {
    note: notes.length === 0 ? null : notes.join(" · "),
    alarming: differs || earlier === 0,
    technical: true,
  });
}

function mediaFact({ media }: Post): Fact {
  const described = media.map(({ name, alt }) => (alt === null ? name : `${name}: ${alt}`));
  return fact("Media", valued(described.join("; ")), { note: counted(media.length, "file") });
}

function diff({ before }: CardInput, post: Post, last: Post | null): Card["diff"] {
  const lines = otherLines(post.others);
  const more = { count: 0, unlike: 0 };
  if (post.text === null) return { type: "text", subject: "post without a text", lines, more };
  const draft = textAt(before ?? undefined, ["text", "body", "content", "message"]);
  const shown = postLines(post.text, draft, last?.text ?? null);
  return { type: "text", subject: shown.subject, lines: [...shown.lines, ...lines], more };
}

/** A picture is part of what is said, and nobody can look at it here. */
function unreadable({ media }: Post): readonly string[] {
  return media.length === 0 ? [] : [`media: ${counted(media.length, "file")} not shown here`];
}

function decisive({ account }: Post, last: Post | null): Card["decisive"] {
  if (account === null) return null;
  const value = visible(account);
  const other = last?.account ?? null;
  return {
    question: "Which account is this posted as?",
    value,
    decoys: accountDecoys(value, other === null ? null : visible(other)),
  };
}

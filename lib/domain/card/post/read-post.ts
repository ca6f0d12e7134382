import type { Card, CardInput, Fact, Span } from "../card";
import { textAt } from "../argument-taker";
import { decisiveValue, fact, finishCard, subjectWords } from "../finish-card";
import { earlierNote } from "../earlier-note";
import { otherLines } from "../other-lines";
import { tokens } from "../must-read";
import { together, type Saying } from "../said";
import { saidSpan } from "../said-span";
import { plain, valued, visible } from "../spans";
import { accountDecoys } from "./account-decoys";
import { postCare } from "./care-checks";
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
    checks: [...postChecks(input, post, schedule, last), ...postCare(input, post)],
    undo: "post.undo",
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
  const audience = post.audience === null ? [] : [fact("post.audience", valued(post.audience))];
  const all: readonly Fact[] = [
    accountFact(input, post, last),
    ...(post.channel === null ? [] : [fact("post.channel", valued(post.channel.name))]),
    fact("post.when", schedule.said === null ? valued(schedule.words) : saidSpan("value", schedule.said), {
      note: schedule.away,
      alarming: schedule.problem !== null,
    }),
    ...audience,
    ...(hosts.length === 0 ? [] : [fact("face.links", valued(hosts.join(", ")), { technical: true })]),
    ...(post.media.length === 0 ? [] : [mediaFact(post)]),
  ];
  // The headline says the channel, too: it is what gives way where all six are there.
  return all.length <= FACTS_MAX ? all : all.filter(({ label }) => label !== "Channel");
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

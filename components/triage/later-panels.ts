import { createElement } from "react";

import { later } from "../ui/later";
import type { TogetherPaneProps } from "./together-pane";
import type { AnswerActProps } from "./answer-act";
import type { ApprovalPanelProps } from "./approval-panel";
import type { ClosedBarProps } from "./closed-bar";
import type { DockProps } from "./dock";
import type { LastStripProps } from "./last-strip";
import type { LeaseEndingProps } from "./lease-ending";
import type { CardMoreProps } from "./card-more";
import type { OpenPanelProps } from "./open-panel";
import type { PassingNewsProps } from "./passing-news";
import type { QueueSearchProps } from "./queue-search";
import type { ReasonStripProps } from "./reason-strip";
import type { EmptyDeskProps } from "./empty-desk";
import type { BreakHintProps, RestPanelProps } from "./rest-panel";
import type { SwipeWatchProps } from "./swipe-watch";
import type { TestRevealProps } from "./test-reveal";
import type { CardFailure } from "./use-card";

/*
 * What opens beside a card. Most cards are decided without any of it, so none of it is loaded before the first card.
 */

export const behindDesk = later<OpenPanelProps>(async () => (await import("./behind-desk")).BehindDesk);
export const closedBar = later<ClosedBarProps>(async () => (await import("./after-deciding")).ClosedBar);
export const connectionBanner = later(async () => (await import("./in-passing")).ConnectionBanner);
export const decidingForm = later<ApprovalPanelProps>(async () => (await import("./deciding-parts")).DecidingForm);
export const answerAct = later<AnswerActProps>(async () => (await import("./deciding-parts")).AnswerAct);
export const dock = later<DockProps>(async () => (await import("./after-deciding")).Dock);
export const cardMore = later<CardMoreProps>(async () => (await import("./card-more")).CardMore);
export const togetherPane = later<TogetherPaneProps>(async () => (await import("./together-pane")).TogetherPane);
export const lastStrip = later<LastStripProps>(async () => (await import("./after-deciding")).LastStrip);
export const leaseEnding = later<LeaseEndingProps>(async () => (await import("./in-passing")).LeaseEnding);
export const reasonStrip = later<ReasonStripProps>(async () => (await import("./after-deciding")).ReasonStrip);
export const passingNews = later<PassingNewsProps>(async () => (await import("./in-passing")).PassingNews);
export const queueSearch = later<QueueSearchProps>(
  async () => (await import("./queue-search")).QueueSearch,
  // As tall as it is: no row moves under a finger.
  createElement("div", { className: "h-[3.0625rem] shrink-0" }),
);
export const restPanel = later<RestPanelProps>(async () => (await import("./instead-of-card")).RestPanel);
export const breakHint = later<BreakHintProps>(async () => (await import("./instead-of-card")).BreakHint);
export const emptyDesk = later<EmptyDeskProps>(async () => (await import("./instead-of-card")).EmptyDesk);
export const unreadCard = later<CardFailure>(async () => (await import("./instead-of-card")).UnreadCard);
export const testReveal = later<TestRevealProps>(async () => (await import("./after-deciding")).TestReveal);
export const swipeWatch = later<SwipeWatchProps>(async () => (await import("./swipe-watch")).SwipeWatch);

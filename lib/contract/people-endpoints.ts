import { endpoint } from "./endpoint";
import { Frame } from "./frame";
import { ExportQuery, HistoryPage, HistoryQuery, LastDecisions, LastQuery, QueueQuery } from "./listing";
import {
  CardDetail,
  DecideInput,
  DecideResult,
  LeaseInput,
  LeaseResult,
  PreviewInput,
  ProposalDetail,
  ProposalRefInput,
  QueuePage,
  ReasonForInput,
  RowResult,
} from "./people";
import { CheckResult } from "./proposal";
import { Today, TodayQuery } from "./today";

const PEOPLE = { who: "person", scope: null, area: "People", status: 200 } as const;

export const readQueue = endpoint({
  ...PEOPLE,
  id: "readQueue",
  method: "GET",
  path: "/people/queue",
  summary: "One page of a section of the queue",
  query: QueueQuery,
  reply: QueuePage,
  problems: ["invalid_cursor"],
});
export const readToday = endpoint({
  ...PEOPLE,
  id: "readToday",
  method: "GET",
  path: "/people/today",
  summary: "What happened today without you",
  query: TodayQuery,
  reply: Today,
  problems: [],
});
export const readFrame = endpoint({
  ...PEOPLE,
  id: "readFrame",
  method: "GET",
  path: "/people/frame",
  summary: "Your day, and what the workspace has to tell you",
  query: TodayQuery,
  reply: Frame,
  problems: [],
});
export const readCard = endpoint({
  ...PEOPLE,
  id: "readCard",
  method: "GET",
  path: "/people/cards/{id}",
  summary: "One review card",
  reply: CardDetail,
  problems: [],
});
export const readProposalPage = endpoint({
  ...PEOPLE,
  id: "readProposalPage",
  method: "GET",
  path: "/people/proposals/{id}",
  summary: "One proposal with its versions, record and delivery",
  reply: ProposalDetail,
  problems: [],
});
export const readHistory = endpoint({
  ...PEOPLE,
  id: "readHistory",
  method: "GET",
  path: "/people/history",
  summary: "Every proposal, with filters, newest first",
  query: HistoryQuery,
  reply: HistoryPage,
  problems: ["invalid_cursor"],
});
export const exportHistory = endpoint({
  ...PEOPLE,
  id: "exportHistory",
  method: "GET",
  path: "/people/export",
  summary: "History as a file",
  description: "JSON lines, or CSV whose cells no spreadsheet takes for a formula.",
  query: ExportQuery,
  reply: { mediaType: "application/x-ndjson", description: "One ExportLine a line, newest first; `text/csv` for `format=csv`." },
  problems: [],
});
export const readLast = endpoint({
  ...PEOPLE,
  id: "readLast",
  method: "GET",
  path: "/people/last",
  summary: "Your own last decisions",
  query: LastQuery,
  reply: LastDecisions,
  problems: [],
});
export const peopleEvents = endpoint({
  ...PEOPLE,
  id: "peopleEvents",
  method: "GET",
  path: "/people/events",
  summary: "Follow the queue as server-sent events",
  reply: {
    mediaType: "text/event-stream",
    description: "`event: people` with a PeopleEvent as `data`, first what is stopped; `event: beat` every 15 s.",
  },
  problems: ["too_many_waits"],
});
export const takeLease = endpoint({
  ...PEOPLE,
  id: "takeLease",
  method: "POST",
  path: "/people/lease",
  summary: "Say that you have a card open",
  body: LeaseInput,
  reply: LeaseResult,
  problems: ["stale"],
});
export const dropLease = endpoint({
  ...PEOPLE,
  id: "dropLease",
  method: "POST",
  path: "/people/lease/release",
  summary: "Give a card back",
  body: ProposalRefInput,
  reply: RowResult,
  problems: [],
});
export const decide = endpoint({
  ...PEOPLE,
  id: "decide",
  method: "POST",
  path: "/people/decide",
  summary: "Decide on exactly what was shown",
  body: DecideInput,
  reply: DecideResult,
  problems: [
    "already_decided",
    "stale",
    "not_pending",
    "decision_not_allowed",
    "already_signed",
    "separation_of_duties",
    "too_soon",
    "act_required",
    "reason_required",
    "wrong_match",
    "stale_sign_in",
    "blocked_now",
    "invalid_arguments",
  ],
});
export const previewEdit = endpoint({
  ...PEOPLE,
  id: "previewEdit",
  method: "POST",
  path: "/people/preview",
  summary: "See what policy would make of an edit",
  description: "Nothing is recorded, and approving it is judged anew.",
  body: PreviewInput,
  reply: CheckResult,
  problems: ["stale", "not_pending", "decision_not_allowed", "invalid_arguments"],
});
export const undo = endpoint({
  ...PEOPLE,
  id: "undo",
  method: "POST",
  path: "/people/undo",
  summary: "Take a decision back while its window is open",
  body: ProposalRefInput,
  reply: RowResult,
  problems: ["undo_closed"],
});
export const releaseNow = endpoint({
  ...PEOPLE,
  id: "releaseNow",
  method: "POST",
  path: "/people/release",
  summary: "End the undo window now",
  body: ProposalRefInput,
  reply: DecideResult,
  problems: [],
});
export const giveReason = endpoint({
  ...PEOPLE,
  id: "giveReason",
  method: "POST",
  path: "/people/reason",
  summary: "Add the reason to a decision while its window is open",
  body: ReasonForInput,
  reply: RowResult,
  problems: ["undo_closed"],
});
export const renew = endpoint({
  ...PEOPLE,
  id: "renew",
  method: "POST",
  path: "/people/renew",
  summary: "Sign an approval anew that lapsed before it was used",
  body: ProposalRefInput,
  reply: RowResult,
  problems: ["not_approved", "stale_sign_in"],
});
export const later = endpoint({
  ...PEOPLE,
  id: "later",
  method: "POST",
  path: "/people/later",
  summary: "Leave a card for later",
  body: ProposalRefInput,
  reply: RowResult,
  problems: [],
});

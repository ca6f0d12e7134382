import { endpoint } from "./endpoint";
import { RowResult } from "./people";
import { Finding } from "./proposal";
import {
  AlikeGroup,
  ApproveBatchInput,
  AssignInput,
  CommentInput,
  CommentList,
  CommentView,
  DrawInput,
  DrawResult,
  EarlierDecisions,
  RejectAllInput,
  RejectAllResult,
  ReportProblemInput,
  RowsResult,
  RunSteps,
} from "./together";

const PEOPLE = { who: "person", scope: null, area: "People", status: 200 } as const;

export const readAlike = endpoint({
  ...PEOPLE,
  id: "readAlike",
  method: "GET",
  path: "/people/cards/{id}/alike",
  summary: "What is like one card, and what differs",
  reply: AlikeGroup,
  problems: [],
});
export const readEarlier = endpoint({
  ...PEOPLE,
  id: "readEarlier",
  method: "GET",
  path: "/people/cards/{id}/earlier",
  summary: "How people decided what is like one card",
  reply: EarlierDecisions,
  problems: [],
});
export const readRun = endpoint({
  ...PEOPLE,
  id: "readRun",
  method: "GET",
  path: "/people/cards/{id}/run",
  summary: "What the run of one proposal asked for before it",
  reply: RunSteps,
  problems: [],
});
export const drawBatch = endpoint({
  ...PEOPLE,
  id: "drawBatch",
  method: "POST",
  path: "/people/batch/draw",
  summary: "Draw a batch: which of these have to be opened before all are approved",
  body: DrawInput,
  reply: DrawResult,
  problems: ["batch_refused", "stale"],
});
export const approveBatch = endpoint({
  ...PEOPLE,
  id: "approveBatch",
  method: "POST",
  path: "/people/batch/approve",
  summary: "Approve every item of the batch that was drawn, or none",
  body: ApproveBatchInput,
  reply: RowsResult,
  problems: ["batch_refused", "stale", "too_soon", "already_decided", "not_pending"],
});
export const rejectAll = endpoint({
  ...PEOPLE,
  id: "rejectAll",
  method: "POST",
  path: "/people/batch/reject",
  summary: "Reject many for one reason",
  body: RejectAllInput,
  reply: RejectAllResult,
  problems: [],
});
export const readComments = endpoint({
  ...PEOPLE,
  id: "readComments",
  method: "GET",
  path: "/people/cards/{id}/comments",
  summary: "What people said about a proposal",
  reply: CommentList,
  problems: [],
});
export const addComment = endpoint({
  ...PEOPLE,
  id: "addComment",
  method: "POST",
  path: "/people/comments",
  summary: "Say something about a proposal to other people",
  body: CommentInput,
  reply: CommentView,
  problems: [],
});
export const reportProblem = endpoint({
  ...PEOPLE,
  id: "reportProblem",
  method: "POST",
  path: "/people/findings",
  summary: "File evidence that something which ran was wrong",
  body: ReportProblemInput,
  status: 201,
  reply: Finding,
  problems: ["not_found", "not_redeemed", "decision_not_allowed"],
});
export const assign = endpoint({
  ...PEOPLE,
  id: "assign",
  method: "POST",
  path: "/people/assign",
  summary: "Give an open proposal to a person, or back to everybody",
  body: AssignInput,
  reply: RowResult,
  problems: ["not_pending", "stale"],
});

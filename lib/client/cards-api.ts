import type * as z from "zod";

import type { CardDetail } from "../contract/people";
import type { CheckResult } from "../contract/proposal";
import type { JsonObject } from "../domain/json";
import type {
  AlikeGroup,
  CommentList,
  CommentView,
  DrawResult,
  EarlierDecisions,
  RejectAllResult,
  RowsResult,
  RunSteps,
} from "../contract/together";
import { get, post } from "./people-api";

/** One item exactly as it was shown. */
export interface Shown {
  readonly proposal: string;
  readonly version: number;
  readonly digest: string;
}

/** The people's side of the API, for what is beside the open card. Like `peopleApi`, each throws a `PeopleApiError`. */
export const cardsApi = {
  card: (id: string, signal?: AbortSignal): Promise<CardDetail> => get(`/cards/${encodeURIComponent(id)}`, signal),
  preview: (proposal: string, version: number, edited: JsonObject): Promise<z.infer<typeof CheckResult>> =>
    post("/preview", { proposal, version, arguments: edited }),
  alike: (id: string, signal?: AbortSignal): Promise<AlikeGroup> => get(`/cards/${encodeURIComponent(id)}/alike`, signal),
  earlier: (id: string, signal?: AbortSignal): Promise<EarlierDecisions> =>
    get(`/cards/${encodeURIComponent(id)}/earlier`, signal),
  run: (id: string, signal?: AbortSignal): Promise<RunSteps> => get(`/cards/${encodeURIComponent(id)}/run`, signal),
  draw: (items: readonly Shown[]): Promise<DrawResult> => post("/batch/draw", { items }),
  approveBatch: (batch: string, digest: string, device: "keyboard" | "mouse" | "touch"): Promise<RowsResult> =>
    post("/batch/approve", { batch, digest, measured: { device } }),
  rejectAll: (
    items: readonly Shown[],
    reason: { readonly code: string; readonly text: string | null },
  ): Promise<RejectAllResult> => post("/batch/reject", { items, reason }),
  comments: (id: string, signal?: AbortSignal): Promise<CommentList> => get(`/cards/${encodeURIComponent(id)}/comments`, signal),
  comment: (proposal: string, text: string): Promise<CommentView> => post("/comments", { proposal, text }),
} as const;

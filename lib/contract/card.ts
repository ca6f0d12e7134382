import * as z from "zod";

import { REJECT_CODES } from "../domain/card/reject-reasons";
import type { Said } from "../domain/card/said";
import { KINDS, PLACES } from "../domain/words";
import { CheckSentenceView } from "./sentences";
import { SaidPartView, SpanView } from "./spans";

export const FieldChangeView = z.strictObject({
  field: z.string(),
  path: z.string(),
  change: z.enum(["changed", "added", "removed", "alike", "context", "kept", "sent"]),
  before: z.array(SpanView),
  after: z.array(SpanView),
  claimed: z.literal(true).optional(),
  expected: z.literal(true).optional(),
});
const MoreView = z.strictObject({ count: z.int(), unlike: z.int(), kept: z.int().optional() });

/** What a card says in one place: the key of a text, words that no language changes, or several of these. */
// eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the keys are the domain's here as well
const SaidView = z.union([
  SaidPartView,
  z.strictObject({ parts: z.array(SaidPartView), by: z.string() }),
  z.strictObject({ key: z.string(), inner: z.record(z.string(), SaidPartView) }),
]) as unknown as z.ZodType<Said>;

/** The card as data: {@link import("../domain/card/card").Card} on the wire. */
export const CardView = z.strictObject({
  kind: z.enum(KINDS),
  headline: z.array(SpanView),
  facts: z.array(
    z.strictObject({
      label: z.string(),
      value: z.array(SpanView),
      note: z.string().nullable(),
      hero: z.boolean(),
      alarming: z.boolean(),
      technical: z.boolean(),
      words: z.strictObject({ label: SaidPartView, note: SaidView.nullable() }),
    }),
  ),
  diff: z
    .union([
      z.strictObject({
        type: z.literal("fields"),
        subject: z.string(),
        words: z.strictObject({ subject: SaidView }),
        rows: z.array(FieldChangeView),
        unchanged: z.int(),
        more: MoreView,
      }),
      z.strictObject({
        type: z.literal("text"),
        subject: z.string(),
        words: z.strictObject({ subject: SaidView }),
        lines: z.array(
          z.strictObject({
            change: z.enum(["same", "added", "removed", "changed"]),
            spans: z.array(SpanView),
            claimed: z.literal(true).optional(),
          }),
        ),
        more: MoreView,
      }),
    ])
    .nullable(),
  checks: z.array(
    z.strictObject({
      id: z.string(),
      state: z.enum(["passed", "failed", "not_run"]),
      says: z.string(),
      because: z.string().nullable(),
      words: z.strictObject({ says: CheckSentenceView, because: CheckSentenceView.nullable() }),
    }),
  ),
  undo: z.string(),
  openQuestions: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  fullyReadable: z.boolean(),
  unreadable: z.array(z.string()),
  place: z.enum(PLACES).nullable(),
  rejectReasons: z.array(z.strictObject({ code: z.enum(REJECT_CODES), label: z.string() })),
  /** Without the answer: the options come shuffled, and the server knows the right one. */
  match: z
    .strictObject({
      question: z.string(),
      options: z.array(z.string()),
      words: z.strictObject({ question: SaidView }),
    })
    .nullable(),
  /** What of it is our own words, by the keys of the catalogue. */
  words: z.strictObject({ undo: SaidView, unreadable: z.array(SaidView) }),
});
export type CardView = z.infer<typeof CardView>;

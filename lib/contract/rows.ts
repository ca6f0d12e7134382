import * as z from "zod";

import { LOOK_PURPOSES } from "../domain/second-look";
import { DECISIONS, DELIVERIES, DOINGS, KINDS, LANES, QUEUES, STATUSES, TIERS, TREATMENTS } from "../domain/words";

export const PersonRef = z.strictObject({ id: z.string(), name: z.string() });
export const LeaseView = z.strictObject({ by: PersonRef, until: z.int(), doing: z.enum(DOINGS) });

/** One row of a list. Instants are milliseconds since the epoch. */
export const QueueRow = z.strictObject({
  id: z.string(),
  headline: z.string(),
  agent: z.strictObject({ id: z.string(), name: z.string() }),
  actionName: z.string(),
  kind: z.enum(KINDS),
  tier: z.enum(TIERS),
  treatment: z.enum(TREATMENTS),
  status: z.enum(STATUSES),
  delivery: z.enum(DELIVERIES),
  lane: z.enum(LANES),
  predictedSeconds: z.number(),
  version: z.int(),
  revision: z.int(),
  signatures: z.int(),
  createdAt: z.int(),
  expiresAt: z.int(),
  releaseAt: z.int().nullable(),
  /** Since when its agent may know the answer; null until then. */
  releasedAt: z.int().nullable(),
  decidedAt: z.int().nullable(),
  decision: z.strictObject({ type: z.enum(DECISIONS), source: z.string(), by: z.array(PersonRef) }).nullable(),
  lapsed: z.boolean(),
  /** Somebody is to look at it a second time: it ran by itself (audit), or a person decided it and how is not told (double). */
  look: z.enum(LOOK_PURPOSES).nullable(),
  /** It was a test of the reviewers, and has ended. Left out of everything else, and of a test that is open. */
  test: z.literal(true).optional(),
  /** A person composed it: nobody runs it but a person. Left out of what an agent proposed. */
  byHand: z.literal(true).optional(),
  lease: LeaseView.nullable(),
  /** Opaque: rows with the same one are alike; empty where nobody has to see it. */
  alike: z.string(),
  /** Whom it was given to; null while it is everybody's. */
  assignee: PersonRef.nullable(),
  /** How often people said something about it; 0 while that is kept from those who are still to decide for themselves. */
  comments: z.int(),
});
export type QueueRow = z.infer<typeof QueueRow>;

export const QueueCounts = z.record(z.enum(QUEUES), z.int());
export const QueuePage = z.strictObject({
  items: z.array(QueueRow),
  next: z.string().nullable(),
  counts: QueueCounts,
  /** Counting stops here: a count equal to it means "or more". */
  countCap: z.int(),
  /** The server's clock, milliseconds. */
  now: z.int(),
});
export type QueuePage = z.infer<typeof QueuePage>;

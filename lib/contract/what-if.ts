import * as z from "zod";
import type { HistoryColumns } from "../domain/measure/history-columns";
import { POLICY_LIMITS } from "../domain/policy/policy-limits";
import { KINDS, TREATMENTS } from "../domain/words";
import { QueueRow } from "./people";
import { Problem } from "./problem";
import { WHAT_IF_DAYS } from "../domain/measure/windows";
import { daysBack } from "./window";

const LINES_MAX = 12;

export const WhatIfQuery = z.strictObject({
  days: daysBack(WHAT_IF_DAYS),
});

/** A typed array as base64 of its little-endian bytes. */
const Packed = z.string();

/** Past items as columns, one entry an item, oldest first. */
export const PastColumns = z
  .strictObject({
    policyVersion: z.int(),
    /** Instants in milliseconds: what a recount has to be asked for. */
    from: z.number(),
    until: z.number(),
    items: z.int(),
    /** Proposals in the window that keep no facts to replay. */
    unreplayable: z.int(),
    /** True when the window holds more than can be replayed: the newest are here. */
    truncated: z.boolean(),
    /** People who decided in the window. */
    reviewers: z.int(),
    agents: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    /** The items' ids without their prefix, one after another, 26 characters each. */
    ids: z.string(),
    start: z.number(),
    columns: z.strictObject({
      second: Packed,
      agent: Packed,
      kind: Packed,
      stakes: Packed,
      reversibility: Packed,
      declaredStakes: Packed,
      declaredReversibility: Packed,
      tier: Packed,
      treatment: Packed,
      flags: Packed,
      ladder: Packed,
      outcome: Packed,
      amount: Packed,
      confidence: Packed,
      calibrated: Packed,
      weight: Packed,
      reading: Packed,
      wait: Packed,
    }),
  })
  .meta({ id: "PastColumns" });
export type PastColumns = z.infer<typeof PastColumns>;

export const RecountInput = z
  .strictObject({
    /** The draft, as it would be saved. */
    text: z.string().max(POLICY_LIMITS.textLengthMax),
    from: z.number().min(0),
    until: z.number().min(0),
    kind: z.enum(KINDS).nullable(),
    agent: z.string().max(64).nullable(),
  })
  .meta({ id: "RecountInput" });
export type RecountInput = z.infer<typeof RecountInput>;

const Estimate = z.strictObject({ total: z.number(), low: z.number(), high: z.number() });
const Side = z.strictObject({
  looks: z.number(),
  audits: z.number(),
  seconds: z.number(),
  automatic: z.int(),
  blocked: z.int(),
  waitP95: z.number().nullable(),
  reviewCost: z.number(),
  letThrough: z.strictObject({
    expected: Estimate.nullable(),
    harm: z.number().nullable(),
    known: z.int(),
    blind: z.int(),
    checksNeeded: z.int(),
    seen: z.int(),
  }),
});
export const WhatIfFigures = z.strictObject({
  items: z.int(),
  days: z.number(),
  now: Side,
  draft: Side,
  loosened: z.array(z.int()),
  tightened: z.array(z.int()),
  milder: z.array(z.int()),
  stricter: z.array(z.int()),
  worst: z.array(z.int()),
});

/** One line of a recount: how far it is, or what came of it. */
export const RecountLine = z
  .union([
    z.strictObject({ done: z.int(), total: z.int() }),
    z.strictObject({ policyVersion: z.int(), figures: WhatIfFigures, draft: PastColumns.nullable() }),
    z.strictObject({ refused: z.strictObject({ code: Problem.shape.code, detail: z.string() }) }),
  ])
  .meta({ id: "RecountLine" });
export type RecountLine = z.infer<typeof RecountLine>;

export const TryRuleInput = z
  .strictObject({
    /** The draft, as it would be saved. */
    text: z.string().max(POLICY_LIMITS.textLengthMax),
    /** The place of the rule that is edited; null for a new one. */
    place: z.int().min(0).nullable(),
    match: z.string().max(200),
    when: z.string().max(4_096).nullable(),
    /** What it sets: `treatment`, `stakes`, `reversibility`, `tier`. */
    sets: z.partialRecord(z.enum(["treatment", "stakes", "reversibility", "tier"]), z.string().max(20)),
  })
  .meta({ id: "TryRuleInput" });
export type TryRuleInput = z.infer<typeof TryRuleInput>;

/** What is done with a proposal; the share that is looked at afterwards is null unless it is audited. */
const Handled = z.strictObject({ treatment: z.enum(TREATMENTS), auditRate: z.number().nullable() });

/** One line of a trial: how far it is, or what the rule came to. */
export const TryRuleLine = z
  .union([
    z.strictObject({ done: z.int(), total: z.int() }),
    z.strictObject({
      looked: z.int(),
      fitting: z.int(),
      matched: z.int(),
      faults: z.int(),
      changed: z.int(),
      unreplayable: z.int(),
      worst: z.array(
        z.strictObject({
          id: z.string(),
          headline: z.string(),
          fault: z.string().nullable(),
          before: Handled,
          after: Handled,
        }),
      ),
    }),
    z.strictObject({ refused: z.strictObject({ code: Problem.shape.code, detail: z.string() }) }),
  ])
  .meta({ id: "TryRuleLine" });
export type TryRuleLine = z.infer<typeof TryRuleLine>;

export const ShadowQuery = z.strictObject({
  draft: z.string().min(1).max(200).meta({ description: "The name of a saved draft." }),
});
/** What a saved draft would have done with what was proposed since. */
export const Shadow = z
  .strictObject({
    since: z.number(),
    policyVersion: z.int(),
    proposals: z.int(),
    unreplayable: z.int(),
    more: z.int(),
    fewer: z.int(),
    worst: z.array(
      z.strictObject({ id: z.string(), headline: z.string(), before: z.enum(TREATMENTS), after: z.enum(TREATMENTS) }),
    ),
  })
  .meta({ id: "Shadow" });
export type Shadow = z.infer<typeof Shadow>;

export const PastLinesQuery = z.strictObject({
  ids: z
    .string()
    .max(LINES_MAX * 40)
    .transform((text) => text.split(","))
    .pipe(z.array(z.string().min(1).max(64)).min(1).max(LINES_MAX))
    .meta({ description: `Ids of proposals with commas between them, at most ${String(LINES_MAX)}.` }),
});
export const PastLines = z.strictObject({ items: z.array(QueueRow) }).meta({ id: "PastLines" });
export type PastLines = z.infer<typeof PastLines>;

const ID_LENGTH = 26;
const PREFIX = "prp_";
const CHUNK = 0x8000;

type Arrays = Pick<HistoryColumns, keyof PastColumns["columns"]>;

/** Columns as they travel. Both ends are little-endian, as every platform that runs this is. */
export function packColumns(columns: HistoryColumns): Pick<PastColumns, "ids" | "start" | "columns"> {
  const { ids, from, agents: _named, count: _items, ...arrays } = columns;
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- `fromEntries` forgets which keys it was given
  const packed = Object.fromEntries(
    Object.entries(arrays).map(([name, array]) => [
      name,
      base64(new Uint8Array(array.buffer, array.byteOffset, array.byteLength)),
    ]),
  ) as PastColumns["columns"];
  return { ids: ids.map((id) => id.slice(PREFIX.length)).join(""), start: from, columns: packed };
}

/** The columns again, exactly as they were packed. */
export function unpackColumns(past: Pick<PastColumns, "ids" | "start" | "columns" | "agents" | "items">): HistoryColumns {
  const { columns: c } = past;
  const arrays: Arrays = {
    second: new Uint32Array(bytes(c.second)),
    agent: new Uint16Array(bytes(c.agent)),
    kind: new Uint8Array(bytes(c.kind)),
    stakes: new Uint8Array(bytes(c.stakes)),
    reversibility: new Uint8Array(bytes(c.reversibility)),
    declaredStakes: new Uint8Array(bytes(c.declaredStakes)),
    declaredReversibility: new Uint8Array(bytes(c.declaredReversibility)),
    tier: new Uint8Array(bytes(c.tier)),
    treatment: new Uint8Array(bytes(c.treatment)),
    flags: new Uint8Array(bytes(c.flags)),
    ladder: new Uint16Array(bytes(c.ladder)),
    outcome: new Uint8Array(bytes(c.outcome)),
    amount: new Float64Array(bytes(c.amount)),
    confidence: new Float64Array(bytes(c.confidence)),
    calibrated: new Float64Array(bytes(c.calibrated)),
    weight: new Float32Array(bytes(c.weight)),
    reading: new Uint16Array(bytes(c.reading)),
    wait: new Uint32Array(bytes(c.wait)),
  };
  const ids = Array.from(
    { length: past.items },
    (_, index) => `${PREFIX}${past.ids.slice(index * ID_LENGTH, (index + 1) * ID_LENGTH)}`,
  );
  return { ...arrays, count: past.items, from: past.start, ids, agents: past.agents.map(({ id }) => id) };
}

function base64(array: Uint8Array): string {
  let text = "";
  for (let from = 0; from < array.length; from += CHUNK) text += String.fromCharCode(...array.subarray(from, from + CHUNK));
  return btoa(text);
}

function bytes(text: string): ArrayBuffer {
  const plain = atob(text);
  const array = new Uint8Array(plain.length);
  for (let index = 0; index < plain.length; index += 1) array[index] = plain.charCodeAt(index);
  return array.buffer;
}

import type { Json, JsonObject } from "../../json";
import type { CardInput, Check } from "../card";
import { failed, passed } from "../finish-card";
import { grantedRights } from "../granted-rights";
import { humanField, humanVerb } from "../human-words";
import { few, isDate } from "../sent-value";
import { swappedFields } from "../swapped-values";
import { figureOf, isDecimalSlip } from "../tenfold";
import type { Intent } from "./intended-record";
import type { Subject } from "./subject";

const PERCENT = /(?:^|_)(?:percent(?:age)?|pct|probability|discount_rate|share)$/iu;
const UNIT = /(?:^|_)(?:currency(?:_code)?|unit|units|uom)$/iu;
const STAGE = /(?:^|_)(?:stage|status|pipeline_stage|deal_stage|lifecycle(?:_stage)?)$/iu;
/** The usual ways of a sale and of a customer, first to last. */
const WAYS: readonly (readonly string[])[] = [
  "new lead qualified trial demo proposal negotiation contract won closed_won customer renewed".split(" "),
  "subscriber lead marketing_qualified_lead sales_qualified_lead opportunity customer evangelist".split(" "),
  "backlog todo open in_progress review testing done closed".split(" "),
];
const MERGES = /\b(?:merge|dedupe|deduplicate|combine)\b/iu;

/** What the values themselves give away against the record before: slips, steps back, rights given away, records that go. */
export function valueChecks(input: CardInput, before: Subject | null, { sets }: Intent): readonly Check[] {
  const record = before?.record ?? null;
  return [
    ...(record === null ? [] : [range(record, sets), ...unit(record, sets), ...stage(record, sets), ...swapped(record, sets)]),
    ...rights(sets, record),
    ...(MERGES.test(humanVerb(input.action.name)) ? [failed("merge", "record.mergesRecordsOneThemIs")] : []),
  ];
}

function range(before: JsonObject, sets: JsonObject): Check {
  const wrong = Object.entries(sets).flatMap(([key, value]) => {
    const why = outOfRange(key, Object.hasOwn(before, key) ? before[key] : undefined, value);
    return why === null ? [] : [`${humanField(key)} ${why}`];
  });
  if (wrong.length === 0) return passed("value-range", "record.everyValueIsPossibleOne");
  return failed("value-range", "record.valueIsOutItsRange", few(wrong));
}

function outOfRange(key: string, old: Json | undefined, value: Json): string | null {
  const [was, now] = [figureOf(old), figureOf(value)];
  if (now !== null && PERCENT.test(key) && (now < 0 || now > 100)) return `${String(now)} of 100`;
  if (was !== null && now !== null && typeof old === typeof value) {
    if (was > 0 && now < 0) return "below zero";
    return isDecimalSlip(was, now) ? `${String(was)} → ${String(now)}` : null;
  }
  return wasDate(old) && typeof value === "string" && value.trim() !== "" && !isDate(value) ? "is no date" : null;
}

function wasDate(old: Json | undefined): boolean {
  return typeof old === "string" && isDate(old);
}

/** A unit that changes while every figure stays says another amount than anybody meant. */
function unit(before: JsonObject, sets: JsonObject): readonly Check[] {
  const changed = Object.keys(sets).filter(
    (key) => UNIT.test(key) && typeof before[key] === "string" && before[key] !== sets[key],
  );
  if (changed.length === 0) return [];
  const figures = Object.entries(sets).some(
    ([key, value]) => figureOf(value) !== null && figureOf(value) !== figureOf(before[key]),
  );
  if (figures) return [passed("unit", "record.figureChangesWithItsUnit")];
  return [failed("unit", "record.unitChangesAndFigureStays", few(changed.map(humanField)))];
}

function stage(before: JsonObject, sets: JsonObject): readonly Check[] {
  for (const [key, value] of Object.entries(sets)) {
    if (!STAGE.test(key)) continue;
    const [old, now] = [stageName(before[key]), stageName(value)];
    const way = WAYS.find((steps) => steps.includes(old) && steps.includes(now));
    if (way === undefined || old === now) continue;
    if (way.indexOf(now) > way.indexOf(old)) return [passed("stage", "record.stageMovesForward")];
    return [
      failed("stage", "record.stageMovesBack", {
        key: "record.fromTo",
        values: { from: old.replaceAll("_", " "), to: now.replaceAll("_", " ") },
      }),
    ];
  }
  return [];
}

function stageName(value: Json | undefined): string {
  return typeof value === "string"
    ? value
        .trim()
        .toLowerCase()
        .replaceAll(/[\s-]+/gu, "_")
    : "";
}

function swapped(before: JsonObject, sets: JsonObject): readonly Check[] {
  const pair = swappedFields(before, sets);
  return pair === null ? [] : [failed("swapped", "record.twoValuesChangePlaces", pair.join(", "))];
}

function rights(sets: JsonObject, before: JsonObject | null): readonly Check[] {
  const found = grantedRights(sets, before);
  return found.length === 0 ? [] : [failed("rights", "check.givesSomebodyEveryRight", few(found))];
}

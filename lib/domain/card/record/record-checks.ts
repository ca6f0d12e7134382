import { isJsonObject, type Json, type JsonObject } from "../../json";
import type { CardInput, Check, FieldChange } from "../card";
import { failed, notRun, passed } from "../finish-card";
import { humanField } from "../human-words";
import { sameJson } from "../same-json";
import { visible } from "../spans";
import type { Intent } from "./intended-record";
import type { Subject } from "./subject";

const DAY_MS = 86_400_000;
const HUMAN_EDIT_DAYS = 7;
/** Each has its row beside. */
const FIELDS_NAMED = 4;
const BOT = /bot|agent|sync|system|import|automation|api/iu;

/** What the machine can say about a record update from the payload alone. */
export function recordChecks(
  input: CardInput,
  before: Subject | null,
  after: Subject | null,
  intent: Intent,
  expected: readonly FieldChange[],
): readonly Check[] {
  const missing = { key: "record.recordBeforeWasNotSent" } as const;
  if (before === null) return [notRun("same-record", "record.recordIsOneNamed", missing), agreement(after, intent, expected)];
  return [
    sameRecord(before, intent),
    agreement(after, intent, expected),
    types(before.record, intent.sets),
    ...humanEdit(before.record, input.at),
    ...doNotContact(before.record, intent.sets),
  ];
}

function sameRecord(before: Subject, intent: Intent): Check {
  const [found] = intent.names.filter(([key]) => key === "id" || (before.table !== null && key === `${before.table}_id`));
  const known = before.id;
  if (found === undefined || known === null) return passed("same-record", "record.recordBeforeIsOnlyOne");
  const named = typeof found[1] === "string" ? found[1] : JSON.stringify(found[1]);
  if (named === known) return passed("same-record", "record.argumentsNameRecordShown");
  return failed("same-record", "record.argumentsNameAnotherRecord", {
    key: "record.namedNotKnown",
    values: { named: visible(named), known: visible(known) },
  });
}

/**
 * The arguments are what runs; a record after that says otherwise is a picture of something else. What it says besides may well come out so: that no argument
 * is called so is no failure, and nothing that could be looked at either.
 */
function agreement(after: Subject | null, { sets }: Intent, expected: readonly FieldChange[]): Check {
  const says = "record.recordAfterFollowsFromArguments";
  if (after === null) return passed("after-agrees", "record.changesAreWorkedOutFrom");
  const set = Object.entries(sets);
  const wrong = set.filter(([key, value]) => !Object.hasOwn(after.record, key) || !sameJson(after.record[key], value));
  if (wrong.length > 0) {
    return failed(
      "after-agrees",
      "record.recordAfterIsNotWhat",
      wrong
        .map(([key]) => humanField(key))
        .slice(0, FIELDS_NAMED)
        .join(", "),
    );
  }
  if (expected.length > 0) {
    const named = expected.slice(0, FIELDS_NAMED).map(({ field }) => visible(field));
    const fields = [...named, ...(expected.length > FIELDS_NAMED ? ["…"] : [])].join(", ");
    return notRun("after-agrees", says, { key: "record.noArgumentIsCalled", values: { fields } });
  }
  return set.length === 0 ? notRun("after-agrees", says, { key: "record.argumentsSetNoField" }) : passed("after-agrees", says);
}

function types(before: JsonObject, sets: JsonObject): Check {
  const wrong = Object.entries(sets).filter(([key, value]) => {
    const old = Object.hasOwn(before, key) ? before[key] : null;
    return old !== null && old !== undefined && value !== null && typeName(old) !== typeName(value);
  });
  if (wrong.length === 0) return passed("value-types", "record.eachValueHasTypeIt");
  return failed(
    "value-types",
    "record.valueChangesItsType",
    wrong
      .map(([key]) => humanField(key))
      .slice(0, 4)
      .join(", "),
  );
}

function humanEdit(before: JsonObject, at: number): readonly Check[] {
  const by = before["updated_by"] ?? before["modified_by"] ?? before["last_modified_by"];
  const when = before["updated_at"] ?? before["modified_at"] ?? before["last_modified_at"];
  if (typeof by !== "string" || typeof when !== "string" || BOT.test(by)) return [];
  const days = Math.floor((at - Date.parse(when)) / DAY_MS);
  if (!(days >= 0)) return [];
  if (days >= HUMAN_EDIT_DAYS) return [passed("human-edit", "record.noPersonEditedItIn")];
  return [
    failed(
      "human-edit",
      "record.overwritesPersonsRecentEdit",
      days === 0
        ? { key: "record.byToday", values: { by: visible(by) } }
        : { key: "record.byDaysAgo", values: { by: visible(by), count: days } },
    ),
  ];
}

function doNotContact(before: JsonObject, sets: JsonObject): readonly Check[] {
  const key = Object.keys(before).find((name) => /do_?not_?(?:contact|call|email)|opt(?:ed)?_?out/iu.test(name));
  if (key === undefined || before[key] !== true) return [];
  if (!Object.hasOwn(sets, key) || sets[key] === true) return [passed("do-not-contact", "record.doNotContactStaysOn")];
  return [failed("do-not-contact", "record.doNotContactWouldBe")];
}

function typeName(value: Json): string {
  return Array.isArray(value) ? "array" : isJsonObject(value) ? "object" : typeof value;
}

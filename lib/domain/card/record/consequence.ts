import { remembered } from "../../remembered";
import type { FieldChange } from "../card";

/** What a change of a field can lead to, by its name: the higher, the nearer the top of the card. */
const BY_NAME: readonly (readonly [number, RegExp])[] = [
  [5, /(?:^|_)(?:updated|modified|synced|touched|etag|revision|checksum)(?:_|$)/u],
  [95, /(?:^|_)(?:admin|role|roles|permission|permissions|access|scope|scopes|password|secret|token|mfa)(?:_|$)/u],
  [92, /(?:^|_)(?:iban|bic|bank|account|card|payee|payment|payments)(?:_|$)/u],
  [90, /(?:^|_)(?:amount|price|total|balance|value|credit|discount|fee|salary|limit|refund|currency|revenue)(?:_|$)/u],
  [80, /(?:^|_)(?:status|state|stage|active|enabled|deleted|closed|approved|blocked|consent|contact|cancelled)(?:_|$)/u],
  [75, /(?:^|_)(?:owner|assignee|user|customer|tenant|manager|parent)(?:_|$)/u],
  [70, /(?:^|_)(?:email|phone|address|name|domain|url|host)(?:_|$)/u],
  [60, /(?:^|_)(?:date|due|deadline|expires|start|end|at|on|time)(?:_|$)/u],
];
const USUAL = 45;
const LONG_TEXT = 30;
const LONG_TEXT_LENGTH = 80;

/** How consequential a row is, 0 to 100: by the name of its field, long wording last among the unnamed, a removal above a change. */
export function consequence(row: FieldChange): number {
  const named = byPath(row.path);
  const length = [...row.before, ...row.after].reduce((sum, span) => sum + (span.type === "mark" ? 1 : span.text.length), 0);
  return (named ?? (length > LONG_TEXT_LENGTH ? LONG_TEXT : USUAL)) + (row.change === "removed" ? 3 : 0);
}

/** The weight of a field that is called like one of {@link BY_NAME}, undefined for any other. */
const byPath = remembered((path) => {
  const name = path
    .split("/")
    .filter((part) => !/^\d+$/u.test(part))
    .slice(-2)
    .join("_")
    .replace(/(?<=[a-z\d])(?=[A-Z])/gu, "_")
    .toLowerCase();
  return BY_NAME.find(([, called]) => called.test(name))?.[0];
});

/** `rows`, most consequential first; equals stay in the order of the record. */
export function byConsequence(rows: readonly FieldChange[]): readonly FieldChange[] {
  if (rows.length < 2) return rows;
  return rows
    .map((row) => ({ row, weight: consequence(row) }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ row }) => row);
}

import type { Diff, FieldChange } from "../../lib/domain/card/card";
import { spansText } from "../../lib/domain/card/headline-text";
import type { Words } from "../words/make-words";

/** A diff in one sentence, for people who hear it: `3 fields change: stage from trial to won; …`. */
export function diffSentence(t: Words<"card">, subject: string, diff: Diff): string {
  const { count, unlike } = diff.more;
  if (diff.type === "text") {
    const read = diff.lines.filter(({ change, spans }) => change !== "same" && spans.length > 0).length;
    const says = t("heard.lines", { count: read, subject });
    return count === 0 ? says : `${says}; ${t("rest.lines", { count, unlike })}`;
  }
  const listed = diff.rows.filter(({ change }) => change !== "context" && change !== "alike");
  const rest = count + diff.rows.filter(({ change }) => change === "alike").length;
  if (listed.length === 0) return t("heard.nothing");
  const says = t("heard.fields", { count: listed.length + rest, what: listed.map((row) => changeSays(t, row)).join("; ") });
  return rest === 0 ? says : `${says}; ${t("rest.changes", { count: rest, unlike })}`;
}

function changeSays(t: Words<"card">, { change, field, before, after }: FieldChange): string {
  if (change === "added") return t("heard.added", { field, after: spansText(after) });
  if (change === "removed") return t("heard.removed", { field, before: spansText(before) });
  return t("heard.changed", { field, before: spansText(before), after: spansText(after) });
}

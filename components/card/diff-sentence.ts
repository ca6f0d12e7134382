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
  const listed = diff.rows.filter((row): row is Listed => row.change !== "context" && row.change !== "alike");
  const rest = count + diff.rows.filter(({ change }) => change === "alike").length;
  if (listed.length === 0) return t("heard.nothing");
  const says = t("heard.fields", {
    count: listed.filter(({ change }) => change !== "kept").length + rest,
    what: listed
      .map(({ change, field, before, after }) =>
        // Short values that stay stand together in one row: then it is of several fields.
        t(`heard.${change}`, { field, before: spansText(before), after: spansText(after), count: field.split(" · ").length }),
      )
      .join("; "),
  });
  return rest === 0 ? says : `${says}; ${t("rest.changes", { count: rest, unlike })}`;
}

interface Listed extends FieldChange {
  readonly change: Exclude<FieldChange["change"], "context" | "alike">;
}

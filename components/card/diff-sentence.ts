import type { Diff, FieldChange } from "../../lib/domain/card/card";
import { spansText } from "../../lib/domain/card/headline-text";
import type { Words } from "../words/make-words";
import { foldedSays } from "./diff-rest";

/** A diff in one sentence, for people who hear it: `3 fields change: stage from trial to won; …`. */
export function diffSentence(t: Words<"card">, subject: string, diff: Diff): string {
  if (diff.type === "text") {
    const read = diff.lines.filter((line) => line.change !== "same" && line.spans.length > 0).length;
    return [t("heard.lines", { count: read, subject }), ...foldedSays(t, diff)].join("; ");
  }
  const listed = diff.rows.filter((row): row is Listed => row.change !== "context" && row.change !== "alike");
  const alike = diff.rows.filter((row) => row.change === "alike").length;
  if (listed.length === 0) return t("heard.nothing");
  const says = t("heard.fields", {
    count: listed.filter((row) => row.change !== "kept" && row.change !== "sent").length + alike + diff.more.count,
    what: listed
      .map(({ change, field, before, after, expected }) => {
        // Short values that stay stand together in one row: then it is of several fields.
        const values = { field, before: spansText(before), after: spansText(after), count: field.split(" · ").length };
        return t(`heard.${change}`, values) + (expected ? `, ${t("diff.expected")}` : "");
      })
      .join("; "),
  });
  return [says, ...foldedSays(t, diff, alike)].join("; ");
}

interface Listed extends FieldChange {
  readonly change: Exclude<FieldChange["change"], "context" | "alike">;
}

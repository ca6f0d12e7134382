import type { Card, FieldChange } from "./card";
import { spansText } from "./headline-text";
import { counted } from "./counted";

/** The changes of a card in one sentence, for people who hear it: `3 fields change: stage from trial to won, …`. */
export function cardSentence(card: Pick<Card, "diff">): string {
  const { diff } = card;
  if (diff === null) return "No changes are listed.";
  if (diff.type === "text") {
    const count = diff.lines.filter(({ change, spans }) => change !== "same" && spans.length > 0).length;
    return `${counted(count, "line")} to read in the ${diff.subject}${folded(diff.more, "folded")}.`;
  }
  const changes = diff.rows.filter(({ change }) => change !== "context" && change !== "alike");
  const alike = diff.rows.filter(({ change }) => change === "alike").length;
  const more = { ...diff.more, count: diff.more.count + alike };
  if (changes.length === 0) return "Nothing changes.";
  const count = changes.length + more.count;
  const verb = count === 1 ? "changes" : "change";
  return `${counted(count, "field")} ${verb}: ${changes.map(changeWords).join("; ")}${folded(more, "more")}.`;
}

function folded({ count, unlike }: { readonly count: number; readonly unlike: number }, word: string): string {
  if (count === 0) return "";
  return `; ${count} ${word}, ${unlike === 0 ? "all like these" : `${unlike} unlike the rest`}`;
}

function changeWords(row: FieldChange): string {
  switch (row.change) {
    case "added":
      return `${row.field} is added: ${spansText(row.after)}`;
    case "removed":
    case "alike":
      return `${row.field} is removed: ${spansText(row.before)}`;
    case "changed":
    case "context":
      return `${row.field} from ${spansText(row.before)} to ${spansText(row.after)}`;
  }
}

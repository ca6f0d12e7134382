import type { Card, FieldChange } from "./card";
import { spansText } from "./headline-text";
import { counted } from "./human-words";

/** The changes of a card in one sentence, for people who hear it: `3 fields change: stage from trial to won, …`. */
export function cardSentence(card: Pick<Card, "diff">): string {
  if (card.diff === null) return "No changes are listed.";
  const folded = card.diff.more.count;
  const rest = folded === 0 ? "" : `, and ${String(folded)} more, ${String(card.diff.more.unlike)} of them unlike the rest`;
  if (card.diff.type === "text") {
    const count = card.diff.lines.filter((line) => line.change !== "same").length;
    return `${counted(count, "line")} of ${card.diff.subject} ${count === 1 ? "is" : "are"} new or changed${rest}.`;
  }
  const changes = card.diff.rows.filter((row) => row.change !== "context");
  if (changes.length === 0) return "Nothing changes.";
  const count = changes.length + folded;
  return `${counted(count, "field")} ${count === 1 ? "changes" : "change"}: ${changes.map(changeWords).join(", ")}${rest}.`;
}

function changeWords(row: FieldChange): string {
  switch (row.change) {
    case "added":
      return `${row.field} is added: ${spansText(row.after)}`;
    case "removed":
      return `${row.field} is removed: ${spansText(row.before)}`;
    case "changed":
    case "context":
      return `${row.field} from ${spansText(row.before)} to ${spansText(row.after)}`;
  }
}

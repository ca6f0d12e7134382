import type { QueueRow } from "../../lib/contract/people";
import { RelativeTime } from "../ui/relative-time";
import { useWords } from "../words/words-provider";

/** True for what the ladder lets run after its undo window: nobody decided it, and anybody may stop it. */
export function isHeldBack(row: Pick<QueueRow, "status" | "decision">): boolean {
  return row.status === "held" && row.decision?.source === "policy";
}

/** In place of a deadline, in a list. */
export function RunsAt({ row, now }: { readonly row: Pick<QueueRow, "releaseAt">; readonly now: number }) {
  const t = useWords("desk");
  if (row.releaseAt === null) return null;
  return (
    <span className="block text-ink-2">{t.rich("row.runs", { when: <RelativeTime at={row.releaseAt} now={now} inRow /> })}</span>
  );
}

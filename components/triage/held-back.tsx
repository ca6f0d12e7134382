import type { QueueRow } from "../../lib/contract/people";
import { Button } from "../ui/button";
import { RelativeTime } from "../ui/relative-time";

/** True for what the ladder lets run after its undo window: nobody decided it, and anybody may stop it. */
export function isHeldBack(row: Pick<QueueRow, "status" | "decision">): boolean {
  return row.status === "held" && row.decision?.source === "policy";
}

export interface HeldBackProps {
  readonly row: QueueRow;
  readonly now: number;
  /** Why nothing can be done just now, in words; null when it can. */
  readonly lost: string | null;
  readonly onStop: (id: string) => void;
}

/** In place of the acts, on what runs by itself in a moment: the one thing that is left to do is to stop it. */
export function HeldBack({ row, now, lost, onStop }: HeldBackProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-rule bg-sunk px-4 py-3.5 text-note text-ink-2 md:rounded-b-card md:px-6">
      <p className="min-w-0 flex-1 basis-64">
        Runs by itself {row.releaseAt !== null && <RelativeTime at={row.releaseAt} now={now} />}: looking found almost nothing
        wrong here. Stopped, it goes to the queue and waits for a decision.
      </p>
      <Button
        disabled={lost !== null}
        onClick={() => {
          onStop(row.id);
        }}
      >
        Stop it<span className="sr-only">: {row.headline}</span>
      </Button>
      {lost !== null && <p className="basis-full">{lost}</p>}
    </div>
  );
}

"use client";

import { useEffect, useState } from "react";

import { asSentence } from "../../lib/contract/action-result";
import { queueHref } from "../../lib/client/queue-address";
import type { QueueParameters } from "../../lib/client/people-api";
import type { QueueView } from "../../lib/client/queue-view";
import { today } from "../../lib/client/today-api";
import type { Today } from "../../lib/contract/today";
import type { Queue } from "../../lib/domain/words";
import { Button } from "../ui/button";
import { buttonClass } from "../ui/button-class";
import { EmptyState } from "../ui/empty-state";
import { ErrorState } from "../ui/error-state";
import { Link } from "../ui/link";
import { useWords } from "../words/words-provider";
import { countWords } from "./queue-words";
import { refusalWords } from "./refusal-words";
import type { CardFailure } from "./use-card";

export interface EmptyDeskProps extends Pick<QueueView, "counts" | "countCap"> {
  readonly parameters: QueueParameters;
}

const UNFILTERED = { agent: null, sort: "stake", mine: false, text: null, fold: true } as const;
/** Sections that hold work; what is on its way or done asks for nobody. */
const WORK = ["needs_you", "deep", "second_look"] as const;

/** In place of the rows, or the card, of an empty section: why, and where something is left to do. */
export function EmptyDesk({ parameters, counts, countCap }: EmptyDeskProps) {
  const t = useWords("deskPanels");
  const why = emptyBecause(parameters);
  const left = WORK.filter((queue) => queue !== parameters.queue && (counts[queue] ?? 0) > 0);
  return (
    <EmptyState
      title={t(`empty.${why}`)}
      says={t(`empty.${why}.says`)}
      more={isWork(why) && <RanAlone counts={counts} />}
      action={left.length === 0 ? undefined : <Elsewhere queues={left} counts={counts} countCap={countCap} />}
    />
  );
}

/** What policy let run since midnight, and what agents have not fetched: why there is nothing to do. Its line is kept free until it is there; `counts` say that something moved. */
function RanAlone({ counts }: Pick<QueueView, "counts">) {
  const t = useWords("deskPanels");
  const [found, setFound] = useState<Today | null>(null);
  useEffect(() => {
    const gone = new AbortController();
    // Without an answer the section is as empty, and says so.
    today(gone.signal).then(setFound, () => undefined);
    return () => {
      gone.abort();
    };
  }, [counts]);
  // “At least none” is nothing to say.
  const says = found !== null && (found.ranAlone > 0 || !found.more);
  return (
    <p className="tabular mt-2 min-h-5 text-note text-ink-2">
      {says && `${t(found.more ? "empty.ranAlone.more" : "empty.ranAlone", { count: found.ranAlone })} `}
      {found !== null && t("empty.overdue", { count: found.overdue })}
    </p>
  );
}

/** The sections in which something waits, each with how much. Filters belong to the section that is empty. */
function Elsewhere({ queues, counts, countCap }: { readonly queues: readonly Queue[] } & Pick<QueueView, "counts" | "countCap">) {
  const [t, desk] = [useWords("deskPanels"), useWords("desk")];
  return (
    <ul aria-label={t("empty.elsewhere")} className="flex flex-wrap justify-center gap-2">
      {queues.map((queue) => (
        <li key={queue}>
          <Link href={queueHref({ ...UNFILTERED, queue })} className={buttonClass("outline", "large")}>
            {desk(`section.${queue}`)}
            <span className="tabular text-ink-3">{countWords(counts[queue], countCap)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** In place of a card that could not be read, with why, and the way to read it again. */
export function UnreadCard({ error, retry }: CardFailure) {
  const [t, desk] = [useWords("deskPanels"), useWords("desk")];
  return (
    <ErrorState
      title={t("unread")}
      says={asSentence(refusalWords(desk, error, desk("failed.unread")))}
      action={
        <Button
          onClick={() => {
            // Why not is said here again.
            retry().catch(() => undefined);
          }}
        >
          {t("unread.again")}
        </Button>
      }
    />
  );
}

function isWork(why: string): boolean {
  return WORK.some((queue) => queue === why);
}

/** What an empty section says. A filter is named first, since it may be why. */
function emptyBecause({ queue, agent, mine, text }: QueueParameters) {
  if (text !== null && text !== "") return "search";
  if (agent !== null) return "agent";
  if (!mine) return queue;
  return queue === "waiting" || queue === "done" ? "decided" : "mine";
}

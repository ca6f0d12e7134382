import type { ReactNode } from "react";

import type { StopNote } from "../../lib/contract/people";
import { bdi } from "../ui/bdi";
import { Link } from "../ui/link";
import { RelativeTime } from "../ui/relative-time";
import type { Words } from "../words/make-words";
import { OctagonX } from "./frame-icons";
import { stopWords } from "./stop-words";

export interface StopLineProps {
  readonly t: Words<"shell">;
  /** The newest first. */
  readonly stops: readonly StopNote[];
  /** The server's clock when the page was rendered. */
  readonly now: number;
}

/** What is stopped, by whom and since when; leads to where it is lifted. Nothing while nothing is. Drawn on the server and in the browser alike. */
export function StopLine({ t, stops, now }: StopLineProps) {
  const [newest] = stops;
  if (newest === undefined) return null;
  const scopes = stops.map(({ scope, agent }) => stopWords(t, scope, agent)).join(", ");
  return (
    <Link
      href="/agents#stop"
      data-stops
      className="flex min-h-11 items-center gap-2 border-b border-removed-ground bg-failed-ground px-4 py-1 text-note text-ink-2 hover:text-ink md:min-h-9 md:px-6"
    >
      <OctagonX aria-hidden="true" className="size-4 shrink-0 text-removed" strokeWidth={1.75} />
      <span className="min-w-0 [overflow-wrap:anywhere]">
        {t.rich("stopped", {
          scopes,
          count: stops.length,
          name: newest.by,
          when: <RelativeTime at={newest.at} now={now} />,
          what,
          who: bdi,
        })}{" "}
        <span className="max-lg:hidden">{t("stopped.says")}</span>
      </span>
    </Link>
  );
}

function what(inside: ReactNode): ReactNode {
  return <strong className="font-semibold text-removed">{inside}</strong>;
}

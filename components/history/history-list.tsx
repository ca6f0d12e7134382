import { History, SearchX } from "lucide-react";

import type { QueueRow } from "../../lib/contract/people";
import { dayOf } from "../../lib/domain/calendar-day";
import { buttonClass } from "../ui/button-class";
import { EmptyState } from "../ui/empty-state";
import { Link } from "../ui/link";
import { dateLocaleOf } from "../words/date-locale";
import type { Words } from "../words/make-words";
import { words } from "../words/words";
import { HistoryRow } from "./history-row";

export interface HistoryListProps {
  readonly rows: readonly QueueRow[];
  /** The reader's, so that a day is theirs. */
  readonly zone: string;
  readonly now: number;
  /** True when filters narrow the list: an empty one then says so. */
  readonly narrowed: boolean;
}

/** The proposals of one page under the days on which they were made. */
export async function HistoryList({ rows, zone, now, narrowed }: HistoryListProps) {
  const t = await words("history");
  if (rows.length === 0) return narrowed ? <NoMatch t={t} /> : <Nothing t={t} />;
  return (
    <div className="@container/history overflow-clip rounded-card border border-rule bg-panel">
      {byDay(rows, zone).map(({ day, rows: ofDay }) => (
        <section key={day} aria-labelledby={`day-${day}`} className="border-t border-rule first:border-t-0">
          <h2
            id={`day-${day}`}
            className="sticky top-(--strip) z-10 border-b border-rule bg-sunk px-4 py-1.5 text-small font-medium text-ink-2"
          >
            <time dateTime={day}>{dayWords(t, day, zone, now)}</time>
          </h2>
          <ul>
            {ofDay.map((row) => (
              <HistoryRow key={row.id} row={row} now={now} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface Day {
  readonly day: string;
  readonly rows: readonly QueueRow[];
}

/** The rows are newest first already, so a day's rows stand together. */
function byDay(rows: readonly QueueRow[], zone: string): readonly Day[] {
  const days = new Map<string, QueueRow[]>();
  for (const row of rows) {
    const day = dayOf(row.createdAt, zone);
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  return [...days].map(([day, ofDay]) => ({ day, rows: ofDay }));
}

const DAY_MS = 24 * 60 * 60 * 1000;

function dayWords(t: Words<"history">, day: string, zone: string, now: number): string {
  if (day === dayOf(now, zone)) return t("today");
  if (day === dayOf(now - DAY_MS, zone)) return t("yesterday");
  const format = new Intl.DateTimeFormat(dateLocaleOf(t.language), {
    weekday: "long",
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  return format.format(Date.parse(`${day}T00:00:00Z`));
}

interface Said {
  readonly t: Words<"history">;
}

function NoMatch({ t }: Said) {
  return (
    <EmptyState
      title={t("noMatch")}
      says={t("noMatch.says")}
      icon={<SearchX className="size-[1.125rem]" strokeWidth={1.75} />}
      action={
        <Link href="/history" className={buttonClass()}>
          {t("noMatch.act")}
        </Link>
      }
    />
  );
}

function Nothing({ t }: Said) {
  return (
    <EmptyState
      title={t("none")}
      says={t("none.says")}
      icon={<History className="size-[1.125rem]" strokeWidth={1.75} />}
      action={
        <Link href="/agents" className={buttonClass()}>
          {t("none.act")}
        </Link>
      }
    />
  );
}

"use client";

import { useRouter } from "next/navigation";
import type { MouseEvent, ReactNode } from "react";
import { memo, Suspense, useCallback, useMemo } from "react";

import type { Connection } from "../../lib/client/live-events";
import type { QueueParameters } from "../../lib/client/people-api";
import type { Line } from "../../lib/client/folds";
import { linesOf } from "../../lib/client/folds";
import { SORTS, queueHref } from "../../lib/client/queue-address";
import type { QueueView } from "../../lib/client/queue-view";
import type { QueueRow as Row } from "../../lib/contract/people";
import type { Queue } from "../../lib/domain/words";
import { NewArrivals, QueueList } from "../queue/queue-list";
import { QueueRow } from "../queue/queue-row";
import { LiveState, QueueToolbar } from "../queue/queue-toolbar";
import { Button } from "../ui/button";
import { IconButton } from "../ui/icon-button";
import { EmptyState } from "../ui/empty-state";
import { Search } from "../ui/icons";
import { useLoadedWhenIdle } from "../ui/later";
import { RelativeTime } from "../ui/relative-time";
import { TabsNav } from "../ui/tabs-nav";
import { isHeldBack, RunsAt } from "./held-back";
import { queueSearch } from "./later-panels";
import { QUEUE_LABEL, SORT_LABEL, countWords, emptyWords } from "./queue-words";

/** Everything here keeps its identity until it changes: the pane is drawn anew only then, and of its rows only those that changed. */
export interface QueuePaneProps {
  readonly view: QueueView;
  readonly connection: Connection;
  readonly selected: string | null;
  readonly parameters: QueueParameters;
  readonly agents: readonly { readonly id: string; readonly name: string }[];
  readonly now: number;
  readonly me: string;
  readonly onOpen: (id: string) => void;
  readonly onArrivals: () => void;
  readonly onMore: () => Promise<void>;
  /** Whether look-alikes are one line here. */
  readonly fold: boolean;
  readonly searching: boolean;
  readonly onSearch: () => void;
  readonly onSearchEnd: () => void;
}

const ORDERS = SORTS.map((value) => ({ value, label: SORT_LABEL[value] }));

const WHOSE = [
  { value: "", label: "Everybody’s" },
  { value: "yes", label: "Mine" },
] as const;

/** The sections, the order and the rows. The address holds the view. */
export const QueuePane = memo(function QueuePane(props: QueuePaneProps) {
  const { view, connection, parameters, agents } = props;
  useLoadedWhenIdle(queueSearch);
  return (
    <section aria-label="Queue" className="flex min-h-0 flex-col border-rule bg-panel md:h-dvh md:border-r">
      <Sections parameters={parameters} counts={view.counts} countCap={view.countCap} />
      <Filters parameters={parameters} agents={agents} connection={connection} onSearch={props.onSearch} />
      {(props.searching || (parameters.text ?? "") !== "") && (
        <Suspense fallback={null}>
          <queueSearch.Part parameters={parameters} searching={props.searching} onLeave={props.onSearchEnd} />
        </Suspense>
      )}
      <div className="min-h-0 flex-1 md:overflow-y-auto">
        {view.rows.length === 0 && view.arrivals.length === 0 ? <EmptyState {...emptyWords(parameters)} /> : <Rows {...props} />}
      </div>
    </section>
  );
});

const Sections = memo(function Sections({
  parameters,
  counts,
  countCap,
}: { readonly parameters: QueueParameters } & Pick<QueueView, "counts" | "countCap">) {
  return (
    <TabsNav
      label="Sections"
      tabs={QUEUES.map((queue) => ({
        href: queueHref({ ...parameters, queue }),
        label: QUEUE_LABEL[queue],
        current: queue === parameters.queue,
        count: queue === "done" ? null : countWords(counts[queue], countCap),
      }))}
    />
  );
});

const Filters = memo(function Filters({
  parameters,
  agents,
  connection,
  onSearch,
}: Pick<QueuePaneProps, "parameters" | "agents" | "connection" | "onSearch">) {
  const router = useRouter();
  const go = (change: Partial<QueueParameters>): void => {
    router.push(queueHref({ ...parameters, ...change }));
  };
  return (
    <QueueToolbar
      filters={[
        {
          name: "sort",
          label: "Order",
          value: parameters.sort,
          options: ORDERS,
          onChange: (sort) => {
            go({ sort: SORTS.find((one) => one === sort) ?? "stake" });
          },
        },
        {
          name: "agent",
          label: "Agent",
          value: parameters.agent ?? "",
          options: [{ value: "", label: "All agents" }, ...agents.map((agent) => ({ value: agent.id, label: agent.name }))],
          onChange: (agent) => {
            go({ agent: agent === "" ? null : agent });
          },
        },
        {
          name: "mine",
          label: "Whose",
          value: parameters.mine ? "yes" : "",
          options: WHOSE,
          onChange: (mine) => {
            go({ mine: mine === "yes" });
          },
        },
      ]}
    >
      <span className="flex items-center gap-1">
        <IconButton
          label="Search this section"
          icon={<Search aria-hidden="true" className="size-4" strokeWidth={1.75} />}
          onClick={onSearch}
        />
        <LiveState state={connection} />
      </span>
    </QueueToolbar>
  );
});

function Rows({ view, selected, parameters, fold, now, me, onOpen, onArrivals, onMore }: QueuePaneProps) {
  const lines = useMemo(
    () => (fold ? linesOf(view.rows, selected) : view.rows.map((row): Line => ({ row, count: 1 }))),
    [fold, view.rows, selected],
  );
  const open = useCallback(
    (id: string, event: MouseEvent) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      onOpen(id);
    },
    [onOpen],
  );
  return (
    <QueueList
      label={`${QUEUE_LABEL[parameters.queue]}, ${String(lines.length)} shown`}
      arrivals={<NewArrivals count={view.arrivals.length} onShow={onArrivals} />}
      footer={
        view.next === null ? null : (
          <div className="p-3 text-center">
            <Button variant="ghost" onClick={() => void onMore().catch(() => undefined)}>
              Show more
            </Button>
          </div>
        )
      }
    >
      {lines.map(({ row, count }, index) => (
        <QueueRow
          key={row.id}
          row={row}
          href={`/proposals/${row.id}`}
          selected={row.id === selected}
          count={count}
          now={now}
          note={row.refused ?? (row.later ? "later" : noteOf(row, me))}
          gone={row.left}
          aside={asideOf(row, now)}
          position={{ index, of: lines.length }}
          onSelect={open}
        />
      ))}
    </QueueList>
  );
}

function asideOf(row: Row, now: number): ReactNode {
  if (row.look !== null) return <DecidedBefore verb={row.look === "audit" ? "ran" : "asked"} at={row.createdAt} now={now} />;
  return isHeldBack(row) ? <RunsAt row={row} now={now} /> : undefined;
}

/** In place of a deadline: nothing hurries, it has been decided. */
function DecidedBefore({ verb, at, now }: { readonly verb: string; readonly at: number; readonly now: number }) {
  return (
    <>
      <span className="block text-ink-3">{verb} </span>
      <span className="block text-ink-2">
        <RelativeTime at={at} now={now} />
      </span>
    </>
  );
}

const QUEUES = ["needs_you", "deep", "second_look", "waiting", "done"] as const satisfies readonly Queue[];

function noteOf(row: Row, me: string): string | null {
  if (row.look !== null) return row.look === "audit" ? "ran already: fine or not?" : "second opinion";
  if (row.status === "held") return isHeldBack(row) ? "runs by itself unless stopped" : "held for undo";
  if (row.lapsed) return "approved, not run: renew?";
  if (row.signatures > 0 && row.status === "pending") return "1 of 2 signed";
  if (row.status === "approved") return row.delivery === "waiting" ? "agent has not fetched it yet" : row.delivery;
  if (row.lease !== null && row.lease.by.id !== me && row.lease.doing !== "next") {
    return `${row.lease.by.name} is ${row.lease.doing}`;
  }
  if (row.assignee === null) return null;
  return row.assignee.id === me ? "yours" : `for ${row.assignee.name}`;
}

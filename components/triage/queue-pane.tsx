"use client";

import { useRouter } from "next/navigation";
import type { MouseEvent, RefObject } from "react";
import { memo, useCallback, useEffect, useMemo, useRef } from "react";

import type { Connection } from "../../lib/client/live-events";
import type { QueueParameters } from "../../lib/client/people-api";
import type { Line } from "../../lib/client/folds";
import { linesOf } from "../../lib/client/folds";
import { SORTS, deskHref, queueHref } from "../../lib/client/queue-address";
import { linesInAll } from "../../lib/client/queue-size";
import type { QueueView } from "../../lib/client/queue-view";
import type { Queue } from "../../lib/domain/words";
import { NewArrivals, QueueList } from "../queue/queue-list";
import { QueueRow } from "../queue/queue-row";
import { LiveState, QueueToolbar } from "../queue/queue-toolbar";
import { afterPaint } from "../ui/after-paint";
import { Button } from "../ui/button";
import { IconButton } from "../ui/icon-button";
import { Search } from "../ui/icons";
import { useLoadedWhenIdle } from "../ui/later";
import { TabsNav } from "../ui/tabs-nav";
import { emptyDesk, queueSearch } from "./later-panels";
import { useWords } from "../words/words-provider";
import { countWords } from "./queue-words";
import { asideOf, noteOf } from "./row-notes";

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
  /** The field that was asked for has the cursor. */
  readonly onSearchField: () => void;
  readonly onSearchEnd: () => void;
}

/** The sections, the order and the rows. The address holds the view. */
export const QueuePane = memo(function QueuePane(props: QueuePaneProps) {
  const { view, connection, parameters, agents } = props;
  const t = useWords("desk");
  useLoadedWhenIdle(queueSearch);
  const list = useRef<HTMLDivElement>(null);
  useInSight(list, props.selected);
  return (
    <section aria-label={t("queue")} className="flex min-h-0 flex-col border-rule bg-panel md:border-e">
      <Sections parameters={parameters} counts={view.counts} countCap={view.countCap} />
      <Filters parameters={parameters} agents={agents} connection={connection} onSearch={props.onSearch} />
      {(props.searching || (parameters.text ?? "") !== "") && (
        <queueSearch.Part
          parameters={parameters}
          searching={props.searching}
          onCursor={props.onSearchField}
          onLeave={props.onSearchEnd}
        />
      )}
      <div ref={list} className="min-h-0 flex-1 md:scroll-py-8 md:overflow-y-auto">
        {view.rows.length === 0 && view.arrivals.length === 0 ? (
          <emptyDesk.Part parameters={parameters} counts={view.counts} countCap={view.countCap} />
        ) : (
          <Rows {...props} />
        )}
      </div>
    </section>
  );
});

/** Brings the row into sight that a key or a decision went on to; one that was clicked is there. */
function useInSight(list: RefObject<HTMLElement | null>, selected: string | null): void {
  const last = useRef(selected);
  useEffect(() => {
    if (last.current === selected) return;
    last.current = selected;
    return afterPaint(() => list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: "nearest" }));
  }, [list, selected]);
}

const Sections = memo(function Sections({
  parameters,
  counts,
  countCap,
}: { readonly parameters: QueueParameters } & Pick<QueueView, "counts" | "countCap">) {
  const t = useWords("desk");
  return (
    <TabsNav
      label={t("sections")}
      tabs={QUEUES.map((queue) => ({
        href: queueHref({ ...parameters, queue }),
        label: t(`section.${queue}`),
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
  const t = useWords("desk");
  const router = useRouter();
  const go = (change: Partial<QueueParameters>): void => {
    router.push(queueHref({ ...parameters, ...change }));
  };
  return (
    <QueueToolbar
      filters={[
        {
          name: "sort",
          label: t("order"),
          value: parameters.sort,
          options: SORTS.map((value) => ({ value, label: t(`sort.${value}`) })),
          onChange: (sort) => {
            go({ sort: SORTS.find((one) => one === sort) ?? "stake" });
          },
        },
        {
          name: "agent",
          label: t("agent"),
          value: parameters.agent ?? "",
          options: [
            { value: "", label: t("agent.all") },
            ...agents.map((agent) => ({ value: agent.id, label: agent.name, labelIsName: true })),
          ],
          onChange: (agent) => {
            go({ agent: agent === "" ? null : agent });
          },
        },
        {
          name: "mine",
          label: t("whose"),
          value: parameters.mine ? "yes" : "",
          options: [
            { value: "", label: t("whose.all") },
            { value: "yes", label: t("whose.mine") },
          ],
          onChange: (mine) => {
            go({ mine: mine === "yes" });
          },
        },
      ]}
    >
      <span className="flex items-center gap-1">
        <LiveState state={connection} />
        <IconButton
          label={t("search")}
          icon={<Search aria-hidden="true" className="size-4" strokeWidth={1.75} />}
          onClick={onSearch}
        />
      </span>
    </QueueToolbar>
  );
});

function Rows({ view, selected, parameters, fold, now, me, onOpen, onArrivals, onMore }: QueuePaneProps) {
  const t = useWords("desk");
  const lines = useMemo(
    () => (fold ? linesOf(view.rows, selected) : view.rows.map((row): Pick<Line, "row" | "count"> => ({ row, count: 1 }))),
    [fold, view.rows, selected],
  );
  const of = linesInAll(view, parameters, { lines: lines.length, fold });
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
      label={t("list", { section: t(`section.${parameters.queue}`), count: lines.length })}
      arrivals={<NewArrivals count={view.arrivals.length} onShow={onArrivals} />}
      footer={
        view.next === null ? null : (
          <div className="p-3 text-center">
            <Button variant="ghost" onClick={() => void onMore().catch(() => undefined)}>
              {t("more")}
            </Button>
          </div>
        )
      }
    >
      {lines.map(({ row, count }, index) => (
        <QueueRow
          key={row.id}
          row={row}
          // Where a press comes before the desk can hear it, and in a tab of its own, the same card is opened.
          href={deskHref("/queue", parameters, row.id)}
          selected={row.id === selected}
          count={count}
          now={now}
          note={row.refused ?? (row.later ? t("note.later") : noteOf(t, row, me, now))}
          gone={row.left === null ? null : t.sentence(row.left)}
          aside={asideOf(row, now)}
          position={{ index, of }}
          onSelect={open}
        />
      ))}
    </QueueList>
  );
}

const QUEUES = ["needs_you", "deep", "second_look", "waiting", "done"] as const satisfies readonly Queue[];

"use client";

import { useRouter } from "next/navigation";
import type { ComponentType, RefObject } from "react";
import { useCallback, useEffect, useLayoutEffect, useRef } from "react";

import type { QueueParameters } from "../../lib/client/people-api";
import { deskHref, queueHref } from "../../lib/client/queue-address";
import type { QueueView } from "../../lib/client/queue-view";
import type { CardDetail, QueueRow } from "../../lib/contract/people";
import type { KeyBinding } from "../../lib/domain/input/key-map";
import type { Preferences } from "../../lib/domain/preferences";
import { afterPaint } from "../ui/after-paint";
import { useHereOnceIdle, useLoadedWhenIdle } from "../ui/later";
import { useWords } from "../words/words-provider";
import { CardColumn } from "./card-column";
import type { FocusBarProps } from "./focus-bar";
import { HabitsContext, KeyContext } from "./key-context";
import { behindDesk, connectionBanner } from "./later-panels";
import type { PaletteActs } from "./palette";
import { QueuePane } from "./queue-pane";
import { isRoomy } from "./room";
import type { Covers, Pace } from "./use-rest";
import type { ConfirmPassword } from "./use-signing";
import { useTriage } from "./use-triage";

export interface TriageScreenProps {
  readonly parameters: QueueParameters;
  readonly initial: QueueView;
  readonly initialSelected: string | null;
  /** The selected card, so that the first frame is the real one. */
  readonly initialCard: CardDetail | null;
  readonly initialLast: readonly QueueRow[];
  readonly agents: readonly { readonly id: string; readonly name: string }[];
  /** Everyone who decides here. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly preferences: Preferences;
  /** The person's keys. */
  readonly keys: readonly KeyBinding[];
  readonly screens: readonly { readonly href: string; readonly label: string }[];
  readonly acts: PaletteActs;
  readonly me: string;
  readonly now: number;
  /** Above the one card, which is then shown over the whole width; without it the card stands beside the list. */
  readonly Bar?: ComponentType<FocusBarProps>;
  /** What may stand before that one card. */
  readonly covers?: Covers;
  readonly confirmPassword: ConfirmPassword;
  /** How long this person has been at it; null for whoever does not decide. */
  readonly pace: Pace | null;
  readonly deferBreak: () => Promise<unknown>;
}

/** The queue with its live preview, or one card alone. Both are the same desk: same keys, same acts. */
export function TriageScreen(props: TriageScreenProps) {
  return (
    <KeyContext value={props.keys}>
      <HabitsContext value={props.preferences}>
        <TriageDesk {...props} />
      </HabitsContext>
    </KeyContext>
  );
}

function TriageDesk(props: TriageScreenProps) {
  const t = useWords("desk");
  const router = useRouter();
  const { parameters, Bar } = props;
  const layout = Bar === undefined ? "split" : "focus";
  const triage = useTriage({
    parameters,
    initial: { view: props.initial, last: props.initialLast },
    initialSelected: props.initialSelected,
    initialCard: props.initialCard,
    me: props.me,
    onSearch:
      layout === "split"
        ? null
        : () => {
            router.push(`${queueHref(parameters)}${SEARCH}`);
          },
    onView: (change) => {
      router.push(queueHref({ ...parameters, ...change }));
    },
    onFocusMode: (id) => {
      // Where there is no room beside the list it is the list alone that is gone back to.
      if (layout === "focus") router.push(deskHref("/queue", parameters, isRoomy() ? id : null));
      else router.push(deskHref("/focus", parameters, id));
    },
    alone: layout === "focus",
    onStopAgent: (detail) => {
      router.push(`/agents/${detail.row.agent.id}#stop`);
    },
    rest: { pace: props.pace, covers: props.covers ?? null, now: props.now, defer: props.deferBreak },
  });
  const { queue, selection } = triage;
  const { act } = triage;
  useLoadedWhenIdle(connectionBanner);
  const behind = useHereOnceIdle(behindDesk, triage.panels.panel !== "none");
  const pane = useRef<HTMLElement>(null);
  useHeadFirst(pane, triage.card.detail);
  const openSearch = useCallback(() => {
    act({ type: "command", command: "search" });
  }, [act]);
  useSearchAsked(layout === "split", openSearch);
  const { panel, open } = triage.panels;
  const searching = panel === "search" || panel === "searching";
  const onSearchField = useCallback(() => {
    open("searching");
  }, [open]);
  const { select } = selection;
  useAloneOnPhone(layout === "split", parameters);
  useHeadingFocus(selection.selected);
  useAddress(layout === "focus" && selection.selected !== null ? deskHref("/focus", parameters, selection.selected) : null);
  const onOpen = useCallback(
    (id: string) => {
      if (isRoomy()) select(id);
      else router.push(deskHref("/focus", parameters, id));
    },
    [select, router, parameters],
  );
  return (
    <>
      <h1 className="sr-only">{t(layout === "split" ? "queue" : "focus")}</h1>
      {Bar !== undefined && <Bar triage={triage} parameters={parameters} now={props.now} decides={props.pace !== null} />}
      {queue.connection === "lost" && <connectionBanner.Part />}
      <div
        data-split={layout === "split" || undefined}
        className={
          layout === "split"
            ? "md:grid md:min-h-0 md:flex-1 md:grid-rows-[minmax(0,1fr)] md:grid-cols-[minmax(20rem,28.25rem)_minmax(0,1fr)]"
            : ""
        }
      >
        {layout === "split" && (
          <QueuePane
            view={queue.view}
            connection={queue.connection}
            selected={selection.selected}
            parameters={parameters}
            agents={props.agents}
            now={props.now}
            me={props.me}
            onOpen={onOpen}
            onArrivals={queue.showArrivals}
            onMore={queue.loadMore}
            fold={triage.fold}
            searching={searching}
            onSearch={openSearch}
            onSearchField={onSearchField}
            onSearchEnd={triage.panels.close}
          />
        )}
        <section
          ref={pane}
          aria-label={t("card")}
          className={
            layout === "split"
              ? "max-md:hidden md:scroll-pt-4 md:scroll-pb-[calc(var(--action-bar)+1rem)] md:overflow-y-auto md:px-7 md:pt-7"
              : "mx-auto w-full max-w-[48.75rem] pb-24 md:py-6"
          }
        >
          <CardColumn
            triage={triage}
            parameters={parameters}
            now={props.now}
            confirmPassword={props.confirmPassword}
            alone={layout === "focus"}
            swipe={props.preferences.swipe}
          />
        </section>
      </div>
      {behind && <behindDesk.Part triage={triage} {...props} />}
    </>
  );
}

/** Every card, and every version of it, begins with its head: how far the one before was read says nothing about it. */
function useHeadFirst(pane: RefObject<HTMLElement | null>, detail: CardDetail | null): void {
  const card = detail === null ? null : `${detail.row.id}@${String(detail.row.version)}`;
  const last = useRef(card);
  // In the frame that shows it: before it can be decided, and before anybody has begun to read.
  useLayoutEffect(() => {
    if (card === null || last.current === card) return;
    last.current = card;
    // Beside the list the card scrolls in its pane, alone on a phone with the page.
    pane.current?.scrollTo(0, 0);
    scrollTo(0, 0);
  }, [pane, card]);
}

/** Keeps the open card in the address, so that a reload opens it again and not one that is decided. */
function useAddress(href: string | null): void {
  useEffect(
    () =>
      afterPaint(() => {
        if (href !== null) history.replaceState(null, "", href);
      }),
    [href],
  );
}

/** An address of the queue that names a card opens it alone where there is no room beside the list, as on a phone. */
function useAloneOnPhone(split: boolean, parameters: QueueParameters): void {
  const router = useRouter();
  useEffect(() => {
    const open = new URLSearchParams(location.search).get("open");
    if (split && open !== null && !isRoomy()) router.replace(deskHref("/focus", parameters, open));
  }, [router, split, parameters]);
}

/** In the address of the list: its search was asked for where there is no list. */
const SEARCH = "#search";

/** Opens the search that the address asks for, once: it is no part of the view. */
function useSearchAsked(split: boolean, openSearch: () => void): void {
  useEffect(() => {
    if (!split || location.hash !== SEARCH) return;
    history.replaceState(null, "", location.pathname + location.search);
    openSearch();
  }, [split, openSearch]);
}

/** After a decision the focus goes to the next card's heading, unless the person had it in a list or a field. */
function useHeadingFocus(selected: string | null): void {
  useEffect(
    () =>
      // Before the card is painted this would lay out the page twice.
      afterPaint(() => {
        const active = document.activeElement;
        if (active !== null && active !== document.body) return;
        document.getElementById(`card-${selected ?? ""}-heading`)?.focus({ preventScroll: true });
      }),
    [selected],
  );
}

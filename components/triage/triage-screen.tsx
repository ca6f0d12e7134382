"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

import type { QueueParameters } from "../../lib/client/people-api";
import type { QueueView } from "../../lib/client/queue-view";
import type { CardDetail, QueueRow } from "../../lib/contract/people";
import { ConnectionBanner } from "../shell/connection-banner";
import { KeySheet } from "../shell/key-sheet";
import { CardColumn } from "./card-column";
import { KEY_GROUPS } from "./key-groups";
import { QueuePane } from "./queue-pane";
import type { ConfirmPassword } from "./use-signing";
import { useTriage } from "./use-triage";

const EditSheet = dynamic(() => import("./edit-sheet").then((module) => module.EditSheet));
const EvidenceSheet = dynamic(() => import("./evidence-sheet").then((module) => module.EvidenceSheet));

export interface TriageScreenProps {
  readonly parameters: QueueParameters;
  readonly initial: QueueView;
  readonly initialSelected: string | null;
  /** The selected card, so that the first frame is the real one. */
  readonly initialCard: CardDetail | null;
  readonly initialLast: readonly QueueRow[];
  readonly agents: readonly { readonly id: string; readonly name: string }[];
  readonly me: string;
  readonly now: number;
  /** `focus` shows the one card over the whole width. */
  readonly layout: "split" | "focus";
  readonly confirmPassword: ConfirmPassword;
}

/** The queue with its live preview, or one card alone. Both are the same desk: same keys, same acts. */
export function TriageScreen(props: TriageScreenProps) {
  const router = useRouter();
  const { parameters, layout } = props;
  const triage = useTriage({
    parameters,
    initial: props.initial,
    initialSelected: props.initialSelected,
    initialCard: props.initialCard,
    me: props.me,
    onFocusMode: (id) => {
      router.push(layout === "focus" ? `/queue?open=${id}` : `/focus?open=${id}&section=${parameters.queue}`);
    },
    onStopAgent: (detail) => {
      router.push(`/agents/${detail.row.agent.id}#stop`);
    },
  });
  const { panels, queue, selection } = triage;
  useHeadingFocus(selection.selected);
  const { detail } = triage.card;
  return (
    <>
      <h1 className="sr-only">{layout === "split" ? "Queue" : "Focus"}</h1>
      {queue.connection === "lost" && <ConnectionBanner />}
      <div className={layout === "split" ? "md:grid md:grid-cols-[minmax(20rem,28.25rem)_minmax(0,1fr)]" : ""}>
        {layout === "split" && (
          <QueuePane
            triage={triage}
            parameters={parameters}
            agents={props.agents}
            now={props.now}
            me={props.me}
            onOpen={(id) => {
              if (matchMedia("(min-width: 48rem)").matches) selection.select(id);
              else router.push(`/focus?open=${id}&section=${parameters.queue}`);
            }}
          />
        )}
        <section
          aria-label="Card"
          className={
            layout === "split"
              ? "max-md:hidden md:h-dvh md:overflow-y-auto md:p-7"
              : "mx-auto w-full max-w-[48.75rem] pb-24 md:py-8"
          }
        >
          <CardColumn
            triage={triage}
            parameters={parameters}
            initialLast={props.initialLast}
            now={props.now}
            confirmPassword={props.confirmPassword}
          />
        </section>
      </div>
      {panels.panel === "edit" && detail !== null && (
        <EditSheet triage={triage} detail={detail} confirmPassword={props.confirmPassword} />
      )}
      {(panels.panel === "evidence" || panels.panel === "why") && detail !== null && (
        <EvidenceSheet triage={triage} detail={detail} />
      )}
      <KeySheet
        open={panels.panel === "keys"}
        onOpenChange={(open) => {
          panels.open(open ? "keys" : "none");
        }}
        enabled
        groups={KEY_GROUPS}
      />
    </>
  );
}

/** After a decision the focus goes to the next card's heading, unless the person had it in a list or a field. */
function useHeadingFocus(selected: string | null): void {
  useEffect(() => {
    const active = document.activeElement;
    if (active !== null && active !== document.body) return;
    document.getElementById(`card-${selected ?? ""}-heading`)?.focus({ preventScroll: true });
  }, [selected]);
}

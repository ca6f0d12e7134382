"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

import type { QueueParameters } from "../../lib/client/people-api";
import { lastQuery } from "../../lib/client/queries";
import type { QueueView } from "../../lib/client/queue-view";
import type { QueueRow } from "../../lib/contract/people";
import { DEFAULT_KEYS } from "../../lib/domain/input/key-map";
import { LastDecisions } from "../card/last-decisions";
import { RejectStrip } from "../card/reject-strip";
import { ConnectionBanner } from "../shell/connection-banner";
import { KeySheet } from "../shell/key-sheet";
import { useNow } from "../ui/clock";
import { EmptyState } from "../ui/empty-state";
import { ErrorState } from "../ui/error-state";
import { CardPane } from "./card-pane";
import { lastDecisions } from "./last-steps";
import { QueuePane } from "./queue-pane";
import { emptyWords } from "./queue-words";
import type { Triage } from "./use-triage";
import { useTriage } from "./use-triage";

const EditSheet = dynamic(() => import("./edit-sheet").then((module) => module.EditSheet));
const EvidenceSheet = dynamic(() => import("./evidence-sheet").then((module) => module.EvidenceSheet));

export interface TriageScreenProps {
  readonly parameters: QueueParameters;
  readonly initial: QueueView;
  readonly initialSelected: string | null;
  readonly initialLast: readonly QueueRow[];
  readonly agents: readonly { readonly id: string; readonly name: string }[];
  readonly me: string;
  readonly now: number;
  /** `focus` shows the one card over the whole width. */
  readonly layout: "split" | "focus";
  readonly confirmPassword: (password: string) => Promise<{ readonly ok: boolean; readonly detail: string }>;
}

/** The queue with its live preview, or one card alone. Both are the same desk: same keys, same acts. */
export function TriageScreen(props: TriageScreenProps) {
  const router = useRouter();
  const { parameters, layout } = props;
  const triage = useTriage({
    parameters,
    initial: props.initial,
    initialSelected: props.initialSelected,
    me: props.me,
    onFocusMode: (id) => {
      router.push(layout === "focus" ? `/queue?open=${id}` : `/focus?open=${id}&section=${parameters.queue}`);
    },
    onStopAgent: (detail) => {
      router.push(`/agents/${detail.row.agent.id}#stop`);
    },
  });
  useHeadingFocus(triage.selected);
  const { connection } = triage.queue;
  return (
    <>
      {connection === "lost" && <ConnectionBanner />}
      <div className={layout === "split" ? "md:grid md:grid-cols-[minmax(20rem,28.25rem)_minmax(0,1fr)]" : ""}>
        {layout === "split" && (
          <QueuePane
            triage={triage}
            parameters={parameters}
            agents={props.agents}
            now={props.now}
            me={props.me}
            onOpen={(id) => {
              if (matchMedia("(min-width: 48rem)").matches) triage.select(id);
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
          <Pane {...props} triage={triage} />
        </section>
      </div>
      {triage.panel === "edit" && triage.detail !== null && <EditSheet triage={triage} detail={triage.detail} />}
      {(triage.panel === "evidence" || triage.panel === "why") && triage.detail !== null && (
        <EvidenceSheet triage={triage} detail={triage.detail} />
      )}
      <KeySheet
        open={triage.panel === "keys"}
        onOpenChange={(open) => {
          triage.open(open ? "keys" : "none");
        }}
        enabled
        groups={KEY_GROUPS}
      />
    </>
  );
}

const KEY_GROUPS = [
  { title: "Decide", of: ["approve", "reject", "edit", "undo", "release"] },
  { title: "Move and look", of: ["next", "previous", "later", "evidence", "why", "focus", "stop_agent", "sheet"] },
].map(({ title, of }) => ({
  title,
  keys: DEFAULT_KEYS.filter((binding) => of.includes(binding.command)).map((binding) => ({
    keys: [binding.badge],
    does: binding.says,
  })),
}));

function Pane({ triage, ...props }: TriageScreenProps & { readonly triage: Triage }) {
  const { detail, askReason } = triage;
  const { data: remembered } = useQuery({ ...lastQuery(), initialData: props.initialLast });
  const now = useNow(props.now, 1000);
  return (
    <div className="flex max-w-[48.75rem] flex-col gap-4">
      {detail !== null ? (
        <CardPane triage={triage} detail={detail} now={props.now} confirmPassword={props.confirmPassword} />
      ) : triage.selected === null ? (
        <EmptyState {...emptyWords(props.parameters.queue, props.parameters.agent !== null)} />
      ) : triage.failure === null ? null : (
        <ErrorState title="This card could not be read" says={triage.failure} />
      )}
      {askReason !== null && (
        <RejectStrip
          subject={askReason.row.headline}
          reasons={askReason.card.rejectReasons}
          required={false}
          showKeys
          onReason={(reason) => {
            triage.dismissReason();
            void triage.decisions.giveReason(askReason.row.id, reason).catch(() => undefined);
          }}
          onDismiss={triage.dismissReason}
        />
      )}
      {detail !== null && triage.panel === "reject" && (
        <RejectStrip
          subject={detail.row.headline}
          reasons={detail.card.rejectReasons}
          required
          showKeys
          onReason={(reason) => void triage.send({ decision: { type: "reject", reason }, act: { type: "key" } })}
          onDismiss={() => {
            triage.open("none");
          }}
        />
      )}
      <LastDecisions
        decisions={lastDecisions(triage.decisions.decided, remembered, now)}
        showKeys
        onUndo={(id) => void triage.decisions.undo(id).catch(() => undefined)}
        onRelease={(id) => void triage.decisions.release(id).catch(() => undefined)}
      />
    </div>
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

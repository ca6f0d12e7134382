import clsx from "clsx";
import { Check, CircleDashed, CircleHelp, Undo2, X } from "lucide-react";
import type { ReactNode } from "react";

import type { OutcomeStatus } from "../../lib/domain/words";
import { ExactTime } from "../ui/relative-time";

export interface DeliveryStateProps {
  /** `Approved by Ana Ruiz`; null while nobody has decided. */
  readonly decided: { readonly says: string; readonly at: number } | null;
  /** The undo window is open until then; null once it is over. */
  readonly heldUntil: number | null;
  readonly deliveredAt: number | null;
  readonly redeemedAt: number | null;
  readonly outcome: { readonly status: OutcomeStatus; readonly at: number; readonly detail: string | null } | null;
  /** False for a rejection or an answer: there is nothing to redeem. */
  readonly runs: boolean;
  /** The approval was not used in time. */
  readonly lapsed: boolean;
}

const OUTCOME: Record<OutcomeStatus, { readonly word: string; readonly icon: ReactNode; readonly ink: string }> = {
  succeeded: { word: "Succeeded", icon: <Check />, ink: "text-passed" },
  failed: { word: "Failed", icon: <X />, ink: "text-removed" },
  unknown: { word: "Outcome unknown", icon: <CircleHelp />, ink: "text-removed" },
  reverted: { word: "Reverted", icon: <Undo2 />, ink: "text-ink-2" },
};

/** How far the answer has travelled: four separate facts. Decided is not delivered, delivered not redeemed, redeemed not done. */
export function DeliveryState(props: DeliveryStateProps) {
  const facts = [decidedFact(props), deliveredFact(props), ...(props.runs ? [redeemedFact(props), outcomeFact(props)] : [])];
  return (
    <ol className="grid gap-px overflow-hidden rounded-control border border-rule bg-rule text-note sm:grid-cols-2 lg:grid-flow-col lg:auto-cols-fr lg:grid-cols-none">
      {facts.map((fact, index) => (
        <FactCell key={index} fact={fact} />
      ))}
    </ol>
  );
}

interface Fact {
  readonly label: string;
  /** Null for what has not happened. */
  readonly at: number | null;
  readonly icon?: ReactNode;
  readonly ink?: string;
  readonly note: ReactNode;
}

function decidedFact({ decided, heldUntil }: DeliveryStateProps): Fact {
  const note =
    heldUntil === null ? null : (
      <>
        held until <ExactTime at={heldUntil} form="clock" />
      </>
    );
  return { label: decided?.says ?? "Not decided", at: decided?.at ?? null, note };
}

function deliveredFact({ deliveredAt }: DeliveryStateProps): Fact {
  return { label: deliveredAt === null ? "Not delivered" : "Delivered to the agent", at: deliveredAt, note: null };
}

function redeemedFact({ redeemedAt, lapsed }: DeliveryStateProps): Fact {
  const note = lapsed && redeemedAt === null ? <span className="font-medium text-removed">lapsed before it was used</span> : null;
  return { label: redeemedAt === null ? "Not redeemed" : "Redeemed", at: redeemedAt, note };
}

function outcomeFact({ outcome }: DeliveryStateProps): Fact {
  if (outcome === null) return { label: "No outcome yet", at: null, note: null };
  const { word, icon, ink } = OUTCOME[outcome.status];
  return { label: word, at: outcome.at, icon, ink, note: outcome.detail === null ? null : <bdi>{outcome.detail}</bdi> };
}

function FactCell({ fact }: { readonly fact: Fact }) {
  const { label, at, icon, ink, note } = fact;
  return (
    <li className="min-w-0 bg-panel px-3 py-2.5">
      <p className={clsx("flex items-start gap-1.5 font-medium", at === null ? "text-ink-3" : "text-ink")}>
        <span aria-hidden="true" className={clsx("mt-[3px] shrink-0 [&>svg]:size-3.5 [&>svg]:stroke-2", ink)}>
          {icon ?? (at === null ? <CircleDashed /> : <Check />)}
        </span>
        <span className="min-w-0 [overflow-wrap:anywhere]">{label}</span>
      </p>
      {(at !== null || note !== null) && (
        <p className="tabular pl-5 text-small [overflow-wrap:anywhere] text-ink-3">
          {at !== null && <ExactTime at={at} />}
          {note !== null && <span className="block">{note}</span>}
        </p>
      )}
    </li>
  );
}

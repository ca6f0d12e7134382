import clsx from "clsx";
import { Check, CircleDashed, CircleHelp, TriangleAlert, Undo2, X } from "lucide-react";
import type { ReactNode } from "react";

import type { OutcomeStatus } from "../../lib/domain/words";
import { ExactTime } from "../ui/exact-time";
import type { Words } from "../words/make-words";
import { words } from "../words/words";

export interface DeliveryStateProps {
  /** A person composed it and carries it out: no agent fetches anything. */
  readonly byHand: boolean;
  /** `Approved by Ana Ruiz`; null while nobody has decided. */
  readonly decided: { readonly says: string; readonly at: number } | null;
  /** The undo window is open until then; null once it is over. */
  readonly heldUntil: number | null;
  readonly deliveredAt: number | null;
  /** Since when its agent has had an answer to fetch and has not; null where that is no alarm. */
  readonly overdueSince: number | null;
  readonly redeemedAt: number | null;
  readonly outcome: { readonly status: OutcomeStatus; readonly at: number; readonly detail: string | null } | null;
  /** False for a rejection or an answer: there is nothing to redeem. */
  readonly runs: boolean;
  /** The approval was not used in time. */
  readonly lapsed: boolean;
}

const OUTCOME: Record<OutcomeStatus, { readonly icon: ReactNode; readonly ink: string }> = {
  succeeded: { icon: <Check />, ink: "text-passed" },
  failed: { icon: <X />, ink: "text-removed" },
  unknown: { icon: <CircleHelp />, ink: "text-removed" },
  reverted: { icon: <Undo2 />, ink: "text-ink-2" },
};

/** How far the answer has travelled: four separate facts. Decided is not delivered, delivered not redeemed, redeemed not done. */
export async function DeliveryState(props: DeliveryStateProps) {
  const t = await words("proposal");
  const facts = [
    decidedFact(t, props),
    deliveredFact(t, props),
    ...(props.runs ? [redeemedFact(t, props), outcomeFact(t, props)] : []),
  ];
  return (
    <div className="@container">
      <ol className="grid gap-px overflow-hidden rounded-control border border-rule bg-rule text-note @md:grid-cols-2 @2xl:auto-cols-fr @2xl:grid-flow-col @2xl:grid-cols-none">
        {facts.map((fact, index) => (
          <FactCell key={index} fact={fact} />
        ))}
      </ol>
    </div>
  );
}

type T = Words<"proposal">;

interface Fact {
  readonly label: string;
  /** Null for what has not happened. */
  readonly at: number | null;
  readonly icon?: ReactNode;
  readonly ink?: string;
  readonly note: ReactNode;
}

function decidedFact(t: T, { decided, heldUntil }: DeliveryStateProps): Fact {
  const note = heldUntil === null ? null : t.rich("delivery.held", { when: <ExactTime at={heldUntil} form="clock" /> });
  return { label: decided?.says ?? t("delivery.notDecided"), at: decided?.at ?? null, note };
}

function deliveredFact(t: T, { byHand, deliveredAt, overdueSince }: DeliveryStateProps): Fact {
  if (byHand) return { label: t(deliveredAt === null ? "delivery.notTaken" : "delivery.taken"), at: deliveredAt, note: null };
  if (deliveredAt !== null) return { label: t("delivery.delivered"), at: deliveredAt, note: null };
  if (overdueSince === null) return { label: t("delivery.notDelivered"), at: null, note: null };
  const note = (
    <span className="font-medium text-removed">
      {t.rich("delivery.overdue", { when: <ExactTime at={overdueSince} form="clock" /> })}
    </span>
  );
  return { label: t("delivery.notDelivered"), at: null, icon: <TriangleAlert />, ink: "text-removed", note };
}

function redeemedFact(t: T, { redeemedAt, lapsed }: DeliveryStateProps): Fact {
  const note = lapsed && redeemedAt === null ? <span className="font-medium text-removed">{t("delivery.lapsed")}</span> : null;
  return { label: t(redeemedAt === null ? "delivery.notRedeemed" : "delivery.redeemed"), at: redeemedAt, note };
}

function outcomeFact(t: T, { outcome }: DeliveryStateProps): Fact {
  if (outcome === null) return { label: t("delivery.noOutcome"), at: null, note: null };
  const { icon, ink } = OUTCOME[outcome.status];
  return {
    label: t(`outcome.${outcome.status}`),
    at: outcome.at,
    icon,
    ink,
    note: outcome.detail === null ? null : <bdi>{outcome.detail}</bdi>,
  };
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
        <p className="tabular ps-5 text-small [overflow-wrap:anywhere] text-ink-3">
          {at !== null && <ExactTime at={at} />}
          {note !== null && <span className="block">{note}</span>}
        </p>
      )}
    </li>
  );
}

"use client";

import { useEffect, useRef, type ReactNode } from "react";

import type { CarryOutStep, CarryOutView } from "../../lib/contract/carry-out";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Panel } from "../ui/panel";
import { ExactTime } from "../ui/exact-time";
import { useAction } from "../ui/use-action";
import { useWords } from "../words/words-provider";
import type { CarryOutActions } from "./carry-out-actions";
import { ReceiptBox } from "./receipt-box";
import { ReportForm } from "./report-form";

export interface CarryOutPanelProps {
  readonly view: CarryOutView;
  readonly actions: CarryOutActions;
}

/** For whoever may carry out what was composed by hand: the receipt, taking it up once, and saying how it went. */
export function CarryOutPanel({ view, actions }: CarryOutPanelProps) {
  const t = useWords("carryOut");
  const note = view.composer === null ? t("mine") : t("theirs", { name: view.composer });
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(view.now.step);
  useEffect(() => {
    if (before.current === view.now.step) return;
    before.current = view.now.step;
    // The button that led here is gone: whoever used it goes on reading where it was, and hears that a time runs.
    place.current?.focus();
  }, [view.now.step]);
  return (
    <Panel id="carry-out" title={t("title")} note={note}>
      <div ref={place} tabIndex={-1} aria-live="polite" className="flex flex-col items-start gap-3 text-note text-ink-2">
        <Step key={view.now.step} view={view} actions={actions} step={view.now} />
      </div>
    </Panel>
  );
}

function Step({ step, ...rest }: CarryOutPanelProps & { readonly step: CarryOutStep }) {
  switch (step.step) {
    case "unread":
      return <Unread step={step} {...rest} />;
    case "untaken":
      return <Untaken step={step} {...rest} />;
    case "taken":
      return <Taken step={step} {...rest} />;
    case "lapsed":
      return <Lapsed step={step} />;
    case "redeemed":
      return <ReportForm step={step} proposal={rest.view.proposal} report={rest.actions.report} />;
  }
}

type Of<Name extends CarryOutStep["step"]> = CarryOutPanelProps & { readonly step: Extract<CarryOutStep, { step: Name }> };

function Unread({ step, view, actions }: Of<"unread">) {
  const t = useWords("carryOut");
  const acting = useAction(actions.take);
  return (
    <>
      <p>{t(`unread.${step.answer}`)}</p>
      <Refused says={acting.failure} />
      <Button aria-disabled={acting.pending} onClick={() => acting.run({ proposal: view.proposal })}>
        {t("unread.read")}
      </Button>
    </>
  );
}

function Untaken({ step, view, actions }: Of<"untaken">) {
  const t = useWords("carryOut");
  const acting = useAction(actions.take);
  return (
    <>
      <p>{t("untaken")}</p>
      <p className="text-ink-3">{t.rich("untaken.until", { when: <ExactTime at={step.until} />, minutes: step.minutes })}</p>
      <Refused says={acting.failure} />
      <Button variant="primary" aria-disabled={acting.pending} onClick={() => acting.run({ proposal: view.proposal })}>
        {t("take")}
      </Button>
    </>
  );
}

function Taken({ step, view, actions }: Of<"taken">) {
  const t = useWords("carryOut");
  const acting = useAction(actions.start);
  return (
    <>
      <ReceiptBox receipt={step.receipt} proposal={view.proposal} />
      <p>{t.rich("taken", { when: <ExactTime at={step.until} form="clock" />, version: view.version })}</p>
      <Refused says={acting.failure} />
      <Button
        variant="primary"
        aria-disabled={acting.pending}
        onClick={() => acting.run({ proposal: view.proposal, receipt: step.receipt })}
      >
        {t("start")}
      </Button>
    </>
  );
}

function Lapsed({ step }: Pick<Of<"lapsed">, "step">) {
  const t = useWords("carryOut");
  return <Callout tone="failed" title={step.renewable ? t("lapsed.renewable") : t("lapsed.final")} />;
}

function Refused({ says }: { readonly says: ReactNode }) {
  return says === null ? null : <Callout tone="failed" title={says} role="alert" />;
}

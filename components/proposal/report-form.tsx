"use client";

import { useState } from "react";

import type { CarryOutStep } from "../../lib/contract/carry-out";
import type { OutcomeStatus } from "../../lib/domain/words";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Field } from "../ui/field";
import { Segmented } from "../ui/segmented";
import { Textarea } from "../ui/textarea";
import { useAction } from "../ui/use-action";
import { useWords } from "../words/words-provider";
import type { CarryOutActions } from "./carry-out-actions";
import { ReceiptBox } from "./receipt-box";

export interface ReportFormProps {
  readonly step: Extract<CarryOutStep, { step: "redeemed" }>;
  readonly proposal: string;
  readonly report: CarryOutActions["report"];
}

/** What happened when a person ran it. After a first report only what may still follow is offered. */
export function ReportForm({ step, proposal, report }: ReportFormProps) {
  const t = useWords("carryOut");
  const [chosen, setChosen] = useState<OutcomeStatus | null>(null);
  const [detail, setDetail] = useState("");
  const acting = useAction(report, () => {
    setChosen(null);
    setDetail("");
  });
  return (
    <>
      <ReceiptBox receipt={step.receipt} proposal={proposal} />
      {step.outcomes.length > 0 && (
        <form
          className="flex w-full flex-col items-start gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            if (chosen !== null) acting.run({ proposal, redemption: step.redemption, status: chosen, detail });
          }}
        >
          <p>{step.reported === null ? t("started") : t("more")}</p>
          <Segmented
            label={t("outcome")}
            name="outcome"
            options={step.outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
            value={chosen}
            onChange={setChosen}
          />
          <Field id="outcome-note" label={t("note")} hint={t("note.hint")} error={acting.issue("detail")} className="w-full">
            {(control) => (
              <Textarea
                {...control}
                value={detail}
                maxLength={2000}
                rows={2}
                onChange={(event) => setDetail(event.target.value)}
              />
            )}
          </Field>
          {acting.failure !== null && <Callout tone="failed" title={acting.failure} role="alert" />}
          <Button
            type="submit"
            variant={step.reported === null ? "primary" : "outline"}
            disabled={acting.pending || chosen === null}
          >
            {t("report")}
          </Button>
        </form>
      )}
    </>
  );
}

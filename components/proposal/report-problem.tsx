"use client";

import { useState } from "react";

import type { ActionResult } from "../../lib/contract/action-result";
import type { FindingKind } from "../../lib/domain/words";
import { FINDING_KINDS } from "../../lib/domain/words";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { fieldText } from "../ui/field-text";
import { FormDialog } from "../ui/form-dialog";
import { Select } from "../ui/select";
import { Textarea } from "../ui/textarea";
import { useAction } from "../ui/use-action";
import { useWords } from "../words/words-provider";

export interface ReportProblemProps {
  readonly proposal: string;
  readonly report: (input: {
    readonly proposal: string;
    readonly kind: FindingKind;
    readonly text: string;
  }) => Promise<ActionResult>;
}

/** The mildest word: what counts as an incident, somebody has to choose. */
const USUAL = "complaint" satisfies FindingKind;

/** Says that something which ran was wrong. */
export function ReportProblem({ proposal, report }: ReportProblemProps) {
  const t = useWords("findings");
  const [open, setOpen] = useState(false);
  const acting = useAction(report, () => setOpen(false), ["text"]);
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          acting.clear();
          setOpen(true);
        }}
      >
        {t("report")}
      </Button>
      <FormDialog
        open={open}
        onOpenChange={setOpen}
        title={t("report.title")}
        description={t("report.says")}
        submit={t("report.submit")}
        pending={acting.pending}
        failure={acting.failure}
        onSubmit={(form) => {
          const kind = FINDING_KINDS.find((known) => known === fieldText(form, "kind")) ?? USUAL;
          acting.run({ proposal, kind, text: fieldText(form, "text") });
        }}
      >
        <Field id="finding-kind" label={t("report.kind")}>
          {(control) => (
            <Select
              {...control}
              name="kind"
              defaultValue={USUAL}
              options={FINDING_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            />
          )}
        </Field>
        <Field id="finding-text" label={t("report.text")} hint={t("report.text.hint")} required error={acting.issue("text")}>
          {(control) => <Textarea {...control} name="text" required maxLength={2000} rows={3} data-first-focus />}
        </Field>
      </FormDialog>
    </>
  );
}

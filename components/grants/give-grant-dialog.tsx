"use client";

import { useState } from "react";

import type { ActionResult } from "../../lib/contract/action-result";
import type { FreedInput, GrantOfferView } from "../../lib/contract/grants";
import { Callout } from "../ui/callout";
import { Field } from "../ui/field";
import { fieldText } from "../ui/field-text";
import { FormDialog } from "../ui/form-dialog";
import { Input } from "../ui/input";
import { useAction } from "../ui/use-action";
import { useWords } from "../words/words-provider";
import { FreedFieldRow, freedIn, type Freedom } from "./freed-field";

export type GiveGrant = (input: {
  readonly proposal: string;
  readonly days: number;
  readonly uses: number;
  readonly freed: readonly FreedInput[];
}) => Promise<ActionResult>;

export interface GiveGrantDialogProps {
  readonly proposal: string;
  readonly offer: GrantOfferView;
  readonly give: GiveGrant;
  readonly onClose: () => void;
}

/** "Allow exactly this again": how often, how long, and which fields may differ. None does unless it is said. */
export function GiveGrantDialog({ proposal, offer, give, onClose }: GiveGrantDialogProps) {
  const t = useWords("grants");
  const giving = useAction(give, onClose, ["days", "uses", "freed"]);
  const [freedoms, setFreedoms] = useState<Readonly<Record<string, Freedom>>>({});
  const submit = (form: FormData) => {
    giving.run({
      proposal,
      days: Number(fieldText(form, "days")),
      uses: Number(fieldText(form, "uses")),
      freed: offer.fields.flatMap((field) => freedIn(form, field, freedoms[field.path] ?? "exact")),
    });
  };
  return (
    <FormDialog
      open
      onOpenChange={onClose}
      title={t("give")}
      description={t("give.says")}
      submit={t("give.submit")}
      pending={giving.pending}
      failure={giving.failure}
      onSubmit={submit}
    >
      {offer.observed && <Callout title={t("give.observed")} />}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="grant-uses" label={t("give.uses")} required error={giving.issue("uses")} hint={t("give.uses.hint")}>
          {(control) => (
            <Input {...control} data-first-focus name="uses" type="number" min={1} max={1000} step={1} defaultValue={20} />
          )}
        </Field>
        <Field id="grant-days" label={t("give.days")} required error={giving.issue("days")} hint={t("give.days.hint")}>
          {(control) => <Input {...control} name="days" type="number" min={1} max={90} step={1} defaultValue={30} />}
        </Field>
      </div>
      {offer.fields.length > 0 && (
        <fieldset className="min-w-0">
          <legend className="mb-1 text-note font-semibold">{t("give.freed")}</legend>
          <p className="mb-2 text-note text-ink-3">{t("give.freed.hint")}</p>
          <ul className="divide-y divide-rule rounded-control border border-rule">
            {offer.fields.map((field, index) => (
              <FreedFieldRow
                key={field.path}
                id={`freed-${String(index)}`}
                field={field}
                freedom={freedoms[field.path] ?? "exact"}
                onFreedom={(freedom) => {
                  setFreedoms({ ...freedoms, [field.path]: freedom });
                }}
              />
            ))}
          </ul>
          {giving.issue("freed") !== null && (
            <p role="alert" className="mt-2 text-note font-medium text-removed">
              {giving.issue("freed")}
            </p>
          )}
        </fieldset>
      )}
    </FormDialog>
  );
}

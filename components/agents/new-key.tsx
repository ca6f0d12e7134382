"use client";

import { Plus } from "lucide-react";
import { useState } from "react";

import { SCOPES } from "../../lib/domain/agent-key";
import type { Scope } from "../../lib/domain/agent-key";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Field } from "../ui/field";
import { fieldText } from "../ui/field-text";
import { FormDialog } from "../ui/form-dialog";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { useAction } from "../ui/use-action";
import { useWords } from "../words/words-provider";
import type { KeyActions } from "./agent-actions";
import { SecretOnce } from "./secret-once";

/** Metrics are for monitoring: an agent has no use for them. */
const USUAL: readonly Scope[] = SCOPES.filter((scope) => scope !== "metrics");

/** A label as keys have them. */
const PLACE = "production";

/** After how many days it ends; the usual first. */
const ENDS = ["90", "365", "30", "7"] as const;

/** Makes a key and shows it once. */
export function NewKey({ agentId, create }: { readonly agentId: string; readonly create: KeyActions["create"] }) {
  const t = useWords("agents");
  const [open, setOpen] = useState(false);
  const acting = useAction(create, () => setOpen(false), ["label", "scopes"]);
  const submit = (form: FormData) => {
    const ends = fieldText(form, "expiresInDays");
    acting.run({
      agentId,
      label: fieldText(form, "label"),
      scopes: SCOPES.filter((scope) => form.getAll("scopes").includes(scope)),
      expiresInDays: ends === "" ? null : Number(ends),
    });
  };
  const ends = [
    ...ENDS.map((days) => ({ value: days, label: t(`newKey.ends.${days}`) })),
    { value: "", label: t("newKey.ends.never") },
  ];
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          acting.clear();
          setOpen(true);
        }}
      >
        <Plus aria-hidden="true" className="size-3.5" strokeWidth={1.75} />
        {t("newKey.title")}
      </Button>
      <FormDialog
        open={open}
        onOpenChange={setOpen}
        title={t("newKey.title")}
        description={t("newKey.says")}
        submit={t("newKey.submit")}
        pending={acting.pending}
        failure={acting.failure}
        onSubmit={submit}
      >
        <Field id="key-label" label={t("newKey.label")} required hint={t("newKey.label.hint")} error={acting.issue("label")}>
          {(control) => <Input {...control} name="label" required maxLength={60} data-first-focus placeholder={PLACE} />}
        </Field>
        <Field id="key-ends" label={t("newKey.ends")}>
          {(control) => <Select {...control} name="expiresInDays" defaultValue="90" options={ends} />}
        </Field>
        <fieldset className="flex flex-col gap-1.5">
          <legend className="mb-1.5 text-note font-strong text-ink-2">{t("newKey.may")}</legend>
          {SCOPES.map((scope) => (
            <Checkbox key={scope} name="scopes" value={scope} defaultChecked={USUAL.includes(scope)}>
              {t(`scope.${scope}`)}
            </Checkbox>
          ))}
          <p className="text-note text-ink-3">{t("newKey.no")}</p>
          {acting.issue("scopes") !== null && (
            <p role="alert" className="text-note font-medium text-removed">
              {acting.issue("scopes")}
            </p>
          )}
        </fieldset>
      </FormDialog>
      <SecretOnce
        secret={acting.done?.secret ?? null}
        title={t("newKey.made")}
        says={t("newKey.made.says")}
        onClose={acting.clear}
      />
    </>
  );
}

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
import type { KeyActions } from "./agent-actions";
import { SecretOnce } from "./secret-once";

const SCOPE_SAYS: Record<Scope, string> = {
  propose: "propose actions",
  read: "read its own proposals and wait for decisions",
  redeem: "redeem receipts",
  report: "report what came of a run",
  findings: "file findings on its own runs",
  metrics: "read the server’s metrics",
};
/** Metrics are for monitoring: an agent has no use for them. */
const USUAL: readonly Scope[] = SCOPES.filter((scope) => scope !== "metrics");

const ENDS = [
  { value: "90", label: "In 90 days" },
  { value: "365", label: "In a year" },
  { value: "30", label: "In 30 days" },
  { value: "7", label: "In a week" },
  { value: "", label: "Never" },
] as const;

/** Makes a key and shows it once. */
export function NewKey({ agentId, create }: { readonly agentId: string; readonly create: KeyActions["create"] }) {
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
        New key
      </Button>
      <FormDialog
        open={open}
        onOpenChange={setOpen}
        title="New key"
        description="One for each place the agent runs in, so that one can be ended without the others."
        submit="Create the key"
        pending={acting.pending}
        failure={acting.failure}
        onSubmit={submit}
      >
        <Field id="key-label" label="Label" required hint="Where it is used." error={acting.issue("label")}>
          {(control) => <Input {...control} name="label" required maxLength={60} data-first-focus placeholder="production" />}
        </Field>
        <Field id="key-ends" label="Ends">
          {(control) => <Select {...control} name="expiresInDays" defaultValue="90" options={ENDS} />}
        </Field>
        <fieldset className="flex flex-col gap-1.5">
          <legend className="mb-1.5 text-note font-strong text-ink-2">May</legend>
          {SCOPES.map((scope) => (
            <Checkbox key={scope} name="scopes" value={scope} defaultChecked={USUAL.includes(scope)}>
              {SCOPE_SAYS[scope]}
            </Checkbox>
          ))}
          <p className="text-note text-ink-3">No key decides anything: people do.</p>
          {acting.issue("scopes") !== null && (
            <p role="alert" className="text-note font-medium text-removed">
              {acting.issue("scopes")}
            </p>
          )}
        </fieldset>
      </FormDialog>
      <SecretOnce secret={acting.done?.secret ?? null} title="The new key" says="It works from now on." onClose={acting.clear} />
    </>
  );
}

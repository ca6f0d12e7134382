"use client";

import { useState } from "react";

import type { PolicyDraftCheck } from "../../lib/contract/policy";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Panel } from "../ui/panel";
import { useAction } from "../ui/use-action";
import type { PolicyActions } from "./policy-actions";

export interface SavePolicyProps {
  readonly check: PolicyDraftCheck;
  readonly text: string;
  readonly basedOn: number;
  readonly workspaceName: string;
  readonly save: PolicyActions["save"];
  readonly onDone: () => void;
}

/** What the draft would change, in sentences, and what it takes to put it into force. */
export function SavePolicy({ check, text, basedOn, workspaceName, save, onDone }: SavePolicyProps) {
  const [note, setNote] = useState("");
  const [name, setName] = useState("");
  const saving = useAction(save, onDone, ["note"]);
  if (check.issues.length > 0) {
    return <Callout tone="failed" role="alert" title="This draft cannot be used yet: see the document below" />;
  }
  if (check.changes.length === 0) return <Callout title="Nothing would change: the draft says the same" role="status" />;
  return (
    <Panel
      id="save"
      title={`${String(check.changes.length)} ${check.changes.length === 1 ? "change" : "changes"} to v${String(basedOn)}`}
    >
      <ul className="mb-4 list-disc pl-5 text-note text-ink-2">
        {check.changes.map((change) => (
          <li key={change.path}>
            {change.sentence}
            {change.riskier && <strong className="ml-2 font-semibold text-removed">lets more through</strong>}
          </li>
        ))}
      </ul>
      {check.warnings.map((warning) => (
        <Callout
          key={`${String(warning.line)}:${warning.message}`}
          title={`Line ${String(warning.line)}: ${warning.message}`}
          className="mb-3"
        />
      ))}
      {saving.failure !== null && <Callout tone="failed" title={saving.failure} role="alert" className="mb-3" />}
      <form
        className="grid items-end gap-3 sm:grid-cols-[1fr_1fr_auto]"
        onSubmit={(event) => {
          event.preventDefault();
          saving.run({ text, basedOn, note, ...(name === "" ? {} : { confirmName: name }) });
        }}
      >
        <Field id="policy-note" label="Why" required error={saving.issue("note")}>
          {(control) => (
            <Input
              {...control}
              value={note}
              onChange={(event) => {
                setNote(event.target.value);
              }}
            />
          )}
        </Field>
        {check.riskier && (
          <Field id="policy-name" label={`Type “${workspaceName}” if no second admin will agree`}>
            {(control) => (
              <Input
                {...control}
                value={name}
                autoComplete="off"
                onChange={(event) => {
                  setName(event.target.value);
                }}
              />
            )}
          </Field>
        )}
        <Button type="submit" variant="primary" disabled={saving.pending || note === ""}>
          {saving.pending ? "Saving…" : check.riskier ? "Save or propose" : "Put into force"}
        </Button>
      </form>
    </Panel>
  );
}

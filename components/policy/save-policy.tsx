"use client";

import { useState } from "react";

import type { PolicyDraftCheck } from "../../lib/contract/policy";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Panel } from "../ui/panel";
import { Select, type SelectOption } from "../ui/select";
import { useAction } from "../ui/use-action";
import type { PolicyActions } from "./policy-actions";

export interface SavePolicyProps {
  readonly check: PolicyDraftCheck;
  readonly text: string;
  readonly basedOn: number;
  readonly workspaceName: string;
  /** True while another version takes effect in stages: then this one can only take effect at once. */
  readonly rolling: boolean;
  readonly save: PolicyActions["save"];
  readonly onDone: () => void;
}

const TAKES_EFFECT: readonly SelectOption[] = [
  { value: "", label: "at once, for everything" },
  ...[1, 2, 3, 7].map((days) => ({
    value: String(days),
    label: `in stages: 10 %, 50 %, all, ${String(days)} ${days === 1 ? "day" : "days"} each`,
  })),
];

/** What the draft would change, in sentences, and what it takes to put it into force. */
export function SavePolicy({ check, text, basedOn, workspaceName, rolling, save, onDone }: SavePolicyProps) {
  const [note, setNote] = useState("");
  const [name, setName] = useState("");
  const [stepDays, setStepDays] = useState("");
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
        className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[2fr_2fr_2fr_auto]"
        onSubmit={(event) => {
          event.preventDefault();
          const stages = stepDays === "" ? {} : { stepDays: Number(stepDays) };
          saving.run({ text, basedOn, note, ...stages, ...(name === "" ? {} : { confirmName: name }) });
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
        <Field id="policy-stages" label="Takes effect">
          {(control) => (
            <Select
              {...control}
              value={rolling ? "" : stepDays}
              disabled={rolling}
              options={TAKES_EFFECT}
              onChange={(event) => {
                setStepDays(event.target.value);
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

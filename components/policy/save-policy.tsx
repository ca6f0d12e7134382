"use client";

import { useState } from "react";

import type { PolicyDraftCheck } from "../../lib/contract/policy";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { english } from "../ui/english";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Panel } from "../ui/panel";
import { Select, type SelectOption } from "../ui/select";
import { useAction } from "../ui/use-action";
import type { Words } from "../words/make-words";
import { useWords } from "../words/words-provider";
import { ChangeSentence } from "./change-sentence";
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

/** How many days a step may take; at once where it takes none. */
const STEP_DAYS = [1, 2, 3, 7] as const;

/** What the draft would change, in sentences, and what it takes to put it into force. */
export function SavePolicy({ check, text, basedOn, workspaceName, rolling, save, onDone }: SavePolicyProps) {
  const t = useWords("policy");
  const [note, setNote] = useState("");
  const [name, setName] = useState("");
  const [stepDays, setStepDays] = useState("");
  const saving = useAction(save, onDone, ["note"]);
  if (check.issues.length > 0) {
    return <Callout tone="failed" role="alert" title={t("save.unusable")} />;
  }
  if (check.changes.length === 0) return <Callout title={t("save.same")} role="status" />;
  return (
    <Panel id="save" title={t("save.changes", { count: check.changes.length, version: basedOn })}>
      <ul className="mb-4 list-disc ps-5 text-note text-ink-2">
        {check.changes.map((change) => (
          <li key={change.path}>
            <ChangeSentence change={change} />
            {change.riskier && <strong className="ms-2 font-semibold text-removed">{t("save.riskier")}</strong>}
          </li>
        ))}
      </ul>
      {check.warnings.map((warning) => (
        <Callout
          key={`${String(warning.line)}:${warning.message}`}
          title={t.rich("save.line", { line: warning.line, message: warning.message, warning: english })}
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
        <Field id="policy-note" label={t("save.why")} required error={saving.issue("note")}>
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
        <Field id="policy-stages" label={t("save.effect")}>
          {(control) => (
            <Select
              {...control}
              value={rolling ? "" : stepDays}
              disabled={rolling}
              options={effectOptions(t)}
              onChange={(event) => {
                setStepDays(event.target.value);
              }}
            />
          )}
        </Field>
        {check.riskier && (
          <Field id="policy-name" label={t("save.name", { name: workspaceName })}>
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
          {t(saving.pending ? "save.pending" : check.riskier ? "save.propose" : "save.save")}
        </Button>
      </form>
    </Panel>
  );
}

function effectOptions(t: Words<"policy">): readonly SelectOption[] {
  const stages = STEP_DAYS.map((days) => ({ value: String(days), label: t("save.effect.stages", { days }) }));
  return [{ value: "", label: t("save.effect.atOnce") }, ...stages];
}

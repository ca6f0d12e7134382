"use client";

import { useState } from "react";

import type { ActionResult } from "../../lib/contract/action-result";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Segmented } from "../ui/segmented";
import { useAction } from "../ui/use-action";
import { useWords } from "../words/words-provider";
import type { WorkspaceActions } from "./person-view";

export interface WorkspaceFormProps {
  readonly name: string;
  readonly mode: "team" | "alone";
  readonly set: WorkspaceActions["set"];
}

const MODES = ["team", "alone"] as const;

/** What the workspace is called, and whether two signatures can be asked for. */
export function WorkspaceForm({ name, mode: saved, set }: WorkspaceFormProps) {
  const t = useWords("people");
  const [text, setText] = useState(name);
  const [mode, setMode] = useState(saved);
  const [known, setKnown] = useState(saved);
  // A second person who can sign makes it a team, whoever looks at this form.
  if (known !== saved) {
    setKnown(saved);
    setMode(saved);
  }
  const acting = useAction(set, () => undefined, ["workspaceName"]);
  const changed = text !== name || mode !== saved;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        acting.run({ name: text, mode });
      }}
    >
      {acting.failure !== null && <Callout tone="failed" role="alert" title={acting.failure} />}
      <Field
        id="workspace-name"
        label={t("workspace.name")}
        required
        hint={t("workspace.name.hint")}
        error={acting.issue("workspaceName")}
      >
        {(control) => (
          <Input {...control} value={text} required maxLength={60} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
      <div className="flex flex-col gap-1.5">
        <p aria-hidden="true" className="text-note font-strong text-ink-2">
          {t("workspace.mode")}
        </p>
        <Segmented
          label={t("workspace.mode")}
          name="workspace-mode"
          options={MODES.map((value) => ({ value, label: t(`mode.${value}`) }))}
          value={mode}
          onChange={setMode}
        />
        <p className="text-note text-ink-3">{t(`mode.${mode}.says`)}</p>
      </div>
      <SaveButton changed={changed} pending={acting.pending} saved={acting.settled && !changed} />
    </form>
  );
}

export interface NumberFormProps<Name extends string> {
  readonly id: string;
  /** The field that the action takes. */
  readonly name: Name;
  readonly label: string;
  readonly hint: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly set: (input: Readonly<Record<Name, number>>) => Promise<ActionResult>;
}

/** One whole number of the workspace's settings. */
export function NumberForm<Name extends string>({ id, name, label, hint, value, min, max, set }: NumberFormProps<Name>) {
  const [text, setText] = useState(String(value));
  const acting = useAction(set, () => undefined, [name]);
  const changed = text !== String(value);
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- one computed key is widened to any string
        acting.run({ [name]: Number(text) } as Readonly<Record<Name, number>>);
      }}
    >
      {acting.failure !== null && <Callout tone="failed" role="alert" title={acting.failure} />}
      <Field id={id} label={label} hint={hint} error={acting.issue(name)}>
        {(control) => (
          <Input
            {...control}
            type="number"
            inputMode="numeric"
            min={min}
            max={max}
            step={1}
            required
            value={text}
            onChange={(event) => setText(event.target.value)}
            className="tabular max-w-32"
          />
        )}
      </Field>
      <SaveButton changed={changed} pending={acting.pending} saved={acting.settled && !changed} />
    </form>
  );
}

interface SaveButtonProps {
  readonly changed: boolean;
  readonly pending: boolean;
  readonly saved: boolean;
}

function SaveButton({ changed, pending, saved }: SaveButtonProps) {
  const t = useWords("people");
  return (
    <div className="flex items-center gap-3">
      <Button type="submit" disabled={!changed && !pending} aria-disabled={pending || undefined}>
        {pending ? t("saving") : t("save")}
      </Button>
      <span role="status" className="text-note text-ink-3">
        {saved ? t("saved") : ""}
      </span>
    </div>
  );
}

"use client";

import { useState } from "react";

import type { ActionResult } from "../../lib/contract/action-result";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Segmented } from "../ui/segmented";
import { useAction } from "../ui/use-action";
import type { WorkspaceActions } from "./person-view";

export interface WorkspaceFormProps {
  readonly name: string;
  readonly mode: "team" | "alone";
  readonly set: WorkspaceActions["set"];
}

const MODES = [
  { value: "team", label: "A team" },
  { value: "alone", label: "Alone" },
] as const;

const MODE_SAYS = {
  team: "Where policy asks for two signatures, two people sign.",
  alone: "Where policy asks for two signatures, one person signs after a longer look, and the record says so.",
} as const;

/** What the workspace is called, and whether two signatures can be asked for. */
export function WorkspaceForm({ name, mode: saved, set }: WorkspaceFormProps) {
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
        label="Name"
        required
        hint="An admin types it to confirm a riskier policy."
        error={acting.issue("workspaceName")}
      >
        {(control) => (
          <Input {...control} value={text} required maxLength={60} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
      <div className="flex flex-col gap-1.5">
        <p aria-hidden="true" className="text-note font-strong text-ink-2">
          Who works here
        </p>
        <Segmented label="Who works here" name="workspace-mode" options={MODES} value={mode} onChange={setMode} />
        <p className="text-note text-ink-3">{MODE_SAYS[mode]}</p>
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
  return (
    <div className="flex items-center gap-3">
      <Button type="submit" disabled={!changed && !pending} aria-disabled={pending || undefined}>
        {pending ? "Saving…" : "Save"}
      </Button>
      <span role="status" className="text-note text-ink-3">
        {saved ? "Saved" : ""}
      </span>
    </div>
  );
}

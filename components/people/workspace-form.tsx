"use client";

import { useState } from "react";

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

export interface IdleFormProps {
  readonly minutes: number;
  readonly min: number;
  readonly max: number;
  readonly setIdle: WorkspaceActions["setIdle"];
}

/** After how long without a request people are signed out. */
export function IdleForm({ minutes, min, max, setIdle }: IdleFormProps) {
  const [text, setText] = useState(String(minutes));
  const acting = useAction(setIdle, () => undefined, ["minutes"]);
  const changed = text !== String(minutes);
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        acting.run({ minutes: Number(text) });
      }}
    >
      {acting.failure !== null && <Callout tone="failed" role="alert" title={acting.failure} />}
      <Field
        id="session-idle"
        label="Minutes without a request"
        hint="Then a person is signed out. After twelve hours in any case."
        error={acting.issue("minutes")}
      >
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

"use client";

import { useState } from "react";

import type { ActionResult } from "../../lib/contract/action-result";
import type { CommandName, KeyChanges } from "../../lib/domain/input/key-map";
import { CHANGEABLE, keyProblems, nameOf } from "../../lib/domain/input/key-map";
import type { Swipe } from "../../lib/domain/input/swipe";
import type { Preferences } from "../../lib/domain/preferences";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Segmented } from "../ui/segmented";
import { Switch } from "../ui/switch";
import { useAction } from "../ui/use-action";

type Desk = Pick<Preferences, "singleKeys" | "keys" | "swipe">;

export interface DeskSettingsProps {
  readonly preferences: Preferences;
  readonly save: (desk: Desk) => Promise<ActionResult>;
}

const SWIPE_OPTIONS = [
  { value: "approve_right", label: "Right approves" },
  { value: "approve_left", label: "Left approves" },
  { value: "off", label: "Off" },
] as const satisfies readonly { readonly value: Swipe; readonly label: string }[];

/** The keys of the desk, each to be changed, or all switched off; and what a swipe does on a phone. */
export function DeskSettings({ preferences, save }: DeskSettingsProps) {
  const [desk, setDesk] = useState<Desk>({
    singleKeys: preferences.singleKeys,
    keys: preferences.keys,
    swipe: preferences.swipe,
  });
  const saving = useAction(save);
  const problems = keyProblems(desk.keys);
  const change = (part: Partial<Desk>): void => {
    saving.clear();
    setDesk((before) => ({ ...before, ...part }));
  };
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (problems.length === 0) saving.run(desk);
      }}
    >
      {saving.failure !== null && <Callout tone="failed" role="alert" title={saving.failure} />}
      {saving.settled && <Callout tone="passed" role="status" title="Saved. It holds wherever you sign in." />}
      <Switch
        label="Single keys"
        hint="Off: no letter or sign does anything by itself. Ctrl K finds commands by name; Tab and Enter reach the buttons that decide."
        checked={desk.singleKeys}
        onChange={(event) => {
          change({ singleKeys: event.target.checked });
        }}
      />
      <KeyFields
        keys={desk.keys}
        disabled={!desk.singleKeys}
        problems={problems}
        onChange={(keys) => {
          change({ keys });
        }}
      />
      <div className="flex max-w-[26rem] flex-col gap-1.5">
        <p aria-hidden="true" className="text-note font-strong text-ink-2">
          Pushing a card aside, on a touch screen
        </p>
        <Segmented
          label="Pushing a card aside, on a touch screen"
          name="swipe"
          options={SWIPE_OPTIONS}
          value={desk.swipe}
          onChange={(swipe) => {
            change({ swipe });
          }}
        />
        <p className="text-note text-ink-3">Only what is low or medium and takes one key. The buttons are always there.</p>
      </div>
      <div className="flex gap-2">
        <Button type="submit" variant="primary" disabled={problems.length > 0} aria-disabled={saving.pending || undefined}>
          {saving.pending ? "Saving…" : "Save"}
        </Button>
        <Button
          variant="ghost"
          disabled={Object.keys(desk.keys).length === 0}
          onClick={() => {
            change({ keys: {} });
          }}
        >
          Back to the default keys
        </Button>
      </div>
    </form>
  );
}

interface KeyFieldsProps {
  readonly keys: KeyChanges;
  readonly disabled: boolean;
  readonly problems: readonly { readonly command: CommandName; readonly says: string }[];
  readonly onChange: (keys: KeyChanges) => void;
}

function KeyFields({ keys, disabled, problems, onChange }: KeyFieldsProps) {
  return (
    <fieldset disabled={disabled} className="grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-3 disabled:opacity-60">
      <legend className="sr-only">Keys</legend>
      {CHANGEABLE.map(({ command, key, says }) => (
        <Field
          key={command}
          id={`key-${command}`}
          label={nameOf(says)}
          error={disabled ? null : (problems.find((problem) => problem.command === command)?.says ?? null)}
        >
          {(control) => (
            <span className="w-14">
              <Input
                {...control}
                technical
                className="text-center"
                value={keys[command] ?? key}
                autoCapitalize="none"
                onFocus={(event) => {
                  event.target.select();
                }}
                onChange={(event) => {
                  // The last character typed: whoever types over the old key does not have to delete it.
                  const typed = event.target.value.slice(-1).toLowerCase();
                  const { [command]: _old, ...others } = keys;
                  onChange(typed === key ? others : { ...others, [command]: typed });
                }}
              />
            </span>
          )}
        </Field>
      ))}
    </fieldset>
  );
}

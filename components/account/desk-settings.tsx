"use client";

import { useState } from "react";

import type { ActionResult } from "../../lib/contract/action-result";
import type { CommandName, KeyChanges } from "../../lib/domain/input/key-map";
import { CHANGEABLE, keyProblems } from "../../lib/domain/input/key-map";
import { CONFIRM_BY } from "../../lib/domain/input/input-state";
import { SWIPES } from "../../lib/domain/input/swipe";
import type { Preferences } from "../../lib/domain/preferences";
import { UNDO_TIMES } from "../../lib/domain/preferences";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import type { SegmentedProps } from "../ui/segmented";
import { Segmented } from "../ui/segmented";
import { Switch } from "../ui/switch";
import { useAction } from "../ui/use-action";
import { useWords } from "../words/words-provider";

type Desk = Pick<Preferences, "singleKeys" | "keys" | "swipe" | "confirmBy" | "undoTimes" | "haptics">;

export interface DeskSettingsProps {
  readonly preferences: Preferences;
  readonly save: (desk: Desk) => Promise<ActionResult>;
}

/** The keys of the desk, each to be changed, or all switched off; and what a swipe does on a phone. */
export function DeskSettings({ preferences, save }: DeskSettingsProps) {
  const t = useWords("account");
  const [desk, setDesk] = useState<Desk>({
    singleKeys: preferences.singleKeys,
    keys: preferences.keys,
    swipe: preferences.swipe,
    confirmBy: preferences.confirmBy,
    undoTimes: preferences.undoTimes,
    haptics: preferences.haptics,
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
      {saving.settled && <Callout tone="passed" role="status" title={t("saved")} />}
      <Switch
        label={t("singleKeys")}
        hint={t("singleKeys.hint")}
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
      <Choice
        name="confirmBy"
        label={t("confirmBy")}
        hint={t("confirmBy.hint")}
        options={CONFIRM_BY.map((value) => ({ value, label: t(`confirmBy.${value}`) }))}
        value={desk.confirmBy}
        onChange={(confirmBy) => {
          change({ confirmBy });
        }}
      />
      <Choice
        name="undoTimes"
        label={t("undoTimes")}
        hint={t("undoTimes.hint")}
        options={UNDO_TIMES.map((value) => ({ value, label: t(`undoTimes.${value}`) }))}
        value={desk.undoTimes}
        onChange={(undoTimes) => {
          change({ undoTimes });
        }}
      />
      <Choice
        name="swipe"
        label={t("swipe")}
        hint={t("swipe.hint")}
        options={SWIPES.map((value) => ({ value, label: t(`swipe.${value}`) }))}
        value={desk.swipe}
        onChange={(swipe) => {
          change({ swipe });
        }}
      />
      <Switch
        label={t("haptics")}
        hint={t("haptics.hint")}
        checked={desk.haptics}
        onChange={(event) => {
          change({ haptics: event.target.checked });
        }}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" disabled={problems.length > 0} aria-disabled={saving.pending || undefined}>
          {saving.pending ? t("saving") : t("save")}
        </Button>
        <Button
          variant="ghost"
          disabled={Object.keys(desk.keys).length === 0}
          onClick={() => {
            change({ keys: {} });
          }}
        >
          {t("defaultKeys")}
        </Button>
      </div>
    </form>
  );
}

interface ChoiceProps<Value extends string> extends SegmentedProps<Value> {
  readonly hint: string;
}

/** One of a few ways to do something with the hand, with what it means. */
function Choice<Value extends string>({ hint, ...segmented }: ChoiceProps<Value>) {
  return (
    <div className="flex max-w-[26rem] flex-col gap-1.5">
      <p aria-hidden="true" className="text-note font-strong text-ink-2">
        {segmented.label}
      </p>
      <Segmented {...segmented} />
      <p className="text-note text-ink-3">{hint}</p>
    </div>
  );
}

interface KeyFieldsProps {
  readonly keys: KeyChanges;
  readonly disabled: boolean;
  readonly problems: readonly { readonly command: CommandName; readonly says: string }[];
  readonly onChange: (keys: KeyChanges) => void;
}

function KeyFields({ keys, disabled, problems, onChange }: KeyFieldsProps) {
  const t = useWords("account");
  return (
    <fieldset disabled={disabled} className="grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-3 disabled:opacity-60">
      <legend className="sr-only">{t("keyFields")}</legend>
      {CHANGEABLE.map(({ command, key }) => (
        <Field
          key={command}
          id={`key-${command}`}
          label={t(`key.${command}`)}
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

"use client";

import type { ActionResult } from "../../lib/contract/action-result";
import type { Switch as SwitchName } from "../../lib/domain/words";
import { Callout } from "../ui/callout";
import { Switch } from "../ui/switch";
import { useAction } from "../ui/use-action";

export interface SwitchFormProps {
  readonly id: string;
  readonly name: SwitchName;
  readonly label: string;
  readonly hint: string;
  readonly on: boolean;
  readonly set: (input: { readonly name: SwitchName; readonly on: boolean }) => Promise<ActionResult>;
}

/** One thing of the workspace that is on or off. It holds at once; there is nothing to save. */
export function SwitchForm({ id, name, label, hint, on, set }: SwitchFormProps) {
  const acting = useAction(set, () => undefined);
  return (
    <div className="flex flex-col gap-3">
      {acting.failure !== null && <Callout tone="failed" role="alert" title={acting.failure} />}
      <Switch
        id={id}
        label={label}
        hint={hint}
        checked={on}
        disabled={acting.pending}
        onChange={(event) => {
          acting.run({ name, on: event.target.checked });
        }}
      />
    </div>
  );
}

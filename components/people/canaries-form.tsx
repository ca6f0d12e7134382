"use client";

import { Callout } from "../ui/callout";
import { Switch } from "../ui/switch";
import { useAction } from "../ui/use-action";
import type { WorkspaceActions } from "./person-view";

export interface CanariesFormProps {
  readonly on: boolean;
  readonly set: WorkspaceActions["setCanaries"];
}

/** Whether reviewers meet tests. Everyone is told on their own account that they may. */
export function CanariesForm({ on, set }: CanariesFormProps) {
  const acting = useAction(set, () => undefined);
  return (
    <div className="flex flex-col gap-3">
      {acting.failure !== null && <Callout tone="failed" role="alert" title={acting.failure} />}
      <Switch
        id="canaries-on"
        label="Put tests among the reviewers’ items"
        hint="About one item in 25, one in 10 of the first hundred, is a past action with something wrong put in. It never runs and its agent never sees it. Right after the decision the reviewer is told. Everyone reads on their account that tests are on."
        checked={on}
        disabled={acting.pending}
        onChange={(event) => {
          acting.run({ on: event.target.checked });
        }}
      />
    </div>
  );
}

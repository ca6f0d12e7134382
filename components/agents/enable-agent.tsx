"use client";

import { useState } from "react";

import { Button } from "../ui/button";
import { FormDialog } from "../ui/form-dialog";
import { useAction } from "../ui/use-action";
import type { AgentActions } from "./agent-actions";

export interface EnableAgentProps {
  readonly agentId: string;
  readonly name: string;
  readonly disabled: boolean;
  readonly enable: AgentActions["enable"];
}

/** Shuts an agent out or lets it back in, after asking once. */
export function EnableAgent({ agentId, name, disabled, enable }: EnableAgentProps) {
  const [open, setOpen] = useState(false);
  const acting = useAction(enable, () => setOpen(false));
  return (
    <>
      <Button
        onClick={() => {
          acting.clear();
          setOpen(true);
        }}
      >
        {disabled ? "Enable…" : "Disable…"}
      </Button>
      <FormDialog
        open={open}
        onOpenChange={setOpen}
        title={disabled ? `Enable ${name}?` : `Disable ${name}?`}
        description={
          disabled
            ? "It may come in again, with the keys it had."
            : "Its next call is refused and its open waits close. What it proposed stays where it is. It can be enabled again."
        }
        submit={disabled ? "Enable it" : "Disable it"}
        pending={acting.pending}
        failure={acting.failure}
        onSubmit={() => acting.run({ agentId, enabled: disabled })}
      />
    </>
  );
}

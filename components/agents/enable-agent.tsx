"use client";

import { useState } from "react";

import { Button } from "../ui/button";
import { FormDialog } from "../ui/form-dialog";
import { useAction } from "../ui/use-action";
import { useWords } from "../words/words-provider";
import type { AgentActions } from "./agent-actions";

export interface EnableAgentProps {
  readonly agentId: string;
  readonly name: string;
  readonly disabled: boolean;
  readonly enable: AgentActions["enable"];
}

/** Shuts an agent out or lets it back in, after asking once. */
export function EnableAgent({ agentId, name, disabled, enable }: EnableAgentProps) {
  const t = useWords("agents");
  const [open, setOpen] = useState(false);
  const way = disabled ? "enable" : "disable";
  const acting = useAction(enable, () => setOpen(false));
  return (
    <>
      <Button
        onClick={() => {
          acting.clear();
          setOpen(true);
        }}
      >
        {t(`${way}.ask`)}
      </Button>
      <FormDialog
        open={open}
        onOpenChange={setOpen}
        title={t(`${way}.title`, { name })}
        description={t(`${way}.says`)}
        submit={t(`${way}.submit`)}
        pending={acting.pending}
        failure={acting.failure}
        onSubmit={() => acting.run({ agentId, enabled: disabled })}
      />
    </>
  );
}

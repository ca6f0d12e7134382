"use client";

import { useState } from "react";

import { Button } from "../ui/button";
import { FormDialog } from "../ui/form-dialog";
import { useAction } from "../ui/use-action";
import type { KeyActions } from "./agent-actions";
import type { KeyView } from "./agent-view";
import { SecretOnce } from "./secret-once";

export interface KeyActsProps {
  readonly agentKey: KeyView;
  /** False once it has a successor. */
  readonly mayRotate: boolean;
  readonly rotate: KeyActions["rotate"];
  readonly revoke: KeyActions["revoke"];
}

/** Rotate and revoke, each asked about once more: both reach whoever uses the key. */
export function KeyActs({ agentKey: key, mayRotate, rotate, revoke }: KeyActsProps) {
  const [asking, setAsking] = useState<"rotate" | "revoke" | null>(null);
  const close = () => setAsking(null);
  const rotating = useAction(rotate, close);
  const revoking = useAction(revoke, close);
  const acting = asking === "rotate" ? rotating : revoking;
  const ask = (what: "rotate" | "revoke") => {
    rotating.clear();
    revoking.clear();
    setAsking(what);
  };
  const name = `${key.label} (${key.prefix}…)`;
  return (
    <>
      {mayRotate && (
        <Button size="small" variant="ghost" onClick={() => ask("rotate")}>
          Rotate<span className="sr-only"> {name}</span>
        </Button>
      )}
      <Button size="small" variant="ghost" onClick={() => ask("revoke")}>
        Revoke<span className="sr-only"> {name}</span>
      </Button>
      <FormDialog
        open={asking !== null}
        onOpenChange={close}
        title={asking === "rotate" ? `Rotate ${name}?` : `Revoke ${name}?`}
        description={
          asking === "rotate"
            ? "A new key takes its place. This one works for another 24 hours, then ends by itself."
            : "The next call with it is refused and open waits close. This cannot be undone."
        }
        submit={asking === "rotate" ? "Make the new key" : "Revoke it"}
        pending={acting.pending}
        failure={acting.failure}
        onSubmit={() => acting.run({ keyId: key.id })}
      />
      <SecretOnce
        secret={rotating.done?.secret ?? null}
        title={`The successor of ${name}`}
        says="Bring it to where the old one is used: that one ends in 24 hours."
        onClose={rotating.clear}
      />
    </>
  );
}

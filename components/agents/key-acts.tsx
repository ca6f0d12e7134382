"use client";

import { useState } from "react";

import { bdi } from "../ui/bdi";
import { Button } from "../ui/button";
import { FormDialog } from "../ui/form-dialog";
import { srOnly } from "../ui/sr-only";
import { useAction } from "../ui/use-action";
import { useWords } from "../words/words-provider";
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
  const t = useWords("agents");
  const [asking, setAsking] = useState<"rotate" | "revoke" | null>(null);
  const close = () => setAsking(null);
  const rotating = useAction(rotate, close);
  const revoking = useAction(revoke, close);
  const asked = asking === "rotate" ? "rotate" : "revoke";
  const acting = { rotate: rotating, revoke: revoking }[asked];
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
          {t.rich("rotate", { key: bdi(name), hidden: srOnly })}
        </Button>
      )}
      <Button size="small" variant="ghost" onClick={() => ask("revoke")}>
        {t.rich("revoke", { key: bdi(name), hidden: srOnly })}
      </Button>
      <FormDialog
        open={asking !== null}
        onOpenChange={close}
        title={t(`${asked}.title`, { key: name })}
        description={t(`${asked}.says`)}
        submit={t(`${asked}.submit`)}
        pending={acting.pending}
        failure={acting.failure}
        onSubmit={() => acting.run({ keyId: key.id })}
      />
      <SecretOnce
        secret={rotating.done?.secret ?? null}
        title={t("rotate.made", { key: name })}
        says={t("rotate.made.says")}
        onClose={rotating.clear}
      />
    </>
  );
}

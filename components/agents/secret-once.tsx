"use client";

import { Button } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { Dialog } from "../ui/dialog";
import { TriangleAlert } from "../ui/icons";

export interface SecretOnceProps {
  /** Null while there is none to show. */
  readonly secret: string | null;
  readonly title: string;
  /** What to know about it beside that it is shown once. */
  readonly says: string;
  readonly onClose: () => void;
}

/** A new key in the clear, the only time there is: to be copied, then gone. */
export function SecretOnce({ secret, title, says, onClose }: SecretOnceProps) {
  return (
    <Dialog
      open={secret !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={title}
      description={says}
      width="wide"
      actions={
        <Button variant="primary" onClick={onClose}>
          I have kept it
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="flex items-start gap-2 text-note font-medium text-removed">
          <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" strokeWidth={1.75} />
          Copy it now. It is shown this once and cannot be looked up again.
        </p>
        <div className="flex flex-wrap items-center gap-2 rounded-control border border-rule bg-sunk py-2 pr-2 pl-3">
          <code className="verbatim min-w-0 flex-1 basis-56 font-mono text-note select-all">{secret}</code>
          {secret !== null && <CopyButton text={secret} label="Copy the key" />}
        </div>
        <p className="text-note text-ink-3">
          Agents send it in the header <code className="font-mono text-small">Authorization</code>, after the word{" "}
          <code className="font-mono text-small">Bearer</code>. Keep it where secrets are kept, never in code.
        </p>
      </div>
    </Dialog>
  );
}

"use client";

import { Button } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { Dialog } from "../ui/dialog";
import { TriangleAlert } from "../ui/icons";
import { useWords } from "../words/words-provider";

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
  const t = useWords("agents");
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
          {t("secret.kept")}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="flex items-start gap-2 text-note font-medium text-removed">
          <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" strokeWidth={1.75} />
          {t("secret.now")}
        </p>
        <div className="flex flex-wrap items-center gap-2 rounded-control border border-rule bg-sunk py-2 ps-3 pe-2">
          <code className="verbatim min-w-0 flex-1 basis-56 font-mono text-note select-all">{secret}</code>
          {secret !== null && <CopyButton text={secret} label={t("secret.copy")} />}
        </div>
        <p className="text-note text-ink-3">
          {t.rich("secret.use", { code: (inside) => <code className="font-mono text-small">{inside}</code> })}
        </p>
      </div>
    </Dialog>
  );
}

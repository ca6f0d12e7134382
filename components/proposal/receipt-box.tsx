"use client";

import { Button } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { saveFile } from "../ui/save-file";
import { useWords } from "../words/words-provider";

/** Where the keys stand that verify receipts. */
const KEYS = "/api/v1/receipts/keys";

/** A receipt as it was signed, to be kept, and how anybody checks it. */
export function ReceiptBox({ receipt, proposal }: { readonly receipt: string; readonly proposal: string }) {
  const t = useWords("carryOut");
  return (
    <figure className="w-full min-w-0">
      <figcaption className="flex min-h-8 flex-wrap items-center justify-between gap-x-3 text-small font-semibold text-ink-2">
        {t("receipt")}
        <span className="flex gap-1">
          <CopyButton text={receipt} label={t("copy")} />
          <Button
            variant="ghost"
            size="small"
            onClick={() => saveFile(`${receipt}\n`, `receipt-${proposal}.jws`, "application/jose")}
          >
            {t("save")}
          </Button>
        </span>
      </figcaption>
      <pre
        tabIndex={0}
        role="region"
        aria-label={t("receipt")}
        translate="no"
        className="max-h-24 overflow-y-auto rounded-control border border-rule bg-sunk px-3 py-2 font-mono text-small whitespace-pre-wrap [overflow-wrap:anywhere] text-ink-3"
      >
        <code>{receipt}</code>
      </pre>
      <p className="pt-1.5 text-small text-ink-3">
        {t.rich("verify", {
          keys: (inside) => (
            <a href={KEYS} className="text-accent underline underline-offset-2">
              {inside}
            </a>
          ),
        })}
      </p>
    </figure>
  );
}

"use client";

import { ShieldCheck } from "lucide-react";

import { localeOf } from "../../lib/domain/language";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { CopyButton } from "../ui/copy-button";
import { formatCount } from "../ui/format-number";
import { LoadingLine } from "../ui/loading-line";
import { useAction } from "../ui/use-action";
import type { Words } from "../words/make-words";
import { useWords } from "../words/words-provider";
import type { Verification, VerifyLedgerAct } from "./ledger-view";
import { shortHash } from "./ledger-view";

export interface VerifyLedgerProps {
  readonly head: { readonly seq: number; readonly hash: string };
  readonly verify: VerifyLedgerAct;
}

/** Where the chain ends, and the way to recompute all of it from the first entry. */
export function VerifyLedger({ head, verify }: VerifyLedgerProps) {
  const t = useWords("ledger");
  const acting = useAction(verify);
  return (
    <div className="relative mb-4 flex flex-col gap-3 rounded-card border border-rule bg-panel px-5 py-4">
      {acting.pending && <LoadingLine says={t("verifying")} />}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <dl className="flex min-w-0 flex-1 basis-64 flex-wrap gap-x-8 gap-y-2">
          <div>
            <dt className="text-small text-ink-3">{t("entries")}</dt>
            <dd className="tabular text-lead font-semibold tracking-[-0.01em]">{formatCount(head.seq, localeOf(t.language))}</dd>
          </div>
          <div className="min-w-0">
            <dt className="text-small text-ink-3">{t("last")}</dt>
            <dd className="flex flex-wrap items-center gap-1 font-mono text-note text-ink-2">
              <span translate="no" title={head.hash}>
                {shortHash(head.hash)}
              </span>
              <CopyButton text={head.hash} label={t("last.copy")} />
            </dd>
          </div>
        </dl>
        <Button aria-disabled={acting.pending || undefined} onClick={() => acting.run(null)}>
          <ShieldCheck aria-hidden="true" className="size-4" strokeWidth={1.75} />
          {acting.pending ? t("verify.pending") : t("verify")}
        </Button>
      </div>
      {acting.failure !== null && <Callout tone="failed" role="alert" title={acting.failure} />}
      {acting.done !== null && <Verdict t={t} verification={acting.done} />}
    </div>
  );
}

function Verdict({ t, verification }: { readonly t: Words<"ledger">; readonly verification: Verification }) {
  if (!verification.whole) {
    return (
      <Callout tone="failed" role="alert" title={t("broken", { seq: verification.seq })}>
        <p>{t.rich("broken.says", { why: verification.why, reason: (inside) => <span lang="en">{inside}</span> })}</p>
      </Callout>
    );
  }
  const { count, hash, tookMs } = verification;
  return (
    <Callout tone="passed" role="status" title={t("whole", { count, seconds: secondsIn(t, tookMs) })}>
      <p>{t.rich("whole.says", { hash, code: (inside) => <code className="font-mono text-small">{inside}</code> })}</p>
    </Callout>
  );
}

/** Two decimals below ten seconds. */
function secondsIn({ language }: Words<"ledger">, ms: number): string {
  const digits = ms < 10_000 ? 2 : 0;
  const form = { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false };
  return new Intl.NumberFormat(localeOf(language), form).format(ms / 1000);
}

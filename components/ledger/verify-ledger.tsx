"use client";

import { ShieldCheck } from "lucide-react";

import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { CopyButton } from "../ui/copy-button";
import { formatCount } from "../ui/format-number";
import { LoadingLine } from "../ui/loading-line";
import { useAction } from "../ui/use-action";
import type { Verification, VerifyLedgerAct } from "./ledger-view";
import { shortHash } from "./ledger-view";

export interface VerifyLedgerProps {
  readonly head: { readonly seq: number; readonly hash: string };
  readonly verify: VerifyLedgerAct;
}

/** Where the chain ends, and the way to recompute all of it from the first entry. */
export function VerifyLedger({ head, verify }: VerifyLedgerProps) {
  const acting = useAction(verify);
  return (
    <div className="relative mb-4 flex flex-col gap-3 rounded-card border border-rule bg-panel px-5 py-4">
      {acting.pending && <LoadingLine says="Verifying every entry" />}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <dl className="flex min-w-0 flex-1 basis-64 flex-wrap gap-x-8 gap-y-2">
          <div>
            <dt className="text-small text-ink-3">Entries</dt>
            <dd className="tabular text-lead font-semibold tracking-[-0.01em]">{formatCount(head.seq)}</dd>
          </div>
          <div className="min-w-0">
            <dt className="text-small text-ink-3">Hash of the last one</dt>
            <dd className="flex items-center gap-1 font-mono text-note text-ink-2">
              <span title={head.hash}>{shortHash(head.hash)}</span>
              <CopyButton text={head.hash} label="Copy the hash of the last entry" />
            </dd>
          </div>
        </dl>
        <Button aria-disabled={acting.pending || undefined} onClick={() => acting.run(null)}>
          <ShieldCheck aria-hidden="true" className="size-4" strokeWidth={1.75} />
          {acting.pending ? "Verifying…" : "Verify"}
        </Button>
      </div>
      {acting.failure !== null && <Callout tone="failed" role="alert" title={acting.failure} />}
      {acting.done !== null && <Verdict verification={acting.done} />}
    </div>
  );
}

function Verdict({ verification }: { readonly verification: Verification }) {
  const took = `${(verification.tookMs / 1000).toFixed(verification.tookMs < 10_000 ? 2 : 0)}\u00A0s`;
  if (!verification.whole) {
    return (
      <Callout tone="failed" role="alert" title={`The chain breaks at entry ${formatCount(verification.seq)}`}>
        <p>{verification.why}. Every entry before it holds. Keep the database file as it is, and compare it with a backup.</p>
      </Callout>
    );
  }
  return (
    <Callout tone="passed" role="status" title={`Whole: ${formatCount(verification.count)} entries, recomputed in ${took}`}>
      <p>
        Up to <span className="font-mono text-small">{verification.hash}</span>. A chain cut short at its end still looks whole:
        compare this hash with one you noted elsewhere, or with an export.
      </p>
    </Callout>
  );
}

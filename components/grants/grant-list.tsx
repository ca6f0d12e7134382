"use client";

import type { ReactNode } from "react";

import type { ActionResult } from "../../lib/contract/action-result";
import type { GrantView } from "../../lib/contract/grants";
import { bdi } from "../ui/bdi";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Link } from "../ui/link";
import { ExactTime } from "../ui/exact-time";
import { Tag } from "../ui/tag";
import { useAction } from "../ui/use-action";
import type { Words } from "../words/make-words";
import { useWords } from "../words/words-provider";

export interface GrantListProps {
  readonly grants: readonly GrantView[];
  /** Null for whoever may not end one. */
  readonly revoke: ((input: { readonly id: string }) => Promise<ActionResult>) | null;
  /** The page is the proposal's own: its link would lead nowhere else. */
  readonly ofOneProposal?: boolean;
}

/** Standing approvals, one a row: what, whose, how often, until when, and one click to end it. */
export function GrantList({ grants, revoke, ofOneProposal = false }: GrantListProps) {
  const t = useWords("grants");
  const revoking = useAction(
    revoke ?? (() => Promise.resolve<ActionResult>({ ok: false, detail: t("mayNot"), own: true, issues: [] })),
  );
  return (
    <>
      {revoking.failure !== null && <Callout tone="failed" role="alert" title={revoking.failure} className="mx-5 mb-3" />}
      <ul className="max-h-96 divide-y divide-rule overflow-y-auto text-note">
        {grants.map((grant) => (
          <li key={grant.id} className="flex flex-wrap items-start gap-x-4 gap-y-1.5 px-5 py-2.5">
            <div className="min-w-0 flex-1 basis-64">
              <p className="flex flex-wrap items-baseline gap-x-2.5">
                <code className="font-mono text-small font-strong [overflow-wrap:anywhere] text-ink">{grant.actionName}</code>
                <bdi className="text-small [overflow-wrap:anywhere] text-ink-2">{grant.agentName}</bdi>
                {grant.standing !== "in_force" && <Tag>{standingWords(t, grant)}</Tag>}
              </p>
              <p className="mt-0.5 text-small [overflow-wrap:anywhere] text-ink-3">{likeWhat(t, grant, ofOneProposal)}</p>
            </div>
            <div className="min-w-0 flex-1 basis-56">
              <p className="tabular text-ink">{t("used", { used: grant.used, max: grant.usesMax })}</p>
              <p className="text-small text-ink-3">
                {t.rich("given", { name: grant.by, who: bdi, when: <ExactTime at={grant.until} /> })}
              </p>
            </div>
            {revoke !== null && grant.standing === "in_force" && (
              <Button
                size="small"
                aria-label={t("revoke.heard", { action: grant.actionName, agent: grant.agentName })}
                disabled={revoking.pending}
                onClick={() => {
                  revoking.run({ id: grant.id });
                }}
              >
                {t("revoke")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What it was approved as, and where it may differ: said by the rules that decide it, in English. */
function likeWhat(t: Words<"grants">, { proposal, freed }: GrantView, ofOneProposal: boolean): ReactNode {
  const link = (inside: ReactNode) => (
    <Link href={`/proposals/${proposal}`} className="text-accent underline underline-offset-2">
      {inside}
    </Link>
  );
  if (freed.length === 0) return ofOneProposal ? t("asApproved") : t.rich("asIn", { link });
  const values = { freed: freed.join(", where "), fields: (inside: ReactNode) => <span lang="en">{inside}</span> };
  return ofOneProposal ? t.rich("asApproved.freed", values) : t.rich("asIn.freed", { ...values, link });
}

function standingWords(t: Words<"grants">, { standing, revokedBy }: GrantView): string {
  if (standing !== "revoked") return t(`standing.${standing}`);
  return revokedBy === null ? t("standing.wrong") : t("standing.revoked", { name: revokedBy });
}

"use client";

import type { ActionResult } from "../../lib/contract/action-result";
import type { GrantView } from "../../lib/contract/grants";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Link } from "../ui/link";
import { ExactTime } from "../ui/relative-time";
import { Tag } from "../ui/tag";
import { useAction } from "../ui/use-action";

export interface GrantListProps {
  readonly grants: readonly GrantView[];
  /** Null for whoever may not end one. */
  readonly revoke: ((input: { readonly id: string }) => Promise<ActionResult>) | null;
  /** The page is the proposal's own: its link would lead nowhere else. */
  readonly ofOneProposal?: boolean;
}

/** Standing approvals, one a row: what, whose, how often, until when, and one click to end it. */
export function GrantList({ grants, revoke, ofOneProposal = false }: GrantListProps) {
  const revoking = useAction(revoke ?? refuse);
  return (
    <>
      {revoking.failure !== null && <Callout tone="failed" role="alert" title={revoking.failure} className="mx-5 mb-3" />}
      <ul className="max-h-96 divide-y divide-rule overflow-y-auto text-note">
        {grants.map((grant) => (
          <li key={grant.id} className="flex flex-wrap items-start gap-x-4 gap-y-1.5 px-5 py-2.5">
            <div className="min-w-0 flex-1 basis-64">
              <p className="flex flex-wrap items-baseline gap-x-2.5">
                <code className="font-mono text-small font-strong [overflow-wrap:anywhere] text-ink">{grant.actionName}</code>
                <span className="text-small [overflow-wrap:anywhere] text-ink-2">{grant.agentName}</span>
                {grant.standing !== "in_force" && <Tag>{standingWords(grant)}</Tag>}
              </p>
              <p className="mt-0.5 text-small [overflow-wrap:anywhere] text-ink-3">
                {ofOneProposal ? (
                  "exactly as approved"
                ) : (
                  <>
                    exactly as in{" "}
                    <Link href={`/proposals/${grant.proposal}`} className="text-accent underline underline-offset-2">
                      the approved proposal
                    </Link>
                  </>
                )}
                {grant.freed.map((words) => `, where ${words}`).join("")}
              </p>
            </div>
            <div className="min-w-0 flex-1 basis-56">
              <p className="tabular text-ink">
                used {grant.used} of {grant.usesMax}
              </p>
              <p className="text-small text-ink-3">
                by {grant.by}, until <ExactTime at={grant.until} />
              </p>
            </div>
            {revoke !== null && grant.standing === "in_force" && (
              <Button
                size="small"
                aria-label={`Revoke the standing approval of ${grant.actionName} for ${grant.agentName}`}
                disabled={revoking.pending}
                onClick={() => {
                  revoking.run({ id: grant.id });
                }}
              >
                Revoke
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function standingWords({ standing, revokedBy }: GrantView): string {
  switch (standing) {
    case "in_force":
      return "in force";
    case "used_up":
      return "used up";
    case "over":
      return "past its day";
    case "revoked":
      return revokedBy === null ? "ended: something it ran was wrong" : `revoked by ${revokedBy}`;
  }
}

/** Stands where nobody may click. */
function refuse(): Promise<ActionResult> {
  return Promise.resolve({ ok: false, detail: "Your role only reads.", issues: [] });
}

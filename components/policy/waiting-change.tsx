"use client";

import type { ActionResult } from "../../lib/contract/action-result";
import type { PolicyWaiting } from "../../lib/contract/policy";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { useAction } from "../ui/use-action";

export interface WaitingChangeProps {
  readonly waiting: PolicyWaiting;
  readonly agree: (input: { readonly digest: string }) => Promise<ActionResult>;
  readonly drop: (input: { readonly digest: string }) => Promise<ActionResult>;
}

/** A riskier change that one admin proposed and another has to agree to. */
export function WaitingChange({ waiting, agree, drop }: WaitingChangeProps) {
  const agreeing = useAction(agree);
  const dropping = useAction(drop);
  const failure = agreeing.failure ?? dropping.failure;
  const who = waiting.mine ? "You proposed a change: another admin has to agree" : `${waiting.by} proposes a change`;
  return (
    <Callout
      title={`${who}: ${waiting.note}`}
      action={
        <>
          {waiting.mayAgree && !waiting.outdated && (
            <Button
              variant="primary"
              disabled={agreeing.pending}
              onClick={() => {
                agreeing.run({ digest: waiting.digest });
              }}
            >
              Agree
            </Button>
          )}
          {(waiting.mayAgree || waiting.mine) && (
            <Button
              disabled={dropping.pending}
              onClick={() => {
                dropping.run({ digest: waiting.digest });
              }}
            >
              {waiting.mine ? "Take back" : "Drop"}
            </Button>
          )}
        </>
      }
    >
      <ul className="list-disc pl-5">
        {waiting.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {waiting.stepDays !== null && (
        <p>
          In stages: 10 % of proposals, then 50 %, then all, {waiting.stepDays} {waiting.stepDays === 1 ? "day" : "days"} each.
        </p>
      )}
      {waiting.outdated && <p>The policy moved on since: it has to be proposed anew.</p>}
      {failure !== null && (
        <p role="alert" className="font-semibold text-removed">
          {failure}
        </p>
      )}
    </Callout>
  );
}

"use client";

import type { ActionResult } from "../../lib/contract/action-result";
import type { PolicyWaiting } from "../../lib/contract/policy";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { useAction } from "../ui/use-action";
import { bdi } from "../ui/bdi";
import { useWords } from "../words/words-provider";
import { ChangeSentence } from "./change-sentence";

export interface WaitingChangeProps {
  readonly waiting: PolicyWaiting;
  readonly agree: (input: { readonly digest: string }) => Promise<ActionResult>;
  readonly drop: (input: { readonly digest: string }) => Promise<ActionResult>;
}

/** A riskier change that one admin proposed and another has to agree to. */
export function WaitingChange({ waiting, agree, drop }: WaitingChangeProps) {
  const t = useWords("policy");
  const agreeing = useAction(agree);
  const dropping = useAction(drop);
  const failure = agreeing.failure ?? dropping.failure;
  const { by, note } = waiting;
  return (
    <Callout
      title={
        waiting.mine ? t.rich("waiting.mine", { note, what: bdi }) : t.rich("waiting.theirs", { by, note, who: bdi, what: bdi })
      }
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
              {t("waiting.agree")}
            </Button>
          )}
          {(waiting.mayAgree || waiting.mine) && (
            <Button
              disabled={dropping.pending}
              onClick={() => {
                dropping.run({ digest: waiting.digest });
              }}
            >
              {t(waiting.mine ? "waiting.takeBack" : "waiting.drop")}
            </Button>
          )}
        </>
      }
    >
      <ul className="list-disc ps-5">
        {waiting.changes.map((change) => (
          <li key={change.path}>
            <ChangeSentence change={change} />
          </li>
        ))}
      </ul>
      {waiting.stepDays !== null && <p>{t("waiting.stages", { days: waiting.stepDays })}</p>}
      {waiting.outdated && <p>{t("waiting.outdated")}</p>}
      {failure !== null && (
        <p role="alert" className="font-semibold text-removed">
          {failure}
        </p>
      )}
    </Callout>
  );
}

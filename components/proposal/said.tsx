import type { ReactNode } from "react";

import type { ProposalDetail } from "../../lib/contract/people";
import { EDIT_REASONS } from "../../lib/domain/card/edit-reasons";
import { plain } from "../../lib/domain/card/spans";
import { REJECT_CODES } from "../../lib/domain/card/reject-reasons";
import type { DecisionType } from "../../lib/domain/words";
import { Spans } from "../card/spans";
import type { Words } from "../words/make-words";
import { words } from "../words/words";

export interface SaidProps extends Pick<ProposalDetail, "said"> {
  readonly type: DecisionType;
}

/** Why a person rejected or changed it, and what they answered, as the agent was told. Nothing is drawn where they said nothing. */
export async function Said({ said, type }: SaidProps) {
  if (said === null) return null;
  const [t, card] = await Promise.all([words("proposal"), words("card")]);
  const why = reasonWords(card, said.code, type);
  if (why === null && said.text === null && said.answer === null) return null;
  return (
    <dl className="mt-4 flex flex-col gap-3 text-note">
      {(why !== null || said.text !== null) && (
        <Line label={t("said.reason")}>
          {why}
          {why !== null && said.text !== null && ": "}
          {said.text !== null && <Spans spans={plain(said.text)} />}
        </Line>
      )}
      {said.answer !== null && (
        <Line label={t("said.answer")}>
          <Spans spans={plain(said.answer)} />
        </Line>
      )}
    </dl>
  );
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-small text-ink-3">{label}</dt>
      <dd dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere] text-ink">
        {children}
      </dd>
    </div>
  );
}

/** A reason by its code, as it was offered; null for one in the person's own words, and for a code that no screen offers. */
function reasonWords(t: Words<"card">, code: string | null, type: DecisionType): string | null {
  if (type === "edit") {
    const known = EDIT_REASONS.find((one) => one === code);
    return known === undefined ? null : t(`edit.why.${known}`);
  }
  const known = REJECT_CODES.find((one) => one === code);
  return known === undefined ? null : t(`reason.${known}`);
}

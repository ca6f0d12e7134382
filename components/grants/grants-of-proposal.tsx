"use client";

import { useState } from "react";

import type { ActionResult } from "../../lib/contract/action-result";
import type { GrantsView } from "../../lib/contract/grants";
import { Button } from "../ui/button";
import { Panel } from "../ui/panel";
import { useWords } from "../words/words-provider";
import { GiveGrantDialog, type GiveGrant } from "./give-grant-dialog";
import { GrantList } from "./grant-list";

export interface GrantsOfProposalProps {
  readonly proposal: string;
  readonly grants: GrantsView;
  readonly give: GiveGrant;
  readonly revoke: (input: { readonly id: string }) => Promise<ActionResult>;
}

/** The standing approval that a proposal ran under, those that were given from it, and the way to give one. Nothing is drawn where there is none of these. */
export function GrantsOfProposal({ proposal, grants, give, revoke }: GrantsOfProposalProps) {
  const t = useWords("grants");
  const [open, setOpen] = useState(false);
  const { given, under, offer, mayRevoke } = grants;
  if (given.length === 0 && under === null && offer === null) return null;
  return (
    <Panel
      id="standing"
      title={t("ofThis")}
      padding="flush"
      note={under === null ? null : t("ofThis.under")}
      actions={
        offer !== null && offer.whyNot === null ? (
          <Button
            size="small"
            onClick={() => {
              setOpen(true);
            }}
          >
            {t("give.ask")}
          </Button>
        ) : undefined
      }
    >
      {under !== null && <GrantList grants={[under]} revoke={mayRevoke ? revoke : null} />}
      {given.length > 0 && <GrantList grants={given} revoke={mayRevoke ? revoke : null} ofOneProposal />}
      {given.length === 0 && offer !== null && (
        <p className="px-5 pb-4 text-note text-ink-3">
          {offer.whyNot === null
            ? t("ofThis.none")
            : t.rich("ofThis.never", { why: offer.whyNot, reason: (inside) => <span lang="en">{inside}</span> })}
        </p>
      )}
      {open && offer !== null && (
        <GiveGrantDialog
          proposal={proposal}
          offer={offer}
          give={give}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </Panel>
  );
}

"use client";

import { useState } from "react";

import type { PolicyDraftOpened, PolicyDraftRow } from "../../lib/contract/policy";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Panel } from "../ui/panel";
import { ExactTime } from "../ui/exact-time";
import { useAction } from "../ui/use-action";
import { useWords } from "../words/words-provider";
import { DraftShadow } from "./draft-shadow";
import type { PolicyActions } from "./policy-actions";

/** So many are counted without being asked. */
const COUNTED = 2;

export interface PolicyDraftsProps {
  readonly drafts: readonly PolicyDraftRow[];
  readonly current: number;
  /** The name of the one that is worked on. */
  readonly opened: string | null;
  readonly actions: Pick<PolicyActions, "openDraft" | "dropDraft">;
  readonly onOpen: (draft: PolicyDraftOpened) => void;
}

/** Drafts that were saved under a name, each with what it would have done since, beside the policy in force. Nothing is drawn where there is none. */
export function PolicyDrafts({ drafts, current, opened, actions, onOpen }: PolicyDraftsProps) {
  const t = useWords("policy");
  const opening = useAction(actions.openDraft, onOpen);
  const dropping = useAction(actions.dropDraft);
  const failure = opening.failure ?? dropping.failure;
  const busy = opening.pending || dropping.pending;
  if (drafts.length === 0) return null;
  return (
    <Panel id="drafts" title={t("drafts.title")} note={t("drafts.note")} padding="flush">
      {failure !== null && <Callout tone="failed" role="alert" title={failure} className="mx-5 mb-3" />}
      <ul className="divide-y divide-rule text-note">
        {drafts.map((draft, index) => (
          <li key={draft.name} className="px-5 py-2.5">
            <div className="flex flex-wrap items-start gap-x-3 gap-y-1.5">
              <div className="min-w-0 flex-1 basis-48">
                <p className="font-strong [overflow-wrap:anywhere] text-ink">
                  <bdi>{draft.name}</bdi>
                </p>
                <p className="text-small text-ink-3">
                  <bdi>{draft.by}</bdi> · <ExactTime at={draft.at} />
                  {draft.basedOn !== current && ` · ${t("drafts.basedOn", { version: draft.basedOn })}`}
                </p>
              </div>
              <Button
                size="small"
                aria-label={t("drafts.open", { name: draft.name })}
                disabled={busy || draft.name === opened}
                onClick={() => {
                  opening.run({ name: draft.name });
                }}
              >
                {t(draft.name === opened ? "drafts.open.is" : "drafts.open.short")}
              </Button>
              <Button
                size="small"
                aria-label={t("drafts.drop", { name: draft.name })}
                disabled={busy}
                onClick={() => {
                  dropping.run({ name: draft.name });
                }}
              >
                {t("drafts.drop.short")}
              </Button>
            </div>
            <Differences draft={draft} counted={index < COUNTED} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Differences({ draft, counted }: { readonly draft: PolicyDraftRow; readonly counted: boolean }) {
  const t = useWords("policy");
  const [asked, setAsked] = useState(counted);
  if (asked) return <DraftShadow name={draft.name} at={draft.at} />;
  return (
    <Button
      size="small"
      className="mt-1.5"
      onClick={() => {
        setAsked(true);
      }}
    >
      {t("drafts.count")}
    </Button>
  );
}

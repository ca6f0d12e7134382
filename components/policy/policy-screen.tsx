"use client";

import { useState } from "react";

import type {
  PolicyDraftOpened,
  PolicyDraftRow,
  PolicySecondAdmin,
  PolicyVersionRow,
  PolicyWaiting,
} from "../../lib/contract/policy";
import type { GrantView } from "../../lib/contract/grants";
import type { PolicyChange } from "../../lib/domain/policy/policy-change";
import type { RolloutReading } from "../../lib/domain/policy/rollout-reading";
import type { GrantListProps } from "../grants/grant-list";
import { StandingApprovals } from "../grants/standing-approvals";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { PageHeader } from "../ui/page-header";
import { Panel } from "../ui/panel";
import { Tag } from "../ui/tag";
import { useAction } from "../ui/use-action";
import { useWords } from "../words/words-provider";
import { ChangeSentence } from "./change-sentence";
import { readDraft } from "./draft";
import { DraftControls } from "./draft-controls";
import type { PolicyActions } from "./policy-actions";
import { PolicyDrafts } from "./policy-drafts";
import { PolicyLists } from "./policy-lists";
import { PolicyText } from "./policy-text";
import { PolicyVersions } from "./policy-versions";
import { RolloutPanel } from "./rollout-panel";
import { isRolling } from "./rollout-words";
import { SaveDraftDialog } from "./save-draft-dialog";
import { SavePolicy } from "./save-policy";
import { SecondAdminPanel } from "./second-admin-panel";
import { useWhatIf, type PastChoice } from "./use-what-if";
import { WaitingChange } from "./waiting-change";
import { WhatIfPanel } from "./what-if-panel";

export interface PolicyScreenProps {
  readonly version: number;
  /** The document in force, as saved. */
  readonly text: string;
  readonly editable: boolean;
  readonly workspaceName: string;
  readonly versions: readonly PolicyVersionRow[];
  readonly compared: { readonly from: number; readonly changes: readonly PolicyChange[] } | null;
  readonly waiting: PolicyWaiting | null;
  readonly rollout: RolloutReading | null;
  readonly secondAdmin: PolicySecondAdmin;
  /** The server's clock when this was rendered. */
  readonly now: number;
  readonly actions: PolicyActions;
  readonly drafts: readonly PolicyDraftRow[];
  /** Standing approvals, newest first. */
  readonly grants: readonly GrantView[];
  /** Null for whoever may not end one. */
  readonly revokeGrant: GrantListProps["revoke"];
}

/** The policy in force and a draft of the next: cells, thresholds, and the whole document as text. All three are one draft. */
export function PolicyScreen({
  version,
  text,
  editable,
  workspaceName,
  versions,
  compared,
  waiting,
  rollout,
  secondAdmin,
  now,
  actions,
  drafts,
  grants,
  revokeGrant,
}: PolicyScreenProps) {
  const t = useWords("policy");
  const [draft, setDraft] = useState(text);
  const [reviewing, setReviewing] = useState(false);
  const [opened, setOpened] = useState<PolicyDraftOpened | null>(null);
  const [naming, setNaming] = useState(false);
  const [choice, setChoice] = useState<PastChoice>({ days: 90, kind: null, agent: null });
  const reading = useWhatIf(text, draft, choice, editable);
  const read = readDraft(draft);
  const changed = draft !== text;
  const check = useAction(actions.check, () => {
    setReviewing(true);
  });
  const change = (next: string): void => {
    setDraft(next);
    setReviewing(false);
  };
  const result = reviewing ? check.done : null;
  return (
    <div className="mx-auto flex w-full max-w-[82rem] flex-col gap-5 p-4 md:p-7">
      <PageHeader
        title={t("title.version", { version })}
        {...(changed ? { tag: <Tag>{t("draft")}</Tag> } : {})}
        says={t(editable ? "says.editable" : "says")}
        actions={
          editable && changed ? (
            <DraftButtons
              checking={check.pending}
              onDiscard={() => {
                change(text);
                setOpened(null);
              }}
              onSave={() => {
                setNaming(true);
              }}
              onReview={() => {
                check.run({ text: draft });
              }}
            />
          ) : undefined
        }
      />
      {check.failure !== null && <Callout tone="failed" title={check.failure} role="alert" />}
      {waiting !== null && <WaitingChange waiting={waiting} agree={actions.agree} drop={actions.drop} />}
      <RolloutPanel rollout={rollout} now={now} editable={editable} steer={actions.steer} />
      {result !== null && (
        <SavePolicy
          rolling={isRolling(rollout)}
          check={result}
          text={draft}
          basedOn={version}
          workspaceName={workspaceName}
          save={actions.save}
          onDone={() => {
            setReviewing(false);
          }}
        />
      )}
      {naming && (
        <SaveDraftDialog
          text={draft}
          opened={opened}
          save={actions.saveDraft}
          onSaved={setOpened}
          onClose={() => {
            setNaming(false);
          }}
        />
      )}
      {compared !== null && <Compared from={compared.from} changes={compared.changes} />}
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-5">
          <DraftControls text={text} draft={draft} editable={editable} whatIf={reading.whatIf} onChange={change} />
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          {editable && (
            <WhatIfPanel reading={reading} choice={choice} onChoice={setChoice} recount={result === null ? null : draft} />
          )}
          {editable && (
            <PolicyDrafts
              drafts={drafts}
              current={version}
              opened={changed ? (opened?.name ?? null) : null}
              actions={actions}
              onOpen={(found) => {
                change(found.text);
                setOpened(found);
              }}
            />
          )}
          <PolicyVersions
            current={version}
            versions={versions}
            editable={editable}
            workspaceName={workspaceName}
            revert={actions.revert}
          />
          <SecondAdminPanel
            standing={secondAdmin}
            editable={editable}
            workspaceName={workspaceName}
            set={actions.setSecondAdmin}
          />
        </div>
      </div>
      <PolicyLists draft={draft} editable={editable} check={actions.check} onChange={change} />
      <StandingApprovals grants={grants} revoke={revokeGrant} />
      <PolicyText
        text={draft}
        editable={editable}
        readable={read.ok}
        issues={result?.issues ?? []}
        onChange={change}
        fileName={changed ? "policy-draft.json" : `policy-v${String(version)}.json`}
        onFile={(uploaded) => {
          change(uploaded);
          check.run({ text: uploaded });
        }}
      />
    </div>
  );
}

interface DraftButtonsProps {
  readonly checking: boolean;
  readonly onDiscard: () => void;
  readonly onSave: () => void;
  readonly onReview: () => void;
}

/** What can be done with a draft that differs from the policy in force. */
function DraftButtons({ checking, onDiscard, onSave, onReview }: DraftButtonsProps) {
  const t = useWords("policy");
  return (
    <>
      <Button onClick={onDiscard}>{t("discard")}</Button>
      <Button onClick={onSave}>{t("review.save")}</Button>
      <Button variant="primary" disabled={checking} onClick={onReview}>
        {t(checking ? "review.pending" : "review")}
      </Button>
    </>
  );
}

function Compared({ from, changes }: NonNullable<PolicyScreenProps["compared"]>) {
  const t = useWords("policy");
  return (
    <Panel id="compared" title={t("compared.since", { version: from })}>
      {changes.length === 0 ? (
        <p className="text-note text-ink-3">{t("compared.none")}</p>
      ) : (
        <ul className="list-disc ps-5 text-note text-ink-2">
          {changes.map((change) => (
            <li key={change.path}>
              <ChangeSentence change={change} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

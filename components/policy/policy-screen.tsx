"use client";

import { useState } from "react";

import type { PolicyVersionRow, PolicyWaiting } from "../../lib/contract/policy";
import type { GrantView } from "../../lib/contract/grants";
import { GrantList, type GrantListProps } from "../grants/grant-list";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { PageHeader } from "../ui/page-header";
import { Panel } from "../ui/panel";
import { Tag } from "../ui/tag";
import { useAction } from "../ui/use-action";
import { ConfidenceSlider } from "./confidence-slider";
import { readDraft, withCell, withThreshold } from "./draft";
import { MatrixEditor } from "./matrix-editor";
import type { PolicyActions } from "./policy-actions";
import { PolicyLists } from "./policy-lists";
import { PolicyText } from "./policy-text";
import { PolicyVersions } from "./policy-versions";
import { SavePolicy } from "./save-policy";
import { ThresholdsEditor } from "./thresholds-editor";
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
  readonly compared: { readonly from: number; readonly sentences: readonly string[] } | null;
  readonly waiting: PolicyWaiting | null;
  readonly actions: PolicyActions;
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
  actions,
  grants,
  revokeGrant,
}: PolicyScreenProps) {
  const [draft, setDraft] = useState(text);
  const [reviewing, setReviewing] = useState(false);
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
        title={`Policy v${String(version)}`}
        {...(changed ? { tag: <Tag>draft</Tag> } : {})}
        says={
          editable
            ? "Where people look. A riskier change needs a second admin, or the workspace’s name where there is one."
            : "Where people look. Only admins change it."
        }
        actions={
          editable && changed ? (
            <>
              <Button
                onClick={() => {
                  change(text);
                }}
              >
                Discard
              </Button>
              <Button
                variant="primary"
                disabled={check.pending}
                onClick={() => {
                  check.run({ text: draft });
                }}
              >
                {check.pending ? "Checking…" : "Review changes"}
              </Button>
            </>
          ) : undefined
        }
      />
      {check.failure !== null && <Callout tone="failed" title={check.failure} role="alert" />}
      {waiting !== null && <WaitingChange waiting={waiting} agree={actions.agree} drop={actions.drop} />}
      {result !== null && (
        <SavePolicy
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
      {compared !== null && (
        <Panel id="compared" title={`What changed since v${String(compared.from)}`}>
          {compared.sentences.length === 0 ? (
            <p className="text-note text-ink-3">Nothing: both say the same.</p>
          ) : (
            <ul className="list-disc pl-5 text-note text-ink-2">
              {compared.sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
        </Panel>
      )}
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-5">
          <Panel id="matrix" title="Where people look" note="stakes × reversibility, all kinds">
            {read.ok ? (
              <>
                <MatrixEditor
                  matrix={read.document.matrix}
                  inForce={changed ? matrixIn(text) : null}
                  editable={editable}
                  onChange={(stakes, reversibility, treatment) => {
                    change(withCell(draft, stakes, reversibility, treatment));
                  }}
                />
                <ConfidenceSlider
                  floor={read.document.thresholds.confidenceFloor.default}
                  editable={editable}
                  whatIf={reading.whatIf}
                  onChange={(floor) => {
                    change(withThreshold(draft, "confidenceFloor.default", floor));
                  }}
                />
              </>
            ) : (
              <p className="text-note text-ink-3">The text below is not JSON at the moment: mend it to see the matrix.</p>
            )}
          </Panel>
          {read.ok && (
            <ThresholdsEditor
              thresholds={read.document.thresholds}
              editable={editable}
              onChange={(path, value) => {
                change(withThreshold(draft, path, value));
              }}
            />
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          {editable && (
            <WhatIfPanel reading={reading} choice={choice} onChoice={setChoice} recount={result === null ? null : draft} />
          )}
          <PolicyVersions
            current={version}
            versions={versions}
            editable={editable}
            workspaceName={workspaceName}
            revert={actions.revert}
          />
        </div>
      </div>
      <PolicyLists draft={draft} editable={editable} check={actions.check} onChange={change} />
      <Panel id="standing" title="Standing approvals" note="exactly what a person approved, again without asking" padding="flush">
        {grants.length === 0 ? (
          <p className="px-5 pb-4 text-note text-ink-3">None: give one on the page of a proposal that was approved.</p>
        ) : (
          <GrantList grants={grants} revoke={revokeGrant} />
        )}
      </Panel>
      <PolicyText text={draft} editable={editable} readable={read.ok} issues={result?.issues ?? []} onChange={change} />
    </div>
  );
}

function matrixIn(text: string) {
  const read = readDraft(text);
  return read.ok ? read.document.matrix : null;
}

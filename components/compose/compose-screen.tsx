"use client";

import { PageHeader } from "../ui/page-header";
import { Panel } from "../ui/panel";
import { ComposeForm } from "./compose-form";
import type { ComposeScreenProps } from "./compose-props";
import { ImportForm } from "./import-form";

/** Propose by hand or from a file. Policy judges it like any agent's; whoever composed it cannot sign what takes two people. */
export function ComposeScreen({ actions, compose, importLines }: ComposeScreenProps) {
  return (
    <div className="mx-auto flex w-full max-w-[82rem] flex-col gap-5 p-4 md:p-7">
      <PageHeader
        title="Compose"
        says="What you propose goes through the same policy and queue as an agent’s, under the agent “manual”, with your name on it."
      />
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <Panel id="compose" title="One proposal">
          <ComposeForm actions={actions} compose={compose} />
        </Panel>
        <Panel id="import" title="Many, from a file" note="JSONL: one proposal a line">
          <ImportForm importLines={importLines} />
        </Panel>
      </div>
    </div>
  );
}

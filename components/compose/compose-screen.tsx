"use client";

import { PageHeader } from "../ui/page-header";
import { Panel } from "../ui/panel";
import { useWords } from "../words/words-provider";
import { ComposeForm } from "./compose-form";
import type { ComposeScreenProps } from "./compose-props";
import { ImportForm } from "./import-form";

/** Propose by hand or from a file. Policy judges it like any agent's; whoever composed it cannot sign what takes two people. */
export function ComposeScreen({ actions, compose, importLines }: ComposeScreenProps) {
  const t = useWords("compose");
  return (
    <div className="mx-auto flex w-full max-w-[82rem] flex-col gap-5 p-4 md:p-7">
      <PageHeader title={t("page")} says={t("page.says")} />
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <Panel id="compose" title={t("one")}>
          <ComposeForm actions={actions} compose={compose} />
        </Panel>
        <Panel id="import" title={t("many")} note={t("many.note")}>
          <ImportForm importLines={importLines} />
        </Panel>
      </div>
    </div>
  );
}

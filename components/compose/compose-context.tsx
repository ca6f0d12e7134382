"use client";

import { Fold } from "../ui/fold";
import { useWords } from "../words/words-provider";
import { DraftJson, DraftLine } from "./draft-line";
import type { ComposeDraft } from "./draft-text";

export interface ComposeContextProps {
  readonly draft: ComposeDraft;
  readonly onChange: (change: Partial<ComposeDraft>) => void;
}

/** What a proposal may say beside its action: where it runs, the record it changes, and why. */
export function ComposeContext({ draft, onChange }: ComposeContextProps) {
  const t = useWords("compose");
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-3">
        <DraftLine id="system" label={t("system")} value={draft.system} onChange={(system) => onChange({ system })} />
        <DraftLine
          id="environment"
          label={t("environment")}
          value={draft.environment}
          onChange={(environment) => onChange({ environment })}
        />
        <DraftLine id="resource" label={t("resource")} value={draft.resource} onChange={(resource) => onChange({ resource })} />
      </div>
      <Fold title={t("record")} className="text-note text-ink-2">
        <div className="mt-3 grid gap-4 sm:grid-cols-2">
          <DraftJson id="before" label={t("before")} rows={4} value={draft.before} onChange={(before) => onChange({ before })} />
          <DraftJson id="after" label={t("after")} rows={4} value={draft.after} onChange={(after) => onChange({ after })} />
        </div>
      </Fold>
      <DraftLine
        id="rationale"
        label={t("why")}
        hint={t("why.hint")}
        value={draft.rationale}
        onChange={(rationale) => onChange({ rationale })}
      />
    </>
  );
}

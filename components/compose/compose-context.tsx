import { DraftJson, DraftLine } from "./draft-line";
import type { ComposeDraft } from "./draft-text";

export interface ComposeContextProps {
  readonly draft: ComposeDraft;
  readonly onChange: (change: Partial<ComposeDraft>) => void;
}

/** What a proposal may say beside its action: where it runs, the record it changes, and why. */
export function ComposeContext({ draft, onChange }: ComposeContextProps) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-3">
        <DraftLine id="system" label="System" value={draft.system} onChange={(system) => onChange({ system })} />
        <DraftLine
          id="environment"
          label="Environment"
          value={draft.environment}
          onChange={(environment) => onChange({ environment })}
        />
        <DraftLine id="resource" label="Resource" value={draft.resource} onChange={(resource) => onChange({ resource })} />
      </div>
      <details className="group">
        <summary className="min-h-6 cursor-pointer text-note text-ink-2">The record it changes</summary>
        <div className="mt-3 grid gap-4 sm:grid-cols-2">
          <DraftJson
            id="before"
            label="Before, as JSON"
            rows={4}
            value={draft.before}
            onChange={(before) => onChange({ before })}
          />
          <DraftJson id="after" label="After, as JSON" rows={4} value={draft.after} onChange={(after) => onChange({ after })} />
        </div>
      </details>
      <DraftLine
        id="rationale"
        label="Why"
        hint="shown as your words, never used by policy"
        value={draft.rationale}
        onChange={(rationale) => onChange({ rationale })}
      />
    </>
  );
}

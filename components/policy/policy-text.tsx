"use client";

import { useState } from "react";

import { Callout } from "../ui/callout";
import { Fold } from "../ui/fold";
import { Panel } from "../ui/panel";
import { Textarea } from "../ui/textarea";
import { useWords } from "../words/words-provider";
import { PolicyFile } from "./policy-file";

export interface PolicyTextProps {
  readonly text: string;
  readonly editable: boolean;
  /** False while the text is no document: then it stands open, because the rest of the screen cannot be shown from it. */
  readonly readable: boolean;
  readonly issues: readonly { readonly path: string; readonly says: string }[];
  readonly onChange: (text: string) => void;
  /** What the document's file is called. */
  readonly fileName: string;
  /** A file was read in place of the text. */
  readonly onFile: (text: string) => void;
}

/** The whole document: catalogue, rules, limits and everything above, as the JSON it is kept as. */
export function PolicyText({ text, editable, readable, issues, onChange, fileName, onFile }: PolicyTextProps) {
  const t = useWords("policy");
  const [open, setOpen] = useState(false);
  return (
    <Panel
      id="document"
      title={t("document.title")}
      note={t("document.note")}
      actions={<PolicyFile text={text} name={fileName} editable={editable} onText={onFile} />}
    >
      {issues.length > 0 && (
        <div className="mb-3" role="alert">
          <Callout tone="failed" title={t("document.issues", { count: issues.length })}>
            <ul lang="en">
              {issues.map((issue) => (
                <li key={`${issue.path}${issue.says}`}>
                  {issue.path !== "" && <code className="font-mono text-small">{issue.path}</code>} {issue.says}
                </li>
              ))}
            </ul>
          </Callout>
        </div>
      )}
      <Fold
        title={t(editable ? "document.edit" : "document.show")}
        className="text-note text-ink-2"
        open={open || !readable || issues.length > 0}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        {editable && (
          <p className="mt-2 text-small text-ink-3">
            {t.rich("document.edit.says", { code: (inside) => <code className="font-mono">{inside}</code> })}
          </p>
        )}
        <label className="mt-3 block">
          <span className="sr-only">{t("document.label")}</span>
          <Textarea
            value={text}
            readOnly={!editable}
            spellCheck={false}
            className="max-h-[36rem] font-mono text-small"
            onChange={(event) => {
              onChange(event.target.value);
            }}
          />
        </label>
      </Fold>
    </Panel>
  );
}

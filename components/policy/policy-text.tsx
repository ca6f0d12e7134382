"use client";

import { Callout } from "../ui/callout";
import { Panel } from "../ui/panel";
import { Textarea } from "../ui/textarea";

export interface PolicyTextProps {
  readonly text: string;
  readonly editable: boolean;
  readonly issues: readonly { readonly path: string; readonly says: string }[];
  readonly onChange: (text: string) => void;
}

/** The whole document: catalogue, rules, limits and everything above, as the JSON it is kept as. */
export function PolicyText({ text, editable, issues, onChange }: PolicyTextProps) {
  return (
    <Panel id="document" title="The whole document" note="catalogue, rules, limits: JSON, kept as written">
      {issues.length > 0 && (
        <div className="mb-3" role="alert">
          <Callout
            tone="failed"
            title={issues.length === 1 ? "This cannot be used" : `${String(issues.length)} things cannot be used`}
          >
            <ul>
              {issues.map((issue) => (
                <li key={`${issue.path}${issue.says}`}>
                  {issue.path !== "" && <code className="font-mono text-small">{issue.path}</code>} {issue.says}
                </li>
              ))}
            </ul>
          </Callout>
        </div>
      )}
      <label className="block">
        <span className="sr-only">Policy document</span>
        <Textarea
          value={text}
          readOnly={!editable}
          spellCheck={false}
          rows={22}
          className="font-mono text-small"
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      </label>
    </Panel>
  );
}

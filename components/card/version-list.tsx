import type { FieldChange } from "../../lib/domain/card/card";
import { CopyButton } from "../ui/copy-button";
import { ExactTime } from "../ui/relative-time";
import { FieldDiff } from "./field-diff";

/** One version of a proposal's arguments. */
export interface Version {
  readonly version: number;
  readonly digest: string;
  /** Who made it; null for the agent's own. */
  readonly by: string | null;
  readonly at: number;
  /** What differs from the version before. */
  readonly changes: readonly FieldChange[];
}

export interface VersionListProps {
  readonly versions: readonly Version[];
  /** The version that was or would be signed. */
  readonly current: number;
}

/** The versions, newest first: who changed what, and the digest that binds each. */
export function VersionList({ versions, current }: VersionListProps) {
  return (
    <ol className="divide-y divide-rule text-note">
      {versions.map((version) => (
        <li key={version.version} className="@container py-3 first:pt-0 last:pb-0">
          <div className="flex flex-wrap items-center gap-x-2">
            <p className="font-semibold text-ink">
              Version {version.version}
              {version.version === current && <span className="font-normal text-ink-3">, in force</span>}
            </p>
            <p className="text-ink-3">
              {version.by === null ? (
                "as proposed"
              ) : (
                <>
                  edited by <bdi>{version.by}</bdi>
                </>
              )}
              , <ExactTime at={version.at} />
            </p>
          </div>
          {version.changes.length > 0 && <FieldDiff subject={`version ${version.version.toString()}`} rows={version.changes} />}
          <div className="mt-1 flex items-center gap-1">
            <code className="min-w-0 truncate font-mono text-tiny text-ink-3" title={version.digest}>
              {version.digest}
            </code>
            <CopyButton text={version.digest} label={`Copy the digest of version ${version.version.toString()}`} />
          </div>
        </li>
      ))}
    </ol>
  );
}

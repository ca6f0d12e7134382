import type { FieldChange } from "../../lib/domain/card/card";
import { CopyButton } from "../ui/copy-button";
import { ExactTime } from "../ui/exact-time";
import { words } from "../words/words";
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
  /** In the order in which they were made. */
  readonly versions: readonly Version[];
  /** The version that was or would be signed. */
  readonly current: number;
}

/** The versions, newest first: who changed what, and the digest that binds each. */
export async function VersionList({ versions, current }: VersionListProps) {
  const t = await words("proposal");
  return (
    <ol className="divide-y divide-rule text-note">
      {versions.toReversed().map((version) => (
        <li key={version.version} className="@container py-3 first:pt-0 last:pb-0">
          <div className="flex flex-wrap items-center gap-x-2">
            <p className="font-semibold text-ink">
              {version.version === current
                ? t.rich("version.inForce", {
                    version: version.version,
                    quiet: (inside) => <span className="font-normal text-ink-3">{inside}</span>,
                  })
                : t("version.name", { version: version.version })}
            </p>
            <p className="text-ink-3">
              {version.by === null
                ? t.rich("version.proposed", { when: <ExactTime at={version.at} /> })
                : t.rich(version.version === 1 ? "version.composed" : "version.edited", {
                    who: <bdi>{version.by}</bdi>,
                    when: <ExactTime at={version.at} />,
                  })}
            </p>
          </div>
          {version.changes.length > 0 && (
            <FieldDiff subject={t("version.subject", { version: version.version })} rows={version.changes} />
          )}
          <div className="mt-1 flex items-center gap-1">
            <code className="min-w-0 truncate font-mono text-tiny text-ink-3" title={version.digest}>
              {version.digest}
            </code>
            <CopyButton text={version.digest} label={t("version.copy", { version: version.version })} />
          </div>
        </li>
      ))}
    </ol>
  );
}

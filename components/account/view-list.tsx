"use client";

import type { ActionResult } from "../../lib/contract/action-result";
import type { SavedView } from "../../lib/domain/preferences";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Link } from "../ui/link";
import { useAction } from "../ui/use-action";
import { srOnly } from "../ui/sr-only";
import { useWords } from "../words/words-provider";

export interface ViewListProps {
  readonly views: readonly SavedView[];
  readonly deleteView: (view: { readonly name: string }) => Promise<ActionResult>;
}

/** The views of the queue that somebody keeps, and the way to forget one. */
export function ViewList({ views, deleteView }: ViewListProps) {
  const t = useWords("account");
  const deleting = useAction(deleteView);
  if (views.length === 0) {
    return <p className="px-5 pb-4 text-note text-ink-3">{t("views.none")}</p>;
  }
  return (
    <>
      {deleting.failure !== null && (
        <div className="px-5 pb-3">
          <Callout tone="failed" role="alert" title={deleting.failure} />
        </div>
      )}
      <ul>
        {views.map(({ name, address }) => (
          <li key={name} className="flex items-center gap-4 border-t border-rule px-5 py-2.5 first:border-t-0">
            <Link href={address} className="min-w-0 flex-1 text-body text-accent underline underline-offset-2">
              <bdi className="[overflow-wrap:anywhere]">{name}</bdi>
            </Link>
            <Button
              size="small"
              variant="ghost"
              aria-disabled={deleting.pending || undefined}
              onClick={() => {
                deleting.run({ name });
              }}
            >
              {t.rich("views.forget", { name, hidden: srOnly })}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

"use client";

import { useState } from "react";

import type { ActionResult } from "../../lib/contract/action-result";
import type { SavedView } from "../../lib/domain/preferences";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Link } from "../ui/link";
import { useAction } from "../ui/use-action";
import { srOnly } from "../ui/sr-only";
import { useWords } from "../words/words-provider";
import type { RenameViewProps } from "./rename-view";
import { RenameView } from "./rename-view";

export interface ViewListProps extends Pick<RenameViewProps, "renameView"> {
  readonly views: readonly SavedView[];
  readonly deleteView: (view: { readonly name: string }) => Promise<ActionResult>;
}

/** The views of the queue that somebody keeps, and the ways to rename and to forget one. */
export function ViewList({ views, renameView, deleteView }: ViewListProps) {
  const t = useWords("account");
  const deleting = useAction(deleteView);
  const [renaming, setRenaming] = useState<string | null>(null);
  // Whose name was asked for last: the focus goes back there, also where the view has another name now.
  const [asked, setAsked] = useState<string | null>(null);
  if (views.length === 0) {
    return <p className="px-5 pb-4 text-note text-ink-3">{t("views.none")}</p>;
  }
  const done = (name: string): void => {
    setRenaming(null);
    setAsked(name);
  };
  return (
    <>
      {deleting.failure !== null && (
        <div className="px-5 pb-3">
          <Callout tone="failed" role="alert" title={deleting.failure} />
        </div>
      )}
      <ul>
        {views.map((view) => (
          <li key={view.name} className="flex items-center gap-x-4 border-t border-rule px-5 py-2.5 first:border-t-0">
            {renaming === view.name ? (
              <RenameView name={view.name} renameView={renameView} onDone={done} />
            ) : (
              <ViewLine
                view={view}
                focused={asked === view.name}
                pending={deleting.pending}
                onRename={setRenaming}
                onForget={deleting.run}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

interface ViewLineProps {
  readonly view: SavedView;
  readonly focused: boolean;
  readonly pending: boolean;
  readonly onRename: (name: string) => void;
  readonly onForget: (view: { readonly name: string }) => void;
}

function ViewLine({ view: { name, address }, focused, pending, onRename, onForget }: ViewLineProps) {
  const t = useWords("account");
  return (
    <>
      <Link href={address} className="min-w-0 flex-1 text-body text-accent underline underline-offset-2">
        <bdi className="[overflow-wrap:anywhere]">{name}</bdi>
      </Link>
      <Button
        size="small"
        variant="ghost"
        autoFocus={focused}
        onClick={() => {
          onRename(name);
        }}
      >
        {t.rich("views.rename", { name, hidden: srOnly })}
      </Button>
      <Button
        size="small"
        variant="ghost"
        aria-disabled={pending || undefined}
        onClick={() => {
          onForget({ name });
        }}
      >
        {t.rich("views.forget", { name, hidden: srOnly })}
      </Button>
    </>
  );
}

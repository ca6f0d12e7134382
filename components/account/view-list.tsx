"use client";

import { useEffect, useRef, useState } from "react";

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
  // Where the focus goes next: to a view, also where it has another name now, or where it took the place of one that was forgotten.
  const [next, setNext] = useState<FocusOn | null>(null);
  const forgetting = useAction(async ({ name }: SavedView) => {
    const answer = await deleteView({ name });
    if (answer.ok) setNext({ name: neighbourOf(views, name) });
    return answer;
  });
  const [renaming, setRenaming] = useState<string | null>(null);
  if (views.length === 0) return <NoViews focused={next} />;
  const done = (name: string): void => {
    setRenaming(null);
    setNext({ name });
  };
  return (
    <>
      {forgetting.failure !== null && (
        <div className="px-5 pb-3">
          <Callout tone="failed" role="alert" title={forgetting.failure} />
        </div>
      )}
      <ul>
        {views.map((view) => (
          <li
            key={view.name}
            className="flex items-center gap-x-4 border-t border-rule px-5 py-2.5 first:border-t-0 max-md:flex-wrap max-md:gap-x-0"
          >
            {renaming === view.name ? (
              <RenameView name={view.name} renameView={renameView} onDone={done} />
            ) : (
              <ViewLine
                view={view}
                focused={next?.name === view.name ? next : null}
                pending={forgetting.pending}
                onRename={setRenaming}
                onForget={forgetting.run}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** One wish for the focus; another wish for the same place is another object. */
interface FocusOn {
  /** Null where no view is left. */
  readonly name: string | null;
}

/** The view that comes under the hand when this one goes: the next, or the one before the last. */
function neighbourOf(views: readonly SavedView[], name: string): string | null {
  const at = views.findIndex((view) => view.name === name);
  return (views[at + 1] ?? views[at - 1])?.name ?? null;
}

/** For an element that takes the focus each time it is wished for. */
function useFocusOn<Target extends HTMLElement>(focused: FocusOn | null) {
  const target = useRef<Target>(null);
  useEffect(() => {
    if (focused !== null) target.current?.focus();
  }, [focused]);
  return target;
}

function NoViews({ focused }: { readonly focused: FocusOn | null }) {
  const t = useWords("account");
  return (
    <p ref={useFocusOn<HTMLParagraphElement>(focused)} tabIndex={-1} className="px-5 pb-4 text-note text-ink-3">
      {t("views.none")}
    </p>
  );
}

interface ViewLineProps {
  readonly view: SavedView;
  readonly focused: FocusOn | null;
  readonly pending: boolean;
  readonly onRename: (name: string) => void;
  readonly onForget: (view: SavedView) => void;
}

/** On a phone both stand below the name, which has the line to itself: the first one's word begins where the name does. */
const BELOW = "max-md:h-11 max-md:first-of-type:-ms-2";

function ViewLine({ view, focused, pending, onRename, onForget }: ViewLineProps) {
  const t = useWords("account");
  const { name, address } = view;
  return (
    <>
      <Link href={address} className="min-w-0 flex-1 text-body text-accent underline underline-offset-2 max-md:basis-full">
        <bdi className="[overflow-wrap:anywhere]">{name}</bdi>
      </Link>
      <Button
        size="small"
        variant="ghost"
        className={BELOW}
        ref={useFocusOn<HTMLButtonElement>(focused)}
        onClick={() => {
          onRename(name);
        }}
      >
        {t.rich("views.rename", { name, hidden: srOnly })}
      </Button>
      <Button
        size="small"
        variant="ghost"
        className={BELOW}
        aria-disabled={pending || undefined}
        onClick={() => {
          onForget(view);
        }}
      >
        {t.rich("views.forget", { name, hidden: srOnly })}
      </Button>
    </>
  );
}
